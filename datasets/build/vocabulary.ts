import type { VocabularyFile } from "../../kernel/services/vocabulary.ts";
import type { Column } from "./column.ts";
import { type Dataset, must } from "./dataset.ts";

/** A column with more distinct texts is no vocabulary: nobody asks by them. */
const MOST_VALUES = 400;
/** A column with a longer text, or with texts that are longer on average, holds descriptions, not names. */
const LONGEST = 80;
const LONGEST_MEAN = 28;

/** Columns that name the place of a row. Where its code stands beside it, `countries` has its names. */
const isPlaceName = (column: string) => ["entity", "area", "country"].includes(column) || column.startsWith("name_");

/** A share or an amount, which some publishers write as text. */
const AMOUNT = /^-?\d+\.\d+%?$/;

/** The words of one dataset by which its rows are asked for. */
export interface DatasetWords {
  /** Distinct texts by column, in order of their code units. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly years?: readonly [number, number];
  /** The first and the last year of each place with a value, by its code. */
  readonly places?: { readonly column: string; readonly spans: ReadonlyMap<string, readonly [number, number]> };
}

/** The words of a dataset; a map has none. */
export function wordsOf(dataset: Dataset): DatasetWords {
  if (dataset.format === "topojson") return { values: new Map() };
  const { columns } = dataset;
  const year = columns.find(({ name, content }) => name === "year" && content.type === "int16");
  const place = ["iso3", "region"].map((name) => columns.find((column) => column.name === name)).find((found) => found);
  const codes = columns.find(({ name }) => name === "iso3")?.content.values;
  const values = new Map<string, readonly string[]>();
  for (const column of columns) {
    // The places of a dataset with years are the keys of their spans.
    if (year && column === place) continue;
    const texts = distinctTexts(column, isPlaceName(column.name) ? codes : undefined);
    if (texts && texts.length > 0) values.set(column.name, texts);
  }
  if (!year) return { values };
  const years = year.content.values as ArrayLike<number | null>;
  const measured = measuredRows(columns);
  const span = spansOf(years, measured, undefined).get("");
  return {
    values,
    ...(span ? { years: span } : {}),
    ...(place ? { places: { column: place.name, spans: spansOf(years, measured, place.content.values) } } : {}),
  };
}

/** The distinct texts of a column but amounts; undefined if it holds numbers, too many texts, or long ones. Rows with a code are left out. */
function distinctTexts({ content }: Column, codes: ArrayLike<unknown> | undefined): readonly string[] | undefined {
  if (content.type !== "text" && content.type !== "label") return undefined;
  const texts = new Set<string>();
  for (let row = 0; row < content.values.length; row++) {
    const text = content.values[row];
    if (text === null || text === undefined || AMOUNT.test(text) || (codes && codes[row] !== null)) continue;
    texts.add(text);
    if (texts.size > MOST_VALUES || text.length > LONGEST) return undefined;
  }
  const length = [...texts].reduce((sum, text) => sum + text.length, 0);
  return length > LONGEST_MEAN * texts.size ? undefined : [...texts].sort();
}

/** Whether a row has a number besides its year. */
function measuredRows(columns: readonly Column[]): (row: number) => boolean {
  const numbers = columns.filter(({ name, content }) => name !== "year" && content.type === "float64");
  return numbers.length === 0 ? () => true : (row) => numbers.some(({ content }) => content.values[row] !== null);
}

/** First and last year by place; without places all under one empty code. */
function spansOf(
  years: ArrayLike<number | null>,
  isMeasured: (row: number) => boolean,
  places: ArrayLike<unknown> | undefined,
): Map<string, readonly [number, number]> {
  const spans = new Map<string, readonly [number, number]>();
  for (let row = 0; row < years.length; row++) {
    const [year, place] = [years[row], places ? places[row] : ""];
    if (typeof year !== "number" || typeof place !== "string" || !isMeasured(row)) continue;
    const [first, last] = spans.get(place) ?? [year, year];
    spans.set(place, [Math.min(first, year), Math.max(last, year)]);
  }
  return spans;
}

/** The file of the words of all datasets: equal lists are written once, and places of one span together. */
export function vocabularyText(words: ReadonlyMap<string, DatasetWords>): string {
  const lists = new Map<string, number>();
  const listed = (texts: readonly string[]): number => {
    const written = JSON.stringify(texts);
    const at = lists.get(written) ?? lists.size;
    lists.set(written, at);
    return at;
  };
  const datasets = [...words].map(([name, { values, years, places }]) => {
    const entry: VocabularyFile["datasets"][string] = {
      values: Object.fromEntries([...values].map(([column, texts]) => [column, listed(texts)])),
      ...(years ? { years: [...years] } : {}),
      ...(places ? { places: { column: places.column, spans: placesBySpan(name, places.spans) } } : {}),
    };
    return `${JSON.stringify(name)}:${JSON.stringify(entry)}`;
  });
  return `{"version":1,"lists":[\n${[...lists.keys()].join(",\n")}\n],"datasets":{\n${datasets.join(",\n")}\n}}\n`;
}

/** Codes of places have no space, so those of one span are one text. */
function placesBySpan(
  dataset: string,
  spans: ReadonlyMap<string, readonly [number, number]>,
): [number, number, string][] {
  const bySpan = new Map<string, string[]>();
  for (const [place, span] of [...spans].sort(([a], [b]) => (a < b ? -1 : 1))) {
    must(!place.includes(" "), () => `${dataset}: the code of a place “${place}” has a space in it.`);
    const key = span.join(" ");
    bySpan.set(key, [...(bySpan.get(key) ?? []), place]);
  }
  return [...bySpan].map(([key, places]) => {
    const [first, last] = key.split(" ").map(Number);
    return [first!, last!, places.join(" ")];
  });
}
