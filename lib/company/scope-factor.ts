import { type Evidence, evidences, isEvidence } from "../quantity/evidence.ts";
import { parseUnit } from "../quantity/unit.ts";
import { energies } from "./company-row.ts";
import { type Cells, numberOf, problemIn, type TableProblem, textOf } from "./table-problem.ts";
import { findValueChainCategory } from "./value-chain.ts";

/** A factor for purchased energy, the value chain, or biogenic CO2 outside of the scopes. */
export interface ScopeFactor {
  readonly scope: 2 | 3 | "outside";
  /** Scope 2: kinds of energy; scope 3: numbers of categories. */
  readonly categories: readonly string[];
  /** Scope 2: `grid average` or `residual mix`; else what is bought, moved, thrown away or done. */
  readonly activity: string;
  /** The publisher's identifier; an activity may be asked for by it. */
  readonly id: string | null;
  readonly value: number;
  /** E.g. `kg CO2e AR5.GWP100/tkm`, `kg CO2/kWh`. */
  readonly unit: string;
  /** For money: the same without the margins of trade and transport. */
  readonly withoutMargins: number | null;
  /** CO2 of living matter in the same masses as the value, taken up where it is below 0; beside all totals. */
  readonly biogenic: number | null;
  /** ISO 3166 alpha-3; null for anywhere. */
  readonly country: string | null;
  readonly supplier: string | null;
  readonly year: number | null;
  readonly source: string;
  /** How the value came here; null where its table does not say. */
  readonly valueStatus: Evidence | null;
  /** From the user's own table. */
  readonly own: boolean;
  /** False where the source does not say by which metric its CO2e is. */
  readonly saysMetric: boolean;
  /** What a reader must know of it. */
  readonly trap: string | null;
}

/** Raised where no factor fits. The message is a sentence. */
export class ScopeFactorError extends Error {
  override readonly name = "ScopeFactorError";
  readonly column: "activity" | "unit" | "country";
  constructor(column: ScopeFactorError["column"], message: string) {
    super(message);
    this.column = column;
  }
}

const withoutMetric = /CO[2₂](?:[-\s]?eq?)(?=\s*(?:\/|$|per\b))/i;

/** The unit of a factor, with the metric of the inventory where the source says CO2e and nothing more. */
export function factorUnit(written: string, metric: string): { unit: string; saysMetric: boolean } {
  const saysMetric = !withoutMetric.test(written);
  const unit = parseUnit(saysMetric ? written : written.replace(withoutMetric, `CO2e ${metric}`)).text;
  return { unit, saysMetric };
}

/**
 * Reads the user's own factors for scopes 2 and 3: columns scope, category, activity, value, unit, source; and as wished country,
 * supplier, year, biogenic (CO2 of living matter, in the unit of the value), value_status.
 */
export function readScopeFactors(
  rows: readonly Cells[],
  metric: string,
): { factors: ScopeFactor[]; problems: TableProblem[] } {
  const factors: ScopeFactor[] = [];
  const problems: TableProblem[] = [];
  rows.forEach((cells, i) => {
    const before = problems.length;
    const report = (column: string, sentence: string) => problems.push(problemIn("factors", i + 1, column, sentence));
    const needed = (column: string, expected: string): string => {
      const found = textOf(cells, column);
      if (found === null) report(column, `it is empty; ${expected} is expected.`);
      return found ?? "";
    };
    const scope =
      textOf(cells, "scope")
        ?.toLowerCase()
        .replace(/^scope\s*/, "") ?? "";
    if (!["2", "3", "outside"].includes(scope))
      report(
        "scope",
        `"${scope}" came; 2, 3 or outside is expected. Factors of scope 1 go by IPCC category in a table of their own.`,
      );
    const value = numberOf(cells, "value");
    if (value === null || !(value >= 0))
      report(
        "value",
        `${value === null ? "it is empty" : `"${cells.value}" came`}; a number of 0 or more is expected.`,
      );
    const written = needed("unit", "a unit such as kg CO2e AR5.GWP100/kWh");
    let read = { unit: "", saysMetric: true };
    try {
      if (written !== "") read = factorUnit(written, metric);
    } catch (error) {
      report("unit", (error as Error).message);
    }
    const biogenic = numberOf(cells, "biogenic");
    if (Number.isNaN(biogenic)) report("biogenic", `"${cells.biogenic}" is not a number.`);
    const status = textOf(cells, "value_status");
    if (status !== null && !isEvidence(status))
      report("value_status", `"${status}" is unknown; ${evidences.join(", ")} are expected.`);
    const factor: ScopeFactor = {
      scope: scope === "2" ? 2 : scope === "3" ? 3 : "outside",
      categories: scope === "outside" ? ["outside"] : ownCategories(scope, needed, report),
      activity: needed(
        "activity",
        scope === "2" ? "grid average or residual mix" : "what the row's activity is called",
      ),
      id: textOf(cells, "id"),
      value: value ?? Number.NaN,
      ...read,
      withoutMargins: numberOf(cells, "without_margins"),
      biogenic,
      country: textOf(cells, "country"),
      supplier: textOf(cells, "supplier"),
      year: numberOf(cells, "year"),
      source: needed("source", "where the value comes from"),
      valueStatus: status !== null && isEvidence(status) ? status : null,
      own: true,
      trap: null,
    };
    if (problems.length === before) factors.push(factor);
  });
  return { factors, problems };
}

function ownCategories(
  scope: string,
  needed: (column: string, expected: string) => string,
  report: (column: string, sentence: string) => void,
): string[] {
  const written = needed("category", scope === "2" ? energies.join(", ") : "a number from 1 to 15");
  if (written === "" || (scope !== "2" && scope !== "3")) return [];
  if (scope === "2") {
    if ((energies as readonly string[]).includes(written.toLowerCase())) return [written.toLowerCase()];
    report("category", `"${written}" is no energy of scope 2; ${energies.join(", ")} are expected.`);
    return [];
  }
  const found = written.split(/[\s,;]+/).every((part) => /^\d+$/.test(part))
    ? written.split(/[\s,;]+/).map(findValueChainCategory)
    : [findValueChainCategory(written)];
  if (found.every((of) => of !== undefined)) return found.map((of) => String(of!.number));
  report("category", `"${written}" is no category of scope 3; numbers from 1 to 15 are expected.`);
  return [];
}
