// sql.js ships no types. Only what `sqlite.ts` uses is declared.
declare module "sql.js/dist/sql-wasm-inline.js" {
  export type SqlValue = number | string | bigint | Uint8Array | null;

  export interface Statement {
    bind(values: readonly unknown[] | Readonly<Record<string, unknown>>): boolean;
    step(): boolean;
    get(params: null, config: { readonly useBigInt: true }): SqlValue[];
    getColumnNames(): string[];
    free(): boolean;
  }

  export interface Database {
    iterateStatements(sql: string): IterableIterator<Statement>;
    close(): void;
    /** The database as a file. */
    export(): Uint8Array;
  }

  export interface SqlJs {
    readonly Database: new (bytes?: Uint8Array) => Database;
  }

  export default function initSqlJs(): Promise<SqlJs>;
}
