import { tableFromIPC } from "apache-arrow";
import { callback } from "../boundary/endpoint.ts";
import { queryStep, toolStep } from "../provenance/record.ts";
import type { Step } from "../provenance/step.ts";
import type { Run } from "../runtime/run.ts";
import type { Progress } from "../runtime/state.ts";
import { comparedResult } from "../services/compute/compared-result.ts";
import { sqlTable } from "../services/sql-table.ts";
import { valueTable } from "../values/table.ts";
import type { ServiceApi } from "./protocol.ts";

/** How many steps of one run are kept: a slider may ask for a frame a hundred times. */
const STEPS = 40;

type Ask<T> = (call: number, progress: (progress: Progress) => void) => Promise<T>;

/**
 * The page as cells see it: every call belongs to a run, is cancelled with it, and reports progress to it. What a run asked
 * for and got is kept as the steps of its trail.
 */
export class PageClient {
  readonly #services: ServiceApi;
  readonly #steps = new WeakMap<Run, Map<string, Step>>();
  readonly #isDataset: (name: string) => boolean;
  #calls = 0;
  #open = 0;

  constructor(services: ServiceApi, isDataset: (name: string) => boolean) {
    this.#services = services;
    this.#isDataset = isDataset;
  }

  async query(run: Run, sql: string, values: unknown[]): Promise<Uint8Array> {
    const parameters = values.map(parameterOf);
    const bytes = await this.#ask(run, (call, progress) => this.#services.query(sql, parameters, call, progress));
    this.#record(run, () => queryStep(sql, parameters, tableFromIPC(bytes).numRows, this.#isDataset));
    return bytes;
  }

  async compute(run: Run, tool: string, input: unknown): Promise<unknown> {
    const { result, says, read } = await this.#ask(run, (call, progress) =>
      this.#services.compute(tool, input, call, progress),
    );
    this.#record(run, () => toolStep(tool, input, says, read));
    return comparedResult(result);
  }

  async dataset(run: Run, name: string): Promise<Uint8Array> {
    const bytes = await this.#ask(run, (call, progress) => this.#services.dataset(name, call, progress));
    this.#record(run, () => ({ kind: "dataset", dataset: name }));
    return bytes;
  }

  notebook(run: Run, name: string): Promise<string> {
    return this.#ask(run, (call, progress) => this.#services.notebook(name, call, progress));
  }

  /** A run read names of another notebook, which may have been opened for an earlier run. */
  tookFrom(run: Run, notebook: string): void {
    this.#record(run, () => ({ kind: "notebook", notebook }));
  }

  /** What a run asked of the page and got, in order, each once. */
  stepsOf(run: Run): Step[] {
    return [...(this.#steps.get(run)?.values() ?? [])];
  }

  /** A step is only made where it is kept: a slider asks for frame after frame. */
  #record(run: Run, make: () => Step): void {
    const steps = this.#steps.get(run) ?? new Map<string, Step>();
    if (steps.size >= STEPS) return;
    const step = make();
    steps.set(JSON.stringify({ ...step, facts: null, factors: null }), step);
    this.#steps.set(run, steps);
  }

  /** How many questions wait for an answer. */
  get open(): number {
    return this.#open;
  }

  async #ask<T>(run: Run, ask: Ask<T>): Promise<T> {
    const call = ++this.#calls;
    ++this.#open;
    const cancel = () => void this.#services.cancel(call);
    run.signal.addEventListener("abort", cancel, { once: true });
    const progress = callback((value: Progress) => run.progress(value));
    try {
      return await run.race(ask(call, progress));
    } finally {
      --this.#open;
      run.signal.removeEventListener("abort", cancel);
    }
  }
}

/** A value of a statement as it travels: of a table its columns. */
function parameterOf(value: unknown): unknown {
  const table = valueTable(value);
  return table ? sqlTable(table) : value;
}
