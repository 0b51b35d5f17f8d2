import { isCategory } from "../classification/categories.ts";
import { type Evidence, evidences, isEvidence } from "../quantity/evidence.ts";
import { parseUnit } from "../quantity/unit.ts";
import type { Distribution, Factor } from "./factor.ts";

/** What was read of a table of factors: the rows that stand, and a sentence for each that does not. */
export interface FactorTable {
  readonly factors: readonly Factor[];
  readonly problems: readonly RowProblem[];
}

/** What is wrong with a row, and where. The other rows go on. */
export interface RowProblem {
  /** Counted from 1, the header not counted. */
  readonly row: number;
  readonly column: string;
  /** "Row 3, column unit: …". */
  readonly message: string;
}

type Cells = Readonly<Record<string, unknown>>;

const distributions: readonly string[] = ["normal", "lognormal", "triangular", "uniform"] satisfies Distribution[];

/**
 * Reads rows as they come from CSV, JSON, Arrow or a query: columns named as the fields of `Factor`, with `year_from` and `year_to`
 * for the years, and `value_status`, `value_read`, `bounds_status`, `bounds_read` for how value and bounds came there. Needed are category, activity, value, unit and source; a factor without a source does not stand.
 */
export function readFactors(rows: readonly Cells[]): FactorTable {
  const factors: Factor[] = [];
  const problems: RowProblem[] = [];
  rows.forEach((cells, at) => {
    const found: RowProblem[] = [];
    const factor = readFactor(cells, (column, sentence) =>
      found.push({ row: at + 1, column, message: `Row ${at + 1}, column ${column}: ${sentence}` }),
    );
    if (found.length === 0) factors.push(factor);
    problems.push(...found);
  });
  return { factors, problems };
}

function readFactor(cells: Cells, report: (column: string, sentence: string) => void): Factor {
  const text = (column: string): string | null => {
    const cell = cells[column];
    return cell === null || cell === undefined || String(cell).trim() === "" ? null : String(cell).trim();
  };
  const needed = (column: string, expected: string): string => {
    const found = text(column);
    if (found === null) report(column, `it is empty; ${expected} is expected.`);
    return found ?? "";
  };
  const number = (column: string): number | null => {
    const found = text(column);
    if (found === null) return null;
    const value = Number(found);
    if (!Number.isFinite(value)) report(column, `"${found}" is not a number.`);
    return value;
  };

  const category = needed("category", "an IPCC category such as 1.A.1.a");
  if (category !== "" && !isCategory(category))
    report("category", `"${category}" is no category of the IPCC 2006 Guidelines; a code such as 1.A.1.a is expected.`);
  const unit = needed("unit", "a unit such as kg CO2/TJ");
  let gas = text("gas");
  if (unit !== "") {
    try {
      const above = parseUnit(unit).terms.find(({ exponent, substance }) => exponent > 0 && substance?.kind === "gas");
      if (above?.substance?.kind === "gas") gas ??= above.substance.gas;
    } catch (error) {
      report("unit", (error as Error).message);
    }
  }
  const value = number("value");
  if (value === null) report("value", "it is empty; a number is expected.");
  const [lo, hi] = [number("lo"), number("hi")];
  if (lo !== null && hi !== null && lo > hi) report("lo", `the lower bound ${lo} lies above the upper bound ${hi}.`);
  if (value !== null && ((lo !== null && value < lo) || (hi !== null && value > hi)))
    report("value", `${value} lies outside its own bounds ${lo} to ${hi}.`);
  const distribution = text("distribution");
  if (distribution !== null && !distributions.includes(distribution))
    report("distribution", `"${distribution}" is unknown; ${distributions.join(", ")} are expected.`);
  const [from, to] = [number("year_from"), number("year_to")];
  const status = (column: string): Evidence | null => {
    const written = text(column);
    if (written === null || isEvidence(written)) return written;
    report(column, `"${written}" is unknown; ${evidences.join(", ")} are expected.`);
    return null;
  };
  return {
    category,
    activity: needed("activity", "what is burnt, made, kept or done"),
    parameter: text("parameter") ?? "EF",
    gas,
    value: value ?? Number.NaN,
    unit,
    lo,
    hi,
    distribution: distribution as Distribution | null,
    region: text("region"),
    plant: text("plant"),
    years: from === null && to === null ? null : [from ?? Number.NEGATIVE_INFINITY, to ?? Number.POSITIVE_INFINITY],
    technology: text("technology"),
    edition: text("edition"),
    source: needed("source", "where the value comes from"),
    table: text("source_table") ?? text("table"),
    page: text("page"),
    valueStatus: status("value_status"),
    valueRead: text("value_read"),
    boundsStatus: status("bounds_status"),
    boundsRead: text("bounds_read"),
    note: text("note"),
  };
}
