import type { Data, Table, Vector } from "apache-arrow";

/** The unit of a column name, if the catalogue has one. */
export type UnitOf = (column: string) => string | undefined;

export type ColumnKind = "number" | "time" | "text" | "other";

/** A column of a table for the viewer. */
export interface Column {
  readonly name: string;
  /** Empty if there is none. */
  readonly unit: string;
  readonly kind: ColumnKind;
  /** The value in a row: a number, a text, a date, …; null if it is missing. */
  get(row: number): unknown;
  /** The numeric value for sorting, filtering and histograms; NaN if the value is missing. */
  number(row: number): number;
}

export function isArrowTable(value: unknown): value is Table {
  const table = value as Partial<Table> | null;
  return typeof table === "object" && table !== null && typeof table.getChildAt === "function" && "schema" in table;
}

/** The columns of a table, with units from its fields or else from the catalogue. */
export function columnsOf(table: Table, unitOf: UnitOf = () => undefined): Column[] {
  return table.schema.fields.map((field, i) => {
    const unit = field.metadata.get("unit") ?? unitOf(field.name) ?? "";
    const type = String(field.type);
    const kind = kindOf(type);
    const vector = table.getChildAt(i);
    const read = vector ? readerOf(type.startsWith("Dictionary") ? vector.memoize() : vector) : () => null;
    // Arrow returns DECIMAL and HUGEINT unscaled; the field's scale is applied here.
    const scale = "scale" in field.type ? 10 ** -Number(field.type.scale) : 1;
    const get = type.startsWith("Decimal")
      ? (row: number) => decimal(read(row), scale)
      : kind === "time"
        ? (row: number) => time(read(row))
        : read;
    const number = (row: number) => {
      const value = get(row);
      return value === null || value === undefined ? Number.NaN : Number(value);
    };
    return { name: field.name, unit: unit === "none" ? "" : unit, kind, get, number };
  });
}

function kindOf(type: string): ColumnKind {
  if (/^(Int|Uint|Float|Decimal)/.test(type)) return "number";
  if (/^(Date|Timestamp)/.test(type)) return "time";
  return /^(Utf8|LargeUtf8|Dictionary<[^,]*, (Large)?Utf8)/.test(type) ? "text" : "other";
}

/** Reads rows without searching for the chunk of the column each time. */
function readerOf(vector: Vector): (row: number) => unknown {
  const pieces: readonly Data[] = vector.data;
  const [only] = pieces;
  if (pieces.length === 1 && only && only.nullCount === 0 && isNumbers(only)) {
    const { values } = only;
    return (row) => values[row] ?? null;
  }
  return (row) => vector.get(row);
}

/** Whether the numbers of a chunk can be read directly from its array. */
function isNumbers(data: Data): data is Data & { values: Float64Array | Int32Array } {
  const { values } = data as { values?: unknown };
  const numbers = values instanceof Float64Array || values instanceof Float32Array || values instanceof Int32Array;
  return numbers && /^(Float64|Float32|Int32)$/.test(String(data.type)) && values.length >= data.length;
}

/** A 128-bit two's-complement integer, low word first, as a number. */
function decimal(value: unknown, scale: number): number | null {
  if (!(value instanceof Uint32Array)) return value === null || value === undefined ? null : Number(value) * scale;
  let whole = 0n;
  for (let i = value.length - 1; i >= 0; --i) whole = (whole << 32n) | BigInt(value[i]!);
  return Number(BigInt.asIntN(value.length * 32, whole)) * scale;
}

function time(value: unknown): Date | null {
  if (value === null || value === undefined) return null;
  return value instanceof Date ? value : new Date(Number(value));
}
