import { literal } from "../../../kernel/dialogue/cell-literal.ts";
import { chartFunctions } from "./chart-cell.ts";
import { denominatorColumn } from "./chart-query.ts";
import { isRatio, type RowChoice } from "./row-choice.ts";
import { divisorsOf, quotientName, quotientUnit } from "./row-divisor.ts";
import { countriesOf } from "./row-places.ts";
import { columnOf, type RowTable } from "./row-table.ts";

/** Characters of a line of codes. */
const LINE = 96;

/** What the cell calls what it declares, where the table itself is not called so. */
export const localNames = {
  rows: ["rows", "chosen"],
  found: ["found", "summed"],
  codes: ["codes", "countryCodes"],
  places: ["places", "countryNames"],
  divisors: ["divisors", "divisorOf"],
} as const;

function localName(of: keyof typeof localNames, { source }: RowChoice): string {
  return localNames[of].find((name) => name !== source.name)!;
}

/** The cell that makes a chart of rows: which rows, their sums by what is drawn, and the chart. */
export function rowCell(choice: RowChoice, table: RowTable): string {
  const [rows, found] = [localName("rows", choice), localName("found", choice)];
  const lines = [
    ...(isPlaced(choice) ? placeLines(choice, table) : []),
    `const ${rows} = ${rowsOf(choice)}.filter((d) => ${conditions(choice, table).join(" && ")});`,
    `const ${found} = ${sums(choice, table)};`,
    `display(charts.${chartFunctions[choice.form]}(${found}, {\n${options(choice, table)
      .map((part) => `  ${part}`)
      .join(",\n")}\n}));`,
  ];
  return `{\n${lines.join("\n").replace(/^(?=.)/gm, "  ")}\n}`;
}

/** Whether rows are taken by the countries that they are of. */
export function isPlaced({ form, per }: RowChoice): boolean {
  return form === "map" || per !== null;
}

/** Which texts mean which countries, what these are called, and by what their values are divided. */
function placeLines(choice: RowChoice, table: RowTable): string[] {
  const { codes } = countriesOf(table, choice.label)!;
  const drawn = choice.labels.length > 0 ? choice.labels : [...codes.keys()];
  return [
    ...(isCoded(choice, table) ? [] : [`const ${localName("codes", choice)} = new Map([${entries(drawn, codes)}]);`]),
    `const ${localName("places", choice)} = new Map(Array.from(await datasets.load("countries"), (d) => [d.iso3, localize({en: d.name_en, zh: d.name_zh})]));`,
    ...(choice.per === null ? [] : [`const ${localName("divisors", choice)} = ${divisorsOf(choice.per)};`]),
  ];
}

/** Texts with their codes, as many on a line as fit. */
function entries(texts: readonly string[], codes: ReadonlyMap<string, string>): string {
  const lines: string[] = [];
  for (const entry of texts.map((text) => JSON.stringify([text, codes.get(text)]).replace(",", ", "))) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + entry.length < LINE) lines[lines.length - 1] = `${last}, ${entry}`;
    else lines.push(entry);
  }
  return lines.length > 1 ? `\n${lines.map((line) => `  ${line}`).join(",\n")}\n` : (lines[0] ?? "");
}

/** Whether the texts are the codes themselves. */
function isCoded({ label }: RowChoice, table: RowTable): boolean {
  return [...countriesOf(table, label)!.codes].every(([text, code]) => text === code);
}

function rowsOf({ source: { is, name } }: RowChoice): string {
  return `Array.from(${is === "own" ? `await datasets.load(${JSON.stringify(name)})` : name})`;
}

/** A field of a row. */
function field(name: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? `d.${name}` : `d[${JSON.stringify(name)}]`;
}

/** The code of the country that a row is of. */
function codeOf(choice: RowChoice, table: RowTable): string {
  if (isCoded(choice, table)) return field(choice.label!);
  return `${localName("codes", choice)}.get(${field(choice.label!)})`;
}

function conditions(choice: RowChoice, table: RowTable): string[] {
  const { measures, label, labels, time, years, form, per } = choice;
  const [first, last] = years ?? [0, 0];
  const year = time === null ? "" : field(time);
  const isByCode = isPlaced(choice) && (labels.length === 0 || !isCoded(choice, table));
  const ofLabel = isByCode
    ? [`${localName(isCoded(choice, table) ? "places" : "codes", choice)}.has(${field(label!)})`]
    : label !== null && labels.length > 0
      ? [`${JSON.stringify(labels)}.includes(${field(label)})`]
      : [];
  return [
    ...measures.map((name) => `${field(name)} != null`),
    ...ofLabel,
    ...(years === null
      ? []
      : form === "trend"
        ? [`${year} >= ${first}`, `${year} <= ${last}`]
        : [`${year} === ${last}`]),
    ...(per === null ? [] : [`${localName("divisors", choice)}.has(\`\${${codeOf(choice, table)}} \${${year}}\`)`]),
  ];
}

/** The rows summed by label and time: a table of lines has several for one. */
function sums(choice: RowChoice, table: RowTable): string {
  const { form, measures, label, time } = choice;
  const rows = localName("rows", choice);
  const reduce = (name: string) =>
    `d3.${isRatio(columnOf(table, name)?.unit ?? "") ? "mean" : "sum"}(group, (d) => Number(${field(name)}))`;
  const by = [
    ...(label === null ? [] : [["label", isPlaced(choice) ? codeOf(choice, table) : field(label)]]),
    ...(form === "trend" && time !== null ? [["time", field(time)]] : []),
  ];
  const keys = by.map(([, key]) => `(d) => ${key}`);
  const names = by.map(([name]) => name).join(", ");
  if (form === "scatter") {
    const reduced = `({y: ${reduce(measures[0]!)}, x: ${reduce(measures[1]!)}})`;
    return `d3.flatRollup(${rows}, (group) => ${reduced}, ${keys.join(", ")}).map(([${names}, sums]) => ({${names}, ...sums}))`;
  }
  return `d3.flatRollup(${rows}, (group) => ${reduce(measures[0]!)}, ${keys.join(", ")}).map(([${names}, value]) => ({${names}, ${quotient(choice, table)}}))`;
}

function quotient(choice: RowChoice, table: RowTable): string {
  const { per, form, years, measures } = choice;
  if (per === null) return "value";
  const { factor } = quotientUnit(columnOf(table, measures[0]!)?.unit ?? "", per);
  const year = form === "trend" ? "${time}" : String(years![1]);
  return `value: ${factor === 1 ? "" : `${factor} * `}value / ${localName("divisors", choice)}.get(\`\${label} ${year}\`)`;
}

function options(choice: RowChoice, table: RowTable): string[] {
  const { form, label, years, count } = choice;
  const period =
    years && (form === "trend" && years[0] !== years[1] ? JSON.stringify(years.join("–")) : String(years[1]));
  const channels = {
    trend: ['x: "time"', 'y: "value"', ...(label === null ? [] : ['series: "label"'])],
    ranking: [`count: ${count}`],
    shares: [],
    map: ['atlas: await datasets.load("world_110m")', 'code: "label"'],
    scatter: [],
  }[form];
  const places = localName("places", choice);
  return [
    ...channels,
    ...(isPlaced(choice) ? [`names: ${places}`] : []),
    ...words(choice, table),
    ...(period === null ? [] : [`year: ${period}`]),
    `source: ${sourceOf(choice, table)}`,
  ];
}

function words({ form, measures, per }: RowChoice, table: RowTable): string[] {
  const units = measures.map((name) => columnOf(table, name)?.unit ?? "");
  const labels = measures.map((name) => columnOf(table, name)?.label ?? name);
  if (form === "scatter") return [`measures: ${JSON.stringify(labels)}`, `units: ${JSON.stringify(units)}`];
  const [measure, own] = [labels[0]!, units[0]!];
  const unit = per === null ? own : quotientUnit(own, per).unit;
  const name = per === null ? JSON.stringify(measure) : `localize(${literal({ ...quotientName(measure, own, per) })})`;
  return [`measure: ${name}`, ...(unit === "" ? [] : [`unit: ${JSON.stringify(unit)}`])];
}

/** The table, and what its values are divided by. */
function sourceOf({ source, per }: RowChoice, table: RowTable): string {
  const beside = per === null ? [] : [denominatorColumn(per)!.dataset];
  const cited = (names: readonly string[]) => `datasets.cite(${names.map((name) => JSON.stringify(name)).join(", ")})`;
  if (source.is === "own") return cited([source.name, ...beside]);
  return beside.length === 0
    ? JSON.stringify(table.title)
    : `html\`<div>\${${JSON.stringify(table.title)}}. \${${cited(beside)}}</div>\``;
}
