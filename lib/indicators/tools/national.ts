import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import { countriesOf, type NationalSeries, WORLD } from "../../panorama/national-series.ts";
import type { EditionName } from "../../panorama/tools/editions.ts";
import { metricOut, notesOut, sentenceOut } from "../../tool/outcome.ts";
import type { Read } from "../../tool/read.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, siblingUnit } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import { Z95 } from "../../uncertainty/distributions/normal-law.ts";
import { cumulativeSum } from "../cumulative-sum.ts";
import { IndicatorError } from "../indicator-error.ts";
import { MissingValues } from "../missing-values.ts";
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
  sumAt,
} from "./sources.ts";

const said = messages("indicators", {
  emissions: { en: "emissions of {year}", zh: "{year} 年排放量" },
  perHead: { en: "emissions per head of {year}", zh: "{year} 年人均排放" },
  perMarket: { en: "emissions per GDP at market exchange rates of {year}", zh: "{year} 年按市场汇率计的单位GDP排放" },
  perPpp: {
    en: "emissions per GDP at purchasing power parities of {year}",
    zh: "{year} 年按购买力平价计的单位GDP排放",
  },
  share: { en: "share in the world's emissions of {year}", zh: "{year} 年占全球排放的比重" },
  cumulative: { en: "cumulative emissions to {year}", zh: "至 {year} 年的累计排放" },
  sinceThen: { en: "cumulative emissions from {year} on", zh: "自 {year} 年起的累计排放" },
  land: { en: "land-use change of {year}", zh: "{year} 年土地利用变化排放" },
  methodEmissions: { en: "as published", zh: "原始公布值" },
  methodPerHead: { en: "divided by the population of the year", zh: "除以当年人口" },
  methodMarket: { en: "divided by GDP in current US$ of the year", zh: "除以当年按现价美元计的GDP" },
  methodPpp: {
    en: "divided by output-side real GDP in 2017 US$ at chained purchasing power parities",
    zh: "除以按链式购买力平价计的产出侧实际GDP（2017年美元）",
  },
  methodShare: {
    en: "divided by the world's emissions with bunkers; the one error of the vintage cancels",
    zh: "除以全球排放（含国际燃料舱）；同一版本共用的误差相互抵消",
  },
  methodCumulative: {
    en: "sum from {from} to {to}, of one edition",
    zh: "{from}—{to} 年之和，同一版本",
  },
  methodCumulativeGaps: {
    en: "sum from {from} to {to}, of one edition; {gaps} years without an estimate count as nothing",
    zh: "{from}—{to} 年之和，同一版本；其中 {gaps} 年无估计值，按零计",
  },
  methodLand: {
    en: "mean of {models}; lo and hi are the lowest and the highest of them",
    zh: "{models} 的平均值；lo 与 hi 为其最低与最高值",
  },
  methodLandSum: {
    en: "sums from {from} to {to}: mean of {models}; lo and hi are the lowest and the highest of them",
    zh: "{from}—{to} 年之和：{models} 的平均值；lo 与 hi 为其最低与最高值",
  },
  intervalNote: {
    en: "± is that of σ = {percent} %, which the Global Carbon Budget 2025 states for the world's fossil CO2 and for no country, as one error of the vintage; population and GDP are taken as exact.",
    zh: "± 依据《全球碳收支2025》对全球化石 CO2 给出的 σ = {percent} %（未对单个国家给出），同一版本共用一个误差；人口与GDP视为精确值。",
  },
  intervalOfConsumption: {
    en: "Of consumption emissions no source states an error: ± holds that of the fossil CO2 behind them, not that of the trade model.",
    zh: "消费侧排放没有来源给出误差：± 仅含其所依据的化石 CO2 的误差，不含贸易模型的误差。",
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

const indicators = [
  "emissions",
  "per head",
  "per GDP, market",
  "per GDP, PPP",
  "world share",
  "cumulative",
  "world share of cumulative",
  "land-use change",
  "cumulative land-use change",
] as const;

const boundKinds = ["95 % interval", "95 % interval of a part", "range of sources", "none"] as const;

/** The first year of `carbon_budget_countries`. */
const EDITION_2025_BEGINS = 1990;
/** The first years of `carbon_budget_countries_2024` and of `land_use_change_countries`. */
const EDITION_2024_BEGINS = 1750;
const LAND_BEGINS = 1850;

const LAND = "Global Carbon Budget 2023, land-use change";

interface Row {
  readonly region: string;
  readonly year: number;
  readonly indicator: (typeof indicators)[number];
  readonly value: number;
  readonly unit: string;
  readonly metric: string;
  readonly sd: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly bounds: (typeof boundKinds)[number];
  readonly source: string;
  readonly method: Message;
}

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
        indicator: z.enum(indicators),
        value: numberIn(siblingUnit),
        unit: z.string(),
        metric: metricOut.describe("Empty for a mass of CO2."),
        sd: numberIn(siblingUnit).nullable().describe("One standard deviation where an error is stated"),
        lo: numberIn(siblingUnit).nullable(),
        hi: numberIn(siblingUnit).nullable(),
        bounds: z.enum(boundKinds).describe("What lo and hi are"),
        source: z.string(),
        method: sentenceOut,
      }),
    ),
    lacks: z.array(sentenceOut).describe("What is not given, and which table ends or begins when."),
    notes: notesOut,
    datasets: z.array(z.string()),
  }),
  formula:
    "E/P; E/GDP; E/E_world; Σ_t E_t. ± = 1.96 σ E / (P or GDP), with σ relative and one for all regions and years.",
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
    if (early !== undefined) throw new IndicatorError("since", said.sinceLater({ since, year: early }));
    const query = withWorld(queryOf(region, years));
    const series = await accountOf(account, "GCB 2025", query, read);
    const [population, market, ppp, sigma] = await Promise.all([
      populationOf(queryOf(region, years), read),
      gdpOf("market", queryOf(region, years), read),
      gdpOf("ppp", queryOf(region, years), read),
      fossilSigmaOf(read),
    ]);
    const answer = new Answer(series, sigma, account);
    const past = since === undefined ? null : await pastOf(account, since, query, read);
    const models = land ? await landModelsOf(landQuery(region, years, since), read) : null;
    for (const each of regionsAsked(region, series.emissions))
      for (const at of years) {
        answer.ofYear(each, at, { population, market, ppp });
        if (past && since !== undefined) answer.sinceYear(each, at, since, past);
        if (models) answer.land(each, at, since, models);
      }
    const isOlder = past !== null && past.edition === "GCB 2024";
    return {
      rows: answer.rows,
      lacks: answer.missing.sentences,
      notes: [
        said.intervalNote({ percent: Number((100 * sigma).toPrecision(3)) }),
        ...(account === "consumption" ? [said.intervalOfConsumption()] : []),
        ...(account === "all gases" ? [said.intervalOfGases()] : []),
        ...(isOlder ? [said.editionNote()] : []),
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

interface Denominators {
  readonly population: NationalSeries;
  readonly market: NationalSeries;
  readonly ppp: NationalSeries;
}

/** The rows of the indicators, and what is missing for them. */
class Answer {
  readonly rows: Row[] = [];
  readonly missing = new MissingValues();
  readonly #series: AccountSeries;
  readonly #sigma: number;
  readonly #bounds: Row["bounds"];
  readonly #methods = new Map<string, Message>();
  readonly #worldSums = new Map<number, number | null>();

  constructor(series: AccountSeries, sigma: number, account: Account) {
    this.#series = series;
    this.#sigma = sigma;
    this.#bounds = account === "production" ? "95 % interval" : "95 % interval of a part";
  }

  ofYear(region: string, year: number, { population, market, ppp }: Denominators): void {
    const { emissions, unit } = this.#series;
    const countries = countriesOf(region, year);
    const value = this.#sum(emissions, countries, year, said.emissions({ year }));
    if (value === null) return;
    const stated = sumAt(this.#series.stated, countries, year).value;
    this.#add(region, year, "emissions", value, stated, unit, emissions.name, said.methodEmissions());
    // Mt / persons = 10⁶ t/person; Mt / million US$ = t/US$.
    for (const [indicator, of, what, factor, per, method] of [
      ["per head", population, said.perHead({ year }), 1e6, "t CO2/person", said.methodPerHead()],
      ["per GDP, market", market, said.perMarket({ year }), 1e3, "kg CO2/USD", said.methodMarket()],
      ["per GDP, PPP", ppp, said.perPpp({ year }), 1e3, "kg CO2/USD", said.methodPpp()],
    ] as const) {
      const under = this.#sum(of, countries, year, what);
      if (under === null || under <= 0) continue;
      const source = `${emissions.name}; ${of.name}`;
      const written = unit === "Mt CO2" ? per : per.replace("CO2", "CO2e");
      this.#add(region, year, indicator, (factor * value) / under, (factor * stated) / under, written, source, method);
    }
    const world = region === WORLD ? null : this.#sum(emissions, [WORLD], year, said.share({ year }));
    if (world) this.#addExact(region, year, "world share", (100 * value) / world, emissions.name, said.methodShare());
  }

  sinceYear(region: string, year: number, since: number, { account }: Past): void {
    const { emissions, stated } = account;
    const [first] = emissions.span;
    // A sum that would begin before its table is not given. The table that begins in 1750 is the longest there is.
    if (since < first && first > EDITION_2024_BEGINS) {
      this.missing.add(emissions, said.sinceThen({ year: since }), since, [region]);
      return;
    }
    const sum = this.#sumSince(emissions, countriesOf(region, year), since, year, said.cumulative({ year }));
    if (!sum) return;
    const part =
      stated === emissions
        ? sum.value
        : this.#sumSince(stated, countriesOf(region, year), since, year, said.cumulative({ year }))!.value;
    const method = this.#method(`${sum.from} ${year} ${sum.gaps}`, () =>
      sum.gaps > 0
        ? said.methodCumulativeGaps({ from: sum.from, to: year, gaps: sum.gaps })
        : said.methodCumulative({ from: sum.from, to: year }),
    );
    this.#add(region, year, "cumulative", sum.value, part, account.unit, emissions.name, method);
    if (region === WORLD) return;
    const world = this.#worldSince(emissions, since, year);
    if (world === null) return;
    const share = (100 * sum.value) / world;
    this.#addExact(region, year, "world share of cumulative", share, emissions.name, said.methodShare());
  }

  /** All regions of a year are compared with one sum. */
  #worldSince(emissions: NationalSeries, since: number, year: number): number | null {
    const known = this.#worldSums.get(year);
    if (known !== undefined) return known;
    const sum = this.#sumSince(emissions, [WORLD], since, year, said.cumulative({ year }))?.value ?? null;
    this.#worldSums.set(year, sum);
    return sum;
  }

  /** Land-use change of a year, and its sum; every model has the same regions and years. */
  land(region: string, year: number, since: number | undefined, models: readonly NationalSeries[]): void {
    const countries = countriesOf(region, year);
    const names = models.map(({ name }) => name);
    const sums = models.map((model) => sumAt(model, countries, year));
    const without = sums.find(({ missing }) => missing.length > 0)?.missing;
    if (without) {
      this.missing.add(models[0]!, said.land({ year }), year, without, LAND);
      return;
    }
    this.#addRange(
      region,
      year,
      "land-use change",
      sums.map(({ value }) => value),
      this.#method("land", () => said.methodLand({ models: names })),
    );
    if (since === undefined || year < LAND_BEGINS) return;
    const from = Math.max(since, LAND_BEGINS);
    this.#addRange(
      region,
      year,
      "cumulative land-use change",
      models.map((model) => this.#sumSince(model, countries, from, year, said.land({ year }))!.value),
      this.#method(`land ${from} ${year}`, () => said.methodLandSum({ from, to: year, models: names })),
    );
  }

  #addRange(
    region: string,
    year: number,
    indicator: Row["indicator"],
    values: readonly number[],
    method: Message,
  ): void {
    const value = values.reduce((sum, each) => sum + each, 0) / values.length;
    const [lo, hi, bounds] = [Math.min(...values), Math.max(...values), "range of sources" as const];
    this.rows.push({
      ...{ region, year, indicator, value, unit: "Mt CO2", metric: "", sd: null, lo, hi, bounds, source: LAND, method },
    });
  }

  /** Thousands of rows share one sentence. */
  #method(key: string, make: () => Message): Message {
    const known = this.#methods.get(key) ?? make();
    this.#methods.set(key, known);
    return known;
  }

  #sum(series: NationalSeries, countries: readonly string[], year: number, what: Message): number | null {
    const { value, missing } = sumAt(series, countries, year);
    if (missing.length === 0) return value;
    this.missing.add(series, what, year, missing);
    return null;
  }

  #sumSince(series: NationalSeries, countries: readonly string[], since: number, year: number, what: Message) {
    let [value, from, gaps] = [0, Number.POSITIVE_INFINITY, 0];
    const missing: string[] = [];
    for (const iso3 of countries) {
      const sum = cumulativeSum(series, iso3, since, year);
      if (sum === null) {
        missing.push(iso3);
        continue;
      }
      value += sum.value;
      from = Math.min(from, sum.from);
      gaps = Math.max(gaps, sum.gaps);
    }
    if (missing.length === 0) return { value, from, gaps };
    this.missing.add(series, what, year, missing);
    return null;
  }

  #add(
    region: string,
    year: number,
    indicator: Row["indicator"],
    value: number,
    stated: number,
    unit: string,
    source: string,
    method: Message,
  ): void {
    const sd = Math.abs(this.#sigma * stated);
    this.rows.push({
      ...{ region, year, indicator, value, unit, metric: this.#series.metric, sd },
      ...{ lo: value - Z95 * sd, hi: value + Z95 * sd, bounds: this.#bounds, source, method },
    });
  }

  /** A share: the one error of the vintage cancels. */
  #addExact(
    region: string,
    year: number,
    indicator: Row["indicator"],
    value: number,
    source: string,
    method: Message,
  ): void {
    const { metric } = this.#series;
    const none = { sd: null, lo: null, hi: null, bounds: "none" } as const;
    this.rows.push({ region, year, indicator, value, unit: "%", metric, ...none, source, method });
  }
}
