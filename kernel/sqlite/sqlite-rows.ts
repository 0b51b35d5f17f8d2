import { bytesToHex } from "@noble/hashes/utils.js";
import { Float64, Table, Utf8, type Vector, vectorFromArray } from "apache-arrow";
import type { SqliteValue } from "../../lib/files/sqlite/sqlite-database.ts";

/** The rows of a query as plain objects, with the names of its columns beside them. An output shows them as a table. */
export class SqliteRows extends Array<Record<string, SqliteValue>> {
  readonly columns: readonly string[];

  constructor(columns: readonly string[]) {
    super();
    this.columns = columns;
  }

  /** What is made of rows, such as by `map`, is a plain list. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  /** Numbers are Float64; a column in which an integer would lose digits, or that has anything else, is text. */
  toArrow(): Table {
    const columns = [...new Set(this.columns)];
    return new Table(Object.fromEntries(columns.map((name) => [name, this.#vector(name)])));
  }

  #vector(name: string): Vector {
    const values = Array.from(this, (row) => row[name] ?? null);
    const isNumeric = values.every((value) => value === null || typeof value === "number");
    return isNumeric
      ? vectorFromArray(values as number[], new Float64())
      : vectorFromArray(values.map(textOf), new Utf8());
  }
}

function textOf(value: SqliteValue): string | null {
  if (value instanceof Uint8Array) return bytesToHex(value);
  return value === null ? null : String(value);
}
