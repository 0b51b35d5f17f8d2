import { messages } from "../../message/message.ts";
import { visitRows } from "../delimited/delimited-rows.ts";
import { findDelimiter } from "../delimited/delimiter.ts";
import type { SheetCells } from "./table-file.ts";
import { TableFileError } from "./table-file-error.ts";
import { stemOf } from "./table-source.ts";

const texts = messages("tableFile", {
  tooManyLines: {
    en: "{sheet}, row {row}: here it has more than {most} rows, which is the limit of an account, so that none of it was taken. Split the file, or sum its rows first.",
    zh: "{sheet} 第 {row} 行：至此行数超过核算的上限 {most} 行，因此整个文件未采用。请拆分文件，或先汇总各行。",
  },
});

/** Rows of all sheets of a file at most, when all of them are held at once. */
export const MOST_LINES = 1_000_000;
/** Characters of a cell that are kept: no name or amount is longer. */
export const LONGEST_CELL = 2_000;

/** The cells of a text that was copied from a spreadsheet or typed, or is a delimited file. Throws TableFileError. */
export function pastedCells(file: string, text: string, most = MOST_LINES): SheetCells {
  // Excel may state the delimiter in a first line.
  const [stated, sign] = /^sep=([^\r\n])(?:\r\n|\n|\r)/i.exec(text) ?? [""];
  const delimiter = sign ?? findDelimiter(text, stated.length, file);
  const name = stemOf(file).slice(0, 300);
  const first = stated === "" ? 1 : 2;
  const rows: (string | null)[][] = [];
  visitRows(
    text,
    delimiter,
    (fields) => {
      if (rows.length >= most) throw tooManyRows(file, { sheet: name, row: first + most, most });
      rows.push(fields.map((field) => (field === "" ? null : field.slice(0, LONGEST_CELL))));
      return true;
    },
    { at: stated.length },
  );
  while (rows.at(-1)?.every((cell) => cell === null)) rows.pop();
  return { name, first, rows };
}

/** @param place the first row that is too many */
export function tooManyRows(
  file: string,
  place: { readonly sheet: string; readonly row: number; readonly most: number },
): TableFileError {
  return new TableFileError(file, texts.tooManyLines({ ...place }));
}
