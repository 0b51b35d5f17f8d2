import { type Message, messages } from "../message/message.ts";
import { toNumber } from "../quantity/rational.ts";
import { factorOf, parseUnit } from "../quantity/unit.ts";
import { byUnit } from "./by-unit.ts";
import { yearlyAmount } from "./yearly-amount.ts";

const texts = messages("tool.world", {
  above: {
    en: "{field} is {value} {unit}, more than {what} ({total}; {source}). Check the value and its unit; it was used as given.",
    zh: "{field} 为 {value} {unit}，超过{what}（{total}；{source}）。请核对数值与单位；计算按所给数值进行。",
  },
  co2: {
    en: "all CO2 that the world emitted in {year}, the largest yearly mass in the shipped data",
    zh: "全球 {year} 年的 CO2 总排放量（随附数据中最大的年质量）",
  },
  energy: {
    en: "the energy that the world consumed in {year}",
    zh: "全球 {year} 年的能源消费总量",
  },
  gas: {
    en: "the natural gas that the world produced in {year}",
    zh: "全球 {year} 年的天然气产量",
  },
  animals: {
    en: "the cattle, sheep, goats, pigs and poultry of the most numerous kind that the world kept in {year}",
    zh: "全球 {year} 年数量最多的一种畜禽的存栏量",
  },
  persons: { en: "the people of the world in {year}", zh: "全球 {year} 年的人口" },
  money: { en: "the gross domestic product of the world in {year}", zh: "全球 {year} 年的国内生产总值" },
  forest: { en: "all forest of the world in {year}", zh: "全球 {year} 年的森林面积" },
});

/** What the whole world had, made, used or emitted in a year: no country or company can have more. */
export interface WorldTotal {
  readonly value: number;
  readonly unit: string;
  readonly year: number;
  readonly dataset: string;
  readonly source: string;
  readonly what: (values: { year: number }) => Message;
}

/**
 * The bounds by the dimension of a unit. Each is a figure of a shipped dataset, from which `test/reference/world-totals.test.ts`
 * computes it again.
 */
export const worldTotals: Readonly<Record<string, WorldTotal>> = {
  "mass 1": {
    value: 40_305.955,
    unit: "Mt",
    year: 2023,
    dataset: "gases_countries",
    source: "Jones et al. 2024",
    what: texts.co2,
  },
  "energy 1": {
    value: 634_382_187,
    unit: "TJ",
    year: 2019,
    dataset: "energy_consumption_eia",
    source: "US EIA",
    what: texts.energy,
  },
  "length 3": {
    value: 4040e9,
    unit: "m3",
    year: 2019,
    dataset: "energy_production_eia",
    source: "US EIA",
    what: texts.gas,
  },
  "length 2": {
    value: 4_058_930.81,
    unit: "kha",
    year: 2020,
    dataset: "forest_carbon_countries",
    source: "FAO FRA 2020",
    what: texts.forest,
  },
  "head 1": {
    value: 26_545_334_000,
    unit: "head",
    year: 2022,
    dataset: "livestock_countries",
    source: "FAOSTAT",
    what: texts.animals,
  },
  "person 1": {
    value: 8_091_734_853,
    unit: "persons",
    year: 2023,
    dataset: "population",
    source: "UN World Population Prospects",
    what: texts.persons,
  },
  "currency-USD 1": {
    value: 105_435_040,
    unit: "MUSD",
    year: 2023,
    dataset: "gdp",
    source: "World Bank",
    what: texts.money,
  },
};

/** A note if an amount, or an amount a year, is more than the world's. */
export function aboveWorld(value: number, unit: string, field: string): Message[] {
  const bound = boundOf(unit);
  if (bound === undefined || !(Math.abs(value) > bound.most)) return [];
  const { value: total, unit: its, year, source, what } = bound.total;
  return [texts.above({ field, value, unit, what: what({ year }), total: `${total} ${its}`, source })];
}

interface Bound {
  /** In the unit. */
  readonly most: number;
  readonly total: WorldTotal;
}

const boundOf = byUnit((unit): Bound | undefined => {
  const amount = yearlyAmount(unit);
  const total = amount && worldTotals[`${amount.base.replace(" ", "-")} ${amount.exponent}`];
  if (!total) return undefined;
  const base = total.value * toNumber(factorOf(parseUnit(total.unit)));
  return { most: base / amount.yearly, total };
});

/** Where nothing is noted, in the unit. */
export function worldRange(unit: string): { readonly least?: number; readonly most?: number } | undefined {
  return boundOf(unit);
}
