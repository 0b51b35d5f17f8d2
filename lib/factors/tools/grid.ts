import { z } from "zod";
import { Fault } from "../../message/fault.ts";
import { type Message, messages } from "../../message/message.ts";
import { notesOut } from "../../tool/outcome.ts";
import type { Read } from "../../tool/read.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, siblingUnit } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import { disclosedIn } from "../disclosure.ts";
import { findGridPlace, type GridPlace } from "../grid-place.ts";
import { nearestGrid, OLDEST_GRID } from "../nearest-grid.ts";
import {
  type GridFactor,
  type GridProject,
  gridAverages,
  gridDatasets,
  gridMargins,
  gridProjects,
  residualMixes,
} from "../shipped-grids.ts";

const texts = messages("factors", {
  average: { en: "mean factor", zh: "平均因子" },
  residual: { en: "residual mix", zh: "剩余组合" },
  operating: { en: "operating margin", zh: "电量边际因子" },
  combined: { en: "combined margin", zh: "组合边际因子" },
  noGridFactor: {
    en: "There is no {kind} of {place} for the year {year}. {known}",
    zh: "没有 {place} 适用于 {year} 年的{kind}。{known}",
  },
  knownYears: { en: "There are those of {years}.", zh: "现有 {years} 年的。" },
  knownCountries: { en: "There are those of {countries}.", zh: "现有 {countries} 的。" },
  fullDisclosure: {
    en: "{country} discloses the origin of all its electricity ({stated}) and has no residual mix: the supplier’s own factor is required, neither zero nor the grid average.",
    zh: "{country} 披露全部电力的来源（{stated} 年），没有剩余组合：须用供应商自己的因子，不得以零或电网平均因子代替。",
  },
  co2Alone: {
    en: "CO2 alone: CH4 and N2O of power plants, and what is upstream of them, are not in it.",
    zh: "仅含二氧化碳：不含电厂的甲烷和氧化亚氮，也不含其上游。",
  },
  lifeCycleOfGeneration: {
    en: "Of generation over the life cycle: what is upstream of power plants is in it, and trade in electricity is not. The source does not state the metric of its CO2e.",
    zh: "按发电的生命周期计：含电厂上游，不含电力贸易。来源未说明 CO2e 的折算指标。",
  },
  marginOnly: {
    en: "For projects and what they avoid, not for inventories or footprints.",
    zh: "用于项目及其避免的排放，不用于清单或足迹。",
  },
});

const kinds = ["average", "residual", "operating", "combined"] as const;
type GridKind = (typeof kinds)[number];

export const factorsGrid = defineTool({
  name: "factors.grid",
  title: { en: "Emission factor of electricity from a grid", zh: "电网电力排放因子" },
  summary: {
    en: "The factor of electricity of a country or province in a year: the mean for the location-based method, the residual mix for the market-based one, or a margin for projects; with unit, source and year, and whether it is of another place or an earlier year.",
    zh: "某国或某省某年的电力因子：基于位置的平均因子、基于市场的剩余组合，或用于项目的边际因子；给出单位、来源和年份，并说明是否取自其他地点或更早年份。",
  },
  input: z.object({
    place: z
      .string()
      .min(1)
      .describe("ISO 3166 alpha-3 (DEU), ISO 3166-2 (CN-SD), or the name of a province or regional grid of China"),
    year: yearIn,
    kind: z
      .enum(kinds)
      .default("average")
      .describe("The mean, the residual mix, the operating margin, or the combined margin"),
    project: z
      .enum(gridProjects)
      .default("intermittent")
      .describe("Of a combined margin: solar and wind, hydro and geothermal, efficiency, or consumption"),
  }),
  output: z.object({
    value: numberIn(siblingUnit),
    unit: z.string(),
    kind: z.enum(kinds),
    project: z.enum(gridProjects).nullable(),
    country: z.string().describe("ISO 3166 alpha-3"),
    place: z.string().nullable().describe("The province or regional grid that the factor is of; null for the country"),
    year: z.int().describe("The year that the factor is of"),
    source: z.string().meta({ provenance: "source" }),
    dataset: z.string(),
    fallbacks: notesOut.describe("In which respects it is of another place or year; empty if in none"),
    notes: notesOut,
  }),
  formula: "Province, else regional grid, else country; the year, else the nearest earlier one.",
  datasets: [...gridDatasets, "countries"],
  assumptions: [
    `A mean factor or residual mix may be up to ${OLDEST_GRID} years older than the year; margins have one edition, which is taken for any later year.`,
    "A factor of a place comes before one of a later year of a larger place.",
    "Of a country, a factor of generation alone comes before one over the life cycle.",
  ],
  references: [
    "GHG Protocol, Scope 2 Guidance (2015), Tables 6.2 and 6.3.",
    "CDM Executive Board, Methodological tool 07: Tool to calculate the emission factor for an electricity system (operating, build and combined margin).",
  ],
  async run({ place: written, year, kind, project: wanted }, _work, read) {
    const where = await findGridPlace(written, read);
    const project = kind === "combined" ? wanted : null;
    const candidates = await candidatesOf(kind, project, where, year, read);
    const isMargin = kind === "operating" || kind === "combined";
    const oldest = isMargin ? Number.POSITIVE_INFINITY : OLDEST_GRID;
    // A market, and the list of margins, is of whole countries.
    const place = kind === "average" ? where.place : null;
    const found = nearestGrid(candidates, { country: where.country, place, year, oldest });
    if (!found) throw new Fault(noneFor(kind, where, year, candidates), { field: "place" });
    const { factor, fallbacks } = found;
    return {
      value: factor.value,
      unit: factor.unit,
      kind,
      project,
      country: where.country,
      place: factor.place,
      year: factor.year!,
      source: factor.source,
      dataset: factor.dataset,
      fallbacks: [...fallbacks],
      notes: [
        factor.lifeCycle ? texts.lifeCycleOfGeneration() : texts.co2Alone(),
        ...(isMargin ? [texts.marginOnly()] : []),
      ],
    };
  },
});

async function candidatesOf(
  kind: GridKind,
  project: GridProject | null,
  { country }: GridPlace,
  year: number,
  read: Read,
): Promise<GridFactor[]> {
  if (kind === "average") return gridAverages(read, country);
  if (kind !== "residual") return gridMargins(read, project, country);
  const { mixes, statements } = await residualMixes(read, country);
  const stated = disclosedIn(statements, country, year);
  if (stated !== null) throw new Fault(texts.fullDisclosure({ country, stated }), { field: "kind" });
  return mixes;
}

function noneFor(kind: GridKind, { country, place }: GridPlace, year: number, all: readonly GridFactor[]): Message {
  const years = [...new Set(all.filter((of) => of.country === country).map((of) => of.year!))].sort((a, b) => a - b);
  const countries = [...new Set(all.map((of) => of.country!))].sort();
  const [first, last] = [years[0]!, years.at(-1)!];
  const span = last - first === years.length - 1 && years.length > 2 ? [`${first}–${last}`] : years.map(String);
  const known = years.length > 0 ? texts.knownYears({ years: span }) : texts.knownCountries({ countries });
  return texts.noGridFactor({ kind: texts[kind](), place: place ?? country, year, known });
}
