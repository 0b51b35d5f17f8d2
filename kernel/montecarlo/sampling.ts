import { messages } from "../../lib/message/message.ts";
import { interval95 } from "../../lib/uncertainty/distributions/distribution.ts";
import type { CompiledCell } from "../compile/index.ts";
import type { Chance } from "../random/chance.ts";
import type { Dataflow } from "../runtime/dataflow.ts";
import { downstream, type Graph } from "../runtime/graph.ts";
import { Run } from "../runtime/run.ts";
import type { PageClient } from "../services/page-client.ts";
import type { WorkerLike } from "../workers/running-worker.ts";
import { NotSampled } from "./not-sampled.ts";
import { type Plan, type PlanSource, planOf, upstream } from "./plan.ts";
import { openOnThisThread } from "./same-thread.ts";
import { SampleRegistry } from "./sample-registry.ts";
import type { Scenario } from "./scenario.ts";
import type { CallService } from "./service-request.ts";
import { isPlain, type Situation } from "./situation.ts";
import { SpreadReaders } from "./spread.ts";
import { UncertaintyRun } from "./uncertainty-run.ts";

const texts = messages("sampling", {
  notCurrent: {
    en: "This cell is not up to date. Run it first.",
    zh: "此单元格不是最新的。请先运行它。",
  },
});

export interface SamplingHost {
  readonly flow: Dataflow;
  readonly chance: Chance;
  readonly page: PageClient;
  compiledOf(cell: number): CompiledCell | undefined;
  /** Opens a draw worker; without it, draws are evaluated on this thread. */
  readonly openDrawWorker?: (() => WorkerLike) | undefined;
}

/** The uncertainty of a notebook: its samples, and ± of any cell. */
export class Sampling {
  readonly registry: SampleRegistry;
  readonly readers: SpreadReaders;
  readonly #host: SamplingHost;
  #reached: { graph: Graph; cells: ReadonlySet<number> } | null = null;

  constructor(host: SamplingHost) {
    this.#host = host;
    const { flow } = host;
    const compiledOf = (cell: number) => host.compiledOf(cell);
    this.readers = new SpreadReaders({ flow, compiledOf, open: (cell, options) => this.open(cell, options) });
    this.registry = new SampleRegistry({
      isSampling: (cell) => compiledOf(cell)?.parameters.includes("sample") ?? false,
      changed: (names) => this.readers.samplesChanged(names),
    });
  }

  /** The plan for a cell in the current state of the notebook. Throws `NotSampled`. */
  planOf(cell: number, scenario?: Scenario): Plan {
    const status = this.#host.flow.stateOf(cell)?.status;
    if (status !== "fresh" && status !== "running") {
      throw new NotSampled("failed", texts.notCurrent());
    }
    return planOf(cell, this.#source(), scenario);
  }

  /** Opens the workers on the plan of a cell. The caller must end the run. */
  async open(
    cell: number,
    options: { scenario?: Scenario | undefined; signal?: AbortSignal | undefined } = {},
  ): Promise<UncertaintyRun> {
    const plan = this.planOf(cell, options.scenario);
    const run = new Run(cell, 1, { kind: "asked" }, { display() {}, progress() {} });
    options.signal?.addEventListener("abort", () => run.end("stopped"), { once: true });
    return UncertaintyRun.open(plan, {
      openWorker: this.#host.openDrawWorker ?? openOnThisThread,
      size: this.#size,
      callService: this.#callService(run),
      signal: options.signal,
    });
  }

  /** The cells that depend on a sample. */
  get reached(): ReadonlySet<number> {
    const { graph } = this.#host.flow;
    if (this.#reached?.graph !== graph) {
      const cells = [...graph.readers.keys()].filter((cell) =>
        this.#host.compiledOf(cell)?.parameters.includes("sample"),
      );
      this.#reached = { graph, cells: new Set([...cells, ...downstream(graph, cells)]) };
    }
    return this.#reached.cells;
  }

  /** The cell and all cells it depends on: ± is computed again when one of them has run. */
  upstreamOf(cell: number): ReadonlySet<number> {
    return upstream(this.#host.flow.graph, cell);
  }

  /** What scenarios may set, and the cells that can be compared. */
  situation(): Situation {
    const { flow } = this.#host;
    const outputsOf = (cell: number) => this.#host.compiledOf(cell)?.outputs ?? [];
    const all = [...flow.graph.readers.keys()];
    const views = all.filter((cell) => this.#host.compiledOf(cell)?.parameters.includes("view"));
    const inputs = views
      .flatMap((cell) => outputsOf(cell).map((name) => ({ name, cell, value: flow.valueOf(name) })))
      .filter(({ value }) => isPlain(value));
    const samples = [...this.registry.all.values()].map(({ name, label, central, distribution }) => {
      const [lo, hi] = interval95(distribution);
      return { name, ...(label ? { label } : {}), central, lo, hi };
    });
    const reached = new Set([...this.reached, ...downstream(flow.graph, views)]);
    const cells = all.filter((cell) => reached.has(cell) && !views.includes(cell));
    return { inputs, samples, cells: cells.map((cell) => ({ cell, names: outputsOf(cell) })) };
  }

  /** Removes the data of a deleted cell. */
  forget(cell: number): void {
    this.registry.forget(cell);
    this.readers.forget(cell);
  }

  get #size(): number {
    if (!this.#host.openDrawWorker) return 1;
    return Math.max(1, Math.min(4, navigator.hardwareConcurrency ?? 2));
  }

  #source(): PlanSource {
    const { flow, chance } = this.#host;
    return {
      graph: flow.graph,
      chance,
      compiledOf: (cell) => this.#host.compiledOf(cell),
      placeOf: (cell) => flow.placeOf(cell),
      inputsOf: (cell) => flow.inputsOf(cell),
    };
  }

  #callService(run: Run): CallService {
    const { page } = this.#host;
    return (request) => {
      switch (request.kind) {
        case "tool":
          return page.compute(run, request.tool, request.input);
        case "query":
          return page.query(run, request.sql, [...request.parameters]);
        case "dataset":
          return page.dataset(run, request.dataset);
      }
    };
  }
}
