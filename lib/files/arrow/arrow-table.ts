import { CompressionType, compressionRegistry, DataType, type Table, type Vector } from "apache-arrow";
import { type Message, messages } from "../../message/message.ts";
import { unpackLz4Frame } from "../container/lz4-frame.ts";
import type { FieldSink } from "../table/field-value.ts";
import { MOST_BINARY_BYTES } from "../table/limits.ts";
import { loadPart } from "../table/load-part.ts";
import { TableFileError } from "../table/table-file-error.ts";
import { columnNames } from "../table/table-head.ts";
import type { ColumnType } from "../table/table-reading.ts";
import {
  checkColumns,
  checkRows,
  type ScanOptions,
  stemOf,
  type TableForm,
  type TableSource,
} from "../table/table-source.ts";
import { ArrowFileError, readArrow } from "./arrow-file.ts";
import { isUtf8, textBytesAt } from "./arrow-text.ts";
import { type ArrowValues, arrowValuesOf } from "./arrow-value.ts";

const texts = messages("tableFile", {
  damagedArrow: {
    en: "Arrow was expected, but the file is cut or damaged. Save or download it again.",
    zh: "应为 Arrow，但文件被截断或已损坏。请重新保存或下载。",
  },
  unreadArrowType: {
    en: "the column `{column}` has the Arrow type {type}, which is not read. Convert it to plain values or lists of them.",
    zh: "列 `{column}` 的 Arrow 类型为 {type}，无法读取。请转换为普通值或其列表。",
  },
  notUtf8: {
    en: "the text of column `{column}` in row {row} has bytes that are not UTF-8. Write the file anew with this text in UTF-8, or as binary.",
    zh: "列 `{column}` 第 {row} 行的文本含有不属于 UTF-8 的字节。请以 UTF-8 重新写出该文本，或将其写为二进制。",
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
  readonly #values: readonly ArrowValues[];

  private constructor(file: string, table: Table) {
    this.#table = table;
    this.file = file;
    this.title = stemOf(file);
    const { fields } = table.schema;
    checkRows(file, table.numRows);
    checkColumns(file, fields.length);
    this.#values = fields.map(({ name, type }) => {
      const values = arrowValuesOf(type);
      if (!values) throw new TableFileError(file, texts.unreadArrowType({ column: name, type: String(type) }));
      return values;
    });
    this.types = this.#values.map(({ type }) => type);
    // What a type says of its unit is certain; the metadata were written beside it.
    this.units = fields.map(
      ({ metadata }, c) => this.#values[c]!.unit || (metadata.get("unit")?.replace(/^none$/, "") ?? ""),
    );
  }

  /** Throws TableFileError. */
  static async open(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<ArrowTable> {
    if (bytes.length > MOST_BINARY_BYTES) {
      const mega = (count: number) => Math.ceil(count / 1e6);
      throw new TableFileError(file, texts.arrowTooLarge({ bytes: mega(bytes.length), most: mega(MOST_BINARY_BYTES) }));
    }
    const zstd = await loadPart(file, () => import("hyparquet-compressors"));
    compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: unpackLz4Frame });
    compressionRegistry.set(CompressionType.ZSTD, { decode: (packed) => aligned(zstd.decompressZstd(packed)) });
    let table: Table;
    try {
      table = readArrow(bytes, file);
    } catch (error) {
      const reason = error instanceof ArrowFileError ? error.reason : null;
      throw new TableFileError(file, reason ?? texts.damagedArrow());
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
      const words = wordsOf(vector);
      const { read } = this.#values[c]!;
      const { name } = this.#table.schema.fields[c]!;
      for (let row = 0; row < rows; row++) {
        const value: unknown = words.get(row);
        if (typeof value === "string") checkText(this.file, name, vector, row, value);
        sink.add(value === null || value === undefined ? null : read(value), row + 1);
      }
    }
    return rows;
  }
}

/** Numbers of eight bytes need a place that is a multiple of eight; bytes that were not packed are given where they stand. */
function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
}

/** The texts of a dictionary are decoded once, and not for every row. */
function wordsOf(vector: Vector): Vector {
  return DataType.isDictionary(vector.type) ? vector.memoize() : vector;
}

/** Throws TableFileError if the library has replaced bytes of a text that are not UTF-8. */
function checkText(file: string, column: string, vector: Vector, row: number, text: string): void {
  // A file may well have the character that stands for such bytes.
  if (text.includes("\ufffd") && !textBytesAt(vector, row).every(isUtf8))
    throw new TableFileError(file, texts.notUtf8({ column, row: row + 1 }));
}
