import { type Table, tableFromIPC } from "apache-arrow";
import { sameBytes } from "../values/equal.ts";

/** What each table was read from. The table's own buffers lie in these bytes, so that keeping them costs nothing. */
const read = new WeakMap<object, Uint8Array>();

/**
 * The Arrow table of a query's result (an IPC stream). Two of them are the same data when their streams are the same
 * bytes: then what reads the query need not run again.
 */
export function queryTable(stream: Uint8Array): Table {
  const table = tableFromIPC(stream);
  read.set(table, stream);
  const equals = (other: object) => {
    const theirs = read.get(other);
    return theirs !== undefined && sameBytes(stream, theirs);
  };
  return Object.defineProperty(table, "equals", { value: equals });
}
