import { ResourceHandle } from "../../lib/tool/resource-handle.ts";
import { Amount } from "./amount.ts";
import { columnsOf, isArrowTable } from "./column.ts";

export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [name: string]: Plain };

/** A value as JSON, and what of it could not be read. */
export interface PlainReading {
  readonly plain: Plain | undefined;
  /** Whether the value has more parts than the budget, so that it is not written. */
  readonly tooLarge: boolean;
  /** The first property that threw when it was read: its path, and what was thrown. It is left out, like all such. */
  readonly unreadable: { readonly path: string; readonly message: string } | null;
}

/** The maximum depth of a value. */
const DEEP = 24;

/** The maximum number of parts of a value: with more it would be no file for a person or a program. */
export const MAX_PARTS = 5_000_000;

/**
 * A value as JSON: tables by rows, typed arrays as lists, maps as records, amounts with their unit, dates in ISO
 * 8601, non-finite numbers (NaN, ±Infinity) as their names. Undefined for values that are not data (functions, elements,
 * generators), and for those with more than `MAX_PARTS` parts. Within a value, a reference to one that contains it is left out.
 */
export function plainValue(value: unknown): Plain | undefined {
  return readPlain(value).plain;
}

/** The same, with what could not be read. */
export function readPlain(value: unknown, maxParts = MAX_PARTS): PlainReading {
  const reader = new PlainReader(maxParts);
  const plain = reader.read(value, 0);
  return { plain: reader.tooLarge ? undefined : plain, tooLarge: reader.tooLarge, unreadable: reader.unreadable };
}

class PlainReader {
  #left: number;
  /** The values that contain the current one. */
  readonly #open = new Set<object>();
  readonly #path: (string | number)[] = [];
  unreadable: { path: string; message: string } | null = null;

  constructor(maxParts: number) {
    this.#left = maxParts;
  }

  get tooLarge(): boolean {
    return this.#left < 0;
  }

  read(value: unknown, depth: number): Plain | undefined {
    if (--this.#left < 0) return undefined;
    switch (typeof value) {
      case "string":
      case "boolean":
        return value;
      case "number":
        return Number.isFinite(value) ? value : String(value);
      case "bigint":
        return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
      case "object":
        return value === null ? null : this.#enter(value, depth + 1);
      default:
        return undefined;
    }
  }

  #enter(value: object, depth: number): Plain | undefined {
    if (depth > DEEP + 1 || this.#open.has(value)) return undefined;
    const level = this.#path.length;
    this.#open.add(value);
    try {
      return this.#object(value, depth);
    } catch (error) {
      this.#note(error);
      return undefined;
    } finally {
      this.#path.length = level;
      this.#open.delete(value);
    }
  }

  #object(value: object, depth: number): Plain | undefined {
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
    if (value instanceof Amount) return { value: this.read(value.value, depth)!, unit: value.unit };
    if (value instanceof ResourceHandle) return this.#record(value.toReference(), depth);
    if (value instanceof Node || value instanceof Promise) return undefined;
    if (isArrowTable(value)) return this.#rows(value, depth);
    if (Array.isArray(value)) return this.#list(value, depth);
    if (ArrayBuffer.isView(value)) {
      return value instanceof DataView ? undefined : this.#list(value as unknown as ArrayLike<unknown>, depth);
    }
    if (value instanceof Map) {
      return this.#entries(
        [...value].map(([key, each]) => [String(key), () => each]),
        depth,
      );
    }
    if (value instanceof Set) return this.#list([...value], depth);
    if (typeof (value as { next?: unknown }).next === "function") return undefined;
    return this.#record(value, depth);
  }

  #list(values: ArrayLike<unknown>, depth: number): Plain {
    const plain: Plain[] = [];
    for (let i = 0; i < values.length && !this.tooLarge; ++i) {
      this.#path.push(i);
      plain.push(this.read(values[i], depth) ?? null);
      this.#path.pop();
    }
    return plain;
  }

  #record(value: object, depth: number): Plain {
    return this.#entries(
      Object.keys(value).map((name) => [name, () => (value as Record<string, unknown>)[name]]),
      depth,
    );
  }

  #entries(entries: readonly (readonly [name: string, read: () => unknown])[], depth: number): Plain {
    const plain: [string, Plain][] = [];
    for (const [name, read] of entries) {
      if (this.tooLarge) break;
      this.#path.push(name);
      try {
        const each = this.read(read(), depth);
        if (each !== undefined) plain.push([name, each]);
      } catch (error) {
        this.#note(error);
      }
      this.#path.pop();
    }
    return Object.fromEntries(plain);
  }

  #rows(table: Parameters<typeof columnsOf>[0], depth: number): Plain {
    const columns = columnsOf(table);
    const rows: Plain[] = [];
    for (let row = 0; row < table.numRows && !this.tooLarge; ++row) {
      rows.push(Object.fromEntries(columns.map(({ name, get }) => [name, this.read(get(row), depth) ?? null])));
    }
    return rows;
  }

  #note(error: unknown): void {
    this.unreadable ??= {
      path: this.#path.join("."),
      message: error instanceof Error ? error.message : String(error),
    };
  }
}
