import type { Sentence } from "../../../lib/message/message.ts";
import { isArrowTable } from "../../values/column.ts";
import type { DrawnChannel, DrawnScales, DrawnState } from "./drawn-marks.ts";
import { figureHost, figureTexts } from "./figure-words.ts";
import type { NamesOfScales } from "./given-names.ts";
import { fieldWords, readLabel, writeUnit } from "./label.ts";

/** A column of what a figure shows. */
export interface FigureColumn {
  readonly name: Sentence;
  /** The name of the field in the author's data; empty if the values were computed. */
  readonly field: string;
  /** Empty if there is none. */
  readonly unit: string;
  /** The scale along which the values are drawn; empty if there is none. */
  readonly scale: string;
  /** By row; null if the row has no value. */
  readonly values: unknown[];
}

/** The rows that marks of a figure drew from the same data. */
export interface FigureTable {
  readonly rows: number;
  readonly columns: readonly FigureColumn[];
}

/** Whether a value says which row it is, rather than how much: a name, a date, a year. Such columns come first. */
export function isDimension(value: unknown, { field, name }: Pick<FigureColumn, "field" | "name">): boolean {
  return typeof value !== "number" || /year|年/i.test(field || (typeof name === "string" ? name : ""));
}

/** Channels that style a mark, or are derived from the others. */
const unshown = new Set([
  "geometry",
  "title",
  "text",
  "ariaLabel",
  "href",
  "src",
  "filter",
  "sort",
  "rotate",
  "px",
  "py",
]);
/** Channels that are data only if a scale translates them. */
const styled =
  /^(?:fill|stroke|fillOpacity|strokeOpacity|opacity|strokeWidth|strokeDasharray|symbol|length|r|fontSize)$/;

/** A column of a mark before the rows of several marks are put together. */
export interface MarkColumn extends Omit<FigureColumn, "values"> {
  /** The value in a row of the mark's data. */
  at(row: number): unknown;
}

/** The columns that a mark draws; the values of scales that have names by these. */
export function columnsOfMark(state: DrawnState, scales: DrawnScales, names: NamesOfScales = new Map()): MarkColumn[] {
  return drawnColumns(state, scales).map((column) => {
    const called = names.get(column.scale);
    if (!called) return column;
    const at = (row: number) => called.get(column.at(row)) ?? column.at(row);
    return { ...column, name: figureTexts.name(), field: "", unit: "", at };
  });
}

function drawnColumns({ channels, data }: DrawnState, scales: DrawnScales): MarkColumn[] {
  const columns: MarkColumn[] = [];
  for (const [key, channel] of Object.entries(channels)) {
    const { value } = channel;
    if (!value || unshown.has(key) || (styled.test(key) && !channel.scale)) continue;
    const [, axis, end] = /^([xy])([12])$/.exec(key) ?? [];
    const other = axis && channels[`${axis}${end === "1" ? 2 : 1}`];
    if (other && isStacked(channels, axis)) {
      if (end === "2") {
        const from = other.value!;
        // Plot stacks a missing value as zero.
        const isMissing = missingIn(data, channel.label);
        const at = (row: number) => (isMissing(row) ? null : minus(value[row], from[row]));
        columns.push(columnOf(key, channel, scales, data, at));
      }
    } else columns.push(columnOf(key, channel, scales, data, (row) => plainValue(value[row])));
  }
  // A map's regions have no channel with their names, except in their titles.
  const names = channels.title?.value;
  if ("geometry" in channels && names) {
    const at = (row: number) => String(names[row] ?? "").split("\n", 1)[0];
    columns.unshift({ name: figureTexts.name(), field: "", unit: "", scale: "", at });
  }
  return columns;
}

function isStacked(channels: DrawnState["channels"], axis: string): boolean {
  return channels[`${axis}2`]?.hint?.length === true;
}

function columnOf(
  key: string,
  { label, scale, value }: DrawnChannel,
  scales: DrawnScales,
  data: unknown,
  at: MarkColumn["at"],
): MarkColumn {
  const scaleName = scale ?? "";
  const axisLabel = readLabel(labelOf(scales[scaleName]));
  const isField = typeof label === "string" && hasField(data, label);
  const own = isField || !label ? { name: "", unit: "" } : readLabel(label);
  const isNumber = typeof firstOf(value) === "number";
  const field = isField ? label : "";
  const metadata = isField ? unitInTable(data, label) : undefined;
  const guessed = isNumber ? axisLabel.unit || (isField ? figureHost().unitOf(label) : undefined) : undefined;
  const unit = writeUnit(metadata ?? (own.unit || (guessed ?? "")));
  const name: Sentence = isField ? fieldWords(label, unit) : own.name || axisLabel.name || nameless(key, isNumber);
  const end = /^[xy]([12])$/.exec(key)?.[1];
  const isEnd = end !== undefined && !isField && !own.name;
  return {
    name: isEnd ? (end === "1" ? figureTexts.from({ name }) : figureTexts.to({ name })) : name,
    field,
    unit,
    scale: scaleName,
    at,
  };
}

/** The label that an author gave a scale. Plot derives others from fields, as objects; names of fields are no words. */
function labelOf(scale: DrawnScales[string]): string {
  const text = String(scale?.label ?? "");
  const isDerived = typeof scale?.label === "object";
  return isDerived && !/[a-z] [a-z(]|[^\x20-\x7e←→↑↓]/i.test(text) ? "" : text;
}

function nameless(key: string, isNumber: boolean): Sentence {
  if (key === "r" || key === "length") return figureTexts.size();
  if (key === "fx" || key === "fy") return figureTexts.panel();
  if (key === "z" || key === "fill" || key === "stroke" || key === "symbol") {
    return isNumber ? figureTexts.value() : figureTexts.series();
  }
  return isNumber ? figureTexts.value() : figureTexts.category();
}

/** Whether the rows of a mark's data have a field of this name; otherwise a label is the author's own words. */
function hasField(data: unknown, label: string): boolean {
  if (isArrowTable(data)) return data.schema.fields.some(({ name }) => name === label);
  const row = (data as ArrayLike<unknown> | null)?.[0];
  return typeof row === "object" && row !== null && label in row;
}

/** Whether a record of the data has no value in a field. */
function missingIn(data: unknown, field: unknown): (row: number) => boolean {
  if (isArrowTable(data) || typeof field !== "string" || !hasField(data, field)) return () => false;
  const records = data as ArrayLike<Record<string, unknown> | null>;
  return (row) => row in records && (records[row]?.[field] ?? null) === null;
}

function unitInTable(data: unknown, field: string): string | undefined {
  if (!isArrowTable(data)) return undefined;
  return data.schema.fields.find(({ name }) => name === field)?.metadata.get("unit") ?? undefined;
}

function firstOf(values: ArrayLike<unknown> | undefined): unknown {
  for (let i = 0; i < (values?.length ?? 0); ++i)
    if (values![i] !== null && values![i] !== undefined) return plainValue(values![i]);
  return undefined;
}

function minus(to: unknown, from: unknown): unknown {
  const difference = Number(plainValue(to)) - Number(plainValue(from));
  return Number.isFinite(difference) ? difference : null;
}

function plainValue(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  return typeof value === "number" && Number.isNaN(value) ? null : (value ?? null);
}
