import { type Message, messages } from "../../message/message.ts";
import { MOST_TABLES } from "../table/limits.ts";
import { noCells } from "../table/no-cells.ts";
import { RowTable } from "../table/row-table.ts";
import { TableFileError } from "../table/table-file-error.ts";
import type { TableReading } from "../table/table-reading.ts";
import type { TableSource } from "../table/table-source.ts";
import { type PlacedSheet, workbookSheets } from "./workbook-sheets.ts";

const texts = messages("tableFile", {
  sheetLeftOut: {
    en: 'The sheet "{sheet}" was left out. {reason}',
    zh: "工作表“{sheet}”未列出。{reason}",
  },
  hiddenSheet: {
    en: "This sheet is hidden in the workbook.",
    zh: "此工作表在工作簿中是隐藏的。",
  },
});

/** The tables in the sheets of a workbook that have values; those of hidden sheets come last. Throws TableFileError. */
export async function workbookTables(
  file: string,
  bytes: Uint8Array<ArrayBuffer>,
  asked: Partial<TableReading>,
): Promise<TableSource[]> {
  const all = await workbookSheets(file, bytes);
  const sheets = all.filter(({ rows }) => rows.length > 0);
  if (sheets.length === 0) throw noCells(file, all);
  const wanted = asked.part === undefined ? sheets : sheets.filter(({ name }) => name === asked.part);
  const ordered = (wanted.length === 0 ? sheets : wanted).toSorted((a, b) => Number(a.isHidden) - Number(b.isHidden));
  const tables: TableSource[] = [];
  /** Of a sheet that is too wide, the others are read nevertheless. */
  const leftOut: { readonly sheet: string; readonly error: TableFileError }[] = [];
  for (const sheet of ordered.slice(0, MOST_TABLES)) {
    try {
      tables.push(tableOf(file, sheet, asked, () => (sheet.name === tables[0]?.title ? notesOf(leftOut) : [])));
    } catch (error) {
      if (!(error instanceof TableFileError)) throw error;
      leftOut.push({ sheet: sheet.name, error });
    }
  }
  if (tables.length === 0) throw leftOut[0]!.error;
  return tables;
}

function notesOf(leftOut: readonly { readonly sheet: string; readonly error: TableFileError }[]): Message[] {
  return leftOut.map(({ sheet, error }) => texts.sheetLeftOut({ sheet, reason: error.said }));
}

function tableOf(
  file: string,
  { name, rows, firstRow, isHidden }: PlacedSheet,
  asked: Partial<TableReading>,
  notes: () => Message[],
): TableSource {
  return new RowTable(
    {
      file,
      title: name,
      form: { format: "workbook", part: name },
      texts: "any",
      places: "row",
      isLaidOut: true,
      mayHaveFoot: () => true,
      visit: (visit) => {
        for (const [i, row] of rows.entries()) if (visit(row, firstRow + i) === false) return;
      },
      notes: () => [...(isHidden ? [texts.hiddenSheet()] : []), ...notes()],
    },
    asked,
  );
}
