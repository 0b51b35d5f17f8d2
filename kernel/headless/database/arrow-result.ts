import type { DuckDBDataChunk, DuckDBMaterializedResult, DuckDBValue } from "@duckdb/node-api";
import * as values from "@duckdb/node-api";
import * as arrow from "apache-arrow";
import { arrowTypeOf } from "./arrow-type.ts";

/** The result of a statement as an Arrow IPC stream, with the same types as from the browser's database. */
export async function arrowResult(result: DuckDBMaterializedResult): Promise<Uint8Array<ArrayBuffer>> {
  const chunks = await result.fetchAllChunks();
  const names = result.columnNames();
  const fields = names.map((name, i) => new arrow.Field(name, arrowTypeOf(result.columnType(i)), true));
  const columns = fields.map(({ type }, i) => dataOf(type, columnOf(chunks, i), result.columnType(i)));
  const schema = new arrow.Schema(fields);
  const length = chunks.reduce((sum, { rowCount }) => sum + rowCount, 0);
  const rows = arrow.makeData({ type: new arrow.Struct(fields), length, nullCount: 0, children: columns });
  return arrow.tableToIPC(new arrow.Table(new arrow.RecordBatch(schema, rows)), "stream") as Uint8Array<ArrayBuffer>;
}

function columnOf(chunks: readonly DuckDBDataChunk[], column: number): DuckDBValue[] {
  return chunks.flatMap((chunk) => chunk.getColumnValues(column));
}

/** The buffers of a column; lists, structs and maps contain those of their children. */
function dataOf(type: arrow.DataType, column: readonly DuckDBValue[], from: values.DuckDBType): arrow.Data {
  const length = column.length;
  const base = { type, length, ...validityOf(column) };
  if (arrow.DataType.isDictionary(type)) return enumData(type, column, from as values.DuckDBEnumType);
  if (arrow.DataType.isUtf8(type) || arrow.DataType.isBinary(type)) {
    const bytes = column.map((value) => (value === null ? empty : bytesOf(value)));
    return arrow.makeData({ ...base, valueOffsets: offsetsOf(bytes), data: concatenate(bytes) } as never);
  }
  if (arrow.DataType.isBool(type)) {
    const data = new Uint8Array(Math.ceil(length / 8));
    for (let i = 0; i < length; ++i) if (column[i] === true) data[i >> 3]! |= 1 << (i & 7);
    return arrow.makeData({ ...base, data } as never);
  }
  if (arrow.DataType.isList(type)) {
    const lists = column.map((value) => (value as values.DuckDBListValue | null)?.items ?? []);
    const child = dataOf(type.children[0]!.type, lists.flat(), (from as values.DuckDBListType).valueType);
    return arrow.makeData({ ...base, valueOffsets: offsetsOf(lists), child } as never);
  }
  if (arrow.DataType.isFixedSizeList(type)) {
    const none = Array.from({ length: type.listSize }, () => null);
    const items = column.flatMap((value) => (value as values.DuckDBArrayValue | null)?.items ?? none);
    const child = dataOf(type.children[0]!.type, items, (from as values.DuckDBArrayType).valueType);
    return arrow.makeData({ ...base, child } as never);
  }
  if (arrow.DataType.isMap(type)) return mapData(type, column, from as values.DuckDBMapType);
  if (arrow.DataType.isStruct(type)) {
    const { entryTypes } = from as values.DuckDBStructType;
    const children = type.children.map((field, i) => {
      const part = column.map((value) => (value as values.DuckDBStructValue | null)?.entries[field.name] ?? null);
      return dataOf(field.type, part, entryTypes[i]!);
    });
    return arrow.makeData({ ...base, children } as never);
  }
  return arrow.makeData({ ...base, data: wordsOf(type, column) } as never);
}

function enumData(
  type: arrow.Dictionary,
  column: readonly DuckDBValue[],
  { values: words }: values.DuckDBEnumType,
): arrow.Data {
  const places = new Map(words.map((word, i) => [word, i]));
  const Index = (type.indices as arrow.Int).ArrayType as typeof Uint32Array;
  const data = Index.from(column, (word) => places.get(word as string) ?? 0);
  const dictionary = arrow.makeVector(dataOf(new arrow.Utf8(), words, values.VARCHAR));
  return arrow.makeData({ type, length: column.length, ...validityOf(column), data, dictionary } as never);
}

function mapData(type: arrow.Map_, column: readonly DuckDBValue[], from: values.DuckDBMapType): arrow.Data {
  const maps = column.map((value) => (value as values.DuckDBMapValue | null)?.entries ?? []);
  const entries = maps.flat();
  const [struct] = type.children as [arrow.Field<arrow.Struct>];
  const [key, value] = struct.type.children as [arrow.Field, arrow.Field];
  const children = [
    dataOf(
      key.type,
      entries.map((entry) => entry.key),
      from.keyType,
    ),
    dataOf(
      value.type,
      entries.map((entry) => entry.value),
      from.valueType,
    ),
  ];
  const child = arrow.makeData({ type: struct.type, length: entries.length, nullCount: 0, children } as never);
  return arrow.makeData({
    type,
    length: column.length,
    ...validityOf(column),
    valueOffsets: offsetsOf(maps),
    child,
  } as never);
}

/** The buffer of a column of fixed-width values. */
function wordsOf(type: arrow.DataType, column: readonly DuckDBValue[]): ArrayBufferView {
  if (arrow.DataType.isDecimal(type)) {
    const words = new BigInt64Array(2 * column.length);
    for (const [i, value] of column.entries()) {
      const whole = wholeOf(value);
      words[2 * i] = BigInt.asIntN(64, whole);
      words[2 * i + 1] = BigInt.asIntN(64, whole >> 64n);
    }
    return new Uint32Array(words.buffer);
  }
  const Words = type.ArrayType as BigInt64ArrayConstructor | Float64ArrayConstructor;
  if (Words === BigInt64Array || (Words as unknown) === BigUint64Array) {
    return (Words as BigInt64ArrayConstructor).from(column, wholeOf);
  }
  return (Words as Float64ArrayConstructor).from(column, numberOf);
}

function wholeOf(value: DuckDBValue): bigint {
  if (value === null) return 0n;
  if (typeof value === "bigint") return value;
  if (value instanceof values.DuckDBDecimalValue) return value.value;
  const time = value as { micros?: bigint; seconds?: bigint; millis?: bigint; nanos?: bigint };
  return time.micros ?? time.nanos ?? time.millis ?? time.seconds ?? BigInt(value as unknown as number);
}

function numberOf(value: DuckDBValue): number {
  if (value === null) return 0;
  return value instanceof values.DuckDBDateValue ? value.days : Number(value);
}

const empty = new Uint8Array(0);
const encoder = new TextEncoder();

function bytesOf(value: DuckDBValue): Uint8Array {
  return value instanceof values.DuckDBBlobValue ? value.bytes : encoder.encode(String(value));
}

function offsetsOf(parts: readonly { readonly length: number }[]): Int32Array {
  const offsets = new Int32Array(parts.length + 1);
  for (const [i, { length }] of parts.entries()) offsets[i + 1] = offsets[i]! + length;
  return offsets;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function validityOf(column: readonly DuckDBValue[]): { nullCount: number; nullBitmap?: Uint8Array } {
  const nullBitmap = new Uint8Array(Math.ceil(column.length / 8));
  let nullCount = 0;
  for (const [i, value] of column.entries()) {
    if (value === null) ++nullCount;
    else nullBitmap[i >> 3]! |= 1 << (i & 7);
  }
  return nullCount === 0 ? { nullCount } : { nullCount, nullBitmap };
}
