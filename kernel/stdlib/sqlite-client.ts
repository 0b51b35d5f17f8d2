import { html } from "htl";
import { sqlName } from "../../lib/files/sqlite/sql-name.ts";
import type { SqliteDatabase, SqliteParams, SqliteValue } from "../../lib/files/sqlite/sqlite-database.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { SqliteRows } from "../sqlite/sqlite-rows.ts";
import type { DatabaseColumn } from "./database-column.ts";

const texts = messages("sqlite", {
  address: {
    en: 'SQLiteDatabaseClient cannot open the address “{address}”: a notebook has no network. Put the file beside the notebook or add it by “+ Data”, and open it by `FileAttachment("data.db").sqlite()`.',
    zh: 'SQLiteDatabaseClient 无法打开网址“{address}”：笔记本不能访问网络。请将文件放在笔记本旁，或用“+ 数据”添加，再以 `FileAttachment("data.db").sqlite()` 打开。',
  },
  notBytes: {
    en: "SQLiteDatabaseClient opens a `FileAttachment`, a Blob, or bytes; it was given {given}.",
    zh: "SQLiteDatabaseClient 可打开 `FileAttachment`、Blob 或字节数据；得到的是 {given}。",
  },
  notDatabase: {
    en: "“{name}” is not opened as an SQLite database: “{reason}”. Is it encrypted, cut or damaged?",
    zh: "“{name}”无法作为 SQLite 数据库打开：“{reason}”。文件是否已加密、被截断或已损坏？",
  },
  bytes: { en: "the bytes", zh: "字节数据" },
  refused: {
    en: "SQLite says: {reason}.",
    zh: "SQLite 报告：{reason}。",
  },
  noTable: {
    en: "The database has no table `{table}`.",
    zh: "数据库中没有表 `{table}`。",
  },
});

/** The module with SQLite. It is loaded by the first cell that opens a database. */
export type SqliteModule = Pick<typeof import("../../lib/files/sqlite/sqlite.ts"), "openSqlite">;

/** What a database is made of; promises of these are awaited. */
export type SqliteSource = Blob | ArrayBuffer | Uint8Array | { arrayBuffer(): Promise<ArrayBuffer> };

/** Opens databases for the cells of a notebook. */
export interface SqliteClients {
  open(source: SqliteSource | Promise<SqliteSource>): Promise<SQLiteDatabaseClient>;
}

/** `SQLiteDatabaseClient` of a notebook, after Observable's client of this name. */
export function sqliteClientOf(load: () => Promise<SqliteModule>): SqliteClients & typeof SQLiteDatabaseClient {
  return class Client extends SQLiteDatabaseClient {
    /** A client of a database, of which it has a copy: what its statements change is not saved. */
    static async open(source: SqliteSource | Promise<SqliteSource>): Promise<SQLiteDatabaseClient> {
      const { bytes, name } = await bytesOf(await source);
      const open = await (await load()).openSqlite();
      try {
        return new Client(open(bytes));
      } catch (error) {
        throw new Fault(texts.notDatabase({ name: name ?? texts.bytes(), reason: reasonOf(error) }));
      }
    }
  };
}

/**
 * A client of a database of SQLite. An integer that would lose digits as a number is a bigint; binary values are bytes. Its errors have
 * SQLite's own words.
 */
export class SQLiteDatabaseClient {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  get dialect(): string {
    return "sqlite";
  }

  /** A template tag whose values become parameters. */
  readonly sql = (strings: TemplateStringsArray, ...values: unknown[]): Promise<SqliteRows> =>
    this.query(strings.join("?"), values);

  /** The rows of the last statement that has any. @param params values of its parameters, in order or by name */
  async query(sql: string, params: SqliteParams = []): Promise<SqliteRows> {
    let rows = new SqliteRows([]);
    try {
      const columns = this.#database.run(sql, params, (row, names) => {
        if (names !== rows.columns) rows = new SqliteRows(names);
        rows.push(recordOf(names, row));
        return true;
      });
      // Of a statement without a row nothing was visited.
      return columns === rows.columns ? rows : new SqliteRows(columns);
    } catch (error) {
      throw new Fault(texts.refused({ reason: reasonOf(error) }));
    }
  }

  /** The first row; null if there is none. */
  async queryRow(sql: string, params: SqliteParams = []): Promise<Record<string, SqliteValue> | null> {
    return (await this.query(sql, params))[0] ?? null;
  }

  /** A statement and its parameters, for `query`. */
  queryTag(strings: TemplateStringsArray, ...params: unknown[]): [string, unknown[]] {
    return [strings.join("?"), params];
  }

  escape(name: string): string {
    return sqlName(name);
  }

  /** How SQLite answers a query, step by step. */
  async explain(sql: string, params: SqliteParams = []): Promise<HTMLElement> {
    const steps = await this.query(`EXPLAIN QUERY PLAN ${sql}`, params);
    return html`<pre>${steps.map(({ detail }) => detail).join("\n")}</pre>` as HTMLElement;
  }

  /** The tables of the database, those of SQLite itself left out. */
  async describeTables({ schema }: { schema?: string } = {}): Promise<{ schema: string | null; name: string }[]> {
    const rows = await this.query(
      `SELECT NULLIF(schema, 'main') AS schema, name FROM pragma_table_list
       WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND (? IS NULL OR schema = ?) ORDER BY schema, name`,
      [schema, schema],
    );
    return rows as unknown as { schema: string | null; name: string }[];
  }

  /** The columns of a table or view, with the types that they declare. */
  async describeColumns({ table, schema }: { table: string; schema?: string }): Promise<DatabaseColumn[]> {
    const rows = await this.query(
      `SELECT name, type, "notnull" AS required FROM pragma_table_info(?, coalesce(?, 'main')) ORDER BY cid`,
      [table, schema],
    );
    if (rows.length === 0) throw new Fault(texts.noTable({ table }));
    return rows.map(({ name, type, required }) => ({
      name: String(name),
      type: typeOf(String(type)),
      databaseType: String(type),
      nullable: required === 0,
    }));
  }

  /** The tables as an element, or the columns of one. */
  async describe(table?: string): Promise<HTMLElement> {
    const rows = table === undefined ? await this.describeTables() : await this.describeColumns({ table });
    const columns = table === undefined ? (["name"] as const) : (["name", "databaseType", "nullable"] as const);
    const cellOf = (row: object, column: string) => String((row as Record<string, unknown>)[column]);
    return html`<table><thead><tr>${columns.map((column) => html`<th>${column}`)}</thead>
      <tbody>${rows.map((row) => html`<tr>${columns.map((column) => html`<td>${cellOf(row, column)}`)}`)}</tbody></table>` as HTMLElement;
  }
}

function recordOf(names: readonly string[], row: readonly SqliteValue[]): Record<string, SqliteValue> {
  return Object.fromEntries(names.map((name, c) => [name, row[c] ?? null]));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function bytesOf(source: unknown): Promise<{ bytes: Uint8Array; name?: string | undefined }> {
  if (source instanceof Uint8Array) return { bytes: source };
  if (source instanceof ArrayBuffer) return { bytes: new Uint8Array(source) };
  if (typeof source === "string") throw new Fault(texts.address({ address: source }));
  const { arrayBuffer, name } = (source ?? {}) as { arrayBuffer?: () => Promise<ArrayBuffer>; name?: unknown };
  if (typeof arrayBuffer !== "function") throw new Fault(texts.notBytes({ given: String(source) }));
  const bytes = new Uint8Array(await arrayBuffer.call(source));
  return { bytes, name: typeof name === "string" ? name : undefined };
}

/** The kind of a declared type, by SQLite's rules of affinity, and the names that other databases give to dates and truth. */
function typeOf(type: string): DatabaseColumn["type"] {
  if (/int/i.test(type)) return "integer";
  if (/char|clob|text/i.test(type)) return "string";
  if (/real|floa|doub|num|dec/i.test(type)) return "number";
  if (/bool/i.test(type)) return "boolean";
  return /date|time/i.test(type) ? "date" : "other";
}
