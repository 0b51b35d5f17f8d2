import type { GridCandidate } from "../factors/nearest-grid.ts";
import { Fault, messageOf } from "../message/fault.ts";
import { type Message, messages, type Sentence } from "../message/message.ts";
import { emptyCell } from "../message/row-problem.ts";
import { type Evidence, evidences, isEvidence } from "../quantity/evidence.ts";
import { parseUnit } from "../quantity/unit.ts";
import { energies } from "./company-row.ts";
import {
  type Cells,
  notAmount,
  notEnergy,
  notNumber,
  numberOf,
  problemIn,
  type Report,
  type TableProblem,
  textOf,
} from "./table-problem.ts";
import { findValueChainCategory } from "./value-chain.ts";

const said = messages("company", {
  assumedMetric: {
    en: "Its source does not say by which metric; that of the inventory is assumed.",
    zh: "其来源没有说明折算指标；假定为清单所用的指标。",
  },
  lifeCycleGrid: {
    en: "The grid average of {country} is a life-cycle one of generation: what is upstream of power plants is in it, which is category 3 of scope 3, and trade in electricity is not.",
    zh: "{country} 的电网平均因子是发电的生命周期因子：含电厂上游（属于范围三类别 3），不含电力贸易。",
  },
  co2OnlyGrid: {
    en: "The {activity} of {place} is CO2 alone: CH4 and N2O of power plants are not in it.",
    zh: "{place} 的{activity}仅含二氧化碳：不含电厂的甲烷和氧化亚氮。",
  },
  gridAverage: { en: "grid average", zh: "电网平均因子" },
  residualMix: { en: "residual mix", zh: "剩余组合" },
  notFactorScope: {
    en: "“{scope}” is not valid; expected 2, 3 or outside. Factors of scope 1 are in a separate table, by IPCC category.",
    zh: "实际为“{scope}”；应为 2、3 或 outside。范围一的因子按 IPCC 类别另列一表。",
  },
  aFactorValue: { en: "a number of 0 or more", zh: "不小于 0 的数" },
  aFactorUnit: { en: "a unit such as kg CO2e AR5.GWP100/kWh", zh: "单位，如 kg CO2e AR5.GWP100/kWh" },
  unknownStatus: { en: '"{status}" is unknown; {known} are expected.', zh: "未知的“{status}”；应为 {known}。" },
  aGridActivity: { en: "grid average or residual mix", zh: "grid average 或 residual mix" },
  anActivityName: { en: "what the row's activity is called", zh: "该行活动的名称" },
  aFactorSource: { en: "where the value comes from", zh: "数值来源" },
  aCategoryNumber: { en: "a number from 1 to 15", zh: "1 至 15 的编号" },
  notFactorCategory: {
    en: '"{category}" is no category of scope 3; numbers from 1 to 15 are expected.',
    zh: "“{category}”不是范围三的类别；应为 1 至 15 的编号。",
  },
});

/** A factor for purchased energy, the value chain, or biogenic CO2 outside of the scopes. */
export interface ScopeFactor extends GridCandidate {
  readonly scope: 2 | 3 | "outside";
  /** Scope 2: kinds of energy; scope 3: numbers of categories. */
  readonly categories: readonly string[];
  /** Scope 2: `grid average` or `residual mix`; otherwise what is bought, moved, discarded or done. */
  readonly activity: string;
  /** The publisher's identifier; an activity can be selected by it. */
  readonly id: string | null;
  readonly value: number;
  /** E.g. `kg CO2e AR5.GWP100/tkm`, `kg CO2/kWh`. */
  readonly unit: string;
  /** For spend-based factors: the same without the margins of trade and transport. */
  readonly withoutMargins: number | null;
  /** Biogenic CO2 in the same masses as the value, negative for uptake; in no total. */
  readonly biogenic: number | null;
  readonly supplier: string | null;
  readonly source: string;
  /** Evidence for the value; null if its table states none. */
  readonly valueStatus: Evidence | null;
  /** False if the source does not state the metric of its CO2e. */
  readonly saysMetric: boolean;
  /** Caveats. */
  readonly trap: Message | null;
}

/** What a shipped factor has unless its table says otherwise. */
export const shippedFactor = {
  id: null,
  withoutMargins: null,
  biogenic: null,
  supplier: null,
  place: null,
  grid: null,
  lifeCycle: false,
  own: false,
  saysMetric: true,
  trap: null,
} satisfies Partial<ScopeFactor>;

/** Thrown if no factor fits. */
export class ScopeFactorError extends Fault {
  override readonly name = "ScopeFactorError";
  readonly column: "activity" | "unit" | "country";
  constructor(column: ScopeFactorError["column"], said: Message) {
    super(said);
    this.column = column;
  }
}

/** The note on a factor whose source does not state the metric of its CO2e. */
export const { assumedMetric, co2OnlyGrid, gridAverage, lifeCycleGrid, residualMix } = said;

/** Whether a trap says that emissions upstream of power plants are in the factor. */
export function isLifeCycle({ code }: Message): boolean {
  return code === "company.lifeCycleGrid";
}

const withoutMetric = /CO[2₂](?:[-\s]?eq?)(?=\s*(?:\/|$|per\b))/i;

/** The unit of a factor, with the inventory's metric if the source says only CO2e. */
export function factorUnit(written: string, metric: string): { unit: string; saysMetric: boolean } {
  const saysMetric = !withoutMetric.test(written);
  const unit = parseUnit(saysMetric ? written : written.replace(withoutMetric, `CO2e ${metric}`)).text;
  return { unit, saysMetric };
}

/**
 * Reads the user's own factors for scopes 2 and 3: columns scope, category, activity, value, unit, source; optionally country,
 * province (ISO 3166-2, for scope 2), supplier, year, biogenic (biogenic CO2, in the unit of the value), value_status.
 */
export function readScopeFactors(
  rows: readonly Cells[],
  metric: string,
): { factors: ScopeFactor[]; problems: TableProblem[] } {
  const factors: ScopeFactor[] = [];
  const problems: TableProblem[] = [];
  rows.forEach((cells, i) => {
    const before = problems.length;
    const report: Report = (column, problem) => problems.push(problemIn("factors", i + 1, column, problem));
    const needed: Needed = (column, expected) => {
      const found = textOf(cells, column);
      if (found === null) report(column, emptyCell(expected));
      return found ?? "";
    };
    const scope =
      textOf(cells, "scope")
        ?.toLowerCase()
        .replace(/^scope\s*/, "") ?? "";
    if (!["2", "3", "outside"].includes(scope)) report("scope", said.notFactorScope({ scope }));
    const value = numberOf(cells, "value");
    if (value === null || !(value >= 0))
      report("value", value === null ? emptyCell(said.aFactorValue()) : notAmount(cells.value));
    const written = needed("unit", said.aFactorUnit());
    let read = { unit: "", saysMetric: true };
    try {
      if (written !== "") read = factorUnit(written, metric);
    } catch (error) {
      report("unit", messageOf(error));
    }
    const biogenic = numberOf(cells, "biogenic");
    if (Number.isNaN(biogenic)) report("biogenic", notNumber(cells.biogenic));
    const status = textOf(cells, "value_status");
    if (status !== null && !isEvidence(status))
      report("value_status", said.unknownStatus({ status, known: evidences }));
    const factor: ScopeFactor = {
      scope: scope === "2" ? 2 : scope === "3" ? 3 : "outside",
      categories: scope === "outside" ? ["outside"] : ownCategories(scope, needed, report),
      activity: needed("activity", scope === "2" ? said.aGridActivity() : said.anActivityName()),
      id: textOf(cells, "id"),
      value: value ?? Number.NaN,
      ...read,
      withoutMargins: numberOf(cells, "without_margins"),
      biogenic,
      country: textOf(cells, "country"),
      place: textOf(cells, "province"),
      grid: null,
      lifeCycle: false,
      supplier: textOf(cells, "supplier"),
      year: numberOf(cells, "year"),
      source: needed("source", said.aFactorSource()),
      valueStatus: status !== null && isEvidence(status) ? status : null,
      own: true,
      trap: null,
    };
    if (problems.length === before) factors.push(factor);
  });
  return { factors, problems };
}

/** The text of a column that may not be empty. */
type Needed = (column: string, expected: Sentence) => string;

function ownCategories(scope: string, needed: Needed, report: Report): string[] {
  const written = needed("category", scope === "2" ? energies.join(", ") : said.aCategoryNumber());
  if (written === "" || (scope !== "2" && scope !== "3")) return [];
  if (scope === "2") {
    if ((energies as readonly string[]).includes(written.toLowerCase())) return [written.toLowerCase()];
    report("category", notEnergy(written, energies));
    return [];
  }
  const found = written.split(/[\s,;]+/).every((part) => /^\d+$/.test(part))
    ? written.split(/[\s,;]+/).map(findValueChainCategory)
    : [findValueChainCategory(written)];
  if (found.every((of) => of !== undefined)) return found.map((of) => String(of!.number));
  report("category", said.notFactorCategory({ category: written }));
  return [];
}
