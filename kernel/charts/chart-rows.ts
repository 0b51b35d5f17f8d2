import type { Table } from "apache-arrow";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { convertColumn, converts } from "../../lib/quantity/quantity.ts";
import type { TableCharts } from "../../lib/tool/chart-declaration.ts";
import { CHARTS, datasetsOf, metadataOf } from "../services/compute/table-metadata.ts";
import { columnsOf, isArrowTable } from "../values/column.ts";
import type { Channel, ChartInput, ChartOptions } from "./chart-options.ts";

const texts = messages("charts", {
  noRows: {
    en: "charts.{chart} draws a table, a list of records, or a result of a tool that has a table for it. It was given {given}.",
    zh: "charts.{chart} 可绘制表格、记录列表，或带有相应表格的工具结果；传入的是 {given}。",
  },
  noChannel: {
    en: 'charts.{chart} needs {channel}: name a field, `{channel}: "…"`, or give a function. The fields are {fields}.',
    zh: 'charts.{chart} 需要 {channel}：请写出字段名 `{channel}: "…"`，或给出函数。现有字段：{fields}。',
  },
});

/** The channels of a chart: text, numbers, or anything; with a question mark if a chart can do without. */
export type ChannelKinds = Readonly<Record<string, "text" | "text?" | "number" | "number?" | "any" | "any?">>;

type Present<Kind> = Kind extends `text${string}` ? string : Kind extends `number${string}` ? number : unknown;

/** A row with the values of the chart's channels; an optional one may be missing. */
export type ChartRow<Kinds extends ChannelKinds> = {
  readonly [Name in keyof Kinds]: Kinds[Name] extends `${string}?`
    ? Present<Kinds[Name]> | undefined
    : Present<Kinds[Name]>;
};

/** What a chart draws. */
export interface ChartRows<Kinds extends ChannelKinds> {
  readonly rows: readonly ChartRow<Kinds>[];
  /** The declaration beside the table, if there is one. */
  readonly declared: TableCharts[string] | undefined;
  /** The unit of each channel that has one. */
  readonly units: Readonly<Partial<Record<keyof Kinds, string>>>;
  /** The datasets that the data depend on, as far as they say it. */
  readonly datasets: readonly string[];
}

type Row = Readonly<Record<string, unknown>>;

/** A mass that fills more than five digits in these units is written in the next. */
const larger = new Map([
  ["t", "kt"],
  ["kt", "Mt"],
]);
const LARGE = 1e5;

/**
 * Reads the rows of a chart. A result of a tool is recognised by the charts that its tables declare; other data by the channels in
 * the options. Throws a sentence if there is no such table, or a channel is
 * missing.
 */
export function chartRows<Kinds extends ChannelKinds>(
  chart: string,
  kinds: Kinds,
  data: ChartInput,
  options: ChartOptions,
): ChartRows<Kinds> {
  const source = sourceOf(chart, data);
  const declared = isArrowTable(source) ? chartsOf(source)[chart] : undefined;
  const all = Array.from(source as Iterable<Row>);
  const places = [...all.keys()].filter((i) => !options.filter || options.filter(all[i]));
  const given = places.map((i) => all[i]!);
  const fields = isArrowTable(source) ? new Map(columnsOf(source).map((column) => [column.name, column])) : undefined;
  const names = Object.keys(kinds) as (keyof Kinds & string)[];
  const columns = new Map<keyof Kinds, { values: unknown[]; field: string | undefined }>();
  for (const name of names) {
    const channel = channelIn(options, name) ?? declared?.channels[name] ?? name;
    const values =
      typeof channel === "function"
        ? given.map((row, i) => channel(row, i))
        : typeof channel !== "string"
          ? places.map((i) => channel[i])
          : fields
            ? places.map((i) => fields.get(channel)?.get(i))
            : given.map((row) => row[channel]);
    const isMissing = values.every((value) => value === undefined || value === null);
    if (isMissing && given.length > 0 && !kinds[name]!.endsWith("?")) {
      throw new Fault(texts.noChannel({ chart, channel: name, fields: fieldsOf(given[0]!) }));
    }
    columns.set(name, { values, field: typeof channel === "string" ? channel : undefined });
  }
  const units: Partial<Record<keyof Kinds, string>> = {};
  for (const name of names) {
    const { values, field } = columns.get(name)!;
    if (kinds[name]!.startsWith("number")) {
      for (const [i, value] of values.entries()) values[i] = numberOf(value);
      const unit = unitIn(source, field);
      if (unit) units[name] = unit;
    } else if (kinds[name]!.startsWith("text")) {
      for (const [i, value] of values.entries())
        values[i] = value === null || value === undefined ? undefined : String(value);
    }
  }
  convertAll(columns, units, options.unit);
  const rows = given.map((_, i) => Object.fromEntries(names.map((name) => [name, columns.get(name)!.values[i]])));
  return { rows: rows as never, declared, units, datasets: isArrowTable(source) ? datasetsOf(source) : [] };
}

/** Converts channels with units to the unit wanted, or masses to one in which they are readable. */
function convertAll(
  columns: ReadonlyMap<PropertyKey, { readonly values: unknown[] }>,
  units: Partial<Record<PropertyKey, string>>,
  wanted: string | undefined,
): void {
  const names = Object.keys(units);
  const largest = new Map<string, number>();
  for (const name of names) {
    const sizes = columns.get(name)!.values.map((value) => Math.abs(Number(value ?? 0)) || 0);
    const unit = units[name]!;
    largest.set(
      unit,
      sizes.reduce((most, size) => Math.max(most, size), largest.get(unit) ?? 0),
    );
  }
  for (const name of names) {
    const from = units[name]!;
    const to = wanted === undefined ? readable(from, largest.get(from)!) : inUnit(from, wanted);
    if (to === from) continue;
    const { values } = columns.get(name)!;
    const converted = convertColumn(
      values.map((value) => Number(value ?? Number.NaN)),
      from,
      to,
    );
    for (const [i, value] of values.entries()) if (value !== undefined) values[i] = converted[i];
    units[name] = to;
  }
}

/** The unit wanted, with the gas of the other: `Mt` of `kt CO2` is `Mt CO2`. */
function inUnit(from: string, wanted: string): string {
  return [wanted, from.replace(/^\S+/, wanted)].find((to) => converts(from, to)) ?? from;
}

function readable(unit: string, largest: number): string {
  const [mass = "", ...rest] = unit.split(" ");
  const next = larger.get(mass);
  const to = [next, ...rest].join(" ");
  return next !== undefined && largest >= LARGE && converts(unit, to) ? readable(to, largest / 1000) : unit;
}

/** The rows of data: an Arrow table, a list, or the table of a result that declares the chart. */
function sourceOf(chart: string, data: ChartInput): Iterable<unknown> | Table {
  if (isArrowTable(data)) return data;
  if (typeof data === "object" && data !== null) {
    if (Symbol.iterator in data) return data as Iterable<unknown>;
    // The tables of a result are made when they are first read, which costs almost nothing.
    for (const name of Object.getOwnPropertyNames(data)) {
      const descriptor = Object.getOwnPropertyDescriptor(data, name)!;
      if (descriptor.enumerable || !descriptor.get) continue;
      const table = descriptor.get.call(data);
      if (isArrowTable(table) && chart in chartsOf(table)) return table;
    }
  }
  throw new Fault(texts.noRows({ chart, given: writeKind(data) }));
}

function chartsOf(table: Table): TableCharts {
  return metadataOf(table, CHARTS, {});
}

/** A channel of the options; an object under its name holds options of a scale. */
function channelIn(options: ChartOptions, name: string): Channel | undefined {
  const given = (options as Row)[name];
  return typeof given === "string" || typeof given === "function" || Array.isArray(given)
    ? (given as Channel)
    : undefined;
}

function numberOf(value: unknown): number | undefined {
  if (value === null || value === undefined) return undefined;
  const number = value instanceof Date ? value.getTime() : Number(value);
  return Number.isNaN(number) ? undefined : number;
}

function unitIn(source: Iterable<unknown> | Table, field: string | undefined): string | undefined {
  if (!isArrowTable(source) || field === undefined) return undefined;
  const unit = source.schema.fields.find(({ name }) => name === field)?.metadata.get("unit");
  return unit === "none" ? undefined : unit;
}

function fieldsOf(row: Row): readonly string[] {
  const plain = typeof row.toJSON === "function" ? (row.toJSON() as object) : row;
  return typeof plain === "object" && plain !== null ? Object.keys(plain).slice(0, 20) : [];
}

function writeKind(data: unknown): string {
  return data === null
    ? "null"
    : Array.isArray(data)
      ? "[]"
      : typeof data === "object"
        ? `{${Object.keys(data).slice(0, 6).join(", ")}}`
        : typeof data;
}
