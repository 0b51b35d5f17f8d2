import type { RowChoice } from "./row-choice.ts";
import { columnOf, type RowTable } from "./row-table.ts";

/** What the rows and their sums are called in the cell, where the table itself is not called so. */
export const localNames = { rows: ["rows", "chosen"], found: ["found", "summed"] } as const;

function localName(of: keyof typeof localNames, { source }: RowChoice): string {
  return localNames[of].find((name) => name !== source.name)!;
}

/** The cell that makes a chart of rows: which rows, their sums by what is drawn, and the chart. */
export function rowCell(choice: RowChoice, table: RowTable): string {
  const [rows, found] = [localName("rows", choice), localName("found", choice)];
  const lines = [
    `const ${rows} = ${rowsOf(choice)}.filter((d) => ${conditions(choice).join(" && ")});`,
    `const ${found} = ${sums(choice, table)};`,
    `display(charts.${choice.form}(${found}, {\n${options(choice, table)
      .map((part) => `  ${part}`)
      .join(",\n")}\n}));`,
  ];
  return `{\n${lines.join("\n").replace(/^(?=.)/gm, "  ")}\n}`;
}

function rowsOf({ source: { is, name } }: RowChoice): string {
  return `Array.from(${is === "own" ? `await datasets.load(${JSON.stringify(name)})` : name})`;
}

/** A field of a row. */
function field(name: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? `d.${name}` : `d[${JSON.stringify(name)}]`;
}

function conditions({ measures, label, labels, time, years, form }: RowChoice): string[] {
  const [first, last] = years ?? [0, 0];
  const year = time === null ? "" : field(time);
  return [
    ...measures.map((name) => `${field(name)} != null`),
    ...(label !== null && labels.length > 0 ? [`${JSON.stringify(labels)}.includes(${field(label)})`] : []),
    ...(years === null
      ? []
      : form === "trend"
        ? [`${year} >= ${first}`, `${year} <= ${last}`]
        : [`${year} === ${last}`]),
  ];
}

/** Whether values of several rows are averaged, because they are of something for each of something else. */
export function isRatio(unit: string): boolean {
  return unit.includes("/") || unit === "%";
}

/** The rows summed by label and time: a table of lines has several for one. */
function sums(choice: RowChoice, table: RowTable): string {
  const { form, measures, label, time } = choice;
  const rows = localName("rows", choice);
  const reduce = (name: string) =>
    `d3.${isRatio(columnOf(table, name)?.unit ?? "") ? "mean" : "sum"}(group, (d) => Number(${field(name)}))`;
  const by = [
    ...(label === null ? [] : [["label", label]]),
    ...(form === "trend" && time !== null ? [["time", time]] : []),
  ];
  const keys = by.map(([, name]) => `(d) => ${field(name!)}`);
  const names = by.map(([name]) => name).join(", ");
  if (form === "scatter") {
    const reduced = `({y: ${reduce(measures[0]!)}, x: ${reduce(measures[1]!)}})`;
    return `d3.flatRollup(${rows}, (group) => ${reduced}, ${keys.join(", ")}).map(([${names}, sums]) => ({${names}, ...sums}))`;
  }
  return `d3.flatRollup(${rows}, (group) => ${reduce(measures[0]!)}, ${keys.join(", ")}).map(([${names}, value]) => ({${names}, value}))`;
}

function options({ form, measures, label, years, count, source }: RowChoice, table: RowTable): string[] {
  const units = measures.map((name) => columnOf(table, name)?.unit ?? "");
  const period =
    years && (form === "trend" && years[0] !== years[1] ? JSON.stringify(years.join("–")) : String(years[1]));
  const channels = {
    trend: ['x: "time"', 'y: "value"', ...(label === null ? [] : ['series: "label"'])],
    ranking: [`count: ${count}`],
    shares: [],
    scatter: [],
  }[form];
  const words =
    form === "scatter"
      ? [`measures: ${JSON.stringify(measures)}`, `units: ${JSON.stringify(units)}`]
      : [`measure: ${JSON.stringify(measures[0])}`, ...(units[0] === "" ? [] : [`unit: ${JSON.stringify(units[0])}`])];
  return [
    ...channels,
    ...words,
    ...(period === null ? [] : [`year: ${period}`]),
    `source: ${source.is === "own" ? `datasets.cite(${JSON.stringify(source.name)})` : JSON.stringify(table.title)}`,
  ];
}
