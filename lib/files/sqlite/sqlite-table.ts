import { bytesToHex } from "@noble/hashes/utils.js";
import { type Message, messages } from "../../message/message.ts";
import type { FieldSink, FieldValue } from "../table/field-value.ts";
import { TableFileError } from "../table/table-file-error.ts";
import { columnNames } from "../table/table-head.ts";
import type { ColumnType } from "../table/table-reading.ts";
import { checkColumns, checkRows, type ScanOptions, type TableForm, type TableSource } from "../table/table-source.ts";
import { sqlName } from "./sql-name.ts";
import type { SqliteDatabase, SqliteValue } from "./sqlite-database.ts";

const texts = messages("tableFile", {
  unreadableTable: {
    en: "`{table}` of the database cannot be read to its end: “{reason}”.",
    zh: "数据库中的 `{table}` 无法完整读取：“{reason}”。",
  },
});

/** A table or view of a database of SQLite, whose columns have the types of their values, not those of their declaration. */
export class SqliteTable implements TableSource {
  readonly file: string;
  readonly title: string;
  readonly form: TableForm;
  // SQLite has no dates: they are texts.
  readonly texts = "dates";
  readonly places = "row";
  readonly types: readonly (ColumnType | null)[];
  readonly #database: SqliteDatabase;
  readonly #columns: readonly string[];
  readonly #notes: () => readonly Message[];

  /** Throws what SQLite says, or TableFileError. */
  constructor(file: string, name: string, database: SqliteDatabase, notes: () => readonly Message[]) {
    this.file = file;
    this.title = name;
    this.form = { format: "sqlite", part: name };
    this.#database = database;
    this.#columns = database.run(`SELECT * FROM ${sqlName(name)} LIMIT 1`, [], () => true);
    this.#notes = notes;
    checkColumns(file, this.#columns.length);
    this.types = this.#types();
  }

  get width(): number {
    return this.#columns.length;
  }

  get notes(): readonly Message[] {
    return this.#notes();
  }

  names(columns: number): string[] {
    return columnNames(this.#columns, columns);
  }

  scan(sinks: (FieldSink | null)[], { most = Number.POSITIVE_INFINITY }: ScanOptions = {}): number {
    const { types, title, file } = this;
    let rows = 0;
    if (most <= 0) return rows;
    try {
      this.#database.run(`SELECT * FROM ${sqlName(title)}`, [], (row) => {
        rows++;
        checkRows(file, rows);
        for (let c = 0; c < sinks.length; c++) sinks[c]?.add(fieldOf(row[c] ?? null, types[c] === "boolean"), rows);
        return rows < most;
      });
    } catch (error) {
      if (error instanceof TableFileError) throw error;
      throw new TableFileError(file, texts.unreadableTable({ table: title, reason: (error as Error).message }));
    }
    return rows;
  }

  /** The types that columns declare and all of their values fit; null where values decide. */
  #types(): (ColumnType | null)[] {
    const columns = this.#database.rows("SELECT name, type FROM pragma_table_info(?)", [this.title]);
    const declared = new Map(columns.map(([name, type]) => [String(name), String(type)]));
    return this.#columns.map((name) => {
      const stated = statedTypes.find(({ declared: pattern }) => pattern.test(declared.get(name) ?? ""));
      return stated && this.#isEvery(stated.fits(sqlName(name))) ? stated.type : null;
    });
  }

  #isEvery(condition: string): boolean {
    return this.#database.rows(`SELECT 1 FROM ${sqlName(this.title)} WHERE NOT (${condition}) LIMIT 1`).length === 0;
  }
}

/** SQLite takes any value in any column, so that a declaration alone says nothing. */
const statedTypes = [
  { declared: /^bool/i, type: "boolean", fits: (column: string) => `${column} IS NULL OR ${column} IN (0, 1)` },
  {
    declared: /real|floa|doub/i,
    type: "number",
    fits: (column: string) => `typeof(${column}) IN ('real', 'integer', 'null')`,
  },
] as const;

/** Binary values are texts of their digits, as those of Parquet are. */
function fieldOf(value: SqliteValue, isBoolean: boolean): FieldValue {
  if (value instanceof Uint8Array) return bytesToHex(value);
  return isBoolean && value !== null ? Number(value) === 1 : value;
}
