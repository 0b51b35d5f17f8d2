import { readColumnUnit } from "../../../lib/data/column-unit.ts";
import type { Json } from "../../../lib/dialogue/plan.ts";
import { converts } from "../../../lib/quantity/quantity.ts";
import type { ChartChoice, Denominator } from "./chart-choice.ts";
import { type ChartTable, contextColumns, isContextColumn } from "./chart-table.ts";

type Fields = { readonly [name: string]: Json };

/** The column by which values are divided, and how its unit is written below theirs. */
const below: Readonly<
  Record<Exclude<Denominator, "world">, { dataset: string; column: string; unit: string; mass: string; energy: string }>
> = {
  person: { dataset: "population", column: "population", unit: "person", mass: "t", energy: "GJ" },
  gdp: { dataset: "gdp", column: "gdp_ppp_m2017usd", unit: "USD 2017 PPP", mass: "kg", energy: "MJ" },
  "gdp-current": { dataset: "gdp", column: "gdp_musd_current", unit: "USD", mass: "kg", energy: "MJ" },
};

/** The table that a denominator is a column of. */
export function denominatorColumn(per: Denominator | null) {
  return per === null || per === "world" ? null : below[per];
}

/** The columns of names that are neither split nor fixed: their rows are summed. */
export function summedKeys({ split, where }: ChartChoice, { keys }: ChartTable): readonly string[] {
  return keys.map(({ column }) => column).filter((column) => column !== split && where[column] === undefined);
}

/** Whether a chart is of places, so that each is a line, a bar or a dot. */
export function isOfPlaces({ split, form, measures }: ChartChoice): boolean {
  return split === null && (form === "scatter" || measures.length === 1);
}

/** The tables beside the dataset that a chart reads. */
export function contextTables(choice: ChartChoice): string[] {
  return [...new Set(besideColumns(choice).map(({ dataset }) => dataset))];
}

/** The request of `data.query` whose rows a chart draws: one measure as `value`, several by their names, those of a scatter as `y` and `x`. */
export function chartQuery(choice: ChartChoice, table: ChartTable): Fields {
  const { measures, form, split } = choice;
  const grouped = summedKeys(choice, table).length > 0;
  const nameOf = (column: string, i: number) =>
    form === "scatter" ? ["y", "x"][i]! : measures.length === 1 ? "value" : column;
  const selected = measures.map((column, i) => selectedValue(choice, table, column, nameOf(column, i), grouped));
  const keys = [table.place?.column, form === "trend" ? table.year?.column : undefined, split].filter(
    (name) => name != null,
  );
  const joined = contextTables(choice).map((dataset): Fields => ({ dataset, on: keysOf(table) }));
  const hasValues = measures.length === 1 || form === "scatter";
  return {
    dataset: choice.dataset,
    ...(joined.length > 0 ? { join: joined } : {}),
    select: [...keys, ...selected],
    where: whereOf(choice, table),
    ...(grouped ? { group: keys } : {}),
    ...(hasValues
      ? { having: Object.fromEntries(measures.map((column, i) => [nameOf(column, i), { not: null }])) }
      : {}),
    ...(form === "trend" && table.year ? { order: table.year.column } : {}),
  };
}

function keysOf(table: ChartTable): string[] {
  return [table.place?.column, table.year?.column].filter((name) => name !== undefined);
}

function selectedValue(choice: ChartChoice, table: ChartTable, name: string, as: string, grouped: boolean): Json {
  const column = isContextColumn(name) ? contextColumns[name].column : name;
  const denominator = denominatorColumn(choice.per);
  // People are not divided by people.
  if (denominator && !(denominator.dataset === "population" && column === "population")) {
    const unit = unitPer(unitOf(table, name), choice.per as Exclude<Denominator, "world">);
    return { over: [column, denominator.column], as, ...(unit === null ? {} : { unit }) };
  }
  if (as === column && !grouped) return column;
  return { column, as, ...(grouped ? { aggregate: "sum" } : {}) };
}

const contextUnits: Readonly<Record<string, string>> = {
  "population.population": "persons",
  "gdp.gdp_ppp_m2017usd": "million 2017 US$ at PPP",
  "gdp.gdp_musd_current": "million US$, current",
};

function unitOf(table: ChartTable, name: string): string {
  const declared = contextUnits[name];
  if (declared !== undefined) return readColumnUnit(declared, []) as string;
  return table.measures.find(({ column }) => column === name)?.unit ?? "";
}

/** A readable unit of values over people or money: `Mt CO2` becomes `t CO2/person`; null if the quotient keeps its own. */
export function unitPer(unit: string, per: Exclude<Denominator, "world">): string | null {
  const { mass, energy, unit: denominator } = below[per];
  const rest = unit.replace(/^\S+/, "");
  const readable = [`${mass}${rest}`, `${energy}${rest}`, `kWh${rest}`, unit.replace(/^M(?=USD\b)/, "")];
  const wanted = unit === "" ? undefined : readable.find((each) => each !== unit && converts(unit, each));
  const to = wanted ?? unit;
  return to !== "" && converts(`${to}/${denominator}`, `${to}/${denominator}`) ? `${to}/${denominator}` : null;
}

/** The conditions: places or all countries, years, and one value of each fixed column. */
function whereOf({ places, where, years, form }: ChartChoice, table: ChartTable): Fields {
  const { place, year, countries } = table;
  const [first, last] = years ?? [0, 0];
  const [only] = places;
  return {
    ...(place && places.length > 0 ? { [place.column]: places.length === 1 ? only! : [...places] } : {}),
    ...(place && places.length === 0 ? { ...countries, [place.column]: { not: null } } : {}),
    ...where,
    ...(year && years ? { [year.column]: form === "trend" ? { from: first, to: last } : last } : {}),
  };
}

/** The request for the world's totals by year: its own rows, or the sum of all. */
export function worldQuery(choice: ChartChoice, table: ChartTable): Fields {
  const { place, year, world, countries } = table;
  const conditions = whereOf({ ...choice, places: [] }, table);
  const kept = Object.fromEntries(
    Object.entries(conditions).filter(([column]) => column !== place?.column && !Object.hasOwn(countries, column)),
  );
  return {
    dataset: choice.dataset,
    select: [year!.column, { column: choice.measures[0]!, as: "value", aggregate: "sum" }],
    where: { ...(world ?? countries), ...kept },
    group: [year!.column],
  };
}

/** The request for the first and the last year in which all that a choice reads has values. */
export function spanQuery(choice: ChartChoice, table: ChartTable): Fields {
  const { column } = table.year!;
  const present = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, { not: null }]));
  const beside = besideColumns(choice);
  const { [column]: _years, ...where } = whereOf(choice, table);
  const joined = contextTables(choice).map(
    (dataset): Fields => ({
      dataset,
      on: keysOf(table),
      where: present(beside.filter((each) => each.dataset === dataset).map((each) => each.column)),
      unmatched: "drop",
    }),
  );
  return {
    dataset: choice.dataset,
    ...(joined.length > 0 ? { join: joined } : {}),
    select: [
      { column, as: "first", aggregate: "min" },
      { column, as: "last", aggregate: "max" },
    ],
    where: { ...where, ...present(choice.measures.filter((name) => !isContextColumn(name))) },
  };
}

/** The columns of other tables that a choice reads. */
function besideColumns({ measures, per }: ChartChoice): { readonly dataset: string; readonly column: string }[] {
  const denominator = denominatorColumn(per);
  return [
    ...measures.flatMap((name) => (isContextColumn(name) ? [contextColumns[name]] : [])),
    ...(denominator ? [denominator] : []),
  ];
}
