import { type DataType, Field, makeData, RecordBatch, Schema, Struct, Table } from "apache-arrow";
import type { PackedColumn } from "../../services/compute/packed-table.ts";
import { resultTable } from "../../services/compute/result-table.ts";
import { plainText } from "../table/writing.ts";
import type { FigureTable } from "./figure-column.ts";
import { figureHost } from "./figure-words.ts";

/** What stands about a figure in its data. */
export interface FigureFacts {
  readonly title: string;
  readonly source: string;
}

/**
 * A figure's table as an Arrow table. Its columns are named in words, in the reader's language; their metadata have the unit and
 * the field of the author's data, and those of the table the figure's title and source.
 */
export function arrowOfFigure({ rows, columns }: FigureTable, { title, source }: FigureFacts): Table {
  const numbers: Float64Array<ArrayBuffer>[] = [];
  const names = distinct(columns.map(({ name }) => figureHost().write(name)));
  const packed = columns.map(({ values, unit }, i): PackedColumn => {
    const name = names[i]!;
    if (!isNumeric(values)) {
      const texts = values.map((value) => (value === null ? null : plainText(value)));
      return { name, unit, type: "text", values: texts };
    }
    const missing = values.flatMap((value, row) => (value === null ? [row] : []));
    numbers.push(Float64Array.from(values, (value) => value ?? 0));
    return { name, unit, type: "number", numbers: numbers.length - 1, missing };
  });
  const table = resultTable({ rows, columns: packed }, numbers);
  const fields = table.schema.fields.map((field, i) => {
    const metadata = new Map(field.metadata);
    if (columns[i]!.field) metadata.set("field", columns[i]!.field);
    return new Field<DataType>(field.name, field.type, field.nullable, metadata);
  });
  const about = Object.entries({ title, source }).filter(([, text]) => text !== "");
  const schema = new Schema(fields, new Map(about));
  const children = table.batches[0]!.data.children;
  return new Table([
    new RecordBatch(
      schema,
      makeData({ type: new Struct(fields), length: rows, nullCount: 0, children: [...children] }),
    ),
  ]);
}

function isNumeric(values: readonly unknown[]): values is readonly (number | null)[] {
  const present = values.filter((value) => value !== null);
  return present.length > 0 && present.every((value) => typeof value === "number");
}

/** Two columns of the same words are told apart by a number. */
function distinct(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return names.map((name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name} ${count}`;
  });
}
