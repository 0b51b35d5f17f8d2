import { messages } from "../../message/message.ts";
import { visitRows } from "../delimited/delimited-rows.ts";
import { findDelimiter } from "../delimited/delimiter.ts";
import type { SheetCells } from "./table-file.ts";
import { TableFileError } from "./table-file-error.ts";
import { stemOf } from "./table-source.ts";

const texts = messages("tableFile", {
  tooManyLines: {
    en: "it has more than {most} rows, which is the limit for reading lines; row {row} and those below it would be lost. Split the file, or sum its rows first.",
    zh: "行数超过读取用量行的上限 {most} 行；第 {row} 行及以下会丢失。请拆分文件，或先汇总各行。",
  },
});

/** Rows of all sheets of a file at most, when all of them are held at once. */
export const MOST_LINES = 1_000_000;
/** Characters of a cell that are kept: no name or amount is longer. */
export const LONGEST_CELL = 2_000;

/** The cells of a text that was copied from a spreadsheet or typed, or is a delimited file. Throws TableFileError. */
export function pastedCells(file: string, text: string): SheetCells {
  // Excel may state the delimiter in a first line.
  const [stated, sign] = /^sep=([^\r\n])(?:\r\n|\n|\r)/i.exec(text) ?? [""];
  const delimiter = sign ?? findDelimiter(text, stated.length, file);
  const rows: (string | null)[][] = [];
  visitRows(
    text,
    delimiter,
    (fields) => {
      if (rows.length >= MOST_LINES) throw tooManyRows(file);
      rows.push(fields.map((field) => (field === "" ? null : field.slice(0, LONGEST_CELL))));
      return true;
    },
    { at: stated.length },
  );
  while (rows.at(-1)?.every((cell) => cell === null)) rows.pop();
  return { name: stemOf(file).slice(0, 300), first: stated === "" ? 1 : 2, rows };
}

export function tooManyRows(file: string): TableFileError {
  return new TableFileError(file, texts.tooManyLines({ most: MOST_LINES, row: MOST_LINES + 1 }));
}
