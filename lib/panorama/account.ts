import { Fault } from "../message/fault.ts";
import type { Sentence } from "../message/message.ts";

/** From whose side a row counts. */
export const principles = ["territorial", "residence", "consumption", "income", "natural", "avoided"] as const;
export type Principle = (typeof principles)[number];

/**
 * What a row is within its principle. `total` is the whole; `imports`, `exports`, `net transfer` lie between production and
 * consumption; `resident transport` and `unexplained` between territory and residence; the rest is land and sea.
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
 * What lo and hi are. A range holds the lowest and the highest of the sources that `method` names, the value among them: it is no
 * interval, and no probability goes with it. An interval holds the value with 95 % probability by an error law that is stated.
 */
export const boundKinds = ["range of sources", "95 % interval", "none"] as const;
export type BoundKind = (typeof boundKinds)[number];

/** lo and hi with what they are; both are null where they are nothing. */
export interface Bounds {
  readonly lo: number | null;
  readonly hi: number | null;
  readonly bounds: BoundKind;
}

export const noBounds: Bounds = { lo: null, hi: null, bounds: "none" };

/** One row of the one accounts table. Mt/yr of the gas, or of CO2 equivalents where a metric is named. */
export interface AccountRow extends Bounds {
  /** ISO 3166 alpha-3, a group such as `EU27`, or `WORLD`. */
  readonly region: string;
  readonly year: number;
  readonly category: Category;
  readonly gas: string;
  readonly principle: Principle;
  /** Emissions are positive, uptake is negative; `exports` and `avoided` are amounts, which are subtracted or stand beside. */
  readonly value: number;
  /** `Mt CO2` or `Mt CO2e`. */
  readonly unit: string;
  /** Such as `AR6.GWP100`; empty for a mass of CO2. */
  readonly metric: string;
  readonly source: string;
  readonly method: string;
}

/** Raised when an account cannot be made; names the field and what was expected. */
export class PanoramaError extends Fault {
  override readonly name = "PanoramaError";
  declare readonly field: string;
  constructor(field: string, said: Sentence) {
    super(said, { field });
  }
}

/** The rows that can be used, and a sentence for each that cannot: the others go on. */
export function readAccounts(rows: readonly AccountRow[]): { rows: AccountRow[]; problems: string[] } {
  const problems: string[] = [];
  const seen = new Map<string, number>();
  const good = rows.filter((row, at) => {
    const problem = problemOf(row) ?? twice(row, at, seen);
    if (problem !== null) problems.push(`Row ${at + 1} (${row.region} ${row.year}, ${row.category}): ${problem}`);
    return problem === null;
  });
  return { rows: good, problems };
}

function problemOf({ value, unit, metric, gas, lo, hi, bounds, source }: AccountRow): string | null {
  if (!Number.isFinite(value)) return `value should be a finite number, but ${value} came.`;
  if (source.trim() === "") return "source is empty; say where the figure comes from.";
  if (unit !== "Mt CO2" && unit !== "Mt CO2e") return `unit should be Mt CO2 or Mt CO2e, but "${unit}" came.`;
  if (unit === "Mt CO2e" && metric === "") return "metric is empty; CO2 equivalents carry theirs, e.g. AR6.GWP100.";
  if (unit === "Mt CO2" && gas !== "CO2")
    return `unit is Mt CO2, but the gas is ${gas}: give CO2 equivalents with their metric.`;
  if ((lo !== null && lo > value) || (hi !== null && hi < value))
    return `value ${value} lies outside lo ${lo} and hi ${hi}.`;
  if ((lo === null) !== (hi === null)) return "lo and hi come together: give both or neither.";
  if ((bounds === "none") !== (lo === null))
    return lo === null
      ? `bounds is "${bounds}", but lo and hi are missing.`
      : 'bounds is "none", but lo and hi are given: say whether they are a range of sources or a 95 % interval.';
  return null;
}

function twice(row: AccountRow, at: number, seen: Map<string, number>): string | null {
  const key = [row.region, row.year, row.principle, row.category, row.gas].join("|");
  const first = seen.get(key);
  if (first !== undefined) return `the same account stands in row ${first + 1}; choose one source for it.`;
  seen.set(key, at);
  return null;
}

/** The range of several estimates about the value taken; none where it is the only one. */
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
 * The bounds of a sum about its value, from those of its parts. Ranges add end to end: the lowest of every part together. Intervals
 * add by the root of squares, each side by itself, as of independent parts. The two are not added to one another. A part without
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

/** How far the bounds of a row lie from its value; 0 where it has none. */
export const below = ({ value, lo }: Bounds & { readonly value: number }): number => value - (lo ?? value);
export const above = ({ value, hi }: Bounds & { readonly value: number }): number => (hi ?? value) - value;
