import {
  type Compressors,
  type FileMetaData,
  parquetMetadataAsync,
  parquetScan,
  parquetSchema,
  type SchemaElement,
  type SchemaTree,
} from "hyparquet";
import { messages } from "../../message/message.ts";
import { MOST_BINARY_BYTES, MOST_COLUMNS, MOST_UNPACKED_PARQUET_BYTES, MOST_VALUES } from "../table/limits.ts";
import { loadPart } from "../table/load-part.ts";
import { TableFileError } from "../table/table-file-error.ts";
import { checkColumns, checkRows } from "../table/table-source.ts";
import { arrowSchemaKey, durationsIn, pathOf } from "./parquet-durations.ts";
import { type PlainValue, plainNested } from "./parquet-nested.ts";
import { checkPages } from "./parquet-pages.ts";
import type { ParquetColumn, ParquetKind } from "./parquet-value.ts";

const texts = messages("tableFile", {
  damagedParquet: {
    en: "Parquet was expected, but the file is cut or damaged. Save or download it again.",
    zh: "应为 Parquet，但文件被截断或已损坏。请重新保存或下载。",
  },
  encryptedParquet: {
    en: "the Parquet file is encrypted. Save it without encryption.",
    zh: "Parquet 文件已加密。请另存为未加密的文件。",
  },
  unknownCodec: {
    en: "the Parquet file is compressed by {codec}, which is not read. Compress it by Zstandard, Snappy, gzip, Brotli or LZ4.",
    zh: "Parquet 文件用 {codec} 压缩，无法读取。请改用 Zstandard、Snappy、gzip、Brotli 或 LZ4 压缩。",
  },
  unreadParquetType: {
    en: "the column `{column}` has the Parquet type {type}, which is not read. Write it as text or numbers.",
    zh: "列 `{column}` 的 Parquet 类型为 {type}，无法读取。请写为文本或数字。",
  },
  notUtf8: {
    en: "the text of column `{column}` in row {row} has bytes that are not UTF-8. Write the file anew with this text in UTF-8, or as binary.",
    zh: "列 `{column}` 第 {row} 行的文本含有不属于 UTF-8 的字节。请以 UTF-8 重新写出该文本，或将其写为二进制。",
  },
  parquetTooLarge: {
    en: "the file has {bytes} MB when it is unpacked, and at most {most} MB are read. Take the rows or columns that you need.",
    zh: "文件解压后有 {bytes} MB，最多读取 {most} MB。请只取所需的行或列。",
  },
});

/** Texts and times as they are in the file, so that nothing of them is lost; a text that is not UTF-8 as its bytes. */
const parsers = {
  timestampFromMilliseconds: (value: bigint) => value,
  timestampFromMicroseconds: (value: bigint) => value,
  timestampFromNanoseconds: (value: bigint) => value,
  dateFromDays: (days: number | undefined) => days,
  stringFromBytes: strictText,
  jsonFromBytes: strictText,
};

function strictText(bytes: Uint8Array | undefined): string | Uint8Array | undefined {
  if (!bytes) return undefined;
  try {
    return strict.decode(bytes);
  } catch {
    return bytes;
  }
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A Parquet file in memory. */
export class ParquetFile {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly ParquetColumn[];
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #metadata: FileMetaData;
  /** How the values of nested columns become plain values. */
  readonly #nested: ReadonlyMap<ParquetColumn, PlainValue>;
  /** Of columns that may be texts, whether they are bytes. */
  readonly #binary = new Map<ParquetColumn, boolean>();

  private constructor(name: string, bytes: Uint8Array<ArrayBuffer>, metadata: FileMetaData) {
    this.name = name;
    this.rows = Number(metadata.num_rows);
    const { children } = parquetSchema(metadata);
    const schema = metadata.key_value_metadata?.find(({ key }) => key === arrowSchemaKey)?.value;
    const durations = durationsIn(schema, children);
    this.columns = children.map((tree) => columnOf(name, tree, durations));
    // Geometries are objects already.
    this.#nested = new Map(
      children.flatMap((tree, c) => {
        const isTree = tree.children.length > 0 || tree.element.repetition_type === "REPEATED";
        const leaf = (each: SchemaTree) =>
          columnOf(name, { ...each, element: { ...each.element, repetition_type: "OPTIONAL" } }, durations);
        return isTree ? [[this.columns[c]!, plainNested(tree, leaf)]] : [];
      }),
    );
    this.#bytes = bytes;
    this.#metadata = withoutIntervals(metadata);
  }

  /** Throws TableFileError, also for more columns than `mostColumns`. */
  static async open(name: string, bytes: Uint8Array<ArrayBuffer>, mostColumns = MOST_COLUMNS): Promise<ParquetFile> {
    if (new TextDecoder("latin1").decode(bytes.subarray(-4)) === "PARE")
      throw new TableFileError(name, texts.encryptedParquet());
    const file = await orDamaged(name, async () => {
      const metadata = await parquetMetadataAsync(fileOf(bytes), { parsers });
      const inGroups = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
      if (inGroups !== Number(metadata.num_rows)) throw new RangeError();
      return new ParquetFile(name, bytes, metadata);
    });
    file.#check(mostColumns);
    await orDamaged(name, async () => file.#checkPages());
    return file;
  }

  #check(mostColumns: number): void {
    checkRows(this.name, this.rows);
    checkColumns(this.name, this.columns.length, mostColumns);
    let unpacked = this.#bytes.length > MOST_BINARY_BYTES ? this.#bytes.length : 0;
    for (const { columns } of this.#metadata.row_groups) {
      for (const { meta_data } of columns) {
        if (!meta_data) throw new TableFileError(this.name, texts.encryptedParquet());
        const { codec, total_uncompressed_size } = meta_data;
        if (!codecs.has(codec))
          throw new TableFileError(this.name, texts.unknownCodec({ codec: String(codec ?? "?") }));
        unpacked += Number(total_uncompressed_size);
      }
    }
    if (unpacked <= MOST_UNPACKED_PARQUET_BYTES) return;
    const mega = (bytes: number) => Math.ceil(bytes / 1e6);
    const sizes = { bytes: mega(unpacked), most: mega(MOST_UNPACKED_PARQUET_BYTES) };
    throw new TableFileError(this.name, texts.parquetTooLarge(sizes));
  }

  #checkPages(): void {
    const flat = new Set(this.columns.filter(({ kind }) => kind !== "nested").map(({ name }) => name));
    for (const { columns, num_rows: rows } of this.#metadata.row_groups) {
      for (const { meta_data: column } of columns) {
        if (!column) continue;
        const values = Number(column.num_values);
        if (flat.has(column.path_in_schema[0]!) ? values !== Number(rows) : !(values >= 0 && values <= MOST_VALUES))
          throw new RangeError();
        checkPages(this.#bytes, column);
      }
    }
  }

  /** The text of a key in the metadata of the file. */
  metadata(key: string): string | undefined {
    return this.#metadata.key_value_metadata?.find((each) => each.key === key)?.value;
  }

  /** The bytes of the largest of some columns in one group of rows when unpacked, as the file declares them. */
  #largest(names: readonly string[]): number {
    const wanted = new Set(names);
    let most = 0;
    for (const { columns } of this.#metadata.row_groups)
      for (const { meta_data: data } of columns)
        if (data && wanted.has(data.path_in_schema[0]!)) most = Math.max(most, Number(data.total_uncompressed_size));
    return most;
  }

  /** The metadata of some columns alone: the library goes through the columns of the file for each column that it reads. */
  #metadataOf(names: readonly string[]): FileMetaData {
    const { schema, row_groups: groups } = this.#metadata;
    const isFlat = schema.length === this.columns.length + 1;
    if (!isFlat) return this.#metadata;
    const wanted = new Set(names);
    const [root, ...elements] = schema;
    const some = elements.filter(({ name }) => wanted.has(name));
    return {
      ...this.#metadata,
      schema: [{ ...root!, num_children: some.length }, ...some],
      row_groups: groups.map((group) => ({
        ...group,
        columns: group.columns.filter(({ meta_data: data }) => data && wanted.has(data.path_in_schema[0]!)),
      })),
    };
  }

  /** Calls `visit` with each value of a column, up to a number of rows. Throws TableFileError. */
  async visit(column: ParquetColumn, most: number, visit: (value: unknown, row: number) => void): Promise<void> {
    await this.#visitFields([column], Math.min(most, this.rows), visit);
  }

  /** Calls `visit` with each value of some columns, and the place of the column among them. Throws TableFileError. */
  async visitColumns(
    columns: readonly ParquetColumn[],
    visit: (value: unknown, row: number, column: number) => void,
  ): Promise<void> {
    // A scan keeps what it has read, and preparing one takes time.
    for (let from = 0; from < columns.length; from += COLUMNS_OF_SCAN) {
      const some = columns.slice(from, from + COLUMNS_OF_SCAN);
      await this.#visitFields(some, this.rows, (value, row, k) => visit(value, row, from + k));
    }
  }

  /** Values of texts as texts, of bytes as bytes, and of nested columns as plain values. */
  async #visitFields(
    columns: readonly ParquetColumn[],
    end: number,
    visit: (value: unknown, row: number, column: number) => void,
  ): Promise<void> {
    const nested = columns.map((column) => this.#nested.get(column));
    for (const column of columns) if (column.kind === "bytes") await this.#settle(column);
    await this.#visit(columns, end, (value, row, k) => {
      const column = columns[k]!;
      const plain = nested[k];
      if (plain) visit(plain(value), row, k);
      else if (column.kind === "text" && value instanceof Uint8Array && !this.#isFixed(column))
        throw new TableFileError(this.name, texts.notUtf8({ column: column.name, row: row + 1 }));
      else visit(typeof value === "string" && this.#binary.get(column) ? utf8.encode(value) : value, row, k);
    });
  }

  /** Whether the file says of a column only that it has bytes of a fixed number. */
  #isFixed({ name }: ParquetColumn): boolean {
    return this.#metadata.schema.some((each) => each.name === name && each.type === "FIXED_LEN_BYTE_ARRAY");
  }

  /** A column of bytes is one of texts if all of its values are. */
  async #settle(column: ParquetColumn): Promise<void> {
    if (this.#binary.has(column)) return;
    let isBinary = false;
    await this.#visit([column], this.rows, (value) => {
      isBinary ||= value instanceof Uint8Array;
    });
    this.#binary.set(column, isBinary);
  }

  async #visit(
    columns: readonly ParquetColumn[],
    end: number,
    visit: (value: unknown, row: number, column: number) => void,
  ): Promise<void> {
    if (end === 0) return;
    const { compressors } = await loadPart(this.name, () => import("hyparquet-compressors"));
    const names = columns.map(({ name }) => name);
    const unpacked = this.#largest(names);
    await orDamaged(this.name, async () => {
      const scan = await parquetScan({
        file: fileOf(this.#bytes),
        metadata: this.#metadataOf(names),
        columns: names,
        compressors: bounded(compressors, unpacked),
        parsers,
        rowEnd: end,
      });
      for (const [k, column] of names.entries()) {
        let row = 0;
        for (const range of scan.ranges) {
          const values = await scan.readColumn({ column, ...range });
          if (values.length !== range.rowEnd - range.rowStart) throw new RangeError();
          for (let i = 0; i < values.length; i++) visit(values[i], row++, k);
        }
        if (row !== end) throw new RangeError();
      }
    });
  }
}

const utf8 = new TextEncoder();

/** Columns that are read together. */
const COLUMNS_OF_SCAN = 64;

/** Pages of a column at most: a page of damaged length may lead to itself. */
const MOST_PAGES = 1_000_000;

/** The decompressors, which take no page for larger than its column: a damaged length would make them fill the memory. */
function bounded(all: Compressors, most: number): Compressors {
  let pages = 0;
  return Object.fromEntries(
    Object.entries(all).map(([codec, unpack]) => [
      codec,
      (input: Uint8Array, length: number) => {
        if (!(length >= 0 && length <= most) || ++pages > MOST_PAGES) throw new RangeError();
        return unpack(input, length);
      },
    ]),
  );
}

/** The codecs that are read. */
const codecs = new Set(["UNCOMPRESSED", "SNAPPY", "GZIP", "BROTLI", "ZSTD", "LZ4", "LZ4_RAW"]);

function fileOf(bytes: Uint8Array<ArrayBuffer>) {
  return {
    byteLength: bytes.length,
    slice: (start: number, end = bytes.length) =>
      bytes.buffer.slice(bytes.byteOffset + start, bytes.byteOffset + Math.min(end, bytes.length)),
  };
}

async function orDamaged<T>(name: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof TableFileError) throw error;
    throw new TableFileError(name, texts.damagedParquet());
  }
}

/** Throws TableFileError for a type that is not read. */
function columnOf(file: string, tree: SchemaTree, durations: ReadonlyMap<string, number>): ParquetColumn {
  const { element, children } = tree;
  const { name, type, logical_type: logical, scale } = element;
  // A file may have the newer of the two descriptions alone.
  const converted = element.converted_type ?? asConverted[logical?.type ?? ""];
  const column = (kind: ParquetKind): ParquetColumn => ({ name, kind, scale: undefined });
  // Its parts are bytes of a format of their own.
  if (logical?.type === "VARIANT")
    throw new TableFileError(file, texts.unreadParquetType({ column: name, type: "VARIANT" }));
  if (children.length > 0 || element.repetition_type === "REPEATED") return column("nested");
  const digits = converted || logical ? undefined : durations.get(pathOf(tree.path));
  if (digits !== undefined) return { ...column("duration"), scale: digits };
  if (converted === "DECIMAL" || logical?.type === "DECIMAL") return { ...column("float64"), scale: scale ?? 0 };
  if (logical?.type === "TIMESTAMP" || logical?.type === "TIME") {
    const unit = { MILLIS: "milliseconds", MICROS: "microseconds", NANOS: "nanoseconds" } as const;
    const day = { MILLIS: "dayMilliseconds", MICROS: "dayMicroseconds", NANOS: "dayNanoseconds" } as const;
    return column((logical.type === "TIME" ? day : unit)[logical.unit]);
  }
  if (logical?.type === "FLOAT16") return column("float32");
  if (logical?.type === "GEOMETRY" || logical?.type === "GEOGRAPHY") return column("nested");
  if (logical?.type === "INTEGER" && !logical.isSigned && logical.bitWidth >= 32)
    return column(logical.bitWidth === 64 ? "uint64" : "uint32");
  if (logical?.type === "STRING" || logical?.type === "UUID") return column("text");
  const kind =
    converted === undefined ? physicalKinds[type ?? ""] : (convertedKinds[converted] ?? physicalKinds[type ?? ""]);
  if (kind && !(converted && unread.has(converted))) return column(kind);
  throw new TableFileError(file, texts.unreadParquetType({ column: name, type: String(converted ?? type) }));
}

const physicalKinds: Partial<Record<string, ParquetKind>> = {
  BOOLEAN: "boolean",
  INT32: "int32",
  INT64: "int64",
  INT96: "int96",
  FLOAT: "float32",
  DOUBLE: "float64",
  BYTE_ARRAY: "bytes",
  FIXED_LEN_BYTE_ARRAY: "text",
};

const convertedKinds: Partial<Record<string, ParquetKind>> = {
  UTF8: "text",
  ENUM: "text",
  JSON: "text",
  DATE: "date",
  TIMESTAMP_MILLIS: "milliseconds",
  TIMESTAMP_MICROS: "microseconds",
  TIME_MILLIS: "dayMilliseconds",
  TIME_MICROS: "dayMicroseconds",
  UINT_32: "uint32",
  UINT_64: "uint64",
  INTERVAL: "interval",
};

/** The older names of logical types that have one of the same name. */
const asConverted: Partial<Record<string, SchemaElement["converted_type"]>> = {
  ENUM: "ENUM",
  DATE: "DATE",
  INTERVAL: "INTERVAL",
  JSON: "JSON",
  BSON: "BSON",
};

const unread = new Set(["BSON"]);

/** The metadata in which the library knows no intervals: it refuses them, and gives their bytes where they are only bytes. */
function withoutIntervals(metadata: FileMetaData): FileMetaData {
  const isInterval = (element: SchemaElement) => element.converted_type === "INTERVAL";
  if (!metadata.schema.some(isInterval)) return metadata;
  const schema = metadata.schema.map((element) => {
    if (!isInterval(element)) return element;
    const { converted_type: _, ...bytes } = element;
    return bytes;
  });
  return { ...metadata, schema };
}
