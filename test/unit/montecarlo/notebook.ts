import { compileCell } from "../../../kernel/compile/index.ts";
import { Sampling } from "../../../kernel/montecarlo/sampling.ts";
import { chanceOf, frozenNow } from "../../../kernel/random/chance.ts";
import { Dataflow } from "../../../kernel/runtime/dataflow.ts";
import type { CellState } from "../../../kernel/runtime/state.ts";
import { evaluateCell } from "../../../kernel/sandbox/evaluate.ts";
import { toolsOf } from "../../../kernel/services/namespace.ts";
import type { PageClient } from "../../../kernel/services/page-client.ts";
import { distributions } from "../../../kernel/stdlib/distributions.ts";
import { localizeIn, ReaderLanguage } from "../../../kernel/stdlib/reader-language.ts";
import { amount } from "../../../kernel/values/amount.ts";
import type { WorkerLike } from "../../../kernel/workers/running-worker.ts";

export type TestCell = string | { kind: string; source: string };

export interface NotebookOptions {
  seed?: number;
  /** What a tool answers. */
  tool?: (name: string, input: unknown) => Promise<unknown>;
  openDrawWorker?: () => WorkerLike;
}

/** A notebook of compiled cells without a page: they run in Node as they do in the frame. */
export class SampledNotebook {
  readonly flow: Dataflow;
  readonly sampling: Sampling;
  readonly states = new Map<number, CellState>();
  readonly asked: string[] = [];
  readonly runs: number[] = [];
  readonly language = new ReaderLanguage("en");
  readonly #compiled = new Map<number, ReturnType<typeof compileCell>>();
  readonly #chance;
  readonly #page: PageClient;

  constructor(cells: readonly TestCell[], { seed = 7, tool, openDrawWorker }: NotebookOptions = {}) {
    const noted = (text: string) => text;
    const library = { ...distributions, amount, md: () => noted, html: () => noted, Plot: { plot: () => ({}) } };
    this.#chance = { seed, reproducible: false, now: frozenNow };
    this.#page = {
      compute: async (_: unknown, name: string, input: unknown) => {
        this.asked.push(name);
        return tool?.(name, input);
      },
    } as unknown as PageClient;
    this.flow = new Dataflow(
      {
        now: () => performance.now(),
        begin: (run) => void this.runs.push(run.cell),
        end() {},
        display() {},
        state: (cell, state) => void this.states.set(cell, state),
      },
      {
        library: {
          ...Object.fromEntries(Object.entries(library).map(([name, value]) => [name, () => value])),
          language: this.language.each((tag) => tag),
          localize: this.language.each(localizeIn),
        },
      },
    );
    this.sampling = new Sampling({
      flow: this.flow,
      chance: this.#chance,
      page: this.#page,
      compiledOf: (cell) => this.#compiled.get(cell),
      openDrawWorker,
    });
    this.flow.update(cells.map((cell, i) => this.#define(i + 1, cell)));
  }

  /** The notebook when all its cells have run. */
  static async settled(cells: readonly TestCell[], options?: NotebookOptions): Promise<SampledNotebook> {
    const notebook = new SampledNotebook(cells, options);
    await notebook.flow.settled();
    return notebook;
  }

  async edit(cells: readonly TestCell[]): Promise<void> {
    this.flow.update(cells.map((cell, i) => this.#define(i + 1, cell)));
    await this.flow.settled();
  }

  readonly #definitions = new Map<string, ReturnType<typeof evaluateCell>>();

  #define(id: number, cell: TestCell) {
    const { kind, source } = typeof cell === "string" ? { kind: "js", source: cell } : cell;
    const key = JSON.stringify([id, kind, source]);
    const known = this.#definitions.get(key);
    if (known) return known;
    const builtins = ["sample", "spread", "inventory", "random", "Math", "Date"];
    const compiled = compileCell({ id, kind, source }, { builtins });
    this.#compiled.set(id, compiled);
    const definition = evaluateCell(
      compiled,
      source,
      (run) => ({
        display: (value: unknown) => value,
        view: (value: unknown) => value,
        sample: this.sampling.registry.sampleOf(run),
        spread: this.sampling.readers.spreadOf(run),
        inventory: toolsOf("inventory", this.#page, run),
        ...chanceOf(this.#chance, run.cell),
      }),
      () => {},
    );
    this.#definitions.set(key, definition);
    return definition;
  }
}
