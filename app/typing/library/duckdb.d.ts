// `DuckDBClient` of notebooks (kernel/stdlib/duckdb-client.ts).

import type { Field, Row, Table } from "./arrow.d.ts";
import type { NotebookFile } from "./files.d.ts";

/** What a table of a client is made of. */
export type DuckDBSource =
  | NotebookFile
  | Table
  | readonly object[]
  | { readonly [column: string]: ArrayLike<unknown> }
  | { readonly data: Table | readonly object[] }
  | { readonly file: NotebookFile };

export interface DuckDBColumn {
  readonly name: string;
  readonly type: "bigint" | "number" | "integer" | "boolean" | "date" | "string" | "other";
  readonly nullable: boolean;
  readonly databaseType: string;
}

export interface DuckDBClient {
  readonly dialect: string;
  /** A template tag whose values become literals. */
  readonly sql: (strings: TemplateStringsArray, ...values: unknown[]) => Promise<Table>;
  /** Values stand for the `?` of the query. */
  query(sql: string, params?: readonly unknown[]): Promise<Table>;
  /** The first row; null if there is none. */
  queryRow(sql: string, params?: readonly unknown[]): Promise<Row | null>;
  queryStream(
    sql: string,
    params?: readonly unknown[],
  ): Promise<{ schema: { fields: Field[] }; readRows(): AsyncGenerator<Row[]> }>;
  queryTag(strings: TemplateStringsArray, ...params: unknown[]): [string, unknown[]];
  escape(name: string): string;
  describeTables(): Promise<{ name: string }[]>;
  describeColumns(options: { table: string }): Promise<DuckDBColumn[]>;
}

export interface DuckDBClients {
  /** A client in whose queries these tables can be read by their names. */
  of(sources?: { readonly [name: string]: DuckDBSource | Promise<DuckDBSource> }): Promise<DuckDBClient>;
  /** The template tag of such a client. */
  sql(sources?: { readonly [name: string]: DuckDBSource | Promise<DuckDBSource> }): Promise<DuckDBClient["sql"]>;
}
