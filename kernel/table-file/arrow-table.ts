import { bytesToHex } from "@noble/hashes/utils.js";
import { CompressionType, compressionRegistry, DataType, type Field, type Table, type Vector } from "apache-arrow";
import { type Message, messages } from "../../lib/message/message.ts";
import { readArrow } from "../services/arrow-file.ts";
import type { FieldSink, FieldValue } from "./field-value.ts";
import { MOST_BINARY_BYTES } from "./limits.ts";
import { loadPart } from "./load-part.ts";
import { unpackLz4Frame } from "./lz4-frame.ts";
import { TableFileError } from "./table-file-error.ts";
import { columnNames } from "./table-head.ts";
import type { ColumnType } from "./table-reading.ts";
import { checkColumns, checkRows, type ScanOptions, stemOf, type TableForm, type TableSource } from "./table-source.ts";

const said = messages("tableFile", {
  damagedArrow: {
    en: "Arrow was expected, but the file is cut or damaged. Save or download it again.",
    zh: "应为 Arrow，但文件被截断或已损坏。请重新保存或下载。",
  },
  arrowTooLarge: {
    en: "the file has {bytes} MB, and at most {most} MB are read. Split it, or write it as Parquet.",
    zh: "文件有 {bytes} MB，最多读取 {most} MB。请拆分，或写为 Parquet。",
  },
});

/** The table in an Arrow file or stream. */
export class ArrowTable implements TableSource {
  readonly file: string;
  readonly title: string;
  readonly form: TableForm = { format: "arrow" };
  readonly texts = "none";
  readonly places = "row";
  readonly notes: readonly Message[] = [];
  readonly types: readonly (ColumnType | null)[];
  readonly units: readonly string[];
  readonly #table: Table;

  private constructor(file: string, table: Table) {
    this.#table = table;
    this.file = file;
    this.title = stemOf(file);
    const { fields } = table.schema;
    checkRows(file, table.numRows);
    checkColumns(file, fields.length);
    this.types = fields.map(({ type }) => typeOf(type));
    this.units = fields.map(({ metadata }) => metadata.get("unit")?.replace(/^none$/, "") ?? "");
  }

  /** Throws TableFileError. */
  static async open(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<ArrowTable> {
    if (bytes.length > MOST_BINARY_BYTES) {
      const mega = (count: number) => Math.ceil(count / 1e6);
      throw new TableFileError(file, said.arrowTooLarge({ bytes: mega(bytes.length), most: mega(MOST_BINARY_BYTES) }));
    }
    const zstd = await loadPart(file, () => import("hyparquet-compressors"));
    compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: unpackLz4Frame });
    compressionRegistry.set(CompressionType.ZSTD, { decode: (packed) => zstd.decompressZstd(packed) });
    let table: Table;
    try {
      table = readArrow(bytes, file);
    } catch {
      throw new TableFileError(file, said.damagedArrow());
    }
    return new ArrowTable(file, table);
  }

  get width(): number {
    return this.#table.schema.fields.length;
  }

  names(columns: number): string[] {
    return columnNames(
      this.#table.schema.fields.map(({ name }) => name),
      columns,
    );
  }

  scan(sinks: readonly (FieldSink | null)[], { most = Number.POSITIVE_INFINITY }: ScanOptions = {}): number {
    const rows = Math.min(most, this.#table.numRows);
    for (const [c, sink] of sinks.entries()) {
      const vector = this.#table.getChildAt(c);
      if (!sink || !vector) continue;
      const read = readerOf(vector, this.#table.schema.fields[c]!);
      for (let row = 0; row < rows; row++) sink.add(read(row), row + 1);
    }
    return rows;
  }
}

/** The type of a dictionary is that of its words. */
function plainType(type: DataType): DataType {
  return DataType.isDictionary(type) ? type.dictionary : type;
}

/** The type that a column states; null if its values decide: integers of 64 bits may be too large for numbers. */
function typeOf(given: DataType): ColumnType | null {
  const type = plainType(given);
  if (DataType.isBool(type)) return "boolean";
  if (DataType.isInt(type)) return type.bitWidth === 64 ? null : "integer";
  if (DataType.isFloat(type) || DataType.isDecimal(type)) return "number";
  if (DataType.isDate(type)) return "date";
  return DataType.isTimestamp(type) ? "datetime" : "text";
}

function readerOf(vector: Vector, { type: given }: Field): (row: number) => FieldValue {
  const type = plainType(given);
  const words = DataType.isDictionary(given) ? vector.memoize() : vector;
  const convert = converterOf(type);
  return (row) => {
    const value: unknown = words.get(row);
    return value === null || value === undefined ? null : convert(value);
  };
}

function converterOf(type: DataType): (value: unknown) => FieldValue {
  if (DataType.isDecimal(type)) return (value) => decimalOf(value as Uint32Array, type.scale);
  if (DataType.isDate(type) || DataType.isTimestamp(type)) return (value) => new Date(Number(value));
  const isPlain = DataType.isBool(type) || DataType.isInt(type) || DataType.isFloat(type) || DataType.isUtf8(type);
  if (isPlain || DataType.isLargeUtf8(type)) return (value) => value as FieldValue;
  return textOf;
}

/** A decimal, a two's-complement integer with the low word first, as the nearest number. */
function decimalOf(words: Uint32Array, scale: number): number {
  let whole = 0n;
  for (let i = words.length - 1; i >= 0; i--) whole = (whole << 32n) | BigInt(words[i]!);
  // As text, so that it is rounded once.
  return Number(`${BigInt.asIntN(words.length * 32, whole)}e${-scale}`);
}

function textOf(value: unknown): string {
  if (value instanceof Uint8Array) return bytesToHex(value);
  return JSON.stringify(value, (_, each: unknown) => {
    if (typeof each !== "bigint") return each;
    return Number.isSafeInteger(Number(each)) ? Number(each) : String(each);
  });
}
