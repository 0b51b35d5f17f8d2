import { count } from "../../lib/uncertainty/uncertainty-error.ts";
import type { DrawSampler } from "../random/draw-sampler.ts";
import type { WorkerLike } from "../workers/running-worker.ts";
import { DrawDesign } from "./draw-design.ts";
import type { Opening, Rows } from "./draw-engine.ts";
import { DrawPool } from "./draw-pool.ts";
import { LeafSummarizer, type LeafSummary, quantileOf } from "./leaf-summary.ts";
import type { Plan } from "./plan.ts";
import type { CallService } from "./service-request.ts";
import { type Shares, type SharesOptions, sharesOf } from "./shares.ts";

/** Draws per chunk: fixed, so that sums have the same order whichever worker computes them. */
const CHUNK = 250;
/** Draws per chunk if each draw calls services of the page. */
const WAITING_CHUNK = 20;
/** The number of draws after which the first stage is reported; it doubles for each further stage. */
const FIRST_STAGE = 1000;
const FIRST_WAITING_STAGE = 100;

const PLAIN_DRAWS = 10_000;
const WAITING_DRAWS = 1_000;
/** A bound of the interval is precise enough when half of its own 95 % interval is below this share of the interval. */
const ENOUGH = 0.02;
/** With fewer draws, the intervals of the bounds themselves are unreliable. */
const LEAST_DRAWS = 1000;

/** The distribution of a cell after a number of draws. */
export interface CellSpread extends Opening {
  readonly draws: number;
  /** The maximum number of draws. */
  readonly most: number;
  /** Whether it stopped early because the interval was precise enough. */
  readonly enough: boolean;
  readonly seed: number;
  readonly sampler: DrawSampler;
  readonly leaves: readonly LeafSummary[];
}

export interface DrawsOptions {
  /** The maximum number of draws; the default depends on the cell. */
  readonly draws?: number | undefined;
  /** The sampling method; independent draws by default. */
  readonly sampler?: DrawSampler | undefined;
  /**
   * The index of the number whose interval decides when to stop. Without it, all draws are made. All draws of a design are
   * made, too, because the precision of a bound is known for independent draws only.
   */
  readonly watched?: number | undefined;
  /** Called after each chunk. */
  readonly progress?: ((draws: number, most: number) => void) | undefined;
  /** Called with the intermediate result of each stage. */
  readonly stage?: ((spread: CellSpread) => void) | undefined;
  /** Called with each chunk: the numbers of all leaves, draw by draw. */
  readonly chunk?: ((numbers: Float64Array, width: number) => void) | undefined;
}

/** The workers of an uncertainty run, and the services they may call. */
export interface DrawWorkerOptions {
  readonly openWorker: () => WorkerLike;
  readonly size: number;
  readonly callService: CallService;
  readonly signal?: AbortSignal | undefined;
}

/** One request for ± of a cell: its plan, and the workers that evaluate it. */
export class UncertaintyRun {
  readonly plan: Plan;
  readonly #pool: DrawPool;
  #opening!: Opening;

  private constructor(plan: Plan, pool: DrawPool) {
    this.plan = plan;
    this.#pool = pool;
  }

  /** Opens the workers and evaluates the central draw. An abort terminates them at any time. Throws `NotSampled`. */
  static async open(plan: Plan, { openWorker, size, callService, signal }: DrawWorkerOptions): Promise<UncertaintyRun> {
    const uncertaintyRun = new UncertaintyRun(plan, new DrawPool(plan, openWorker, size, callService));
    if (signal?.aborted) uncertaintyRun.end();
    signal?.addEventListener("abort", () => uncertaintyRun.end(), { once: true });
    try {
      uncertaintyRun.#opening = await uncertaintyRun.#pool.open();
      return uncertaintyRun;
    } catch (error) {
      uncertaintyRun.end();
      throw error;
    }
  }

  get opening(): Opening {
    return this.#opening;
  }

  /** The distribution of every number of the cell. */
  async draws(options: DrawsOptions = {}): Promise<CellSpread> {
    const { waits, shape } = this.#opening;
    const wanted = count("draws", options.draws ?? (waits ? WAITING_DRAWS : PLAIN_DRAWS), 2);
    const { sampler = "random" } = options;
    const { seed } = this.plan.chance;
    const design = sampler === "random" ? null : new DrawDesign(sampler, this.#opening.samples, seed, wanted);
    const most = design?.draws ?? wanted;
    const watched = design ? undefined : options.watched;
    const width = shape.leaves.length;
    const leaves = shape.leaves.map(() => new LeafSummarizer(width));
    let draws = 0;
    let enough = false;
    const summarize = (): CellSpread => ({
      ...this.#opening,
      draws,
      most,
      enough,
      seed,
      sampler,
      leaves: leaves.map((leaf) => leaf.summary()),
    });
    let next = waits ? FIRST_WAITING_STAGE : FIRST_STAGE;
    for await (const { rows, numbers } of this.#pool.rows(chunks(most, waits ? WAITING_CHUNK : CHUNK, design))) {
      for (const [at, leaf] of leaves.entries()) leaf.add(column(numbers, width, at));
      options.chunk?.(numbers, width);
      draws += rows.count;
      options.progress?.(draws, most);
      if (draws < next || draws >= most) continue;
      next *= 2;
      const spread = summarize();
      enough = watched !== undefined && draws >= LEAST_DRAWS && isPrecise(watchedOf(spread, watched));
      options.stage?.(spread);
      if (enough) break;
    }
    return summarize();
  }

  /** The contribution of each sample to the variance of one number. */
  shares(leaf: number, options: SharesOptions = {}): Promise<Shares> {
    return sharesOf((rows) => this.#pool.rows(rows), { ...this.#opening, leaf, seed: this.plan.chance.seed }, options);
  }

  end(): void {
    this.#pool.end();
  }
}

function* chunks(most: number, size: number, design: DrawDesign | null): Generator<Rows> {
  for (let first = 0; first < most; first += size) {
    const rows = { first, count: Math.min(size, most - first) };
    yield design ? design.fill(rows) : rows;
  }
}

function column(numbers: Float64Array, width: number, at: number): Float64Array {
  const out = new Float64Array(numbers.length / width);
  for (let i = 0; i < out.length; ++i) out[i] = numbers[i * width + at]!;
  return out;
}

/** The watched number; if it is not uncertain, the first one that is. */
function watchedOf({ leaves }: CellSpread, watched: number): LeafSummary {
  const leaf = leaves[watched]!;
  return leaf.sd > 0 ? leaf : (leaves.find(({ sd }) => sd > 0) ?? leaf);
}

function isPrecise(leaf: LeafSummary): boolean {
  const [low, high] = [quantileOf(leaf, 0.025), quantileOf(leaf, 0.975)];
  const tolerance = ENOUGH * (high.value - low.value);
  return [low, high].every(({ lo, hi }) => (hi - lo) / 2 <= tolerance);
}
