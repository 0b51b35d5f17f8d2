import type { Table, Vector } from "apache-arrow";
import { columnsOf, type DatasetColumns, type Read } from "../../../lib/tool/read.ts";
import type { Load } from "./load.ts";

/** Datasets as columns for the tools that read them: decoded once, and again only if that failed. */
export function readOnce(load: Load, kept = new Map<string, Promise<DatasetColumns>>()): Read {
  return (name) => {
    const known = kept.get(name);
    if (known) return known;
    const reading = read(name, load(name));
    kept.set(name, reading);
    reading.catch(() => kept.delete(name));
    return reading;
  };
}

/** Many jobs read no dataset: what reads one comes while the first is on its way. */
async function read(dataset: string, loading: Promise<Uint8Array>): Promise<DatasetColumns> {
  const [bytes, { readArrow }] = await Promise.all([loading, import("../arrow-file.ts")]);
  return decode(dataset, readArrow(bytes, dataset));
}

/** A column is decoded when it is first read, and kept. */
function decode(dataset: string, table: Table): DatasetColumns {
  const { fields } = table.schema;
  const decoded = new Map<string, ArrayLike<unknown>>();
  return columnsOf(
    dataset,
    fields.map(({ name }) => name),
    table.numRows,
    (column) => {
      const values = decoded.get(column) ?? valuesOf(table.getChild(column)!);
      decoded.set(column, values);
      return values;
    },
    (column) => fields.find(({ name }) => name === column)?.metadata.get("unit"),
  );
}

/** Typed where no cell is empty: a typed array has no null. */
function valuesOf(vector: Vector): ArrayLike<unknown> {
  const raw = vector.nullCount === 0 ? vector.toArray() : null;
  return raw instanceof Float64Array || raw instanceof Int16Array || raw instanceof Int32Array
    ? raw
    : Array.from(vector as Iterable<unknown>);
}
