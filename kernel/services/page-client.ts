import { tableFromIPC } from "apache-arrow";
import type { Selection } from "../../lib/tool/selection.ts";
import { callback } from "../boundary/endpoint.ts";
import type { Run } from "../runtime/run.ts";
import type { Progress } from "../runtime/state.ts";
import { valueTable } from "../values/table.ts";
import type { Attachment } from "./attachment.ts";
import { comparableResult } from "./compute/comparable-result.ts";
import type { FileContent, FileForm } from "./file-content.ts";
import { datasetsOfCall, queryStep, toolStep } from "./record.ts";
import type { ServiceApi } from "./service-api.ts";
import { sqlTable } from "./sql-table.ts";
import type { Step } from "./step.ts";

/** The maximum number of recorded steps per run: a cell may call services in a loop. */
const STEPS = 40;

type ServiceCall<T> = (call: number, progress: (progress: Progress) => void) => Promise<T>;

/**
 * The client of the page's services for cells: every call belongs to a run, is cancelled with it, and reports progress to it.
 * The calls of a run are recorded as the steps of its trail.
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

  /** @param own names in the statement that are not those of datasets, although there may be such datasets */
  async query(run: Run, sql: string, values: unknown[], own: ReadonlySet<string> = new Set()): Promise<Uint8Array> {
    const parameters = values.map(parameterOf);
    const bytes = await this.#call(run, (call, progress) => this.#services.query(sql, parameters, call, progress));
    this.#record(run, () =>
      queryStep(sql, parameters, tableFromIPC(bytes).numRows, (name) => !own.has(name) && this.#isDataset(name)),
    );
    return bytes;
  }

  async compute(run: Run, tool: string, input: unknown): Promise<unknown> {
    return (await this.computeFrom(run, tool, input)).result;
  }

  /** The result of a tool, and the rows of datasets that it depends on. */
  async computeFrom(
    run: Run,
    tool: string,
    input: unknown,
  ): Promise<{ readonly result: unknown; readonly read: readonly Selection[] }> {
    const { result, provenance, read } = await this.#call(run, (call, progress) =>
      this.#services.compute(tool, input, call, progress),
    );
    this.#record(run, () => toolStep(tool, input, provenance, read));
    return { result: comparableResult(result, datasetsOfCall(input, read)), read };
  }

  /** The result of a tool for all runs: it is no step of any trail, and is not cancelled with the run that needs it first. */
  async lookUp(tool: string, input: unknown): Promise<unknown> {
    ++this.#open;
    try {
      const { result } = await this.#services.compute(
        tool,
        input,
        ++this.#calls,
        callback(() => {}),
      );
      return comparableResult(result);
    } finally {
      --this.#open;
    }
  }

  async dataset(run: Run, name: string): Promise<Uint8Array> {
    const bytes = await this.#call(run, (call, progress) => this.#services.dataset(name, call, progress));
    this.#record(run, () => ({ kind: "dataset", dataset: name }));
    return bytes;
  }

  async file(run: Run, name: string, form: FileForm): Promise<FileContent> {
    const content = await this.#call(run, (call, progress) => this.#services.file(name, form, call, progress));
    this.recordFile(run, content.attachment, form);
    return content;
  }

  /** Records that a run used a file, which may have been read for an earlier run. */
  recordFile(run: Run, { name: file, sha256, size }: Attachment, form: FileForm): void {
    this.#record(run, () => ({ kind: "file", file, form, sha256, size }));
  }

  notebook(run: Run, name: string): Promise<string> {
    return this.#call(run, (call, progress) => this.#services.notebook(name, call, progress));
  }

  /** Records that a run read names of another notebook, which may have been opened for an earlier run. */
  recordImport(run: Run, notebook: string): void {
    this.#record(run, () => ({ kind: "notebook", notebook }));
  }

  /** The distinct steps of a run, in order. */
  stepsOf(run: Run): Step[] {
    return [...(this.#steps.get(run)?.values() ?? [])];
  }

  /** Creates a step only if it is recorded, because a cell may make many calls. */
  #record(run: Run, make: () => Step): void {
    const steps = this.#steps.get(run) ?? new Map<string, Step>();
    if (steps.size >= STEPS) return;
    const step = make();
    steps.set(JSON.stringify({ ...step, facts: null, factors: null }), step);
    this.#steps.set(run, steps);
  }

  /** The number of pending calls. */
  get open(): number {
    return this.#open;
  }

  async #call<T>(run: Run, send: ServiceCall<T>): Promise<T> {
    const call = ++this.#calls;
    ++this.#open;
    const cancel = () => void this.#services.cancel(call);
    run.signal.addEventListener("abort", cancel, { once: true });
    run.requesting?.();
    const progress = callback((value: Progress) => run.progress(value));
    try {
      return await run.race(send(call, progress));
    } finally {
      --this.#open;
      run.signal.removeEventListener("abort", cancel);
    }
  }
}

/** A parameter of a statement in the form in which it is sent: a table as its columns. */
function parameterOf(value: unknown): unknown {
  const table = valueTable(value);
  return table ? sqlTable(table) : value;
}
