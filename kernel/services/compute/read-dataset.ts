import type { Table, Vector } from "apache-arrow";
import { columnsOf, type DatasetColumns, type Read } from "../../../lib/tool/read.ts";
import { onceFor } from "../once-for.ts";

/** Loads the bytes of a dataset as an Arrow file. */
export type Load = (name: string) => Promise<Uint8Array>;

/** Reads datasets as columns for tools: each is decoded once, and again only after a failure. */
export function readOnce(load: Load, cache = new Map<string, Promise<DatasetColumns>>()): Read {
  return (name) => onceFor(cache, name, () => read(name, load(name)));
}

/** Many jobs read no dataset, so the decoder is loaded together with the first one. */
export const loadDecoder = () => import("../../../lib/files/arrow/arrow-file.ts");

async function read(dataset: string, loading: Promise<Uint8Array>): Promise<DatasetColumns> {
  const [bytes, { readArrow, columnValues }] = await Promise.all([loading, loadDecoder()]);
  return decode(dataset, readArrow(bytes, dataset), columnValues);
}

/** Each column is decoded when it is first read, and cached. */
function decode(dataset: string, table: Table, valuesOf: (column: Vector) => ArrayLike<unknown>): DatasetColumns {
  const { fields, metadata } = table.schema;
  const [title, publisher] = [metadata.get("title"), metadata.get("publisher")];
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
    { ...(title === undefined ? {} : { title }), ...(publisher === undefined ? {} : { publisher }) },
  );
}
