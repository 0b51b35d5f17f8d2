import type { ReadLine, Sheet } from "../line-shape.ts";
import { textOf } from "./find-tables.ts";
import { texts } from "./reading-texts.ts";
import { undated, yearFields } from "./sheet-context.ts";

/** Rows and cells of a cover that are looked at. */
const ROWS = 80;
const CELLS = 12;

interface Said {
  readonly year: number;
  readonly sheet: string;
  readonly row: number;
}

/**
 * Lines without a year take the one of the covers: of sheets without lines, and of titles. Null unless all of them that have a word of years
 * beside it, else all, name the same one. @param titles texts above the tables of other sheets, with their places
 */
export function yearOfCovers(
  covers: readonly Sheet[],
  titles: readonly { sheet: string; row: number; text: string }[],
) {
  const texts = [...covers.flatMap(rowsOf), ...titles.map((title) => ({ ...title, text: title.text.slice(0, 500) }))];
  const said = texts.flatMap(({ sheet, row, text }) =>
    yearsOf(undated(text)).map((year) => ({ year, sheet, row, isOfField: yearFields.test(text) })),
  );
  return onlyOne(said.filter(({ isOfField }) => isOfField)) ?? onlyOne(said);
}

function rowsOf({ name, first = 1, rows }: Sheet): { sheet: string; row: number; text: string }[] {
  return rows.slice(0, ROWS).map((row, i) => ({
    sheet: name,
    row: first + i,
    text: row.slice(0, CELLS).map(textOf).join(" ").slice(0, 500),
  }));
}

function yearsOf(text: string): number[] {
  return [...text.matchAll(/(?<![\d.,])((?:19|20)\d\d)(?![\d.,]?\d)/g)].map(([, year]) => Number(year));
}

function onlyOne(said: readonly Said[]): Said | null {
  return said.length > 0 && new Set(said.map(({ year }) => year)).size === 1 ? said[0]! : null;
}

/** The lines, those without a year with that of the cover and a note that says where it stands. */
export function withYear(lines: readonly ReadLine[], { year, sheet, row }: Said): ReadLine[] {
  const note = texts.yearOfCover({ year, sheet, row });
  return lines.map((line) => (line.year === null ? { ...line, year, notes: [...line.notes, note] } : line));
}
