import type { Table } from "apache-arrow";

/** The metadata of a table that says how charts draw it, as JSON. */
export const CHARTS = "charts";
/** The metadata of a table that names the datasets it depends on, as JSON. */
export const DATASETS = "datasets";

/** The names of the datasets on which a result's table depends. */
export function datasetsOf(table: Pick<Table, "schema">): readonly string[] {
  return metadataOf<readonly unknown[]>(table, DATASETS, []).filter((name) => typeof name === "string");
}

/** What the metadata of a table have under a key. A file may have any metadata: what is not ours counts as none. */
export function metadataOf<Value extends object>(table: Pick<Table, "schema">, key: string, otherwise: Value): Value {
  const text = table.schema.metadata.get(key);
  if (text === undefined) return otherwise;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && Array.isArray(value) === Array.isArray(otherwise)
      ? (value as Value)
      : otherwise;
  } catch {
    return otherwise;
  }
}
