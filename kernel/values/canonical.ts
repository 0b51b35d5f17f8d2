import { Amount } from "./amount.ts";
import { writeNode } from "./canonical-node.ts";
import { canonicalNumber, canonicalText } from "./canonical-number.ts";
import { Sha256 } from "./sha-256.ts";

/** A field with a hash of the exact bits of a result, which depend on the engine. */
const BITS = "fingerprint";

/** The maximum depth of a value. */
const DEEPEST = 40;
/** The maximum number of parts of a value: in a net of references, the paths to them would have no end. */
const MOST_PARTS = 20_000_000;
/** The number of characters per hashed chunk. */
const PIECE = 1 << 16;

/**
 * The SHA-256 of a value's canonical form, to 16 hexadecimal digits. In that form numbers have six significant digits, fields
 * are sorted, tables are written by columns, all functions are equal, and figures consist of their shapes and texts, so that
 * the same data have the same hash in every browser and in Node. Of a property that throws when it is read, the message counts;
 * what comes after 20 million parts does not.
 */
export function hashOf(value: unknown): string {
  const hash = new Sha256();
  const encoder = new TextEncoder();
  let piece = "";
  const write = (text: string) => {
    piece += text;
    if (piece.length < PIECE) return;
    hash.add(encoder.encode(piece));
    piece = "";
  };
  new CanonicalWriter(write).write(value, 0);
  return hash.add(encoder.encode(piece)).hex().slice(0, 16);
}

class CanonicalWriter {
  readonly #write: (text: string) => void;
  readonly #open = new Set<object>();
  #left = MOST_PARTS;

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  write(value: unknown, depth: number): void {
    if (--this.#left < 0) return;
    if (typeof value === "number") this.#write(`n${canonicalNumber(value)};`);
    else if (typeof value === "bigint") this.#write(`i${value};`);
    else if (typeof value === "string") this.#text(value.startsWith("blob:") ? "blob:" : canonicalText(value));
    else if (typeof value === "function") this.#write("f;");
    else if (typeof value === "symbol") this.#write("y;");
    else if (typeof value !== "object" || value === null) this.#write(`${String(value)};`);
    else if (depth > DEEPEST || this.#open.has(value)) this.#write("r;");
    else {
      this.#open.add(value);
      try {
        this.#object(value, depth + 1);
      } catch (error) {
        this.#write(`e${error instanceof Error ? error.message : String(error)};`);
      }
      this.#open.delete(value);
    }
  }

  #text(text: string): void {
    this.#write(`s${text.length}:${text};`);
  }

  #object(value: object, depth: number): void {
    if (typeof Node === "function" && value instanceof Node) writeNode(value, this.#write);
    else if (value instanceof Date) this.#write(`d${value.getTime()};`);
    else if (value instanceof Amount) this.#fields({ ...value }, depth);
    else if (value instanceof Error) this.#write(`e${value.message};`);
    else if (isTable(value)) this.#table(value, depth);
    else if (ArrayBuffer.isView(value) && !(value instanceof DataView)) this.#list(value as never, depth);
    else if (value instanceof Map || value instanceof Set) this.#list([...value], depth);
    else if (Array.isArray(value)) this.#list(value, depth);
    else if (isList(value)) this.#list([...value], depth);
    else this.#fields(value as Record<string, unknown>, depth);
  }

  #list(values: ArrayLike<unknown>, depth: number): void {
    this.#write(`[${values.length}:`);
    for (let i = 0; i < values.length && this.#left > 0; ++i) this.write(values[i], depth);
    this.#write("]");
  }

  #fields(record: Record<string, unknown>, depth: number): void {
    this.#write("{");
    for (const name of Object.keys(record).sort()) {
      if (name === BITS) continue;
      if (this.#left < 0) break;
      this.#write(`${name.length}:${name}=`);
      this.write(record[name], depth);
    }
    this.#write("}");
  }

  /** Writes a table by columns. Exact numbers are integers in one database and doubles in the other. */
  #table(table: TableLike, depth: number): void {
    this.#write("t{");
    for (const [i, { name, type }] of table.schema.fields.entries()) {
      const scale = "scale" in type ? 10 ** -Number(type.scale) : 1;
      this.#write(`${name.length}:${name}[${table.numRows}:`);
      const column = table.getChildAt(i);
      for (let row = 0; row < table.numRows; ++row) {
        const value = column?.get(row);
        const isExact = typeof value === "bigint" || String(type).startsWith("Decimal");
        this.write(isExact && value !== null ? Number(value) * scale : value, depth);
      }
      this.#write("]");
    }
    this.#write("}");
  }
}

interface TableLike {
  readonly numRows: number;
  readonly schema: { readonly fields: readonly { readonly name: string; readonly type: object }[] };
  getChildAt(i: number): { get(row: number): unknown } | null;
}

function isTable(value: object): value is TableLike {
  const table = value as Partial<TableLike>;
  return typeof table.getChildAt === "function" && typeof table.numRows === "number" && "schema" in table;
}

/** Rows of tables and vectors: iterables whose items are the data, rather than their own fields. */
function isList(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value && typeof (value as { toJSON?: unknown }).toJSON === "function";
}
