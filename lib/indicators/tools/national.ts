import { z } from "zod";
import { messages } from "../../message/message.ts";
import { WORLD } from "../../panorama/national-series.ts";
import type { EditionName } from "../../panorama/tools/editions.ts";
import { metricOut, notesOut, sentenceOut } from "../../tool/outcome.ts";
import type { Read } from "../../tool/read.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, siblingUnit } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import { coverageOf } from "../../uncertainty/coverage/coverage.ts";
import { coverageOut } from "../../uncertainty/coverage/coverage-schema.ts";
import { IndicatorError } from "../indicator-error.ts";
import { boundKinds, EDITION_2024_BEGINS, indicatorNames, LAND_BEGINS, NationalRows } from "./national-rows.ts";
import {
  type Account,
  type AccountSeries,
  accountOf,
  accounts,
  fossilSigmaOf,
  gdpOf,
  landModelsOf,
  populationOf,
  queryOf,
  regionsAsked,
} from "./sources.ts";

const texts = messages("indicators", {
  intervalNote: {
    en: "± is that of σ = {percent} %, which the Global Carbon Budget 2025 states for the world's fossil CO2 and for no country, as one error of the vintage; population and GDP are taken as exact. For a country it is a range and not an interval of 95 %: of {of} figures of {against}, {inside} are inside.",
    zh: "± 依据《全球碳收支2025》对全球化石 CO2 给出的 σ = {percent} %（未对单个国家给出），同一版本共用一个误差；人口与GDP视为精确值。对单个国家而言它是范围，不是 95 % 区间：{against}的 {of} 个数值中有 {inside} 个在其内。",
  },
  intervalOfConsumption: {
    en: "Of consumption emissions no source states an error: ± holds that of the fossil CO2 behind them and the region's own revisions of what trade moves between the editions of 2024 and 2025, not what two models of trade differ by.",
    zh: "消费侧排放没有来源给出误差：± 含其所依据的化石 CO2 的误差，以及该地区净转移在2024版与2025版之间的自身修订，不含不同贸易模型之间的差别。",
  },
  intervalOfGases: {
    en: "EDGAR's table states no error of CH4, N2O and fluorinated gases: ± is that of CO2 alone.",
    zh: "EDGAR 的表未给出 CH4、N2O 和含氟气体的误差：± 仅为 CO2 的误差。",
  },
  sinceLater: {
    en: "since is {since}, but year is {year}; expected a year that is not after it.",
    zh: "since 为 {since}，而 year 为 {year}；since 不应晚于 year。",
  },
  editionNote: {
    en: "Cumulative production emissions since before 1990 are of the Global Carbon Budget 2024 throughout, which begins in 1750; the other rows are of that of 2025. The two are never joined.",
    zh: "起点早于1990年的累计生产侧排放全部取自《全球碳收支2024》（始于1750年）；其余各行取自2025版。两版不混用。",
  },
});

/** The first year of `carbon_budget_countries`. */
const EDITION_2025_BEGINS = 1990;

export const regionIn = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .describe(
    "An ISO 3166 alpha-3 code, WORLD, a group such as EU27 by its members of the year, a list of these, or all countries (all).",
  );

export const accountIn = z
  .enum(accounts)
  .default("production")
  .describe(
    "production and consumption: fossil CO2 of the Global Carbon Budget 2025; all gases: its production with CH4, N2O and fluorinated gases of EDGAR by AR5.GWP100, without land use.",
  );

export const nationalIndicators = defineTool({
  name: "indicators.national",
  title: { en: "Emission indicators of countries", zh: "各国排放指标" },
  summary: {
    en: "Emissions per head, per GDP (market exchange rates and PPP), as a share of the world's and cumulative since any year, of one, several or all countries, by production, by consumption or of all gases; land-use change beside them.",
    zh: "一国、多国或所有国家的人均排放、单位GDP排放（市场汇率与购买力平价）、占全球比重以及自任一年起的累计排放，可按生产侧、消费侧或全部温室气体；土地利用变化另列。",
  },
  input: z.object({
    region: regionIn,
    year: z.union([yearIn, z.array(yearIn).min(1)]).describe("One year or several."),
    since: yearIn.optional().describe("First year of the cumulative emissions; without it there are none."),
    account: accountIn,
    land: z
      .boolean()
      .default(false)
      .describe(
        "Whether land-use change by three bookkeeping models stands beside the account; it is in no other row.",
      ),
  }),
  output: z.object({
    rows: z.array(
      z.object({
        region: z.string(),
        year: yearIn,
        indicator: z.enum(indicatorNames),
        value: numberIn(siblingUnit),
        unit: z.string(),
        metric: metricOut.describe("Empty for a mass of CO2."),
        sd: numberIn(siblingUnit).nullable().describe("One standard deviation where an error is stated"),
        lo: numberIn(siblingUnit).nullable(),
        hi: numberIn(siblingUnit).nullable(),
        bounds: z
          .enum(boundKinds)
          .describe("What lo and hi are; a range by error laws where coverage is below what 95 % may be said of"),
        coverage: coverageOut,
        source: z.string(),
        method: sentenceOut,
      }),
    ),
    lacks: z.array(sentenceOut).describe("What is not given, and which table ends or begins when."),
    notes: notesOut,
    datasets: z.array(z.string()),
  }),
  formula:
    "E/P; E/GDP; E/E_world; Σ_t E_t. ± = 1.96 σ E / (P or GDP), with σ relative and one for all regions and years; of consumption √((σ E)² + (s P)²), with s of the region's own revisions.",
  assumptions: [
    "Population and GDP are taken as exact.",
    "The world contains international bunkers, the countries do not: shares add up to less than 100 %.",
    "GDP in current US$ compares countries in one year; over years it moves with prices and exchange rates.",
    "Purchasing power parities end in 2019 (Penn World Table 10.01).",
    "Groups are those of the year, also in cumulative emissions: the past of their members of that year.",
    "Cumulative production since before 1990 is of the edition of 2024 throughout, otherwise of that of 2025.",
    "All gases add CO2 of the Global Carbon Budget to the other gases of EDGAR by AR5.GWP100; Serbia, Montenegro and Curaçao have none.",
  ],
  references: [
    "Friedlingstein et al. (2025), Global Carbon Budget 2025, doi:10.18160/gcp-2025: fossil CO2, consumption and σ.",
    "Friedlingstein et al. (2025), Global Carbon Budget 2024, doi:10.5194/essd-17-965-2025: from 1750.",
    "Crippa et al. (2024), GHG emissions of all world countries, doi:10.2760/4002897: CH4, N2O and fluorinated gases.",
    "World Bank, World Development Indicators, NY.GDP.MKTP.CD; Feenstra, Inklaar and Timmer (2015), The Next Generation of the Penn World Table, American Economic Review 105: 3150–3182.",
    "UN World Population Prospects (2024), HYDE, Gapminder, processed by Our World in Data.",
  ],
  datasets: [
    "carbon_budget_countries",
    "carbon_budget_countries_2024",
    "carbon_budget_sigma",
    "nonco2_countries",
    "population",
    "gdp",
    "land_use_change_countries",
  ],
  async run({ region, year, since, account, land }, _work, read) {
    const years = [...new Set(typeof year === "number" ? [year] : year)];
    const early = years.find((each) => since !== undefined && each < since);
    if (early !== undefined) throw new IndicatorError("since", texts.sinceLater({ since, year: early }));
    const query = withWorld(queryOf(region, years));
    const series = await accountOf(account, "GCB 2025", query, read);
    const [population, market, ppp, sigma] = await Promise.all([
      populationOf(queryOf(region, years), read),
      gdpOf("market", queryOf(region, years), read),
      gdpOf("ppp", queryOf(region, years), read),
      fossilSigmaOf(read),
    ]);
    const answer = new NationalRows(series, sigma, account);
    const past = since === undefined ? null : await pastOf(account, since, query, read);
    const models = land ? await landModelsOf(landQuery(region, years, since), read) : null;
    for (const each of regionsAsked(region, series.emissions))
      for (const at of years) {
        answer.ofYear(each, at, { population, market, ppp });
        if (past && since !== undefined) answer.sinceYear(each, at, since, past.account);
        if (models) answer.land(each, at, since, models);
      }
    const isOlder = past !== null && past.edition === "GCB 2024";
    return {
      rows: answer.rows,
      lacks: answer.missing.sentences,
      notes: [
        texts.intervalNote({
          percent: Number((100 * sigma).toPrecision(3)),
          ...coverageOf([account === "consumption" ? "consumption of a country" : "fossil CO2 of a country"])!,
        }),
        ...(account === "consumption" ? [texts.intervalOfConsumption()] : []),
        ...(account === "all gases" ? [texts.intervalOfGases()] : []),
        ...(isOlder ? [texts.editionNote()] : []),
      ],
      datasets: [
        ...series.datasets,
        ...(isOlder ? past.account.datasets : []),
        ...(models ? ["land_use_change_countries"] : []),
        "population",
        "gdp",
        "carbon_budget_sigma",
      ],
    };
  },
});

function withWorld({ regions, years }: ReturnType<typeof queryOf>): ReturnType<typeof queryOf> {
  return { regions: regions === "all" || regions.includes(WORLD) ? regions : [...regions, WORLD], years };
}

interface Past {
  readonly edition: EditionName;
  readonly account: AccountSeries;
}

/** The account whose years are added up: one edition throughout. */
async function pastOf(account: Account, since: number, query: ReturnType<typeof queryOf>, read: Read): Promise<Past> {
  const edition = account === "production" && since < EDITION_2025_BEGINS ? "GCB 2024" : "GCB 2025";
  const first = Math.max(since, edition === "GCB 2024" ? EDITION_2024_BEGINS : EDITION_2025_BEGINS);
  const of = await accountOf(account, edition, { ...query, years: yearsFrom(first, query.years) }, read);
  return { edition, account: of };
}

function landQuery(region: string | readonly string[], years: readonly number[], since: number | undefined) {
  return queryOf(region, since === undefined ? years : yearsFrom(Math.max(since, LAND_BEGINS), years));
}

/** All years from the first to the last that was asked for; those that were asked for if they are earlier. */
function yearsFrom(first: number, years: readonly number[]): readonly number[] {
  const last = Math.min(Math.max(...years), first + 400);
  return last < first ? years : Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
