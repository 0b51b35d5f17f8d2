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

/** One row of the one accounts table. Mt/yr of the gas, or of CO2 equivalents where a metric is named. */
export interface AccountRow {
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
  /** The lowest and highest of the estimates that `method` names; null where there is one alone. */
  readonly lo: number | null;
  readonly hi: number | null;
  readonly source: string;
  readonly method: string;
}

/** Raised when an account cannot be made; names the field and what was expected. */
export class PanoramaError extends Error {
  override readonly name = "PanoramaError";
  readonly field: string;
  constructor(field: string, message: string) {
    super(message);
    this.field = field;
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

function problemOf({ value, unit, metric, gas, lo, hi, source }: AccountRow): string | null {
  if (!Number.isFinite(value)) return `value should be a finite number, but ${value} came.`;
  if (source.trim() === "") return "source is empty; say where the figure comes from.";
  if (unit !== "Mt CO2" && unit !== "Mt CO2e") return `unit should be Mt CO2 or Mt CO2e, but "${unit}" came.`;
  if (unit === "Mt CO2e" && metric === "") return "metric is empty; CO2 equivalents carry theirs, e.g. AR6.GWP100.";
  if (unit === "Mt CO2" && gas !== "CO2")
    return `unit is Mt CO2, but the gas is ${gas}: give CO2 equivalents with their metric.`;
  if ((lo !== null && lo > value) || (hi !== null && hi < value))
    return `value ${value} lies outside lo ${lo} and hi ${hi}.`;
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
export function rangeOf(
  value: number,
  others: readonly { readonly value: number }[],
): { lo: number | null; hi: number | null } {
  if (others.length === 0) return { lo: null, hi: null };
  let [lo, hi] = [value, value];
  for (const other of others) {
    if (other.value < lo) lo = other.value;
    if (other.value > hi) hi = other.value;
  }
  return { lo, hi };
}
