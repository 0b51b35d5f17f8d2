// `SQLiteDatabaseClient` of notebooks (kernel/stdlib/sqlite-client.ts).

import type { DuckDBColumn } from "./duckdb.d.ts";

/** An integer is a bigint where a number would lose digits. */
export type SQLiteValue = number | bigint | string | Uint8Array | null;

export type SQLiteRow = { readonly [column: string]: SQLiteValue };

/** Values of parameters, in order or by name: `{":country": "CHN"}`. */
export type SQLiteParams = readonly unknown[] | { readonly [name: string]: unknown };

export interface SQLiteDatabaseClient {
  readonly dialect: string;
  /** A template tag whose values become parameters. */
  readonly sql: (
    strings: TemplateStringsArray,
    ...values: unknown[]
  ) => Promise<SQLiteRow[] & { columns: readonly string[] }>;
  /** The rows of the last statement that has any. */
  query(sql: string, params?: SQLiteParams): Promise<SQLiteRow[] & { columns: readonly string[] }>;
  /** The first row; null if there is none. */
  queryRow(sql: string, params?: SQLiteParams): Promise<SQLiteRow | null>;
  queryTag(strings: TemplateStringsArray, ...params: unknown[]): [string, unknown[]];
  escape(name: string): string;
  /** How SQLite answers a query, step by step. */
  explain(sql: string, params?: SQLiteParams): Promise<HTMLElement>;
  describeTables(options?: { schema?: string }): Promise<{ schema: string | null; name: string }[]>;
  describeColumns(options: { table: string; schema?: string }): Promise<DuckDBColumn[]>;
  /** The tables as an element, or the columns of one. */
  describe(table?: string): Promise<HTMLElement>;
}

export type SQLiteSource = Blob | ArrayBuffer | Uint8Array | { arrayBuffer(): Promise<ArrayBuffer> };

export interface SQLiteDatabaseClients {
  /** A client of a database, of which it has a copy: what its statements change is not saved. */
  open(source: SQLiteSource | Promise<SQLiteSource>): Promise<SQLiteDatabaseClient>;
}
