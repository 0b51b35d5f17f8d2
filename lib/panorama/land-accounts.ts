import { type Message, messages } from "../message/message.ts";
import { spans } from "../numeric/spans.ts";
import { wasRead } from "../quantity/evidence.ts";
import { type AccountRow, rangeOf } from "./account.ts";
import type { Accounts } from "./fossil-accounts.ts";
import type { NationalSeries } from "./national-series.ts";
import type { ReportedLand } from "./reported-land.ts";
import { SharedSentences } from "./shared-sentences.ts";

const texts = messages("panorama", {
  noLandUseChange: {
    en: "{source} has no land-use change of {regions} in {year}.",
    zh: "{source} 没有 {regions} 在 {year} 年的土地利用变化。",
  },
  meanOfModels: {
    en: "mean of {models}, by territory; lo and hi are the lowest and highest of them",
    zh: "{models} 的均值，按属地；lo 与 hi 为其中的最低与最高值",
  },
  proxy: {
    en: "reported less land-use change (managed-land proxy){inventories}{doubt}",
    zh: "报告值减土地利用变化（受管理土地口径）{inventories}{doubt}",
  },
  inventories: {
    en: "; reported is the sum of {count} national inventories",
    zh: "；报告值为 {count} 份国家清单之和",
  },
  doubt: { en: "; unverified: recalled from the report", zh: "；未核实：凭报告回忆" },
  noReport: {
    en: "No reported land flux of {region} in {year} ships{members}.{years}",
    zh: "没有 {region} 在 {year} 年的土地通量报告值{members}{years}。",
  },
  missingMembers: { en: ": that of {members} is missing", zh: "：缺 {members}" },
  reportedYears: { en: " It has {years}.", zh: "；已有 {years}" },
});

const sentences = new SharedSentences();

/** Boundaries of the land account. */
export const boundaries = ["fossil", "land-use change", "managed land"] as const;
export type Boundary = (typeof boundaries)[number];

export interface LandSources {
  readonly edition: string;
  /** Net land-use change by bookkeeping models, Mt CO2; the mean is used. */
  readonly models: readonly NationalSeries[];
  /** Net flux of managed land as reported by inventories. */
  readonly reported: ReportedLand;
}

/**
 * Land within the boundary. Land-use change is the mean of the bookkeeping models with their range. The managed-land proxy adds
 * the other fluxes of inventories: reported minus land-use change, the growth of managed forests by CO2, nitrogen and climate.
 * Both are territorial: no available table has land embodied in trade.
 *
 * Source: Grassi et al. (2021), doi:10.1038/s41558-021-01033-6.
 */
export function landAccounts(region: string, year: number, boundary: Boundary, sources: LandSources): Accounts {
  if (boundary === "fossil") return { rows: [], lacks: [] };
  const found = sources.models.flatMap((model) => {
    const { value, missing } = model.of(region, year);
    return value === null ? [] : [{ model, value, missing }];
  });
  if (found.length === 0)
    return { rows: [], lacks: [texts.noLandUseChange({ source: sources.edition, regions: region, year })] };
  const common = { region, year, gas: "CO2", principle: "natural", unit: "Mt CO2", metric: "" } as const;
  const value = found.reduce((sum, each) => sum + each.value, 0) / found.length;
  const row: AccountRow = {
    ...common,
    category: "land-use change",
    value,
    ...rangeOf(value, found),
    source: sources.edition,
    method: sentences.of(
      "meanOfModels",
      found.map(({ model }) => model.name),
      (models) => texts.meanOfModels({ models }),
    ),
  };
  const lacks = found.flatMap(({ model, missing }) =>
    missing.length > 0 ? [texts.noLandUseChange({ source: model.name, regions: missing, year })] : [],
  );
  if (boundary === "land-use change") return { rows: [row], lacks };
  const reported = sources.reported.of(region, year);
  if (reported.flux === null)
    return { rows: [row], lacks: [...lacks, unreported(region, year, reported.missing, sources.reported)] };
  const { flux, inventories } = reported;
  const indirect = flux.value - value;
  const range = rangeOf(
    indirect,
    found.map((each) => ({ value: flux.value - each.value })),
  );
  const method = texts.proxy({
    inventories: inventories > 1 ? texts.inventories({ count: inventories }) : "",
    doubt: wasRead(flux.status) ? "" : texts.doubt(),
  });
  return {
    rows: [
      row,
      {
        ...common,
        category: "managed land, indirect",
        value: indirect,
        ...range,
        source: flux.source,
        method,
      },
    ],
    lacks,
  };
}

function unreported(region: string, year: number, missing: readonly string[], reported: ReportedLand): Message {
  const years = reported.yearsOf(region);
  return texts.noReport({
    region,
    year,
    members: missing.includes(region) ? "" : texts.missingMembers({ members: missing }),
    years: years.length > 0 ? texts.reportedYears({ years: spans(years) }) : "",
  });
}
