import { messages } from "../../message/message.ts";
import { parquetArrow } from "../parquet/parquet-arrow.ts";
import { workbookSheets } from "../workbook/workbook-sheets.ts";
import { Duration } from "./duration.ts";
import { textOf } from "./field-text.ts";
import type { FieldValue } from "./field-value.ts";
import { MOST_PAGE_LINES } from "./limits.ts";
import { openSheets } from "./open-sheets.ts";
import { openTables } from "./open-tables.ts";
import { foundTable, readTable } from "./read-table.ts";
import type { FoundTable, Sheet, TableFileApi } from "./table-file.ts";
import { TableFileError } from "./table-file-error.ts";

const texts = messages("tableFile", {
  damaged: {
    en: "the file is damaged, or its name does not fit its content. Save or download it again.",
    zh: "文件已损坏，或文件名与内容不符。请重新保存或下载。",
  },
});

/** Reads tables from the bytes of files, where it is called; on a page that is a worker. */
export const tableFiles: TableFileApi = {
  find: (name, bytes, asked = {}) =>
    sentenced(name, async () => {
      const { tables, notes } = await openTables(name, owned(bytes), asked);
      const found: FoundTable[] = [];
      for (const source of tables) {
        const table = await foundTable(source, asked);
        found.push({ ...table, notes: [...notes, ...table.notes] });
      }
      return found;
    }),
  read: (name, bytes, reading) =>
    sentenced(name, async () => {
      // What a reading does not say of them, it does not leave out.
      const whole = { head: 1, unitRow: false, foot: 0, ...reading };
      const { tables, notes } = await openTables(name, owned(bytes), whole);
      const table = await readTable(tables[0]!, reading);
      return { ...table, notes: [...notes, ...table.notes] };
    }),
  sheets: (name, bytes) =>
    sentenced(name, async () =>
      (await workbookSheets(name, owned(bytes))).map(({ name: sheet, rows }) => ({
        name: sheet,
        rows: rows.map((row) => row.map(cellOf)),
      })),
    ),
  cells: (name, bytes) => sentenced(name, () => openSheets(name, owned(bytes), MOST_PAGE_LINES)),
  parquet: (name, bytes) => sentenced(name, () => parquetArrow(name, owned(bytes))),
};

/** A value of a cell as cells see it: a length of time is its text, such as `255:10:05`. */
function cellOf(value: FieldValue): Sheet["rows"][number][number] {
  return value instanceof Duration || typeof value === "bigint" ? textOf(value) : value;
}

/** What the libraries throw at bytes that are not as they expect becomes a sentence. */
async function sentenced<T>(name: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof TableFileError) throw error;
    throw new TableFileError(name, texts.damaged());
  }
}

/** The bytes with a buffer that is not shared, as the platform's decoders demand. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : Uint8Array.from(bytes);
}
