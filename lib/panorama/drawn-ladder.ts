import { type DrawnFigure, figureOf, quantileOf } from "../uncertainty/drawn-figure.ts";
import { count } from "../uncertainty/uncertainty-error.ts";
import type { AccountRow } from "./account.ts";
import type { Ladder, Rung } from "./ladder.ts";
import { drawRow, type RowError, type RowLaw, rowLaws } from "./row-error.ts";

/** What the draws say of a step. */
export interface RungDistribution extends DrawnFigure {
  readonly median: number;
  readonly skewness: number;
  /** How the law of the row came about; of a level, that it follows from the steps before. */
  readonly made: string;
  /** Cov(row, last level) / Var(last level): what the row makes of it; null for a level. Shares add to 1. */
  readonly share: number | null;
  /** Equal bins from the lowest to the highest 0.5 %. */
  readonly histogram: { readonly edges: number[]; readonly counts: number[] };
}

/** A step with the interval of its draws in lo and hi. */
export interface DrawnRung extends Rung {
  readonly distribution: RungDistribution;
}

/** By how many per cent a level stands above (or below) the first. */
export interface Adjustment extends DrawnFigure {
  readonly region: string;
  readonly year: number;
  readonly from: string;
  readonly to: string;
  readonly quantiles: { readonly probability: number; readonly value: number }[];
}

export interface DrawnLadder {
  readonly rungs: readonly DrawnRung[];
  readonly adjustments: readonly Adjustment[];
  /** Rows that nothing is known of and that were taken as certain, as sentences. */
  readonly notes: readonly string[];
}

export interface DrawOptions {
  readonly draws: number;
  readonly seed: number;
}

/**
 * The ladder climbed anew in every draw: each row by its law, each level from the rows below it, so that asymmetry stays and
 * what steps share cancels or adds as it should. What follows from other rows is not drawn: `unexplained` is residence less
 * territory less transport, and of managed land the indirect part is what is reported less land-use change. Mt.
 */
export function drawnLadder(
  { region, year, rungs }: Ladder,
  rows: readonly AccountRow[],
  errors: readonly RowError[],
  { draws, seed }: DrawOptions,
): DrawnLadder {
  count("draws", draws, 2);
  const lawOf = rowLaws(errors);
  const climb = new DrawnClimb(rows, lawOf, draws, seed);
  const steps = rungs.map((rung) => climb.step(rung));
  const last = climb.height;
  const [mean, variance] = momentsOf(last);
  const drawn = steps.map(({ rung, values, made, moved }): DrawnRung => {
    const figure = figureOf(rung.value, values);
    const distribution = {
      ...figure,
      ...shapeOf(values, figure),
      made,
      share: moved === null || variance === 0 ? null : covariance(moved, last, mean) / variance,
    };
    return { ...rung, lo: figure.lo, hi: figure.hi, distribution };
  });
  const levels = steps.filter(({ rung }) => rung.kind === "level");
  const first = levels[0];
  const adjustments = first ? levels.slice(1).map((level) => adjustmentOf(region, year, first, level)) : [];
  return { rungs: drawn, adjustments, notes: climb.notes };
}

interface Step {
  readonly rung: Rung;
  readonly values: Float64Array;
  readonly made: string;
  /** What the step adds to the height, in every draw; null for a level that only sums up. */
  readonly moved: Float64Array | null;
}

/** Where one stands in every draw. */
class DrawnClimb {
  readonly notes: string[] = [];
  height: Float64Array;
  readonly #rows: readonly AccountRow[];
  readonly #lawOf: (row: AccountRow) => RowLaw | null;
  readonly #draws: number;
  readonly #seed: number;
  #landUse: Float64Array | null = null;

  constructor(rows: readonly AccountRow[], lawOf: (row: AccountRow) => RowLaw | null, draws: number, seed: number) {
    this.#rows = rows;
    this.#lawOf = lawOf;
    this.#draws = draws;
    this.#seed = seed;
    this.height = new Float64Array(draws);
  }

  step(rung: Rung): Step {
    if (rung.kind === "level") return rung.step === "territorial" ? this.#territory(rung) : this.#level(rung);
    if (rung.category === "unexplained") return this.#unexplained(rung);
    const { values, made } = this.#drawn(rung);
    if (rung.category === "land-use change") this.#landUse = values;
    if (rung.category === "managed land, indirect" && this.#landUse) {
      const base = this.#rows.find(({ category }) => category === "land-use change")!.value;
      for (let d = 0; d < values.length; d++) values[d]! += base - this.#landUse[d]!;
    }
    return this.#move(rung, values, made, rung.category === "exports" ? -1 : 1);
  }

  #territory(rung: Rung): Step {
    const sum = new Float64Array(this.#draws);
    const made: string[] = [];
    for (const row of this.#rows.filter(({ principle }) => principle === "territorial")) {
      const drawn = this.#drawn(row);
      for (let d = 0; d < sum.length; d++) sum[d]! += drawn.values[d]!;
      made.push(drawn.made);
    }
    this.height = sum;
    return { rung, values: sum, made: [...new Set(made)].join("; "), moved: sum };
  }

  #level(rung: Rung): Step {
    return { rung, values: this.height, made: "follows from the steps before", moved: null };
  }

  /** Residence is known by itself; what lies between it and the territory follows. */
  #unexplained(rung: Rung): Step {
    const residence = this.#rows.find((row) => row.principle === "residence" && row.category === "total")!;
    const { values } = this.#drawn(residence);
    const rest = values.map((value, d) => value - this.height[d]!);
    return this.#move(rung, rest, "residence less territory less transport", 1);
  }

  #move(rung: Rung, values: Float64Array, made: string, sign: number): Step {
    const moved = sign === 1 ? values : values.map((value) => sign * value);
    this.height = this.height.map((height, d) => height + moved[d]!);
    return { rung, values, made, moved };
  }

  #drawn(row: AccountRow): { values: Float64Array; made: string } {
    const law = row.category === "managed land, indirect" ? this.#ownLaw(row) : this.#lawOf(row);
    if (law) return { values: drawRow(row, law, this.#seed, this.#draws), made: law.made };
    if (row.category !== "managed land, indirect" && row.value !== 0)
      this.notes.push(
        `No range of ${row.category === "total" ? row.principle : row.category} (${row.gas}) of ${row.region} in ${row.year} is at hand: it was taken as certain.`,
      );
    return { values: new Float64Array(this.#draws).fill(row.value), made: "taken as certain" };
  }

  /** The range of the indirect part is that of land-use change, which it takes over draw by draw. */
  #ownLaw(row: AccountRow): RowLaw | null {
    return this.#lawOf({ ...row, lo: null, hi: null });
  }
}

const PROBABILITIES = [0.005, 0.025, ...Array.from({ length: 19 }, (_, at) => (at + 1) / 20), 0.975, 0.995];

function adjustmentOf(region: string, year: number, first: Step, level: Step): Adjustment {
  const percent = (to: number, from: number) => 100 * (to / from - 1);
  const draws = level.values.map((value, d) => percent(value, first.values[d]!));
  const sorted = draws.slice().sort();
  return {
    region,
    year,
    from: first.rung.step,
    to: level.rung.step,
    ...figureOf(percent(level.rung.value, first.rung.value), draws),
    quantiles: PROBABILITIES.map((probability) => ({ probability, value: quantileOf(sorted, probability) })),
  };
}

const BINS = 40;

function shapeOf(values: Float64Array, { mean, sd }: DrawnFigure) {
  const sorted = values.slice().sort();
  const [least, most] = [quantileOf(sorted, 0.005), quantileOf(sorted, 0.995)];
  const width = (most - least) / BINS;
  const counts = new Array<number>(width > 0 ? BINS : 1).fill(0);
  let third = 0;
  for (const value of values) {
    third += (value - mean) ** 3;
    if (value < least || value > most) continue;
    counts[width > 0 ? Math.min(BINS - 1, Math.floor((value - least) / width)) : 0]!++;
  }
  const edges = Array.from({ length: counts.length + 1 }, (_, at) => least + at * width);
  return {
    median: quantileOf(sorted, 0.5),
    skewness: sd > 0 ? third / values.length / sd ** 3 : 0,
    histogram: { edges, counts },
  };
}

function momentsOf(values: Float64Array): [mean: number, variance: number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return [mean, covariance(values, values, mean)];
}

/** Population covariance with `others`, whose mean is given. */
function covariance(values: Float64Array, others: Float64Array, mean: number): number {
  let sum = 0;
  for (let d = 0; d < values.length; d++) sum += values[d]! * (others[d]! - mean);
  return sum / values.length;
}
