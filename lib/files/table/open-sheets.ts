import { messages } from "../../message/message.ts";
import { damagedText, decodeText, encodingGuess } from "../container/text-encoding.ts";
import { markupOf } from "../workbook/markup.ts";
import { isCompound, isZip, workbookSheets } from "../workbook/workbook-sheets.ts";
import type { FieldValue } from "./field-value.ts";
import { noCells } from "./no-cells.ts";
import { LONGEST_CELL, MOST_LINES, pastedCells, tooManyRows } from "./pasted-cells.ts";
import type { SheetCells } from "./table-file.ts";
import { TableFileError } from "./table-file-error.ts";

const texts = messages("tableFile", {
  otherFormat: {
    en: "it is no sheet: CSV, TSV, text, XLSX, XLSB, XLS and ODS are opened here. Add it by + Data, and use its table.",
    zh: "它不是工作表：此处可打开 CSV、TSV、文本、XLSX、XLSB、XLS 和 ODS。请用“+ 数据”添加，再使用其中的表。",
  },
  tooManySheetCells: {
    en: "it has more than {most} cells, which is the limit. Keep the columns that you need, and save it anew.",
    zh: "单元格超过 {most} 个的上限。请只保留所需的列后另存。",
  },
});

/** Cells of all sheets of a file at most, when all of them are held at once. */
const MOST_CELLS = 20_000_000;

/** All cells of the sheets of a workbook, or of a delimited text: titles, empty rows and hidden sheets included. Throws TableFileError. */
export async function openSheets(
  file: string,
  bytes: Uint8Array<ArrayBuffer>,
  most = MOST_LINES,
): Promise<SheetCells[]> {
  const sheets = isWorkbook(file, bytes) ? await workbookCells(file, bytes) : [textCells(file, bytes, most)];
  if (sheets.every(({ rows }) => rows.length === 0)) throw noCells(file, sheets);
  let cells = 0;
  let rows = 0;
  for (const sheet of sheets) {
    const { name, first = 1 } = sheet;
    if (rows + sheet.rows.length > most) throw tooManyRows(file, { sheet: name, row: first + most - rows, most });
    rows += sheet.rows.length;
    cells += sheet.rows.reduce((sum, row) => sum + row.length, 0);
    if (cells > MOST_CELLS) throw new TableFileError(file, texts.tooManySheetCells({ most: MOST_CELLS }));
  }
  return sheets;
}

function isWorkbook(file: string, bytes: Uint8Array): boolean {
  if (isZip(bytes as Uint8Array<ArrayBuffer>) || isCompound(bytes)) return true;
  const begin = new TextDecoder().decode(bytes.subarray(0, 100));
  if (/^(?:PAR1|PARE|ARROW1|SQLite format 3)/.test(begin)) throw new TableFileError(file, texts.otherFormat());
  // Some programs write a page with a table, or the XML of Excel 2003, and name it a workbook or a CSV.
  const markup = markupOf(bytes);
  return markup === "page" || markup === "workbook" || (markup === "other" && /\.xls$/i.test(file));
}

async function workbookCells(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<SheetCells[]> {
  const sheets = await workbookSheets(file, bytes);
  return sheets.map(({ name, isHidden, rows, firstRow, uncomputed, calculated, isPivot }) => ({
    name: name.slice(0, 300),
    first: firstRow,
    ...(isHidden && { isHidden }),
    ...(isPivot && { isPivot }),
    ...(uncomputed && { uncomputed }),
    ...(calculated && { calculated }),
    rows: rows.map((row) => row.map(cellOf)),
  }));
}

function textCells(file: string, bytes: Uint8Array<ArrayBuffer>, most: number): SheetCells {
  const decoded = decodeText(file, bytes);
  const { damage, text } = decoded;
  if (damage) throw damagedText(file, { ...decoded, damage });
  if (/^\s*(?:[{[]\s*["{[\]}]|<[?!a-z])/i.test(text.slice(0, 200))) throw new TableFileError(file, texts.otherFormat());
  const guess = encodingGuess(decoded);
  return { ...pastedCells(file, text, most), ...(guess && { guess }) };
}

/** A date as `2024-03-31`, with its time of day where it has one; a length of time as `255:10:05`. */
function cellOf(value: FieldValue): SheetCells["rows"][number][number] {
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "string") return value.slice(0, LONGEST_CELL);
  if (value instanceof Date)
    return value
      .toISOString()
      .replace(/T00:00:00\.000Z$/, "")
      .replace(/\.000Z$/, "");
  return String(value);
}
