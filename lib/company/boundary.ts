import { type Cells, numberOf, problemIn, type TableProblem, textOf } from "./table-problem.ts";

/** How a company draws its organisational boundary (Corporate Standard, Ch 3). One for the whole inventory. */
export const approaches = ["operational control", "financial control", "equity share"] as const;
export type Approach = (typeof approaches)[number];

/** How an operation outside the boundary is held, and the category of scope 3 that its emissions then belong to. */
export const holdings: Readonly<Record<string, number>> = {
  "leased in": 8,
  "leased out": 13,
  franchise: 14,
  investment: 15,
};

/** An operation, site or entity that the company owns, leases or has a part in. */
export interface Facility {
  readonly name: string;
  /** ISO 3166 alpha-3. */
  readonly country: string | null;
  /** Economic interest, 0 to 1. */
  readonly equityShare: number | null;
  readonly financialControl: boolean | "joint" | null;
  readonly operationalControl: boolean | null;
  readonly held: string | null;
}

/** What part of a facility's emissions is consolidated, and why. */
export interface Consolidation {
  readonly share: number;
  readonly why: string;
}

/**
 * The part of a facility's emissions within the boundary (Corporate Standard, Table 1): by equity share the economic interest; by
 * financial control all of it, none of it, or under joint control the economic interest; by operational control all or none.
 * A sentence where the facility does not say what the approach needs.
 */
export function consolidate(facility: Facility, approach: Approach): Consolidation | string {
  const { name, equityShare, financialControl, operationalControl } = facility;
  const byEquity = (reason: string): Consolidation | string =>
    equityShare === null
      ? `"${name}" has no equity_share, which ${reason} needs; a number from 0 to 1 is expected.`
      : { share: equityShare, why: `${reason}: ${equityShare} of ${name}.` };
  if (approach === "equity share") return byEquity("the equity share approach");
  if (approach === "financial control" && financialControl === "joint") return byEquity("joint financial control");
  const controls = approach === "financial control" ? financialControl : operationalControl;
  if (controls === null)
    return `"${name}" does not say in ${approach.replace(" ", "_")} whether the company has it; true or false is expected.`;
  return controls
    ? { share: 1, why: `${approach} of ${name}: all of it.` }
    : { share: 0, why: `no ${approach} of ${name}: none of it.` };
}

/** Reads facilities: columns name, country, equity_share, financial_control (true, false, joint), operational_control, held. */
export function readFacilities(rows: readonly Cells[]): {
  facilities: ReadonlyMap<string, Facility>;
  problems: TableProblem[];
} {
  const facilities = new Map<string, Facility>();
  const problems: TableProblem[] = [];
  rows.forEach((cells, i) => {
    const before = problems.length;
    const report = (column: string, sentence: string) =>
      problems.push(problemIn("facilities", i + 1, column, sentence));
    const name = textOf(cells, "name");
    if (name === null) report("name", "it is empty; the name that the rows call the facility by is expected.");
    else if (facilities.has(name))
      report("name", `"${name}" stands in an earlier row; one row a facility is expected.`);
    const share = numberOf(cells, "equity_share");
    if (share !== null && !(share >= 0 && share <= 1))
      report("equity_share", `"${cells.equity_share}" is not a part of the whole; a number from 0 to 1 is expected.`);
    const held = textOf(cells, "held");
    if (held !== null && !(held in holdings) && held !== "owned")
      report("held", `"${held}" is unknown; owned, ${Object.keys(holdings).join(", ")} are expected.`);
    const country = textOf(cells, "country");
    if (country !== null && !/^[A-Z]{3}$/.test(country))
      report("country", `"${country}" is not a country; an ISO 3166 code such as DEU is expected.`);
    const financial = controlOf(cells, "financial_control", true, report);
    const operational = controlOf(cells, "operational_control", false, report);
    if (problems.length > before) return;
    facilities.set(name!, {
      name: name!,
      country,
      equityShare: share,
      financialControl: financial,
      operationalControl: operational as boolean | null,
      held,
    });
  });
  return { facilities, problems };
}

function controlOf(
  cells: Cells,
  column: string,
  mayBeJoint: boolean,
  report: (column: string, sentence: string) => void,
): boolean | "joint" | null {
  const written = textOf(cells, column)?.toLowerCase() ?? null;
  if (written === null) return null;
  if (written === "true" || written === "yes") return true;
  if (written === "false" || written === "no") return false;
  if (written === "joint" && mayBeJoint) return "joint";
  report(column, `"${written}" came; true${mayBeJoint ? ", false or joint" : " or false"} is expected.`);
  return null;
}
