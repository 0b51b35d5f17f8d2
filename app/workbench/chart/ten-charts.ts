import { type Message, messages } from "../../../lib/message/message.ts";
import type { ChartChoice } from "./chart-choice.ts";

const texts = messages("workbench.chart.start", {
  two: { en: "Two countries over time", zh: "两国历年对比" },
  top: { en: "Top emitters", zh: "排放最多的国家" },
  head: { en: "Per head", zh: "人均排放排名" },
  sector: { en: "One country by sector", zh: "一国分部门" },
  gas: { en: "One country by gas", zh: "一国分气体" },
  fuel: { en: "One country by fuel", zh: "一国分燃料" },
  principle: { en: "Production and consumption", zh: "生产端与消费端" },
  share: { en: "Share of the world", zh: "占全球比重" },
  index: { en: "Since a base year", zh: "相对基年的变化" },
  wealth: { en: "Emissions and GDP", zh: "排放与 GDP" },
});

/** A chart that many ask for. */
export interface StartingChart {
  readonly id: keyof typeof texts;
  readonly label: Message;
  /** Whether it is of one place, of which the others are left out. */
  readonly isOfOne: boolean;
  /** What it differs in from the first chart of its dataset. */
  readonly choice: Pick<ChartChoice, "dataset" | "form" | "measures"> & Partial<ChartChoice>;
}

const budget = { dataset: "carbon_budget_countries", measures: ["production_mtco2"] } as const;

const ofOne: ReadonlySet<StartingChart["id"]> = new Set(["sector", "gas", "fuel", "principle"] as const);

/** The ten charts that people ask for most. Places that were chosen before are kept. */
export const startingCharts: readonly StartingChart[] = [
  start("two", { ...budget, form: "trend" }),
  start("top", { ...budget, form: "ranking", places: [] }),
  start("head", { ...budget, form: "ranking", per: "person", places: [] }),
  start("sector", { dataset: "climate_trace_countries", form: "shares", measures: ["ghg_tco2e"], split: "sector" }),
  start("gas", {
    dataset: "gases_countries",
    form: "trend",
    measures: ["co2_mt", "ch4_mtco2e_ar6", "n2o_mtco2e_ar6"],
    years: [1990, 9999],
  }),
  start("fuel", { dataset: "fossil_co2_by_fuel", form: "trend", measures: ["emissions_mtco2"], split: "source" }),
  start("principle", { dataset: budget.dataset, form: "trend", measures: ["production_mtco2", "consumption_mtco2"] }),
  start("share", { ...budget, form: "trend", per: "world" }),
  start("index", { ...budget, form: "trend", index: true }),
  start("wealth", {
    ...budget,
    form: "scatter",
    measures: ["production_mtco2", "gdp.gdp_ppp_m2017usd"],
    per: "person",
    places: [],
  }),
];

function start(id: StartingChart["id"], choice: StartingChart["choice"]): StartingChart {
  return { id, label: texts[id](), isOfOne: ofOne.has(id), choice };
}
