import { type Message, messages, type Sentence } from "../message/message.ts";
import { PanoramaError } from "./panorama-error.ts";

export { PanoramaError };

const texts = messages("panorama", {
  inRow: {
    en: "Row {row} ({region} {year}, {category}): {problem}",
    zh: "第 {row} 行（{region} {year}，{category}）：{problem}",
  },
  valueNotFinite: {
    en: "value is {value}; expected a finite number.",
    zh: "value 应为有限的数，实际为 {value}。",
  },
  notFinite: {
    en: "{field} is {value}; expected a finite number.",
    zh: "{field} 应为有限的数，实际为{value}。",
  },
  noSource: { en: "source is empty; say where the figure comes from.", zh: "source 为空；请说明数据出处。" },
  otherUnit: {
    en: 'unit is "{unit}"; expected Mt CO2 or Mt CO2e.',
    zh: "unit 应为 Mt CO2 或 Mt CO2e，实际为“{unit}”。",
  },
  noMetric: {
    en: "metric is empty; CO2 equivalents carry theirs, e.g. AR6.GWP100.",
    zh: "metric 为空；二氧化碳当量须注明度量，如 AR6.GWP100。",
  },
  massOfOther: {
    en: "unit is Mt CO2, but the gas is {gas}: use CO2 equivalents with their metric.",
    zh: "单位是 Mt CO2，而气体是 {gas}：请给出二氧化碳当量及其度量。",
  },
  valueOutside: {
    en: "value {value} is outside lo {lo} and hi {hi}.",
    zh: "数值 {value} 不在下限 {lo} 与上限 {hi} 之间。",
  },
  oneBound: { en: "lo and hi belong together: set both or neither.", zh: "lo 与 hi 须同时给出，或都不给。" },
  noBoundsGiven: {
    en: 'bounds is "{bounds}", but lo and hi are missing.',
    zh: "bounds 为“{bounds}”，但缺少 lo 与 hi。",
  },
  boundsNotNamed: {
    en: 'bounds is "none", but lo and hi are given: say whether they are a range of sources or a 95 % interval.',
    zh: "bounds 为“none”，但给出了 lo 与 hi：请说明它们是来源范围（range of sources）还是 95 % 区间（95 % interval）。",
  },
  sameAccount: {
    en: "row {row} is the same account; choose one source for it.",
    zh: "第 {row} 行已有同一账户；请只选一个来源。",
  },
});

/** Accounting principles. */
export const principles = ["territorial", "residence", "consumption", "income", "natural", "avoided"] as const;
export type Principle = (typeof principles)[number];

/**
 * The category of a row within its principle. `total` is the sum; `imports`, `exports`, `net transfer` are between
 * production and consumption; `resident transport` and `unexplained` between territory and residence; the others are land
 * and sea.
 */
export const categories = [
  "total",
  "imports",
  "exports",
  "net transfer",
  "resident transport",
  "unexplained",
  "land-use change",
  "managed land, indirect",
  "land sink",
  "ocean sink",
  "exported goods",
] as const;
export type Category = (typeof categories)[number];

/**
 * The meaning of lo and hi. A range is the lowest and the highest of the sources named in `method`, including the value: it
 * is not an interval and has no probability. An interval contains the value with 95 % probability by a stated error law.
 */
export const boundKinds = ["range of sources", "95 % interval", "none"] as const;
export type BoundKind = (typeof boundKinds)[number];

/**
 * What the draws of error laws span that hold fewer published figures than an interval of 95 % would: their quantiles of 2.5 % and
 * 97.5 %, with the share that lies inside beside them.
 */
export const LAW_RANGE = "range by error laws";

/** lo and hi with their meaning; both are null without bounds. */
export interface Bounds {
  readonly lo: number | null;
  readonly hi: number | null;
  readonly bounds: BoundKind;
}

export const noBounds: Bounds = { lo: null, hi: null, bounds: "none" };

/** One row of the accounts table. Mt/yr of the gas, or of CO2 equivalents if a metric is named. */
export interface AccountRow extends Bounds {
  /** ISO 3166 alpha-3, a group such as `EU27`, or `WORLD`. */
  readonly region: string;
  readonly year: number;
  readonly category: Category;
  readonly gas: string;
  readonly principle: Principle;
  /**
   * Emissions are positive, uptake is negative; `exports` and `avoided` are amounts, which are subtracted or reported
   * separately.
   */
  readonly value: number;
  /** `Mt CO2` or `Mt CO2e`. */
  readonly unit: string;
  /** For example `AR6.GWP100`; empty for a mass of CO2. */
  readonly metric: string;
  readonly source: string;
  readonly method: Sentence;
}

/** Throws PanoramaError with the name of the field if a value is not finite. */
export function requireFinite(field: string, value: number): void {
  if (!Number.isFinite(value)) throw new PanoramaError(field, texts.notFinite({ field, value }));
}

/** The usable rows, and a problem for each unusable one; the others are used. */
export function readAccounts(rows: readonly AccountRow[]): { rows: AccountRow[]; problems: Message[] } {
  const problems: Message[] = [];
  const seen = new Map<string, number>();
  const good = rows.filter((row, at) => {
    const problem = problemOf(row) ?? twice(row, at, seen);
    if (problem !== null) problems.push(inRow(row, at + 1, problem));
    return problem === null;
  });
  return { rows: good, problems };
}

function inRow({ region, year, category }: AccountRow, row: number, problem: Message): Message {
  return texts.inRow({ row, region, year, category, problem });
}

function problemOf({ value, unit, metric, gas, lo, hi, bounds, source }: AccountRow): Message | null {
  if (!Number.isFinite(value)) return texts.valueNotFinite({ value });
  if (source.trim() === "") return texts.noSource();
  if (unit !== "Mt CO2" && unit !== "Mt CO2e") return texts.otherUnit({ unit });
  if (unit === "Mt CO2e" && metric === "") return texts.noMetric();
  if (unit === "Mt CO2" && gas !== "CO2") return texts.massOfOther({ gas });
  if ((lo !== null && lo > value) || (hi !== null && hi < value)) return texts.valueOutside({ value, lo, hi });
  if ((lo === null) !== (hi === null)) return texts.oneBound();
  if ((bounds === "none") !== (lo === null))
    return lo === null ? texts.noBoundsGiven({ bounds }) : texts.boundsNotNamed();
  return null;
}

function twice(row: AccountRow, at: number, seen: Map<string, number>): Message | null {
  const key = [row.region, row.year, row.principle, row.category, row.gas].join("|");
  const first = seen.get(key);
  if (first !== undefined) return texts.sameAccount({ row: first + 1 });
  seen.set(key, at);
  return null;
}

/** The range of several estimates including the value; none if it is the only one. */
export function rangeOf(value: number, others: readonly { readonly value: number }[]): Bounds {
  if (others.length === 0) return noBounds;
  let [lo, hi] = [value, value];
  for (const other of others) {
    if (other.value < lo) lo = other.value;
    if (other.value > hi) hi = other.value;
  }
  return { lo, hi, bounds: "range of sources" };
}

/**
 * The bounds of a sum, from those of its parts. Ranges add end to end: the sum of all lower ends. Intervals
 * add in quadrature, each side separately, as for independent parts. The two kinds are not combined. A part without
 * bounds counts as if it were certain.
 */
export function boundsOfSum(value: number, parts: readonly (Bounds & { readonly value: number })[]): Bounds {
  const bounded = parts.filter(({ bounds }) => bounds !== "none");
  const [first] = bounded;
  if (!first || bounded.some(({ bounds }) => bounds !== first.bounds)) return noBounds;
  const reach = (of: (part: Bounds & { readonly value: number }) => number) => {
    let sum = 0;
    for (const part of bounded) sum += first.bounds === "95 % interval" ? of(part) ** 2 : of(part);
    return first.bounds === "95 % interval" ? Math.sqrt(sum) : sum;
  };
  return { lo: value - reach(below), hi: value + reach(above), bounds: first.bounds };
}

/** The distances of a row's bounds from its value; 0 without bounds. */
export const below = ({ value, lo }: Bounds & { readonly value: number }): number => value - (lo ?? value);
export const above = ({ value, hi }: Bounds & { readonly value: number }): number => (hi ?? value) - value;
