import type { Message } from "../../message/message.ts";
import type { FieldSink, FieldValue } from "../table/field-value.ts";
import { columnNames } from "../table/table-head.ts";
import type { ColumnType } from "../table/table-reading.ts";
import { type ScanOptions, stemOf, type TableForm, type TableSource } from "../table/table-source.ts";
import { ParquetFile } from "./parquet-file.ts";
import {
  type ParquetColumn,
  parquetBytes,
  parquetDate,
  parquetDuration,
  parquetNumber,
  parquetText,
  parquetTime,
} from "./parquet-value.ts";

/** The table in a Parquet file. */
export class ParquetTable implements TableSource {
  readonly file: string;
  readonly title: string;
  readonly form: TableForm = { format: "parquet" };
  readonly texts = "none";
  readonly places = "row";
  readonly notes: readonly Message[] = [];
  readonly types: readonly (ColumnType | null)[];
  readonly units: readonly string[];
  readonly #parquet: ParquetFile;

  private constructor(parquet: ParquetFile) {
    this.file = parquet.name;
    this.title = stemOf(parquet.name);
    this.types = parquet.columns.map(typeOf);
    this.units = parquet.columns.map(({ kind }) => (kind === "duration" ? "s" : ""));
    this.#parquet = parquet;
  }

  /** Throws TableFileError. */
  static async open(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<ParquetTable> {
    return new ParquetTable(await ParquetFile.open(file, bytes));
  }

  get width(): number {
    return this.#parquet.columns.length;
  }

  names(columns: number): string[] {
    return columnNames(
      this.#parquet.columns.map(({ name }) => name),
      columns,
    );
  }

  async scan(
    sinks: readonly (FieldSink | null)[],
    { most = Number.POSITIVE_INFINITY }: ScanOptions = {},
  ): Promise<number> {
    for (const [c, sink] of sinks.entries()) {
      const column = this.#parquet.columns[c];
      if (!sink || !column) continue;
      await this.#parquet.visit(column, most, (value, row) => {
        sink.add(value === null || value === undefined ? null : fieldOf(value, column), row + 1);
      });
    }
    return Math.min(most, this.#parquet.rows);
  }
}

/** The type of a column that its kind states; null if its values decide: integers of 64 bits may be too large for numbers. */
function typeOf({ kind }: ParquetColumn): ColumnType | null {
  switch (kind) {
    case "boolean":
      return "boolean";
    case "int32":
    case "uint32":
      return "integer";
    case "float32":
    case "float64":
    case "duration":
      return "number";
    case "date":
      return "date";
    case "milliseconds":
    case "microseconds":
    case "nanoseconds":
    case "int96":
      return "datetime";
    case "int64":
    case "uint64":
      return null;
    default:
      return "text";
  }
}

function fieldOf(value: unknown, column: ParquetColumn): FieldValue {
  switch (column.kind) {
    case "boolean":
      return Boolean(value);
    case "int32":
    case "uint32":
      return Number(value);
    case "float32":
    case "float64":
      return parquetNumber(value, column);
    case "int64":
    case "uint64":
      return typeof value === "bigint" ? value : Number(value);
    case "date":
    case "milliseconds":
    case "microseconds":
    case "nanoseconds":
    case "int96":
      return parquetDate(value, column);
    case "duration":
      return parquetDuration(value, column);
    case "interval":
      return parquetBytes(value as Uint8Array, column);
    case "dayMilliseconds":
    case "dayMicroseconds":
    case "dayNanoseconds":
      return parquetTime(value, column);
    default:
      return parquetText(value);
  }
}
