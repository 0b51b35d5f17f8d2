import {
  type Data,
  type DataType,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Utf8,
} from "apache-arrow";
import type { Message, Sentence } from "../../../lib/message/message.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import type { DatasetColumn, EntrySaid } from "../catalogue.ts";

/** A column to be stored. Typed arrays have no missing values. */
export interface Column {
  readonly name: string;
  readonly unit: Sentence;
  readonly description: Message;
  readonly type: "text" | "integer" | "number";
  readonly values: ArrayLike<number | string | null>;
}

const arrowTypes = { text: "Utf8", integer: "Int32", number: "Float64" } as const;

/** Columns of one length as Arrow. */
export function recordBatch(columns: readonly Column[]): { schema: Schema; batch: RecordBatch } {
  const children = columns.map(dataOf);
  const fields = columns.map(
    ({ name, unit, description }, i) =>
      new Field(
        name,
        children[i]!.type,
        children[i]!.nullCount > 0,
        new Map([
          ["unit", writeMessage(unit)],
          ["description", writeMessage(description)],
        ]),
      ),
  );
  const schema = new Schema(fields);
  const length = columns[0]!.values.length;
  return {
    schema,
    batch: new RecordBatch(schema, makeData({ type: new Struct(fields), length, nullCount: 0, children })),
  };
}

/** What the catalogue says of the columns. */
export function describedColumns(columns: readonly Column[]): {
  columns: DatasetColumn[];
  said: EntrySaid["columns"];
} {
  return {
    columns: columns.map(({ name, type, unit, description }) => ({
      name,
      type: arrowTypes[type],
      unit: writeMessage(unit),
      description: writeMessage(description),
    })),
    said: columns.map(({ unit, description }) => ({ unit, description })),
  };
}

function dataOf({ type, values }: Column): Data<DataType> {
  const length = values.length;
  const { nullCount, nullBitmap } = missingOf(values);
  if (type === "text") return textOf(values as ArrayLike<string | null>, nullCount, nullBitmap);
  if (type === "integer") {
    const data = values instanceof Int32Array ? values : Int32Array.from(values as ArrayLike<number>);
    return makeData({ type: new Int32(), length, nullCount, nullBitmap, data });
  }
  const data = values instanceof Float64Array ? values : Float64Array.from(values as ArrayLike<number>);
  return makeData({ type: new Float64(), length, nullCount, nullBitmap, data });
}

/** One bit a value, 1 where there is one; undefined where none is missing. */
function missingOf(values: Column["values"]): { nullCount: number; nullBitmap: Uint8Array | undefined } {
  if (ArrayBuffer.isView(values)) return { nullCount: 0, nullBitmap: undefined };
  // Arrow pads its buffers to eight bytes.
  const nullBitmap = new Uint8Array(Math.ceil(values.length / 64) * 8);
  let nullCount = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] === null) nullCount++;
    else nullBitmap[i >> 3]! |= 1 << (i & 7);
  }
  return nullCount === 0 ? { nullCount, nullBitmap: undefined } : { nullCount, nullBitmap };
}

/** One growing buffer: an array for each text of a large database would cost more than the texts. */
function textOf(values: ArrayLike<string | null>, nullCount: number, nullBitmap: Uint8Array | undefined) {
  const encoder = new TextEncoder();
  const valueOffsets = new Int32Array(values.length + 1);
  let data = new Uint8Array(1 << 16);
  let at = 0;
  for (let i = 0; i < values.length; i++) {
    const text = values[i] ?? "";
    // A unit of UTF-16 has three bytes of UTF-8 at most.
    if (text !== "" && at + 3 * text.length > data.length) {
      const larger = new Uint8Array(2 * data.length + 3 * text.length);
      larger.set(data.subarray(0, at));
      data = larger;
    }
    if (text !== "") at += encoder.encodeInto(text, data.subarray(at)).written;
    valueOffsets[i + 1] = at;
  }
  const length = values.length;
  return makeData({ type: new Utf8(), length, nullCount, nullBitmap, valueOffsets, data: data.subarray(0, at) });
}
