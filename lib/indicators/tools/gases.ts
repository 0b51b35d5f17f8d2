import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import { countriesOf, NationalSeries, WORLD } from "../../panorama/national-series.ts";
import { type AccountsQuery, cachedResult } from "../../panorama/tools/editions.ts";
import { inOtherMetric } from "../../quantity/other-metric.ts";
import { quantity } from "../../quantity/quantity.ts";
import { metricOut, notesOut, sentenceOut } from "../../tool/outcome.ts";
import type { Read } from "../../tool/read.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import { MissingValues } from "../missing-values.ts";
import { regionIn } from "./national.ts";
import { METRIC, nonCo2Of, queryOf, regionsAsked, rowsOf, sumAt } from "./sources.ts";

const texts = messages("indicators", {
  gasOf: { en: "{gas} of {year}", zh: "{year} 年 {gas} 排放" },
  withLand: { en: "with agriculture and land use", zh: "含农业与土地利用" },
  co2WithLand: { en: "fossil fuels, cement and land-use change", zh: "化石燃料、水泥与土地利用变化" },
  withoutLand: { en: "eight sectors, without land use", zh: "八个部门，不含土地利用" },
  otherReport: {
    en: "from AR6 by 265/273, which is exact for one gas with one factor in each report",
    zh: "由 AR6 乘以 265/273 换算；对在两份报告中各只有一个系数的单一气体是精确的",
  },
  methaneApart: {
    en: "CH4 of the two sources cannot be compared: one total is by AR5, the other by AR6, and neither says how much is fossil.",
    zh: "两个来源的 CH4 不可相比：一个按 AR5 折算，另一个按 AR6 折算，且均未说明化石来源占多少。",
  },
  notAdded: {
    en: "CO2 equivalents of AR5 and of AR6 stand beside each other and are not added.",
    zh: "按 AR5 与按 AR6 折算的二氧化碳当量并列给出，不相加。",
  },
});

const JONES = "Jones et al. 2024";
const columnsOfJones = { CO2: "co2_mt", CH4: "ch4_mtco2e_ar6", N2O: "n2o_mtco2e_ar6" } as const;

export const gasesTool = defineTool({
  name: "indicators.gases",
  title: { en: "Greenhouse gases by two sources", zh: "两个来源的各温室气体排放" },
  summary: {
    en: "CO2, CH4, N2O and fluorinated gases of regions and years, by Jones et al. (with land use, AR6, from 1850) and by EDGAR (without land use, AR5, from 1990) beside each other; N2O also by one metric.",
    zh: "各地区各年份的二氧化碳、甲烷、氧化亚氮与含氟气体：Jones 等（含土地利用，AR6，1850年起）与 EDGAR（不含土地利用，AR5，1990年起）并列；氧化亚氮另按同一度量给出。",
  },
  input: z.object({ region: regionIn, year: z.union([yearIn, z.array(yearIn).min(1)]) }),
  output: z.object({
    rows: z.array(
      z.object({
        region: z.string(),
        year: yearIn,
        gas: z.string(),
        value: numberIn(siblingUnit),
        unit: z.string(),
        metric: metricOut.describe("Empty for a mass of CO2."),
        source: z.string(),
        method: sentenceOut,
      }),
    ),
    comparisons: z.array(
      z.object({
        region: z.string(),
        year: yearIn,
        gas: z.string(),
        metric: z.string(),
        jones: numberIn("Mt CO2e AR5.GWP100"),
        edgar: numberIn("Mt CO2e AR5.GWP100"),
        ratio: ratio.describe("EDGAR over Jones et al."),
      }),
    ),
    lacks: z.array(sentenceOut),
    notes: notesOut,
    datasets: z.array(z.string()),
  }),
  assumptions: [
    "The two differ in scope: Jones et al. include land use, EDGAR's eight sectors do not.",
    "The world by EDGAR contains international bunkers, that by Jones et al. does not.",
    "N2O converts exactly between reports; methane and fluorinated gases do not convert from a total.",
  ],
  references: [
    "Jones et al. (2024), National contributions to climate change, version 2024.2; Jones et al. (2023), Scientific Data 10: 155.",
    "Crippa et al. (2024), GHG emissions of all world countries, doi:10.2760/4002897.",
  ],
  datasets: ["gases_countries", "nonco2_countries"],
  async run({ region, year }, _work, read) {
    const years = [...new Set(typeof year === "number" ? [year] : year)];
    const query = queryOf(region, years);
    const [jones, edgar] = [await jonesOf(query, read), await nonCo2Of(query, read)];
    const missing = new MissingValues();
    const rows = [];
    const comparisons = [];
    for (const each of regionsAsked(region, jones.get("CO2")!))
      for (const at of years) {
        const countries = countriesOf(each, at);
        const add = (gas: string, series: NationalSeries, metric: string, method: Message): number | null => {
          const { value, missing: without } = sumAt(series, countries, at);
          if (without.length > 0) {
            missing.add(series, texts.gasOf({ gas, year: at }), at, without);
            return null;
          }
          const unit = metric === "" ? "Mt CO2" : "Mt CO2e";
          rows.push({ region: each, year: at, gas, value, unit, metric, source: series.name, method });
          return value;
        };
        add("CO2", jones.get("CO2")!, "", texts.co2WithLand());
        add("CH4", jones.get("CH4")!, "AR6.GWP100", texts.withLand());
        const wide = add("N2O", jones.get("N2O")!, "AR6.GWP100", texts.withLand());
        const [, narrow] = [...edgar].map(([gas, series]) => add(gas, series, METRIC, texts.withoutLand()));
        if (wide === null) continue;
        const { value } = inOtherMetric(quantity(wide, "Mt CO2e AR6.GWP100"), "N2O", METRIC);
        rows.push({
          ...{ region: each, year: at, gas: "N2O", value, unit: "Mt CO2e", metric: METRIC, source: JONES },
          method: texts.otherReport(),
        });
        if (narrow != null && value > 0)
          comparisons.push({
            ...{ region: each, year: at, gas: "N2O", metric: METRIC, jones: value, edgar: narrow },
            ratio: narrow / value,
          });
      }
    return {
      rows,
      comparisons,
      lacks: missing.sentences,
      notes: [texts.notAdded(), texts.methaneApart()],
      datasets: ["gases_countries", "nonco2_countries"],
    };
  },
});

/** CO2 with land use in Mt, CH4 and N2O in Mt CO2e by AR6, from 1850. */
async function jonesOf(query: AccountsQuery, read: Read): Promise<ReadonlyMap<string, NationalSeries>> {
  const columns = await rowsOf("gases_countries", "entity_type", query, read);
  return cachedResult(columns, "gases", () => {
    const [iso3, type, year] = [columns.texts("iso3"), columns.texts("entity_type"), columns.numbers("year")];
    return new Map(
      Object.entries(columnsOfJones).map(([gas, column]) => {
        const series = new NationalSeries(JONES);
        const values = columns.numbers(column);
        for (let row = 0; row < columns.rows; row++) {
          const code = type[row] === "world" ? WORLD : iso3[row];
          if (code) series.add(code, year[row]!, values[row] ?? null);
        }
        return [gas, series] as const;
      }),
    );
  });
}
