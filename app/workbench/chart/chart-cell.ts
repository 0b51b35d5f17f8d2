import { literal } from "../../../kernel/dialogue/cell-literal.ts";
import { unitRead } from "../../../lib/data/column-unit.ts";
import type { Text } from "../../../lib/message/message.ts";
import { type ChartChoice, isOfOneYear } from "./chart-choice.ts";
import { chartQuery, contextTables, isOfPlaces, worldQuery } from "./chart-query.ts";
import { type ChartTable, isContextColumn } from "./chart-table.ts";
import { measureNames, valueNames } from "./measure-names.ts";

/** The function of `charts` that draws a form. */
export const chartFunctions = {
  trend: "trend",
  ranking: "ranking",
  shares: "shares",
  map: "worldMap",
  scatter: "scatter",
} as const;

/** The cell that makes a chart: a block of its own, so that it defines no names. */
export function chartCell(choice: ChartChoice, table: ChartTable): string {
  const lines = [
    ...names(choice, table),
    `const found = await data.query(${literal(chartQuery(choice, table))});`,
    ...rows(choice, table),
    `display(charts.${chartFunctions[choice.form]}(${rowsName(choice, table)}, ${written(options(choice, table))}));`,
  ];
  return `{\n${lines.join("\n").replace(/^(?=.)/gm, "  ")}\n}`;
}

/** What codes are called: places by their table, values and measures one by one. */
function names(choice: ChartChoice, table: ChartTable): string[] {
  const { place } = table;
  const stated: string[] = [];
  if (place && (isOfPlaces(choice) || choice.places.length > 0)) {
    const code = place.names === "countries" ? "iso3" : "region";
    stated.push(
      `const places = new Map(Array.from(await datasets.load("${place.names}"), (d) => [d.${code}, localize({en: d.name_en, zh: d.name_zh})]));`,
    );
  }
  if (choice.form !== "scatter" && choice.measures.length > 1) {
    stated.push(
      mapOf(
        "measures",
        choice.measures.map((column) => [column, labelOf(table, column)]),
      ),
    );
  } else if (choice.split !== null) {
    const values = table.keys.find(({ column }) => column === choice.split)?.values ?? [];
    const known = values.flatMap((value) => (valueNames.has(value) ? [[value, valueNames.get(value)!] as const] : []));
    if (known.length > 0) stated.push(mapOf("names", known));
  }
  return stated;
}

function mapOf(name: string, entries: readonly (readonly [string, Text])[]): string {
  const lines = entries.map(([key, text]) => `  [${JSON.stringify(key)}, ${localized(text)}]`);
  return `const ${name} = new Map([\n${lines.join(",\n")}\n]);`;
}

function rowsName(choice: ChartChoice, table: ChartTable): string {
  const { per, index, measures, form } = choice;
  if (per === "world" || index) return "relative";
  if (isInTonnes(choice, table)) return "scaled";
  return measures.length > 1 && form !== "scatter" ? "lines" : "found.rows";
}

/** What is computed of the rows of the query. */
function rows(choice: ChartChoice, table: ChartTable): string[] {
  const { form, measures, index, years, per } = choice;
  const year = table.year?.column;
  const stated: string[] = [];
  const isMany = measures.length > 1 && form !== "scatter";
  if (isMany) {
    const ofPlace =
      table.place && choice.places.length !== 1
        ? `\`\${places.get(d.${table.place.column})}: \${measures.get(key)}\``
        : "measures.get(key)";
    const time = form === "trend" && year ? `${year}: d.${year}, ` : "";
    stated.push(
      `const lines = found.rows.flatMap((d) => Array.from(measures.keys(), (key) => ({${time}series: ${ofPlace}, value: d[key]})));`,
    );
  }
  const from = isMany ? "lines" : "found.rows";
  if (per === "world") {
    stated.push(
      `const world = await data.query(${literal(worldQuery(choice, table))});`,
      form === "trend"
        ? `const totals = new Map(world.rows.map((d) => [d.${year}, d.value]));`
        : "const [total] = world.rows;",
      `const relative = ${from}.map((d) => ({...d, value: 100 * d.value / ${form === "trend" ? `totals.get(d.${year})` : "total.value"}}));`,
    );
  } else if (index && years) {
    const series = isMany ? "series" : (choice.split ?? table.place?.column ?? "series");
    stated.push(
      `const base = new Map(${from}.filter((d) => d.${year} === ${years[0]} && d.value > 0).map((d) => [d.${series}, d.value]));`,
      `const relative = ${from}.filter((d) => base.has(d.${series})).map((d) => ({...d, value: 100 * d.value / base.get(d.${series})}));`,
    );
  }
  if (isInTonnes(choice, table) && per !== "world" && !index) {
    stated.push("const scaled = found.rows.map((d) => ({...d, value: d.value / 1e6}));");
  }
  return stated;
}

/** Whether values are tonnes of something that the units of the library do not name, so that no query gives them in megatonnes. */
function isInTonnes({ measures, per, form }: ChartChoice, table: ChartTable): boolean {
  const { unit = "" } = table.measures.find(({ column }) => column === measures[0]) ?? {};
  return (
    form !== "scatter" && measures.length === 1 && per === null && /^t /.test(unit) && unitRead(unit) === undefined
  );
}

/** Options as source texts by their names. */
type Options = Readonly<Record<string, string | undefined>>;

function options(choice: ChartChoice, table: ChartTable): Options {
  const { form, years } = choice;
  const source = [choice.dataset, ...contextTables(choice)].map((name) => JSON.stringify(name));
  return {
    ...channels(choice, table),
    ...placeName(choice, table),
    ...words(choice, table),
    ...(years
      ? { year: isOfOneYear(form) || years[0] === years[1] ? String(years[1]) : JSON.stringify(years.join("–")) }
      : {}),
    source: `datasets.cite(${source.join(", ")})`,
  };
}

function channels(choice: ChartChoice, table: ChartTable): Options {
  const { form, measures, split, count } = choice;
  const isMany = measures.length > 1 && form !== "scatter";
  const column = isMany ? "series" : (split ?? table.place?.column);
  const label = column === undefined ? undefined : JSON.stringify(column);
  const hasNames = !isMany && (split === null ? table.place !== null : namesOf(split, table));
  const named = hasNames ? { names: split === null ? "places" : "names" } : {};
  switch (form) {
    case "trend":
      return {
        x: JSON.stringify(table.year?.column ?? "year"),
        y: '"value"',
        series: label,
        ...named,
        ...colours(choice),
      };
    case "ranking":
      return { label, value: '"value"', ...named, count: String(count) };
    case "shares":
      return { label, value: '"value"', ...named };
    case "map":
      return { atlas: 'await datasets.load("world_110m")', code: label, value: '"value"', ...named };
    case "scatter":
      return { label, x: '"x"', y: '"y"', ...named };
  }
}

/** The one place that is taken apart stands before the finding. */
function placeName(choice: ChartChoice, { place }: ChartTable): Options {
  const [only, ...others] = choice.places;
  if (!place || only === undefined || others.length > 0 || isOfPlaces(choice)) return {};
  return { name: `places.get(${JSON.stringify(only)})` };
}

function namesOf(split: string, { keys }: ChartTable): boolean {
  return keys.find(({ column }) => column === split)?.values.some((value) => valueNames.has(value)) ?? false;
}

/** Production and consumption of one place have the colours that they have in every chart. */
function colours({ measures, places }: ChartChoice): Options {
  const meanings = measures.map((column) => /^(production|consumption)_/.exec(column)?.[1]);
  if (measures.length !== 2 || places.length !== 1 || meanings.some((meaning) => meaning === undefined)) return {};
  const entries = measures.map(
    (column, i) => `[measures.get(${JSON.stringify(column)}), ${JSON.stringify(meanings[i])}]`,
  );
  return { colours: `new Map([${entries.join(", ")}])` };
}

/** What is measured, and in which unit. */
function words(choice: ChartChoice, table: ChartTable): Options {
  const { form, measures, index, years, per } = choice;
  if (form === "scatter") {
    return {
      measures: `[${measures.map((name) => localized(labelOf(table, name))).join(", ")}]`,
      units: "[found.units.y, found.units.x]",
    };
  }
  const label = measures.length > 1 ? joinedLabel(choice, table) : measureOfOne(choice, table);
  if (per === "world") return { measure: localized(shareOf(label)), unit: '"%"' };
  if (index && years) return { measure: localized(indexOf(label, years[0])), unit: '""' };
  if (isInTonnes(choice, table)) {
    const { unit } = table.measures.find(({ column }) => column === measures[0])!;
    return { measure: localized(label), unit: JSON.stringify(unit.replace(/^t /, "Mt ")) };
  }
  return {
    measure: localized(label),
    unit: `found.units.${measures.length > 1 ? unitMeasure(choice, table) : "value"}`,
  };
}

/** The measure with the one place, and the values of the columns that are fixed. */
function measureOfOne(choice: ChartChoice, table: ChartTable): Text {
  const label = labelOf(table, choice.measures[0]!);
  const fixed = table.keys.flatMap(({ column }) => {
    const value = choice.where[column];
    return value === undefined ? [] : [valueNames.get(value) ?? { en: value, zh: value }];
  });
  if (fixed.length === 0) return label;
  return {
    en: `${label.en} (${fixed.map(({ en }) => en).join(", ")})`,
    zh: `${label.zh}（${fixed.map(({ zh }) => zh).join("，")}）`,
  };
}

function joinedLabel(choice: ChartChoice, table: ChartTable): Text {
  const labels = choice.measures.map((column) => labelOf(table, column));
  return { en: labels.map(({ en }) => en).join(", "), zh: labels.map(({ zh }) => zh).join("、") };
}

function shareOf({ en, zh }: Text): Text {
  return { en: `${en}, share of the world`, zh: `${zh}占全球比重` };
}

function indexOf({ en, zh }: Text, year: number): Text {
  return { en: `${en}, ${year} = 100`, zh: `${zh}（${year} 年 = 100）` };
}

/** Of several measures the unit is that with CO2e, in which all of them are. */
function unitMeasure({ measures }: ChartChoice, table: ChartTable): string {
  const unitOf = (name: string) => table.measures.find(({ column }) => column === name)?.unit ?? "";
  return measures.find((name) => unitOf(name).includes("CO2e")) ?? measures[0]!;
}

export function labelOf(table: ChartTable, name: string): Text {
  const own = table.measures.find(({ column }) => column === name)?.label;
  const label = own ?? measureNames.get(name) ?? { en: name, zh: name };
  return isContextColumn(name) || own ? label : { en: name, zh: name };
}

function localized({ en, zh }: Text): string {
  return `localize({en: ${JSON.stringify(en)}, zh: ${JSON.stringify(zh)}})`;
}

function written(given: Options): string {
  const parts = Object.entries(given).flatMap(([name, source]) =>
    source === undefined ? [] : [name === source ? name : `${name}: ${source}`],
  );
  return `{\n${parts.map((part) => `  ${part}`).join(",\n")}\n}`;
}
