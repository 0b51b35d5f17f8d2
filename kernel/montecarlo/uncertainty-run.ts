import { count } from "../../lib/uncertainty/uncertainty-error.ts";
import type { WorkerLike } from "../workers/running-worker.ts";
import { DrawDesign } from "./draw-design.ts";
import type { Opening, Rows } from "./draw-engine.ts";
import { DrawPool } from "./draw-pool.ts";
import type { DrawSampler } from "./draw-sampler.ts";
import { LeafSummarizer, type LeafSummary, quantileOf } from "./leaf-summary.ts";
import type { Plan } from "./plan.ts";
import type { Ask } from "./questions.ts";
import { type Shares, type SharesOptions, sharesOf } from "./shares.ts";

/** Draws that are made together: fixed, so that sums are made in the same order whoever makes them. */
const CHUNK = 250;
/** The same where each draw asks the page. */
const WAITING_CHUNK = 20;
/** After so many draws a stage is told, and then at twice as many. */
const FIRST_STAGE = 1000;
const FIRST_WAITING_STAGE = 100;

const PLAIN_DRAWS = 10_000;
const WAITING_DRAWS = 1_000;
/** A bound of the interval is known well enough when half of its own 95 % interval is below this share of the whole. */
const ENOUGH = 0.02;
/** With fewer draws the intervals of the bounds themselves cannot be trusted. */
const LEAST_DRAWS = 1000;

/** What is known of a cell after so many draws. */
export interface CellSpread extends Opening {
  readonly draws: number;
  /** How many there will be at most. */
  readonly most: number;
  /** Whether it ended because the interval was known well enough. */
  readonly enough: boolean;
  readonly seed: number;
  readonly sampler: DrawSampler;
  readonly leaves: readonly LeafSummary[];
}

export interface DrawsOptions {
  /** At most so many; by itself as many as the cell bears. */
  readonly draws?: number | undefined;
  /** How they are spread; independent ones if left out. */
  readonly sampler?: DrawSampler | undefined;
  /**
   * The number whose interval decides when it is known well enough; without it all draws are made, and so are those of a
   * design: how sure a bound is, is known of independent draws alone.
   */
  readonly watched?: number | undefined;
  /** How far it is, told often. */
  readonly progress?: ((draws: number, most: number) => void) | undefined;
  /** What is known at each stage. */
  readonly stage?: ((spread: CellSpread) => void) | undefined;
  /** Given each chunk: numbers of all leaves, draw by draw. */
  readonly chunk?: ((numbers: Float64Array, width: number) => void) | undefined;
}

/** The workers that make the draws of an uncertainty run, and whom they may ask. */
export interface DrawWorkerOptions {
  readonly openWorker: () => WorkerLike;
  readonly size: number;
  readonly ask: Ask;
  readonly signal?: AbortSignal | undefined;
}

/** One ± of a cell: its plan, and the workers that evaluate it. */
export class UncertaintyRun {
  readonly plan: Plan;
  readonly #pool: DrawPool;
  #opening!: Opening;

  private constructor(plan: Plan, pool: DrawPool) {
    this.plan = plan;
    this.#pool = pool;
  }

  /** Opens the workers and makes the central draw. An abort ends them at any time. Throws `NotSampled`. */
  static async open(plan: Plan, { openWorker, size, ask, signal }: DrawWorkerOptions): Promise<UncertaintyRun> {
    const uncertaintyRun = new UncertaintyRun(plan, new DrawPool(plan, openWorker, size, ask));
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
    const told = (): CellSpread => ({
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
      const spread = told();
      enough = watched !== undefined && draws >= LEAST_DRAWS && isKnown(watchedOf(spread, watched));
      options.stage?.(spread);
      if (enough) break;
    }
    return told();
  }

  /** How much of the variance of one number each sample makes. */
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
    yield design ? design.filled(rows) : rows;
  }
}

function column(numbers: Float64Array, width: number, at: number): Float64Array {
  const out = new Float64Array(numbers.length / width);
  for (let i = 0; i < out.length; ++i) out[i] = numbers[i * width + at]!;
  return out;
}

/** The number looked at; where nothing changes that, the first that is uncertain. */
function watchedOf({ leaves }: CellSpread, watched: number): LeafSummary {
  const leaf = leaves[watched]!;
  return leaf.sd > 0 ? leaf : (leaves.find(({ sd }) => sd > 0) ?? leaf);
}

function isKnown(leaf: LeafSummary): boolean {
  const [low, high] = [quantileOf(leaf, 0.025), quantileOf(leaf, 0.975)];
  const reach = ENOUGH * (high.value - low.value);
  return [low, high].every(({ lo, hi }) => (hi - lo) / 2 <= reach);
}
