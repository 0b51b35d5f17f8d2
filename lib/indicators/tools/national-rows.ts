import { type Message, messages } from "../../message/message.ts";
import { LAW_RANGE } from "../../panorama/account.ts";
import { countriesOf, type NationalSeries, WORLD } from "../../panorama/national-series.ts";
import { type Coverage, coverageOf, type IntervalName, mayBeCalled95 } from "../../uncertainty/coverage/coverage.ts";
import { Z95 } from "../../uncertainty/distributions/normal-law.ts";
import { cumulativeSum } from "../cumulative-sum.ts";
import { MissingValues } from "../missing-values.ts";
import { type Account, type AccountSeries, sumAt } from "./sources.ts";

const texts = messages("indicators", {
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
    en: "divided by the world's emissions with bunkers; the one error of the vintage cancels, and ± is not given",
    zh: "除以全球排放（含国际燃料舱）；同一版本共用的误差相互抵消，不给出 ±",
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
});

export const indicatorNames = [
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

export const boundKinds = ["95 % interval", "95 % interval of a part", LAW_RANGE, "range of sources", "none"] as const;

/** The first years of `carbon_budget_countries_2024` and of `land_use_change_countries`. */
export const EDITION_2024_BEGINS = 1750;
export const LAND_BEGINS = 1850;

const LAND = "Global Carbon Budget 2023, land-use change";

/** One indicator of a region and year. */
export interface Row {
  readonly region: string;
  readonly year: number;
  readonly indicator: (typeof indicatorNames)[number];
  readonly value: number;
  readonly unit: string;
  readonly metric: string;
  readonly sd: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly bounds: (typeof boundKinds)[number];
  /** How many published figures lie inside such bounds; null for what has none of an error law. */
  readonly coverage: Coverage | null;
  readonly source: string;
  readonly method: Message;
}

/** What emissions are divided by: persons and million US$. */
export interface Denominators {
  readonly population: NationalSeries;
  readonly market: NationalSeries;
  readonly ppp: NationalSeries;
}

/** The rows of the indicators, and what is missing for them. */
export class NationalRows {
  readonly rows: Row[] = [];
  readonly missing = new MissingValues();
  readonly #series: AccountSeries;
  readonly #sigma: number;
  readonly #account: Account;
  readonly #methods = new Map<string, Message>();
  readonly #worldSums = new Map<number, number | null>();

  constructor(series: AccountSeries, sigma: number, account: Account) {
    this.#series = series;
    this.#sigma = sigma;
    this.#account = account;
  }

  ofYear(region: string, year: number, { population, market, ppp }: Denominators): void {
    const { emissions, unit } = this.#series;
    const countries = countriesOf(region, year);
    const value = this.#sum(emissions, countries, year, texts.emissions({ year }));
    if (value === null) return;
    const sd = this.#sdOf(
      region,
      sumAt(this.#series.stated, countries, year).value,
      (made) => sumAt(made, countries, year).value,
    );
    this.#add(region, year, "emissions", value, sd, unit, emissions.name, texts.methodEmissions());
    // Mt / persons = 10⁶ t/person; Mt / million US$ = t/US$.
    for (const [indicator, of, what, factor, per, method] of [
      ["per head", population, texts.perHead({ year }), 1e6, "t CO2/person", texts.methodPerHead()],
      ["per GDP, market", market, texts.perMarket({ year }), 1e3, "kg CO2/USD", texts.methodMarket()],
      ["per GDP, PPP", ppp, texts.perPpp({ year }), 1e3, "kg CO2/USD", texts.methodPpp()],
    ] as const) {
      const under = this.#sum(of, countries, year, what);
      if (under === null || under <= 0) continue;
      const source = `${emissions.name}; ${of.name}`;
      const written = unit === "Mt CO2" ? per : per.replace("CO2", "CO2e");
      const scaled = sd === null ? null : (factor * sd) / under;
      this.#add(region, year, indicator, (factor * value) / under, scaled, written, source, method);
    }
    const world = region === WORLD ? null : this.#sum(emissions, [WORLD], year, texts.share({ year }));
    if (world) this.#addExact(region, year, "world share", (100 * value) / world, emissions.name, texts.methodShare());
  }

  sinceYear(region: string, year: number, since: number, account: AccountSeries): void {
    const { emissions, stated } = account;
    const [first] = emissions.span;
    // A sum that would begin before its table is not given. The table that begins in 1750 is the longest there is.
    if (since < first && first > EDITION_2024_BEGINS) {
      this.missing.add(emissions, texts.sinceThen({ year: since }), since, [region]);
      return;
    }
    const sum = this.#sumSince(emissions, countriesOf(region, year), since, year, texts.cumulative({ year }));
    if (!sum) return;
    const part =
      stated === emissions
        ? sum.value
        : this.#sumSince(stated, countriesOf(region, year), since, year, texts.cumulative({ year }))!.value;
    const method = this.#method(`${sum.from} ${year} ${sum.gaps}`, () =>
      sum.gaps > 0
        ? texts.methodCumulativeGaps({ from: sum.from, to: year, gaps: sum.gaps })
        : texts.methodCumulative({ from: sum.from, to: year }),
    );
    // A revision of one year resembles that of the next: their errors add as they are.
    const sd = this.#sdOf(
      region,
      part,
      (made) => this.#sumSince(made, countriesOf(region, year), since, year, texts.cumulative({ year }))?.value ?? 0,
    );
    this.#add(region, year, "cumulative", sum.value, sd, account.unit, emissions.name, method);
    if (region === WORLD) return;
    const world = this.#worldSince(emissions, since, year);
    if (world === null) return;
    const share = (100 * sum.value) / world;
    this.#addExact(region, year, "world share of cumulative", share, emissions.name, texts.methodShare());
  }

  /** All regions of a year are compared with one sum. */
  #worldSince(emissions: NationalSeries, since: number, year: number): number | null {
    const known = this.#worldSums.get(year);
    if (known !== undefined) return known;
    const sum = this.#sumSince(emissions, [WORLD], since, year, texts.cumulative({ year }))?.value ?? null;
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
      this.missing.add(models[0]!, texts.land({ year }), year, without, LAND);
      return;
    }
    this.#addRange(
      region,
      year,
      "land-use change",
      sums.map(({ value }) => value),
      this.#method("land", () => texts.methodLand({ models: names })),
    );
    if (since === undefined || year < LAND_BEGINS) return;
    const from = Math.max(since, LAND_BEGINS);
    this.#addRange(
      region,
      year,
      "cumulative land-use change",
      models.map((model) => this.#sumSince(model, countries, from, year, texts.land({ year }))!.value),
      this.#method(`land ${from} ${year}`, () => texts.methodLandSum({ from, to: year, models: names })),
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
      ...{ region, year, indicator, value, unit: "Mt CO2", metric: "", sd: null, lo, hi, bounds },
      ...{ coverage: null, source: LAND, method },
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
    sd: number | null,
    unit: string,
    source: string,
    method: Message,
  ): void {
    const row = { region, year, indicator, value, unit, metric: this.#series.metric, sd, source, method };
    if (sd === null) {
      this.rows.push({ ...row, lo: null, hi: null, bounds: "none", coverage: null });
      return;
    }
    const tested = this.#intervalOf(region);
    const called = this.#account === "all gases" ? "95 % interval of a part" : "95 % interval";
    this.rows.push({
      ...row,
      ...{ lo: value - Z95 * sd, hi: value + Z95 * sd },
      ...{ bounds: mayBeCalled95(tested) ? called : LAW_RANGE, coverage: coverageOf(tested) },
    });
  }

  /** The shipped interval that ± is. */
  #intervalOf(region: string): readonly IntervalName[] {
    if (region === WORLD) return ["fossil CO2 of the world"];
    return [this.#account === "consumption" ? "consumption of a country" : "fossil CO2 of a country"];
  }

  /**
   * One standard deviation: σ of the part with a stated error, and for consumption the region's own revisions of the share of production that
   * trade moves. Null where the region has no revisions.
   * @param production the sum of a series over the same countries and years.
   */
  #sdOf(region: string, stated: number, production: (series: NationalSeries) => number): number | null {
    const common = Math.abs(this.#sigma * stated);
    const { traded } = this.#series;
    if (!traded || region === WORLD) return common;
    const revised = traded.revisions.of(region);
    return revised && Math.hypot(common, revised.sd * production(traded.production));
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
    const none = { sd: null, lo: null, hi: null, bounds: "none", coverage: null } as const;
    this.rows.push({ region, year, indicator, value, unit: "%", metric, ...none, source, method });
  }
}
