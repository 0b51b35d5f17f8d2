import type { Table } from "apache-arrow";
import { tableOf } from "../../unit/datasets/shipped.ts";

/** The rows of a shipped dataset as plain records. */
export function rowsOf(name: string): Record<string, never>[] {
  const table: Table = tableOf(name);
  return Array.from(table, (row) => row.toJSON() as Record<string, never>);
}
