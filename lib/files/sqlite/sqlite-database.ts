import type { Database, SqlValue } from "sql.js/dist/sql-wasm-inline.js";

/** Values of parameters, in order or by name: `{":country": "CHN"}`. A boolean becomes 0 or 1, a Date its ISO text. */
export type SqliteParams = readonly unknown[] | Readonly<Record<string, unknown>>;

/** A value of a row. An integer is a bigint where a number would lose digits; binary values are bytes. */
export type SqliteValue = SqlValue;

/** A database in memory, which was made of the bytes of a file. */
export class SqliteDatabase {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    unreachable.register(this, database);
  }

  /**
   * Runs the statements of a text and calls `visit` with each row, until it returns false; the list of columns is another for each
   * statement. Returns the columns of the last statement that has any. Throws what SQLite says.
   */
  run(
    sql: string,
    params: SqliteParams,
    visit: (row: readonly SqliteValue[], columns: readonly string[]) => boolean | undefined,
  ): readonly string[] {
    const values = bindable(params);
    let columns: readonly string[] = [];
    for (const statement of this.#database.iterateStatements(sql)) {
      if (values) statement.bind(values);
      const own = statement.getColumnNames();
      if (own.length > 0) columns = own;
      while (statement.step()) {
        if (visit(statement.get(null, { useBigInt: true }).map(plainInteger), own) === false) return own;
      }
    }
    return columns;
  }

  /** The rows of a statement as a list. Throws what SQLite says. */
  rows(sql: string, params: SqliteParams = []): (readonly SqliteValue[])[] {
    const rows: (readonly SqliteValue[])[] = [];
    this.run(sql, params, (row) => {
      rows.push(row);
      return true;
    });
    return rows;
  }
}

/** The memory of a database is its library's, which does not know whether anyone still refers to it. */
const unreachable = new FinalizationRegistry<Database>((database) => database.close());

function bindable(params: SqliteParams) {
  if (Array.isArray(params)) return params.length === 0 ? null : params.map(bindableValue);
  const entries = Object.entries(params);
  return entries.length === 0 ? null : Object.fromEntries(entries.map(([name, value]) => [name, bindableValue(value)]));
}

function bindableValue(value: unknown): unknown {
  if (value === undefined) return null;
  return value instanceof Date ? value.toISOString() : value;
}

function plainInteger(value: SqlValue): SqlValue {
  return typeof value === "bigint" && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}
