import {
  type Data,
  type DataType,
  DateMillisecond,
  DurationMicrosecond,
  DurationMillisecond,
  DurationNanosecond,
  DurationSecond,
  Field,
  Float32,
  Float64,
  Int32,
  Int64,
  makeData,
  TimestampMicrosecond,
  TimestampMillisecond,
  TimestampNanosecond,
  Uint32,
  Uint64,
} from "apache-arrow";
import { messages } from "../../message/message.ts";
import { builderOf } from "../table/column-builder.ts";
import { arrowBytes } from "../table/read-table.ts";
import { TableFileError } from "../table/table-file-error.ts";
import { ParquetFile } from "./parquet-file.ts";
import { type ParquetColumn, parquetBytes, parquetNumber, parquetText, parquetTime } from "./parquet-value.ts";

const texts = messages("tableFile", {
  beyondNanoseconds: {
    en: "the time of column `{column}` in row {row} is before 1677 or after 2262, which a time in nanoseconds (INT96) cannot be in Arrow. Add the file as a table, or write the column in microseconds.",
    zh: "列 `{column}` 第 {row} 行的时间早于 1677 年或晚于 2262 年，超出 Arrow 中纳秒时间（INT96）的范围。请将文件添加为表，或以微秒写出该列。",
  },
});

type Numbers = Int32Array | Uint32Array | BigInt64Array | BigUint64Array | Float32Array | Float64Array;

/** A Parquet file as an Arrow IPC stream: numbers and times have their own types, lists and objects are JSON. Throws TableFileError. */
export async function parquetArrow(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const parquet = await ParquetFile.open(file, bytes);
  const columns: { readonly field: Field; readonly data: Data }[] = [];
  for (const column of parquet.columns) columns.push(await columnOf(file, parquet, column));
  return arrowBytes(columns, parquet.rows);
}

async function columnOf(
  file: string,
  parquet: ParquetFile,
  column: ParquetColumn,
): Promise<{ field: Field; data: Data }> {
  const { rows } = parquet;
  const numeric = numbersOf(column, rows);
  if (!numeric) return textColumn(parquet, column);
  const { type, values, convert } = numeric;
  const nullBitmap = new Uint8Array(Math.ceil(rows / 8));
  let nullCount = 0;
  await parquet.visit(column, rows, (value, row) => {
    if (value === null || value === undefined) nullCount++;
    else {
      nullBitmap[row >> 3]! |= 1 << (row & 7);
      values[row] = convert(value);
      // A typed array takes an integer that does not fit it for another.
      if (column.kind === "int96" && values[row] !== value)
        throw new TableFileError(file, texts.beyondNanoseconds({ column: column.name, row: row + 1 }));
    }
  });
  const nulls = nullCount > 0 ? { nullCount, nullBitmap } : { nullCount };
  const data = makeData({ type: type as Float64, length: rows, ...nulls, data: values as Float64Array }) as Data;
  return { field: new Field(column.name, type, true), data };
}

async function textColumn(parquet: ParquetFile, column: ParquetColumn): Promise<{ field: Field; data: Data }> {
  const { kind, name } = column;
  const type = kind === "boolean" ? "boolean" : "text";
  const builder = builderOf({ name, type, unit: "" }, { decimal: ".", dates: "ymd" });
  const isTime = kind.startsWith("day");
  await parquet.visit(column, parquet.rows, (value, row) => {
    if (value === null || value === undefined) builder.add(null, row);
    else if (typeof value === "boolean") builder.add(value, row);
    else if (kind === "interval") builder.add(parquetBytes(value as Uint8Array, column), row);
    else builder.add(isTime ? parquetTime(value, column) : parquetText(value), row);
  });
  return builder.finish();
}

/** The types of lengths of time, by the digits behind the second. */
const durations: Readonly<Record<number, DataType>> = {
  0: new DurationSecond(),
  3: new DurationMillisecond(),
  6: new DurationMicrosecond(),
  9: new DurationNanosecond(),
};

interface Numeric {
  readonly type: DataType;
  readonly values: Numbers & { [row: number]: number | bigint };
  readonly convert: (value: unknown) => number | bigint;
}

/** The Arrow type of numbers and times; null for others. */
function numbersOf(column: ParquetColumn, rows: number): Numeric | null {
  const big = (value: unknown) => BigInt(value as bigint | number);
  const of = (type: DataType, values: Numbers, convert: Numeric["convert"]) => ({ type, values, convert });
  switch (column.kind) {
    case "int32":
      return of(new Int32(), new Int32Array(rows), Number);
    case "uint32":
      return of(new Uint32(), new Uint32Array(rows), Number);
    case "int64":
      return of(new Int64(), new BigInt64Array(rows), big);
    case "uint64":
      return of(new Uint64(), new BigUint64Array(rows), big);
    case "float32":
      return of(new Float32(), new Float32Array(rows), Number);
    case "float64":
      return of(new Float64(), new Float64Array(rows), (value) => parquetNumber(value, column));
    case "date":
      return of(new DateMillisecond(), new BigInt64Array(rows), (value) => BigInt(Number(value) * 86_400_000));
    case "milliseconds":
      return of(new TimestampMillisecond(), new BigInt64Array(rows), big);
    case "microseconds":
      return of(new TimestampMicrosecond(), new BigInt64Array(rows), big);
    case "nanoseconds":
    case "int96":
      return of(new TimestampNanosecond(), new BigInt64Array(rows), big);
    case "duration":
      return of(durations[column.scale ?? 0] ?? new DurationSecond(), new BigInt64Array(rows), big);
    default:
      return null;
  }
}
