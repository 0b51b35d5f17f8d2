import { type Message, messages } from "../../message/message.ts";
import { MOST_BINARY_BYTES, MOST_TABLES } from "../table/limits.ts";
import { loadPart } from "../table/load-part.ts";
import { TableFileError } from "../table/table-file-error.ts";
import type { TableSource } from "../table/table-source.ts";
import type { SqliteDatabase } from "./sqlite-database.ts";
import { SqliteTable } from "./sqlite-table.ts";

const texts = messages("tableFile", {
  damagedSqlite: {
    en: "an SQLite database was expected, but the file is encrypted, cut or damaged: “{reason}”. Save or download it again.",
    zh: "应为 SQLite 数据库，但文件已加密、被截断或已损坏：“{reason}”。请重新保存或下载。",
  },
  noSqliteTable: {
    en: "the database has no table.",
    zh: "数据库中没有表。",
  },
  sqliteTooLarge: {
    en: "the database has {bytes} bytes, and at most {most} are read. Save the tables that you need as CSV or Parquet.",
    zh: "数据库有 {bytes} 字节，最多读取 {most} 字节。请将所需的表另存为 CSV 或 Parquet。",
  },
  tableLeftOut: {
    en: "`{table}` of the database was left out: “{reason}”.",
    zh: "数据库中的 `{table}` 未列出：“{reason}”。",
  },
});

/** Tables before views, each in the order in which they were made, without the tables of SQLite itself and of its extensions. */
const TABLES = `
  SELECT made.name FROM sqlite_schema made JOIN pragma_table_list listed ON listed.schema = 'main' AND listed.name = made.name
  WHERE made.type IN ('table', 'view') AND listed.type <> 'shadow' AND made.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
  ORDER BY made.type = 'view', made.rowid`;

/** The tables and views of a database of SQLite. Throws TableFileError. */
export async function sqliteTables(file: string, bytes: Uint8Array, part: string | undefined): Promise<TableSource[]> {
  if (bytes.length > MOST_BINARY_BYTES) {
    throw new TableFileError(file, texts.sqliteTooLarge({ bytes: bytes.length, most: MOST_BINARY_BYTES }));
  }
  const { openSqlite } = await loadPart(file, () => import("./sqlite.ts"));
  const open = await openSqlite();
  const leftOut: Message[] = [];
  const tables: SqliteTable[] = [];
  let names: string[];
  let database: SqliteDatabase;
  try {
    database = open(bytes);
    names = database.rows(TABLES).map(([name]) => String(name));
  } catch (error) {
    throw new TableFileError(file, texts.damagedSqlite({ reason: (error as Error).message }));
  }
  const wanted = names.filter((name) => name === part);
  for (const name of (wanted.length > 0 ? wanted : names).slice(0, MOST_TABLES)) {
    try {
      tables.push(new SqliteTable(file, name, database, () => (name === tables[0]?.title ? leftOut : [])));
    } catch (error) {
      // A view may read what is not there.
      const reason = error instanceof TableFileError ? error.reason : (error as Error).message;
      leftOut.push(texts.tableLeftOut({ table: name, reason }));
    }
  }
  if (tables.length === 0) throw new TableFileError(file, leftOut[0] ?? texts.noSqliteTable());
  return tables;
}
