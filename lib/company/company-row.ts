import { isCategory } from "../classification/categories.ts";
import { parseUnit } from "../quantity/unit.ts";
import { type Cells, numberOf, problemIn, type TableProblem, textOf } from "./table-problem.ts";
import { findValueChainCategory, type ValueChainCategory } from "./value-chain.ts";

export const energies = ["electricity", "steam", "heat", "cooling"] as const;

/** Sources of scope 1 by the names of the Corporate Standard, and the IPCC category whose factors they take. */
export const directSources: Readonly<Record<string, string>> = {
  "stationary combustion": "1.A.2",
  "mobile combustion": "1.A.3.b",
  fugitive: "2.F",
};

/** One activity of the company in the year of its inventory. */
export interface CompanyRecord {
  readonly row: number;
  readonly scope: 1 | 2 | 3 | "outside";
  /** Scope 1: IPCC category; scope 2: kind of energy; scope 3: number of the category; else `outside`. */
  readonly category: string;
  readonly activity: string;
  readonly amount: number;
  readonly unit: string;
  readonly facility: string | null;
  readonly country: string | null;
  readonly supplier: string | null;
  /** What it is of: the same item may not be counted in two ways. */
  readonly item: string | null;
  readonly method: string | null;
  readonly technology: string | null;
}

/**
 * Reads the activities: columns scope, category, activity, amount, unit; and as wished facility, country, supplier, item, method,
 * technology, year. Each problem names row, column and what was expected; the other rows go on.
 */
export function readCompanyRows(
  rows: readonly Cells[],
  year: number,
): { records: CompanyRecord[]; problems: TableProblem[] } {
  const records: CompanyRecord[] = [];
  const problems: TableProblem[] = [];
  rows.forEach((cells, i) => {
    const before = problems.length;
    const report = (column: string, sentence: string) => problems.push(problemIn("rows", i + 1, column, sentence));
    const scope = scopeOf(textOf(cells, "scope"), report);
    const category = scope === undefined ? "" : categoryOf(scope, cells, report);
    const amount = numberOf(cells, "amount");
    if (amount === null) report("amount", "it is empty; a number of 0 or more is expected.");
    else if (Number.isNaN(amount)) report("amount", `"${cells.amount}" is not a number; 0 or more is expected.`);
    else if (amount < 0)
      report(
        "amount",
        `the activity is ${amount}; 0 or more is expected. Avoided emissions, offsets and energy sold stand beside an inventory and are not taken off.`,
      );
    const unit = unitOf(textOf(cells, "unit"), year, report);
    const activity = textOf(cells, "activity") ?? (scope === 2 ? category : null);
    if (activity === null) report("activity", "it is empty; what is burnt, bought, moved or done is expected.");
    const country = textOf(cells, "country");
    if (country !== null && !/^[A-Z]{3}$/.test(country))
      report("country", `"${country}" is not a country; an ISO 3166 code such as DEU is expected.`);
    const ofYear = numberOf(cells, "year");
    if (ofYear !== null && ofYear !== year)
      report("year", `"${cells.year}" is not the year of this inventory; ${year} is expected.`);
    const method = textOf(cells, "method");
    if (scope === 3 && method !== null) checkMethod(method, findValueChainCategory(category), report);
    if (problems.length > before) return;
    records.push({
      row: i + 1,
      scope: scope!,
      category,
      activity: activity!,
      amount: amount!,
      unit: unit!,
      facility: textOf(cells, "facility"),
      country,
      supplier: textOf(cells, "supplier"),
      item: textOf(cells, "item"),
      method,
      technology: textOf(cells, "technology"),
    });
  });
  return { records, problems };
}

type Report = (column: string, sentence: string) => void;

function scopeOf(written: string | null, report: Report): CompanyRecord["scope"] | undefined {
  const text = written?.toLowerCase().replace(/^scope\s*/, "") ?? "";
  if (text === "1" || text === "2" || text === "3") return Number(text) as 1 | 2 | 3;
  if (text === "outside" || text === "outside of scopes") return "outside";
  report("scope", `${written === null ? "it is empty" : `"${written}" is no scope`}; 1, 2, 3 or outside is expected.`);
  return undefined;
}

function categoryOf(scope: CompanyRecord["scope"], cells: Cells, report: Report): string {
  const written = textOf(cells, "category") ?? "";
  const came = written === "" ? "it is empty" : `"${written}" is no category of scope ${scope}`;
  if (scope === "outside") return "outside";
  if (scope === 1) {
    const code = directSources[written.toLowerCase()] ?? written;
    if (isCategory(code)) return code;
    report(
      "category",
      `${came}; ${Object.keys(directSources).join(", ")} or an IPCC category such as 2.A.1 is expected.`,
    );
    return "";
  }
  if (scope === 2) {
    const energy = energies.find((of) => of === written.toLowerCase());
    if (energy) return energy;
    report("category", `${came}; ${energies.join(", ")} are expected.`);
    return "";
  }
  const found = findValueChainCategory(written);
  if (found) return String(found.number);
  report("category", `${came}; a number from 1 to 15 or a name such as "Business travel" is expected.`);
  return "";
}

function checkMethod(method: string, category: ValueChainCategory | undefined, report: Report): void {
  if (!category || method in category.methods) return;
  report(
    "method",
    `"${method}" is no method of category ${category.number}; ${Object.keys(category.methods).join(", ")} are expected.`,
  );
}

/** The unit as the library writes it; money without a year is of the year of the inventory. */
function unitOf(written: string | null, year: number, report: Report): string | undefined {
  if (written === null) {
    report("unit", "it is empty; a unit such as kWh, t, tkm or USD 2022 is expected.");
    return undefined;
  }
  try {
    const unit = parseUnit(written);
    return isMoney(unit.text) && unit.terms.length === 1 && !unit.terms[0]!.substance
      ? `${unit.text} ${year}`
      : unit.text;
  } catch (error) {
    report("unit", (error as Error).message);
    return undefined;
  }
}

/** Whether a unit counts money. */
export function isMoney(unit: string): boolean {
  return parseUnit(unit).terms.some(
    ({ unit: { dimension }, exponent }) =>
      exponent > 0 && Object.keys(dimension).some((of) => of.startsWith("currency")),
  );
}
