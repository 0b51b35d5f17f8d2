import { z } from "zod";
import { messages } from "../message/message.ts";
import { type InputOf, type ResultOf, textOf } from "../tool/shape.ts";
import { numberIn } from "../tool/unit.ts";
import { NaturalInputError } from "./estimate.ts";

const texts = messages("natural", {
  noCategory: {
    en: "The table has no {category} for {period}, {approach}, {edition}.",
    zh: "表中没有 {category} 在 {period}、{approach}、{edition} 下的数据。",
  },
  noGrowth: {
    en: "The table has no atmospheric growth for {period}; provide it.",
    zh: "表中没有 {period} 的大气增长；请给出该值。",
  },
});
const teragrams = numberIn("Tg CH4/yr");

/** A row of the published table, Tg CH4/yr, in the columns of the dataset `methane_budget`. */
export const methaneRowShape = z.object({
  section: z.string(),
  category: z.string(),
  period: z.string(),
  approach: z.enum(["bottom_up", "top_down"]),
  edition: z.string(),
  mean_tg: teragrams,
  min_tg: teragrams.nullable(),
  max_tg: teragrams.nullable(),
});
export type MethaneRow = InputOf<typeof methaneRowShape>;

export const methaneLineShape = z.object({
  category: z.string(),
  side: textOf<"natural source" | "anthropogenic source" | "sink">(),
  level: z.enum(["total", "part", "sub-part"]),
  value: teragrams,
  lo: teragrams.nullable(),
  hi: teragrams.nullable(),
});
export type MethaneLine = ResultOf<typeof methaneLineShape>;

export interface MethaneBudget {
  readonly period: string;
  readonly approach: MethaneRow["approach"];
  readonly unit: "Tg CH4/yr";
  readonly lines: readonly MethaneLine[];
  readonly sources: number;
  readonly sinks: number;
  /** Sources minus sinks: the expected growth. */
  readonly surplus: number;
  readonly growth: number;
  /** Surplus minus the measured growth: the imbalance B_IM. */
  readonly imbalance: number;
  readonly anthropogenicShare: number;
  /** Sums of parts compared with the totals of the table; each part is rounded to 1 Tg. */
  readonly checks: readonly {
    readonly check: string;
    readonly sum: number;
    readonly total: number;
    readonly apart: number;
  }[];
}

/** Parts that add to a total, without their subcategories. */
const parts: Readonly<Record<string, readonly string[]>> = {
  "Total natural sources": ["Wetlands", "Other natural sources"],
  "Total anthropogenic sources": ["Agriculture and waste", "Fossil fuels", "Biomass and biofuel burning"],
  "Agriculture and waste": ["Enteric fermentation and manure", "Landfills and waste", "Rice cultivation"],
  "Biomass and biofuel burning": ["Biomass burning", "Biofuel burning"],
  "Total sinks": ["Total chemical loss", "Soil uptake"],
};
const second = new Set([
  "Wetlands",
  "Other natural sources",
  ...parts["Total anthropogenic sources"]!,
  ...parts["Total sinks"]!,
]);

/**
 * Sources, sinks and growth of one period by one approach: sources = sinks + growth + B_IM.
 * Bottom-up sources exceed what the atmosphere allows by about 100 Tg, mostly because waters are counted both as wetlands and
 * as inland waters; top-down budgets close because inversions are fitted to the growth.
 *
 * @param growth growth of the burden, Tg CH4/yr, e.g. from `burdenAndGrowth`; default: the table's own.
 * Source: Saunois et al. (2020), doi:10.5194/essd-12-1561-2020, table 3.
 */
export function methaneBudget(
  rows: readonly MethaneRow[],
  period: string,
  approach: MethaneRow["approach"],
  growth?: number,
  edition = "Saunois 2020",
): MethaneBudget {
  const of = rows.filter((row) => row.period === period && row.edition === edition);
  const find = (category: string, by: MethaneRow["approach"] = approach) =>
    of.find((row) => row.category === category && row.approach === by);
  const total = (category: string): number => {
    const row = find(category);
    if (row) return row.mean_tg;
    throw new NaturalInputError("rows", texts.noCategory({ category, period, approach, edition }));
  };
  const natural = total("Total natural sources");
  const anthropogenic = total("Total anthropogenic sources");
  const [sources, sinks] = [natural + anthropogenic, total("Total sinks")];
  const grown = growth ?? find("Atmospheric growth", "top_down")?.mean_tg;
  if (grown === undefined) throw new NaturalInputError("growth", texts.noGrowth({ period }));
  const lines = of
    .filter((row) => row.approach === approach && !row.section.startsWith("Sources"))
    .map((row) => ({
      category: row.category,
      side: sideOf(row.section),
      level: levelOf(row.category),
      value: row.mean_tg,
      lo: row.min_tg,
      hi: row.max_tg,
    }));
  const checks = Object.entries(parts).flatMap(([category, names]) => {
    const [whole, members] = [find(category), names.map((name) => find(name))];
    if (!whole || members.some((member) => !member)) return [];
    const sum = members.reduce((sofar, member) => sofar + member!.mean_tg, 0);
    return [{ check: `${category} = ${names.join(" + ")}`, sum, total: whole.mean_tg, apart: sum - whole.mean_tg }];
  });
  return {
    period,
    approach,
    unit: "Tg CH4/yr",
    lines,
    sources,
    sinks,
    surplus: sources - sinks,
    growth: grown,
    imbalance: sources - sinks - grown,
    anthropogenicShare: anthropogenic / sources,
    checks,
  };
}

function sideOf(section: string): MethaneLine["side"] {
  if (section.startsWith("Sinks")) return "sink";
  return section.startsWith("Natural") ? "natural source" : "anthropogenic source";
}

function levelOf(category: string): MethaneLine["level"] {
  if (/^Total (natural|anthropogenic|sinks)/.test(category)) return "total";
  return second.has(category) ? "part" : "sub-part";
}
