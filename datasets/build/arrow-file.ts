import {
  Bool,
  type Data,
  type DataType,
  Dictionary,
  Field,
  Float64,
  Int8,
  Int16,
  Int32,
  Message,
  makeData,
  RecordBatch,
  RecordBatchFileWriter,
  Schema,
  Struct,
  Utf8,
  Vector,
} from "apache-arrow";
import type { Column } from "./column.ts";

/**
 * The bytes of an Arrow IPC file (magic ARROW1) that holds the columns in one record batch.
 * A column without nulls carries no validity bitmap, so its numbers are a typed array over the file's own bytes.
 */
export function arrowFile(columns: readonly Column[], metadata: ReadonlyMap<string, string>): Uint8Array {
  const length = columns[0]?.content.values.length ?? 0;
  const children = columns.map((column, position) => {
    if (column.content.values.length !== length)
      throw new Error(
        `Column ${column.name} has ${column.content.values.length} rows where the first column has ${length}.`,
      );
    return columnData(column, position);
  });
  const fields = columns.map(
    ({ name, unit, description }, i) =>
      new Field(
        name,
        children[i]!.type,
        children[i]!.nullCount > 0,
        new Map([
          ["unit", unit],
          ["description", description],
        ]),
      ),
  );
  const schema = new Schema(fields, new Map(metadata));
  const batch = new RecordBatch(schema, makeData({ type: new Struct(fields), length, nullCount: 0, children }));
  const writer = new StreamableFileWriter();
  writer.write(batch);
  return writer.finish().toUint8Array(true);
}

/**
 * apache-arrow writes a file that has its schema only in the footer. The format requires the whole stream between the
 * magic strings, schema message first; DuckDB-WASM, which is given that stream, rejects the file otherwise.
 */
class StreamableFileWriter extends RecordBatchFileWriter {
  protected override _writeSchema(schema: Schema): this {
    return super._writeSchema(schema)._writeMessage(Message.from(schema));
  }
}

function columnData({ name, content }: Column, position: number): Data<DataType> {
  switch (content.type) {
    case "float64": {
      const validity = validityOf(content.values);
      const data = Float64Array.from(content.values, (value) => value ?? 0);
      return makeData({ type: new Float64(), length: data.length, ...validity, data });
    }
    case "int16": {
      const data = Int16Array.from(content.values, (value) => value ?? 0);
      fits(name, data, content.values);
      return makeData({ type: new Int16(), length: data.length, ...validityOf(content.values), data });
    }
    case "int32": {
      const data = Int32Array.from(content.values, (value) => value ?? 0);
      fits(name, data, content.values);
      return makeData({ type: new Int32(), length: data.length, ...validityOf(content.values), data });
    }
    case "bool": {
      const length = content.values.length;
      return makeData({
        type: new Bool(),
        length,
        nullCount: 0,
        data: bits(length, (i) => content.values[i] === true),
      });
    }
    case "text":
      return textData(content.values);
    case "label":
      return labelData(content.values, position);
  }
}

function fits(name: string, stored: ArrayLike<number>, values: ArrayLike<number | null>): void {
  for (let row = 0; row < values.length; row++)
    if (values[row] !== null && stored[row] !== values[row])
      throw new Error(`Column ${name}, row ${row}: ${values[row]} does not fit its integer type.`);
}

function textData(values: ArrayLike<string | null>): Data<Utf8> {
  const encoder = new TextEncoder();
  const parts = Array.from(values, (value) => encoder.encode(value ?? ""));
  const valueOffsets = new Int32Array(parts.length + 1);
  parts.forEach((part, i) => {
    valueOffsets[i + 1] = valueOffsets[i]! + part.length;
  });
  const data = new Uint8Array(valueOffsets[parts.length]!);
  for (const [i, part] of parts.entries()) data.set(part, valueOffsets[i]!);
  return makeData({ type: new Utf8(), length: parts.length, ...validityOf(values), valueOffsets, data });
}

function labelData(values: ArrayLike<string | null>, position: number): Data<DataType> {
  const codes = new Map<string, number>();
  const indices = Int16Array.from(values, (value) => {
    if (value === null) return 0;
    const known = codes.get(value);
    if (known !== undefined) return known;
    codes.set(value, codes.size);
    return codes.size - 1;
  });
  const dictionary = new Vector([textData([...codes.keys()])]);
  const shared = { length: indices.length, ...validityOf(values), dictionary };
  // The dictionary's number is the column's position. By default the library counts over all tables of a process,
  // so the same table would have other bytes when it is built alone.
  return codes.size <= 128
    ? makeData({ type: new Dictionary(new Utf8(), new Int8(), position), ...shared, data: Int8Array.from(indices) })
    : makeData({ type: new Dictionary(new Utf8(), new Int16(), position), ...shared, data: indices });
}

function validityOf(values: ArrayLike<unknown>): { nullCount: number; nullBitmap?: Uint8Array } {
  let nullCount = 0;
  for (let i = 0; i < values.length; i++) if (values[i] === null) nullCount++;
  return nullCount === 0 ? { nullCount } : { nullCount, nullBitmap: bits(values.length, (i) => values[i] !== null) };
}

/** A bitmap, least significant bit first. */
function bits(length: number, isSet: (i: number) => boolean): Uint8Array {
  const bitmap = new Uint8Array((length + 7) >> 3);
  for (let i = 0; i < length; i++) if (isSet(i)) bitmap[i >> 3]! |= 1 << (i & 7);
  return bitmap;
}
