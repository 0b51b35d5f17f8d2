import {
  type ChartChoice,
  type ChartForm,
  chartForms,
  type Denominator,
  denominators,
  isOfOneYear,
  usualCount,
} from "./chart-choice.ts";
import { denominatorColumn, summedKeys } from "./chart-query.ts";
import {
  type ChartMeasure,
  type ChartTable,
  type ContextColumn,
  contextColumns,
  isContextColumn,
} from "./chart-table.ts";

/** Places that a chart begins with, as far as the table has them: the largest economies. */
export const usualPlaces = ["CHN", "USA", "IND", "DEU", "JPN", "GBR", "FRA", "BRA"];

/** The chart with which the dialog opens for a table: two places over time, or what comes nearest to it. */
export function firstChoice(table: ChartTable): ChartChoice {
  return settled(
    {
      dataset: table.name,
      form: "trend",
      measures: [],
      split: null,
      places: [],
      where: {},
      years: null,
      per: null,
      index: false,
      count: usualCount,
    },
    table,
  );
}

/** A choice with a change, and with whatever else must change with it, so that a cell can be written of it. */
export function settled(choice: ChartChoice, table: ChartTable): ChartChoice {
  const form = formsOf(table).includes(choice.form) ? choice.form : formsOf(table)[0]!;
  const measures = measuresFor(choice, form, table);
  const split = splitFor(choice, form, measures, table);
  const chosen = { ...choice, dataset: table.name, form, measures, split };
  const where = whereFor(chosen, table);
  const places = placesFor(chosen, table);
  const fixed = { ...chosen, where, places };
  const per = choice.per !== null && denominatorsOf(fixed, table).includes(choice.per) ? choice.per : null;
  const years = yearsFor(choice.years, form, table);
  const index = choice.index && form === "trend" && per !== "world" && years !== null && years[0] < years[1];
  return { ...fixed, per, years, index, count: Math.max(1, Math.round(choice.count)) };
}

/** The forms that a table can be drawn in. */
export function formsOf({ place, year, keys, measures }: ChartTable): readonly ChartForm[] {
  return chartForms.filter((form) => {
    if (form === "trend") return year !== null;
    if (form === "map") return place?.names === "countries";
    if (form === "scatter") return place !== null && (place.names === "countries" || measures.length > 1);
    return place !== null || keys.length > 0 || measures.length > 1;
  });
}

/** What the values of a choice may be divided by. */
export function denominatorsOf(choice: ChartChoice, table: ChartTable): readonly Denominator[] {
  const { form, measures, split } = choice;
  const { place, year } = table;
  if (year === null || place === null || form === "shares") return [];
  const measure = table.measures.find(({ column }) => column === measures[0]);
  const isDivisible = place.names === "countries" && summedKeys(choice, table).length === 0 && (measure?.sums ?? false);
  return denominators.filter((per) => {
    if (per === "world")
      return form !== "scatter" && measures.length === 1 && split === null && (measure?.sums ?? false);
    const isItself = denominatorColumn(per)?.dataset === table.name;
    return isDivisible && !isItself && (per === "person" || form !== "scatter");
  });
}

/** Whether two measures may stand in one drawing: values in one unit, or masses of CO2 beside those of its equivalents. */
export function isSameScale(a: ChartMeasure, b: ChartMeasure): boolean {
  const plain = ({ unit }: ChartMeasure) => unit.replace(/CO2e\b.*$/, "CO2");
  return plain(a) === plain(b);
}

const contextNames: readonly ContextColumn[] = [
  "gdp.gdp_ppp_m2017usd",
  "gdp.gdp_musd_current",
  "population.population",
];

/** Whether a name is of a column in another table. */
export function isBeside(name: string, { name: own }: ChartTable): boolean {
  return isContextColumn(name) && contextColumns[name].dataset !== own;
}

function measuresFor({ measures }: ChartChoice, form: ChartForm, table: ChartTable): readonly string[] {
  const isCountries = table.place?.names === "countries";
  const known = measures.filter(
    (name, i) =>
      table.measures.some(({ column }) => column === name) ||
      (form === "scatter" && i === 1 && isCountries && isBeside(name, table)),
  );
  const first = known[0] ?? table.measures[0]!.column;
  if (form === "scatter") {
    const own = table.measures.find(({ column }) => column !== first)?.column;
    const beside = isCountries ? contextNames.find((name) => isBeside(name, table)) : undefined;
    const other = table.name === "gdp" ? (own ?? beside!) : (beside ?? own!);
    return [first, known[1] ?? other];
  }
  if (form !== "trend" && form !== "shares") return [first];
  const scale = table.measures.find(({ column }) => column === first)!;
  const same = known.filter((name) => isSameScale(scale, table.measures.find(({ column }) => column === name)!));
  return same.length > 0 ? [...new Set(same)] : [first];
}

function splitFor(
  { split }: ChartChoice,
  form: ChartForm,
  measures: readonly string[],
  table: ChartTable,
): string | null {
  const isKey = table.keys.some(({ column }) => column === split);
  const mayBe = form !== "scatter" && form !== "map" && measures.length === 1;
  if (isKey && mayBe) return split;
  // Without places, the values of a column are all that there is to compare.
  const [only] = table.keys;
  return mayBe && table.place === null && form !== "trend" ? (only?.column ?? null) : null;
}

function whereFor({ where, split, measures }: ChartChoice, table: ChartTable): ChartChoice["where"] {
  const sums = measures.every((name) => table.measures.find(({ column }) => column === name)?.sums ?? true);
  return Object.fromEntries(
    table.keys.flatMap(({ column, values, usual, sums: maySum }) => {
      if (column === split) return [];
      const given = where[column];
      if (given !== undefined && values.includes(given)) return [[column, given] as const];
      return maySum && sums ? [] : [[column, usual] as const];
    }),
  );
}

function placesFor({ places, form, split, measures }: ChartChoice, { place }: ChartTable): readonly string[] {
  if (!place) return [];
  const known = [...new Set(places.filter((code) => place.codes.includes(code)))];
  const preferred = [...usualPlaces, ...place.codes].filter((code) => place.codes.includes(code));
  // One place is taken apart.
  if (split !== null || (measures.length > 1 && form === "shares")) return [known[0] ?? preferred[0]!];
  if (form === "map") return [];
  if (form === "trend" && known.length === 0) return preferred.slice(0, measures.length > 1 ? 1 : 2);
  return known;
}

function yearsFor(years: ChartChoice["years"], form: ChartForm, { year }: ChartTable): ChartChoice["years"] {
  if (year === null) return null;
  const within = (value: number) => Math.min(year.last, Math.max(year.first, value));
  const [first, last] = (years ?? [year.first, year.last]).map(within) as [number, number];
  return isOfOneYear(form) ? [last, last] : first <= last ? [first, last] : [last, first];
}

/** Years as far as there are values. @param span a row with the first and the last year, null if there is no value */
export function yearsWithin(years: ChartChoice["years"], span: unknown): ChartChoice["years"] {
  const { first, last } = (span ?? {}) as { readonly [end: string]: unknown };
  if (years === null || typeof first !== "number" || typeof last !== "number") return years;
  const within = (year: number) => Math.min(last, Math.max(first, year));
  return [within(years[0]), within(years[1])];
}
