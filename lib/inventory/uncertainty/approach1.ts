import { type Message, messages } from "../../message/message.ts";
import { checkSources, type InventorySource, larger, type Percent, side } from "./inventory-source.ts";
import { type LargeUncertainty, largeUncertainty } from "./large-uncertainty.ts";

const texts = messages("inventory", {
  largerSide: {
    en: "Where an uncertainty is not symmetric, the table takes its larger side, as the guideline says.",
    zh: "不确定性不对称时，按指南取较大的一侧。",
  },
  netRemoval: {
    en: "The total is a net removal in one of the years; percentages are of its size.",
    zh: "其中一年的总量为净清除；百分比相对其绝对值。",
  },
  uncertainBase: {
    en: "The total of the base year, {total}, is not larger than its own uncertainty, ± {uncertain}: a trend in per cent of it is not meaningful. Report the change itself, {change}.",
    zh: "基准年总量 {total} 不大于其自身的不确定度 ± {uncertain}：以其百分数表示的趋势意义不大。请直接报告变化量 {change}。",
  },
});

/** One line of Table 3.2, columns D to M. Percentages are halves of 95 % intervals. */
export interface Approach1Row extends InventorySource {
  /** E, F: activity data and emission factor, the larger side if not symmetric */
  readonly uActivity: number;
  readonly uFactor: number;
  /** G = √(E² + F²) */
  readonly combined: number;
  /** H = (G D)² / (Σ D)² */
  readonly contribution: number;
  /** I: change of the trend, in percentage points, if the line is 1 % higher in both years */
  readonly typeA: number;
  /** J = D / Σ C, absolute: the same if the line is 1 % higher in year t only */
  readonly typeB: number;
  /** K: uncertainty in the trend due to the emission factor */
  readonly trendFactor: number;
  /** L: uncertainty in the trend due to the activity data */
  readonly trendActivity: number;
  /** M = K² + L² */
  readonly trendContribution: number;
}

/** The uncertainty of the total of year t, per cent of it: half of a 95 % interval. */
export interface LevelUncertainty {
  /** √ΣH, per cent of the total of year t */
  readonly level: number;
  /** By side, if uncertainties are not symmetric: a first-order estimate that is not in the guideline */
  readonly levelLo: number;
  readonly levelHi: number;
}

export interface Approach1 extends LevelUncertainty {
  readonly rows: readonly Approach1Row[];
  readonly totalBase: number;
  readonly totalYear: number;
  /** Change of the total since the base year, per cent of its absolute value: positive if more is emitted or less removed */
  readonly trend: number;
  /** √ΣM, percentage points */
  readonly trendUncertainty: number;
  /** The lognormal interval that the guideline prefers for a large level uncertainty; null for a net sink */
  readonly asymmetric: LargeUncertainty | null;
  readonly notes: readonly Message[];
}

/**
 * Approach 1, propagation of error: IPCC 2006 Guidelines, Vol 1, Ch 3, Equations 3.1 and 3.2, Table 3.2.
 *
 * Sources of one factor group (or activity group) are fully correlated: their contributions are summed before squaring,
 * which for groups of one line is the table as printed.
 */
export function approach1(sources: readonly InventorySource[]): Approach1 {
  checkSources(sources);
  const totalBase = sources.reduce((sum, { base }) => sum + base, 0);
  const totalYear = sources.reduce((sum, { year }) => sum + year, 0);
  const rows = sources.map((source) => rowOf(source, totalBase, totalYear));
  const levels = levelsOf(sources, totalYear);
  const notes = rows.some((row) => typeof row.activity !== "number" || typeof row.factor !== "number")
    ? [texts.largerSide()]
    : [];
  if (totalBase < 0 || totalYear < 0) notes.push(texts.netRemoval());
  const uncertainBase = Math.hypot(...rows.map(({ combined, base }) => (combined / 100) * base));
  if (uncertainBase >= Math.abs(totalBase))
    notes.push(
      texts.uncertainBase({
        total: totalBase.toPrecision(4),
        uncertain: uncertainBase.toPrecision(4),
        change: (totalYear - totalBase).toPrecision(4),
      }),
    );
  return {
    rows,
    totalBase,
    totalYear,
    ...levels,
    trend: (100 * (totalYear - totalBase)) / Math.abs(totalBase),
    trendUncertainty: Math.sqrt(
      grouped(rows, "activityGroup", (row) => row.trendActivity) +
        grouped(rows, "factorGroup", (row) => row.trendFactor),
    ),
    asymmetric: totalYear > 0 ? largeUncertainty(totalYear, levels.level) : null,
    notes,
  };
}

/** The level alone, without the trend and the lines of the table. Throws InventoryError as `approach1` does. */
export function approach1Level(sources: readonly InventorySource[]): LevelUncertainty {
  checkSources(sources);
  return levelsOf(
    sources,
    sources.reduce((sum, { year }) => sum + year, 0),
  );
}

function levelsOf(sources: readonly InventorySource[], total: number): LevelUncertainty {
  const level = (of: (percent: Percent, year: number) => number) =>
    Math.sqrt(
      grouped(sources, "activityGroup", ({ activity, year }) => of(activity, year) * year) +
        grouped(sources, "factorGroup", ({ factor, year }) => of(factor, year) * year),
    ) / Math.abs(total);
  return {
    level: level(larger),
    // A smaller removal makes the total larger, so its sides are swapped.
    levelLo: level((percent, year) => side(percent, year < 0 ? "hi" : "lo")),
    levelHi: level((percent, year) => side(percent, year < 0 ? "lo" : "hi")),
  };
}

function rowOf(source: InventorySource, totalBase: number, totalYear: number): Approach1Row {
  const [uActivity, uFactor] = [larger(source.activity), larger(source.factor)];
  // Math.hypot takes ten times as long, and a percentage neither overflows nor vanishes when squared.
  const combined = Math.sqrt(uActivity ** 2 + uFactor ** 2);
  const typeA = signedTypeA(source, totalBase, totalYear);
  const typeB = source.year / Math.abs(totalBase);
  // Signs are kept for the sum within a group; the printed columns are absolute values.
  const alone = (group: string | undefined, value: number) => (group === undefined ? Math.abs(value) : value);
  const trendFactor = uFactor * (source.factorCorrelated === false ? typeB * Math.SQRT2 : typeA);
  const trendActivity = uActivity * (source.activityCorrelated === true ? typeA : typeB * Math.SQRT2);
  return {
    ...source,
    uActivity,
    uFactor,
    combined,
    contribution: (combined * source.year) ** 2 / totalYear ** 2,
    typeA: Math.abs(typeA),
    typeB: Math.abs(typeB),
    trendFactor: alone(source.factorGroup, trendFactor),
    trendActivity: alone(source.activityGroup, trendActivity),
    trendContribution: trendFactor ** 2 + trendActivity ** 2,
  };
}

/**
 * Type A sensitivity, Table 3.2 note B: the trend with both years of this line 1 % higher, minus the trend; relative to the
 * absolute total.
 */
function signedTypeA({ base, year }: InventorySource, totalBase: number, totalYear: number): number {
  const raisedBase = 0.01 * base + totalBase;
  const raised = ((0.01 * year + totalYear - raisedBase) / Math.abs(raisedBase)) * 100;
  return raised - ((totalYear - totalBase) / Math.abs(totalBase)) * 100;
}

/** Σ over groups of (Σ within the group)²; a line without a group is one of its own. */
function grouped<S extends InventorySource>(
  sources: readonly S[],
  key: "activityGroup" | "factorGroup",
  value: (source: S) => number,
): number {
  const sums = new Map<string, number>();
  let squares = 0;
  for (const source of sources) {
    const group = source[key];
    if (group === undefined) squares += value(source) ** 2;
    else sums.set(group, (sums.get(group) ?? 0) + value(source));
  }
  for (const sum of sums.values()) squares += sum * sum;
  return squares;
}

/** Equation 3.1: U of a product of independent quantities, per cent. */
export function combineProduct(percents: readonly number[]): number {
  return Math.hypot(...percents);
}

/** Equation 3.2: U of a sum of independent quantities x_i with U_i, per cent. */
export function combineSum(x: readonly number[], percents: readonly number[]): number {
  const total = x.reduce((sum, value) => sum + value, 0);
  return Math.hypot(...x.map((value, at) => value * percents[at]!)) / Math.abs(total);
}
