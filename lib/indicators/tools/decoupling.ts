import { z } from "zod";
import { messages } from "../../message/message.ts";
import { countriesOf, NationalSeries } from "../../panorama/national-series.ts";
import { keyedRows } from "../../tool/keyed-rows.ts";
import { metricOut, notesOut, sentenceOut } from "../../tool/outcome.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio, siblingUnit } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import { decoupling, decouplings, tapioStates } from "../decoupling.ts";
import { IndicatorError } from "../indicator-error.ts";
import { MissingValues } from "../missing-values.ts";
import { regionIn } from "./national.ts";
import { accountOf, accounts, gdpOf, queryOf, regionsAsked, sumAt } from "./sources.ts";

const texts = messages("indicators", {
  decouplingOf: { en: "decoupling with {year}", zh: "涉及 {year} 年的脱钩指标" },
  order: {
    en: "from is {from} and to is {to}; expected a later year in to.",
    zh: "from 为 {from}，to 为 {to}；to 应为更晚的年份。",
  },
  notPositive: {
    en: "{region}, {account}: emissions of {from} or {to} are not positive, so that no change relative to them is given.",
    zh: "{region}（{account}）：{from} 年或 {to} 年的排放不为正，因此不给出相对变化。",
  },
  vintageCancels: {
    en: "The one error of the vintage of fossil CO2 cancels in changes relative to the first year: no ± follows from it. Errors that differ between years, and those of GDP, are not known.",
    zh: "化石 CO2 同一版本共用的误差在相对首年的变化中相互抵消，因此没有由此而来的 ±。各年之间不同的误差以及GDP的误差未知。",
  },
});

const ownGdpRow = z.object({
  region: z.string().describe("ISO 3166 alpha-3"),
  year: yearIn,
  value: z.number().positive().describe("Real GDP in one unit for all years of a region"),
  source: z.string().min(1),
});

export const decouplingTool = defineTool({
  name: "indicators.decoupling",
  title: { en: "Decoupling of emissions from economic growth", zh: "排放与经济增长的脱钩" },
  summary: {
    en: "Between two years: Tapio's elasticity with its eight states, absolute or relative decoupling, and the change of intensity, by production and by consumption emissions.",
    zh: "两个年份之间：Tapio 弹性及其八种状态、绝对或相对脱钩、强度变化，按生产侧与消费侧排放分别给出。",
  },
  input: z.object({
    region: regionIn,
    from: yearIn,
    to: yearIn,
    accounts: z.array(z.enum(accounts)).min(1).default(["production", "consumption"]),
    gdp: z
      .enum(["constant", "PPP"])
      .default("constant")
      .describe("Real GDP of the Penn World Table: at constant national prices (growth), or at chained PPP (levels)."),
    ownGdp: keyedRows(ownGdpRow, ["region", "year"])
      .default([])
      .describe(
        "Real GDP of your own in place of the table's, for years after 2019: the region takes it for both years.",
      ),
  }),
  output: z.object({
    rows: z.array(
      z.object({
        region: z.string(),
        account: z.enum(accounts),
        from: yearIn,
        to: yearIn,
        emissionsFrom: numberIn(siblingUnit),
        emissionsTo: numberIn(siblingUnit),
        unit: z.string(),
        metric: metricOut.describe("Empty for a mass of CO2."),
        emissionsChange: numberIn("%"),
        gdpChange: numberIn("%"),
        intensityChange: numberIn("%").describe("Of emissions per unit of GDP"),
        elasticity: ratio.nullable().describe("Null where GDP did not change"),
        state: z.enum(tapioStates).nullable().describe("Tapio's state"),
        decoupling: z
          .enum(decouplings)
          .describe("absolute: emissions fall while GDP grows; relative: they grow more slowly than it"),
        source: sentenceOut,
      }),
    ),
    lacks: z.array(sentenceOut).describe("What is not given, and which table ends or begins when."),
    notes: notesOut,
    datasets: z.array(z.string()),
  }),
  formula: "e = (ΔE/E₀) / (ΔGDP/GDP₀); coupled for 0.8 ≤ e ≤ 1.2",
  assumptions: [
    "Two years tell of a period: the choice of the years matters, most of all near crises. Take several.",
    "GDP is real. GDP in current US$ moves with prices and exchange rates and is not used.",
    "The Penn World Table ends in 2019: later years need GDP of your own.",
    "A group has the members of the last year in both years.",
    "GDP follows residents, production emissions the territory.",
  ],
  references: [
    "Tapio, P. (2005), Towards a theory of decoupling, Transport Policy 12: 137–151, doi:10.1016/j.tranpol.2005.01.001.",
    "OECD (2002), Indicators to Measure Decoupling of Environmental Pressure from Economic Growth, SG/SD(2002)1/FINAL.",
    "Friedlingstein et al. (2025), Global Carbon Budget 2025, doi:10.18160/gcp-2025.",
    "Feenstra, Inklaar and Timmer (2015), The Next Generation of the Penn World Table, American Economic Review 105: 3150–3182.",
  ],
  datasets: ["carbon_budget_countries", "nonco2_countries", "gdp"],
  async run({ region, from, to, accounts: asked, gdp: measure, ownGdp }, _work, read) {
    if (from >= to) throw new IndicatorError("to", texts.order({ from, to }));
    const query = queryOf(region, [from, to]);
    const shipped = await gdpOf(measure === "PPP" ? "ppp" : "constant", query, read);
    const own = new NationalSeries("ownGdp");
    for (const { region: of, year, value } of ownGdp) own.add(of, year, value);
    const missing = new MissingValues();
    const lacks = [];
    const rows = [];
    const datasets = new Set<string>();
    for (const account of new Set(asked)) {
      const series = await accountOf(account, "GCB 2025", query, read);
      for (const name of series.datasets) datasets.add(name);
      const { emissions, unit, metric } = series;
      for (const each of regionsAsked(region, emissions)) {
        const countries = countriesOf(each, to);
        const isOwn = ownGdp.some(({ region: of }) => of === each);
        const gdp = isOwn ? own : shipped;
        const members = isOwn ? [each] : countries;
        const pair = (of: NationalSeries, over: readonly string[]): [number, number] | null => {
          const sums = [from, to].map((year) => {
            const { value, missing: without } = sumAt(of, over, year);
            if (without.length > 0) missing.add(of, texts.decouplingOf({ year }), year, without);
            return without.length > 0 ? null : value;
          });
          return sums.includes(null) ? null : (sums as [number, number]);
        };
        const [emitted, produced] = [pair(emissions, countries), pair(gdp, members)];
        if (!emitted || !produced) continue;
        if (emitted[0] <= 0 || emitted[1] <= 0) {
          lacks.push(texts.notPositive({ region: each, account, from, to }));
          continue;
        }
        const of = decoupling(emitted, produced);
        const sources = [...new Set(ownGdp.filter((row) => row.region === each).map(({ source }) => source))];
        rows.push({
          ...{ region: each, account, from, to, emissionsFrom: emitted[0], emissionsTo: emitted[1], unit, metric },
          emissionsChange: 100 * of.emissionsChange,
          gdpChange: 100 * of.gdpChange,
          intensityChange: 100 * of.intensityChange,
          elasticity: of.elasticity,
          state: of.state,
          decoupling: of.decoupling,
          source: `${emissions.name}; ${isOwn ? sources.join("; ") : gdp.name}`,
        });
      }
    }
    return {
      rows,
      lacks: [...missing.sentences, ...lacks],
      notes: [texts.vintageCancels()],
      datasets: [...datasets, "gdp"],
    };
  },
});
