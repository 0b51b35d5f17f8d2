import { unitFactor } from "../../lib/quantity/quantity.ts";

/** An answer as a flat list of numbers, with its shape. */
export interface Figures {
  readonly numbers: readonly number[];
  /** [] for one number, [n] for a list, [rows, columns] for a matrix. */
  readonly shape: readonly number[];
  /** The names of a record's numbers. */
  readonly names?: readonly string[];
}

/** The type of an answer. */
export type AnswerKind =
  | "nothing"
  | "number"
  | "amount"
  | "text"
  | "boolean"
  | "list"
  | "matrix"
  | "record"
  | "function"
  | "other";

type AmountLike = { readonly value: number; readonly unit: string };

export function isAmount(value: unknown): value is AmountLike {
  const amount = value as Partial<AmountLike> | null;
  return (
    typeof amount === "object" && amount !== null && typeof amount.value === "number" && typeof amount.unit === "string"
  );
}

function isList(value: unknown): value is ArrayLike<unknown> & Iterable<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

export function kindOf(value: unknown): AnswerKind {
  if (value === undefined || value === null) return "nothing";
  if (typeof value === "number" || typeof value === "bigint") return "number";
  if (typeof value === "string") return "text";
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "function") return "function";
  if (isAmount(value)) return "amount";
  if (isList(value)) return isList(value[0]) ? "matrix" : "list";
  return recordOf(value) ? "record" : "other";
}

/** Plain objects and maps of numbers. */
function recordOf(value: unknown): [string, unknown][] | null {
  const entries = value instanceof Map ? [...value].map(([key, each]): [string, unknown] => [String(key), each]) : null;
  const proto = typeof value === "object" && value !== null ? Object.getPrototypeOf(value) : undefined;
  const found = entries ?? (proto === Object.prototype || proto === null ? Object.entries(value as object) : []);
  return found.length > 0 && found.every(([, each]) => typeof each === "number" || isAmount(each)) ? found : null;
}

/**
 * An answer as figures in `unit`; null if it is not numeric. Throws the library's QuantityError if an amount cannot be converted.
 * A record is read in the order of `names`, if it has all of them.
 */
export function figuresOf(value: unknown, unit?: string, names?: readonly string[]): Figures | null {
  switch (kindOf(value)) {
    case "number":
    case "amount":
      return { numbers: [numberOf(value, unit)], shape: [] };
    case "list":
    case "matrix": {
      const rows = Array.from(value as Iterable<unknown>);
      if (!rows.every(isList)) {
        if (!rows.every(isFigure)) return null;
        return { numbers: rows.map((each) => numberOf(each, unit)), shape: [rows.length] };
      }
      const cells = rows.map((row) => Array.from(row));
      const width = cells[0]?.length ?? 0;
      if (!cells.every((row) => row.length === width && row.every(isFigure))) return null;
      return { numbers: cells.flat().map((each) => numberOf(each, unit)), shape: [rows.length, width] };
    }
    case "record": {
      const entries = new Map(recordOf(value));
      const order = names?.every((name) => entries.has(name)) ? names : [...entries.keys()];
      return { numbers: order.map((name) => numberOf(entries.get(name), unit)), shape: [order.length], names: order };
    }
    default:
      return null;
  }
}

function isFigure(value: unknown): boolean {
  return typeof value === "number" || typeof value === "bigint" || isAmount(value);
}

function numberOf(value: unknown, unit: string | undefined): number {
  if (!isAmount(value)) return Number(value);
  return unit === undefined ? value.value : value.value * unitFactor(value.unit, unit);
}

/** Transposes a matrix. */
export function transpose({ numbers, shape: [rows = 0, columns = 0] }: Figures): Figures {
  const transposed = Array.from(
    { length: rows * columns },
    (_, i) => numbers[(i % rows) * columns + Math.floor(i / rows)]!,
  );
  return { numbers: transposed, shape: [columns, rows] };
}
