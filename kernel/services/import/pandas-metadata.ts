import * as z from "zod/mini";
import { type FrameLabels, type LabelledFrame, lengthOf } from "../../../lib/exchange/mrio/labelled-frame.ts";
import { tupleText } from "./python-tuple.ts";

/**
 * How pandas describes a frame in the key `pandas` of a Parquet file, as far as it is read: the columns with the labels of the
 * rows, and the levels of the labels of the columns. The pandas documentation, "Storing pandas DataFrame objects in Apache Parquet
 * format".
 */
const schema = z.object({
  // A number of rows without labels is described by an object instead of a column.
  index_columns: z.array(z.union([z.string(), z.looseObject({})])),
  column_indexes: z.array(z.object({ name: z.nullable(z.string()) })).check(z.minLength(1)),
  columns: z.array(z.object({ name: z.nullable(z.string()), field_name: z.nullish(z.string()) })),
});

export type PandasMetadata = z.output<typeof schema>;

/** The description in the text of the key; undefined if it is none. */
export function pandasMetadata(text: string | undefined): PandasMetadata | undefined {
  try {
    return schema.parse(JSON.parse(text ?? ""));
  } catch {
    return undefined;
  }
}

/** The description of a frame whose columns have the names of `columnNames`. */
export function pandasMetadataText(frame: LabelledFrame): string {
  const described = (name: string | null, pandas: string, numpy: string, field = name) => ({
    name,
    field_name: field,
    pandas_type: pandas,
    numpy_type: numpy,
    metadata: null,
  });
  const fields = indexFields(frame.rows);
  const [pandas, numpy] = frame.isText ? ["unicode", "object"] : ["float64", "float64"];
  return JSON.stringify({
    index_columns: fields,
    column_indexes: frame.columns.names.map((name) => ({
      ...described(name ?? null, "unicode", "object"),
      metadata: { encoding: "UTF-8" },
    })),
    columns: [
      ...columnNames(frame.columns).map((name) => described(name, pandas!, numpy!)),
      ...frame.rows.names.map((name, k) => described(name ?? null, "unicode", "object", fields[k])),
    ],
  });
}

/** The names of the columns with the labels of the rows. */
export function indexFields(rows: FrameLabels): string[] {
  return rows.names.map((name, k) => name ?? `__index_level_${k}__`);
}

/** The names of the columns in the Parquet file: their labels, those of several levels as a tuple. */
export function columnNames(columns: FrameLabels): string[] {
  return Array.from({ length: lengthOf(columns) }, (_, j) => {
    const labels = columns.levels.map((level) => level[j]!);
    return labels.length === 1 ? labels[0]! : tupleText(labels);
  });
}
