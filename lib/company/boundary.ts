import { type Message, messages } from "../message/message.ts";
import { emptyCell } from "../message/row-problem.ts";
import {
  type Cells,
  isProvince,
  notCountry,
  notProvince,
  numberOf,
  problemIn,
  type Report,
  type TableProblem,
  textOf,
} from "./table-problem.ts";

const texts = messages("company", {
  equityApproach: { en: "the equity share approach", zh: "股权比例法" },
  jointControl: { en: "joint financial control", zh: "共同财务控制" },
  noEquityShare: {
    en: '"{name}" has no equity_share, which {reason} needs; a number from 0 to 1 is expected.',
    zh: "“{name}”没有 equity_share，而{reason}需要它；应为 0 至 1 的数。",
  },
  byEquity: { en: "The equity share approach: {share} of {name}.", zh: "股权比例法：{name} 的 {share}。" },
  byJointControl: { en: "Joint financial control: {share} of {name}.", zh: "共同财务控制：{name} 的 {share}。" },
  noControl: {
    en: '"{name}" does not say in {column} whether the company has it; true or false is expected.',
    zh: "“{name}”没有在 {column} 中说明企业是否拥有该控制权；应为 true 或 false。",
  },
  operated: { en: "Operational control of {name}: all of it.", zh: "对 {name} 有运营控制权：全部计入。" },
  notOperated: { en: "No operational control of {name}: none of it.", zh: "对 {name} 没有运营控制权：不计入。" },
  controlled: { en: "Financial control of {name}: all of it.", zh: "对 {name} 有财务控制权：全部计入。" },
  notControlled: { en: "No financial control of {name}: none of it.", zh: "对 {name} 没有财务控制权：不计入。" },
  aFacility: { en: "the name that the rows call the facility by", zh: "各行中该设施的名称" },
  facilityTwice: {
    en: '"{name}" stands in an earlier row; one row a facility is expected.',
    zh: "“{name}”已在前面的行中出现；每个设施应只有一行。",
  },
  notShare: {
    en: '"{share}" is not a part of the whole; a number from 0 to 1 is expected.',
    zh: "“{share}”不是比例；应为 0 至 1 的数。",
  },
  unknownHolding: {
    en: '"{held}" is unknown; owned, {holdings} are expected.',
    zh: "未知的“{held}”；应为 owned、{holdings}。",
  },
  notControl: { en: "“{cell}” is not valid; expected true or false.", zh: "实际为“{cell}”；应为 true 或 false。" },
  notControlOrJoint: {
    en: "“{cell}” is not valid; expected true, false or joint.",
    zh: "实际为“{cell}”；应为 true、false 或 joint。",
  },
});

/** Approaches to the organisational boundary (Corporate Standard, Ch 3). One applies to the whole inventory. */
export const approaches = ["operational control", "financial control", "equity share"] as const;
export type Approach = (typeof approaches)[number];

/** The relation to an operation outside the boundary, and the category of scope 3 of its emissions. */
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
  /** ISO 3166-2. */
  readonly province: string | null;
  /** Economic interest, 0 to 1. */
  readonly equityShare: number | null;
  readonly financialControl: boolean | "joint" | null;
  readonly operationalControl: boolean | null;
  readonly held: string | null;
}

/** The consolidated share of a facility's emissions, with the reason. */
export interface Consolidation {
  readonly share: number;
  readonly why: Message;
}

/**
 * The share of a facility's emissions within the boundary (Corporate Standard, Table 1): by equity share the economic
 * interest; by financial control all of it, none of it, or under joint control the economic interest; by operational
 * control all or none.
 * Returns a message if the facility lacks a field that the approach needs.
 */
export function consolidate(facility: Facility, approach: Approach): Consolidation | Message {
  const { name, equityShare, financialControl, operationalControl } = facility;
  if (approach === "equity share")
    return equityShare === null
      ? texts.noEquityShare({ name, reason: texts.equityApproach() })
      : { share: equityShare, why: texts.byEquity({ share: equityShare, name }) };
  if (approach === "financial control" && financialControl === "joint")
    return equityShare === null
      ? texts.noEquityShare({ name, reason: texts.jointControl() })
      : { share: equityShare, why: texts.byJointControl({ share: equityShare, name }) };
  const isFinancial = approach === "financial control";
  const controls = isFinancial ? financialControl : operationalControl;
  if (controls === null) return texts.noControl({ name, column: approach.replace(" ", "_") });
  if (controls) return { share: 1, why: (isFinancial ? texts.controlled : texts.operated)({ name }) };
  return { share: 0, why: (isFinancial ? texts.notControlled : texts.notOperated)({ name }) };
}

/**
 * Reads facilities: columns name, country, province, equity_share, financial_control (true, false, joint), operational_control,
 * held.
 */
export function readFacilities(rows: readonly Cells[]): {
  facilities: ReadonlyMap<string, Facility>;
  problems: TableProblem[];
} {
  const facilities = new Map<string, Facility>();
  const problems: TableProblem[] = [];
  rows.forEach((cells, i) => {
    const before = problems.length;
    const report: Report = (column, problem) => problems.push(problemIn("facilities", i + 1, column, problem));
    const name = textOf(cells, "name");
    if (name === null) report("name", emptyCell(texts.aFacility()));
    else if (facilities.has(name)) report("name", texts.facilityTwice({ name }));
    const share = numberOf(cells, "equity_share");
    if (share !== null && !(share >= 0 && share <= 1))
      report("equity_share", texts.notShare({ share: String(cells.equity_share) }));
    const held = textOf(cells, "held");
    if (held !== null && !Object.hasOwn(holdings, held) && held !== "owned")
      report("held", texts.unknownHolding({ held, holdings: Object.keys(holdings) }));
    const country = textOf(cells, "country");
    if (country !== null && !/^[A-Z]{3}$/.test(country)) report("country", notCountry(country));
    const province = textOf(cells, "province");
    if (province !== null && !isProvince(province)) report("province", notProvince(province));
    const financial = controlOf(cells, "financial_control", true, report);
    const operational = controlOf(cells, "operational_control", false, report);
    if (problems.length > before) return;
    facilities.set(name!, {
      name: name!,
      country,
      province,
      equityShare: share,
      financialControl: financial,
      operationalControl: operational as boolean | null,
      held,
    });
  });
  return { facilities, problems };
}

function controlOf(cells: Cells, column: string, mayBeJoint: boolean, report: Report): boolean | "joint" | null {
  const written = textOf(cells, column)?.toLowerCase() ?? null;
  if (written === null) return null;
  if (written === "true" || written === "yes") return true;
  if (written === "false" || written === "no") return false;
  if (written === "joint" && mayBeJoint) return "joint";
  report(column, (mayBeJoint ? texts.notControlOrJoint : texts.notControl)({ cell: written }));
  return null;
}
