import { distinct } from "../message/distinct.ts";
import { type Message, messages, type Sentence } from "../message/message.ts";
import { quantileOf } from "../numeric/quantile.ts";
import { type Coverage, coverageOf, type IntervalName, mayBeCalled95 } from "../uncertainty/coverage/coverage.ts";
import { type DrawnFigure, figureOf } from "../uncertainty/propagation/drawn-figure.ts";
import { count } from "../uncertainty/uncertainty-error.ts";
import { type AccountRow, type BoundKind, LAW_RANGE, noBounds } from "./account.ts";
import { accountOfGas } from "./account-name.ts";
import type { Ladder, Rung } from "./ladder.ts";
import { drawRow, type RowError, type RowLaw, rowLaws } from "./row-error.ts";

const texts = messages("panorama", {
  followsFromSteps: { en: "follows from the steps before", zh: "由前面各步得出" },
  residenceLessTerritory: { en: "residence less territory less transport", zh: "常住单位减属地减运输" },
  twoLaws: { en: "{before}; {law}", zh: "{before}；{law}" },
  reportedLessChange: { en: "reported less land-use change", zh: "报告值减土地利用变化" },
  rangeNotDrawn: {
    en: "The range of sources for {what} of {region} in {year} is not a probability distribution: nothing was drawn from it.",
    zh: "{region} 在 {year} 年{what}的来源范围不是误差分布：未据此抽样。",
  },
  noErrorLaw: {
    en: "No error distribution of {what} of {region} in {year} is stated: it was not drawn.",
    zh: "{region} 在 {year} 年{what}没有给出误差分布：未抽样。",
  },
});

/** The distribution of a step from the draws. */
export interface RungDistribution extends DrawnFigure {
  readonly median: number;
  readonly skewness: number;
  /** The origin of the row's law; for a level, that it follows from the previous steps. */
  readonly made: Sentence;
  /** Cov(row, last level) / Var(last level): the contribution of the row; null for a level. Shares add to 1. */
  readonly share: number | null;
  /** Equal bins from the lowest to the highest 0.5 %. */
  readonly histogram: { readonly edges: number[]; readonly counts: number[] };
}

/** The meaning of lo and hi if only a part of the step was drawn. */
export const PARTIAL = "95 % interval of what was drawn";

/** What the bounds of draws are called: by what was not drawn, and by the coverage of what was. */
export type DrawnBounds = "95 % interval" | typeof PARTIAL | typeof LAW_RANGE;

function drawnBounds(tested: readonly IntervalName[], undrawn: readonly Message[]): DrawnBounds {
  if (!mayBeCalled95(tested)) return LAW_RANGE;
  return undrawn.length > 0 ? PARTIAL : "95 % interval";
}

/** A drawn step has the interval of the draws in lo and hi; another keeps its own bounds and has no distribution. */
export interface DrawnRung extends Omit<Rung, "bounds"> {
  /** If a part of the step was not drawn, the 95 % interval is only that of the rest and is labelled so. */
  readonly bounds: BoundKind | DrawnBounds;
  /** How many published figures lie inside the bounds of what the step is made of; null where nothing was drawn or tested. */
  readonly coverage: Coverage | null;
  readonly distribution: RungDistribution | null;
  /** Parts of the step without a stated error law, e.g. `land-use change (CO2)`: they have their value in every draw. */
  readonly undrawn: readonly Message[];
}

/** The difference of a level from the first, per cent, if both are drawn. */
export interface Adjustment extends DrawnFigure {
  readonly region: string;
  readonly year: number;
  readonly from: string;
  readonly to: string;
  readonly quantiles: { readonly probability: number; readonly value: number }[];
  readonly bounds: DrawnBounds;
  readonly coverage: Coverage | null;
  /** As of the level. */
  readonly undrawn: readonly Message[];
}

export interface DrawnLadder {
  readonly rungs: readonly DrawnRung[];
  readonly adjustments: readonly Adjustment[];
  /** Notes on rows without a stated error law, which were not drawn. */
  readonly notes: readonly Message[];
}

export interface DrawOptions {
  readonly draws: number;
  readonly seed: number;
}

/**
 * The ladder computed in every draw: each row by its law, each level from the rows before it, so that asymmetry is
 * preserved and common errors of steps cancel or add correctly. Rows that follow from others are not drawn: `unexplained`
 * is residence minus territory minus transport, and the indirect part of managed land is the reported flux minus land-use
 * change. Mt.
 *
 * Only rows with an error law are drawn (`rowLaws`). A range of sources is not a law: such a row, and a row without bounds, has
 * its value in every draw, and each level names its parts that were not drawn.
 */
export function drawnLadder(
  { region, year, rungs }: Ladder,
  rows: readonly AccountRow[],
  errors: readonly RowError[],
  { draws, seed }: DrawOptions,
): DrawnLadder {
  count("draws", draws, 2);
  const lawOf = rowLaws(errors);
  const builder = new DrawnLadderBuilder(rows, lawOf, draws, seed);
  const steps = rungs.map((rung) => builder.step(rung));
  const last = builder.total;
  const [mean, variance] = momentsOf(last);
  const drawn = steps.map(({ rung, values, made, moved, isDrawn, undrawn, tested }): DrawnRung => {
    if (!isDrawn) return { ...rung, distribution: null, coverage: null, undrawn };
    const figure = figureOf(rung.value, values);
    const distribution = {
      ...figure,
      ...shapeOf(values, figure),
      made,
      share: moved === null || variance === 0 ? null : covariance(moved, last, mean) / variance,
    };
    return {
      ...rung,
      lo: figure.lo,
      hi: figure.hi,
      bounds: drawnBounds(tested, undrawn),
      coverage: coverageOf(tested),
      distribution,
      undrawn,
    };
  });
  const levels = steps.filter(({ rung }) => rung.kind === "level");
  const first = levels[0];
  const reached = levels.slice(1).filter(({ isDrawn }) => isDrawn);
  const adjustments = first?.isDrawn ? reached.map((level) => adjustmentOf(region, year, first, level)) : [];
  return { rungs: drawn, adjustments, notes: builder.notes };
}

interface Step {
  readonly rung: Rung;
  readonly values: Float64Array;
  readonly made: Sentence;
  /** The change of the running total in every draw; null for a level, which only sums up. */
  readonly moved: Float64Array | null;
  /** Whether any row with an error law is in the values. */
  readonly isDrawn: boolean;
  readonly undrawn: readonly Message[];
  /** The shipped intervals among the laws that were drawn. */
  readonly tested: readonly IntervalName[];
}

type Drawn = Pick<Step, "values" | "made" | "isDrawn" | "undrawn" | "tested">;

/** Builds the steps with the running total of every draw. */
class DrawnLadderBuilder {
  readonly notes: Message[] = [];
  total: Float64Array;
  readonly #rows: readonly AccountRow[];
  readonly #lawOf: (row: AccountRow) => RowLaw | null;
  readonly #draws: number;
  readonly #seed: number;
  #landUse: Float64Array | null = null;
  /** Whether any part of the running total is drawn, and which parts are not. */
  #isDrawn = false;
  #undrawn: readonly Message[] = [];
  #tested: readonly IntervalName[] = [];

  constructor(rows: readonly AccountRow[], lawOf: (row: AccountRow) => RowLaw | null, draws: number, seed: number) {
    this.#rows = rows;
    this.#lawOf = lawOf;
    this.#draws = draws;
    this.#seed = seed;
    this.total = new Float64Array(draws);
  }

  step(rung: Rung): Step {
    if (rung.kind === "level") return rung.step === "territorial" ? this.#territory(rung) : this.#level(rung);
    if (rung.category === "unexplained") return this.#unexplained(rung);
    if (rung.category === "managed land, indirect") return this.#indirect(rung);
    const drawn = this.#drawn(rung);
    if (rung.category === "land-use change" && drawn.isDrawn) this.#landUse = drawn.values;
    return this.#move(rung, drawn, rung.category === "exports" ? -1 : 1);
  }

  #territory(rung: Rung): Step {
    const sum = new Float64Array(this.#draws);
    const parts = this.#rows.filter(({ principle }) => principle === "territorial").map((row) => this.#drawn(row));
    for (const { values } of parts) for (let d = 0; d < sum.length; d++) sum[d]! += values[d]!;
    this.total = sum;
    this.#isDrawn = parts.some(({ isDrawn }) => isDrawn);
    this.#undrawn = parts.flatMap(({ undrawn }) => undrawn);
    this.#tested = parts.flatMap(({ tested }) => tested);
    const made = listOfLaws(distinct(parts.filter(({ isDrawn }) => isDrawn).map((part) => part.made)));
    return { rung, values: sum, made, moved: sum, ...this.#state };
  }

  #level(rung: Rung): Step {
    const made = texts.followsFromSteps();
    return { rung, values: this.total, made, moved: null, ...this.#state };
  }

  /** What is known of the running total. */
  get #state() {
    return { isDrawn: this.#isDrawn, undrawn: this.#undrawn, tested: this.#tested };
  }

  /**
   * Residence has its own account; the difference from the territory follows, and the running total becomes that of residence.
   */
  #unexplained(rung: Rung): Step {
    const residence = this.#rows.find((row) => row.principle === "residence" && row.category === "total")!;
    const known = this.#drawn(residence);
    const values = known.values.map((value, d) => value - this.total[d]!);
    const isDrawn = known.isDrawn || this.#isDrawn;
    const undrawn = [...this.#undrawn, ...known.undrawn];
    const tested = [...this.#tested, ...known.tested];
    const step = this.#move(rung, { values, made: texts.residenceLessTerritory(), isDrawn, undrawn, tested }, 1);
    this.#isDrawn = known.isDrawn;
    this.#undrawn = known.undrawn;
    this.#tested = known.tested;
    return step;
  }

  /**
   * The reported flux is one figure, which the models of land-use change split, so the errors of the two parts have
   * opposite signs.
   */
  #indirect(rung: Rung): Step {
    const own = this.#lawOf({ ...rung, ...noBounds });
    if (own || this.#landUse === null) return this.#move(rung, this.#drawn(rung, own), 1);
    const base = this.#rows.find(({ category }) => category === "land-use change")!.value;
    const values = this.#landUse.map((value) => rung.value + base - value);
    return this.#move(rung, { values, made: texts.reportedLessChange(), isDrawn: true, undrawn: [], tested: [] }, 1);
  }

  #move(rung: Rung, { values, made, isDrawn, undrawn, tested }: Drawn, sign: number): Step {
    const moved = sign === 1 ? values : values.map((value) => sign * value);
    this.total = this.total.map((total, d) => total + moved[d]!);
    this.#isDrawn ||= isDrawn;
    this.#undrawn = [...this.#undrawn, ...undrawn];
    this.#tested = [...this.#tested, ...tested];
    return { rung, values, made, moved, isDrawn, undrawn, tested };
  }

  #drawn(row: AccountRow, law = this.#lawOf(row)): Drawn {
    if (law) {
      const tested = law.interval === null ? [] : [law.interval];
      return { values: drawRow(row, law, this.#seed, this.#draws), made: law.made, isDrawn: true, undrawn: [], tested };
    }
    const values = new Float64Array(this.#draws).fill(row.value);
    if (row.value === 0) return { values, made: "", isDrawn: false, undrawn: [], tested: [] };
    const what = accountOfGas(row);
    const { region, year } = row;
    this.notes.push(
      row.bounds === "range of sources"
        ? texts.rangeNotDrawn({ what, region, year })
        : texts.noErrorLaw({ what, region, year }),
    );
    return { values, made: "", isDrawn: false, undrawn: [what], tested: [] };
  }
}

/** The laws of a drawn sum, as one sentence. */
function listOfLaws(laws: readonly Sentence[]): Sentence {
  const [first = "", ...others] = laws;
  return others.reduce((before: Sentence, law) => texts.twoLaws({ before, law }), first);
}

/** What trade moves is tested in Mt and as a share of production. */
const ofShare: ReadonlyMap<IntervalName, IntervalName> = new Map([
  ["net transfer of a country", "consumption relative to production"],
]);

const PROBABILITIES = [0.005, 0.025, ...Array.from({ length: 19 }, (_, at) => (at + 1) / 20), 0.975, 0.995];

/** An error of the first level is in both, so that the intervals of the changes between them are those of the percentage. */
function adjustmentOf(region: string, year: number, first: Step, level: Step): Adjustment {
  const tested = level.tested.slice(first.tested.length).map((name) => ofShare.get(name) ?? name);
  const percent = (to: number, from: number) => 100 * (to / from - 1);
  const draws = level.values.map((value, d) => percent(value, first.values[d]!));
  const sorted = draws.slice().sort();
  return {
    region,
    year,
    from: first.rung.step,
    to: level.rung.step,
    ...figureOf(percent(level.rung.value, first.rung.value), draws),
    bounds: drawnBounds(tested, level.undrawn),
    coverage: coverageOf(tested),
    quantiles: PROBABILITIES.map((probability) => ({ probability, value: quantileOf(sorted, probability) })),
    undrawn: level.undrawn,
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
