import { ResourceHandle } from "../../lib/tool/resource-handle.ts";
import type { TableColumn } from "./table-column.ts";

/** A short description of a value. */
export interface Preview {
  /** A primitive type, the name of a class, or `resource:NAME` for a handle on a resource. */
  type: string;
  size: string;
  preview: string;
}

/** The maximum length of a preview, and the maximum number of members of a value in it. */
const LENGTH = 120;
const MEMBERS = 8;

/** Describes a value without running its code: getters are not called, and large values are not traversed. */
export function previewOf(value: unknown): Preview {
  try {
    const { type, size } = sizeOf(value);
    return { type, size, preview: cut(write(value, 2), LENGTH) };
  } catch {
    // A proxy, or another value that cannot be inspected.
    return { type: typeof value, size: "", preview: "" };
  }
}

function sizeOf(value: unknown): { type: string; size: string } {
  if (value === null || typeof value !== "object") {
    const size = typeof value === "string" && value.length > LENGTH ? `${value.length}` : "";
    return { type: value === null ? "null" : typeof value, size };
  }
  if (value instanceof ResourceHandle) return { type: `resource:${value.reference.name}`, size: "" };
  const table = tableOf(value);
  if (table) return { type: "Table", size: `${table.rows} × ${table.names.length}` };
  const type = nameOf(value);
  if (Array.isArray(value)) return { type, size: `${value.length}` };
  if (ArrayBuffer.isView(value))
    return { type, size: `${(value as unknown as { length?: number }).length ?? value.byteLength}` };
  // Classes derived from them, such as those of D3, have names that a build shortens.
  if (value instanceof Map) return { type: "Map", size: `${value.size}` };
  if (value instanceof Set) return { type: "Set", size: `${value.size}` };
  if (rowOf(value)) return { type: "Row", size: "" };
  const plain = type === "Object";
  return { type, size: plain ? `${Object.keys(value).length}` : "" };
}

function write(value: unknown, depth: number): string {
  switch (typeof value) {
    case "string":
      return depth === 2 ? value.slice(0, LENGTH + 1) : JSON.stringify(cut(value, 24));
    case "number":
      return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
    case "bigint":
      return `${value}n`;
    case "function":
      return `${String(value).split(/\r?\n/, 1)[0]}`;
    case "object":
      return value === null ? "null" : writeObject(value, depth);
    default:
      return String(value);
  }
}

function writeObject(value: object, depth: number): string {
  const table = tableOf(value);
  if (table) return table.names.slice(0, MEMBERS).join(", ");
  if (value instanceof ResourceHandle) return writeRecord(value.request as object, depth);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  if (typeof Node === "function" && value instanceof Element) return `<${value.localName}>`;
  if (depth === 0) return Array.isArray(value) ? "[…]" : "{…}";
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))) {
    const list = value as ArrayLike<unknown>;
    const members = Array.from({ length: Math.min(MEMBERS, list.length) }, (_, i) => write(list[i], depth - 1));
    return `[${members.join(", ")}${list.length > MEMBERS ? ", …" : ""}]`;
  }
  if (value instanceof Map || value instanceof Set) {
    const members = [...value.keys()].slice(0, MEMBERS).map((key) => write(key, depth - 1));
    return `{${members.join(", ")}${value.size > MEMBERS ? ", …" : ""}}`;
  }
  return writeRecord(rowOf(value) ?? value, depth);
}

function writeRecord(value: object, depth: number): string {
  const members: string[] = [];
  for (const key in value) {
    const own = Object.getOwnPropertyDescriptor(value, key);
    if (!own) continue;
    if (members.length === MEMBERS) return `{${members.join(", ")}, …}`;
    members.push(`${key}: ${"value" in own ? write(own.value, depth - 1) : "…"}`);
  }
  return members.length > 0 ? `{${members.join(", ")}}` : nameOf(value);
}

/** The maximum number of described columns of a table. */
const COLUMNS = 400;

/** The columns of an Arrow table; undefined for other values. */
export function columnsOf(value: unknown): TableColumn[] | undefined {
  try {
    if (typeof value !== "object" || value === null || !tableOf(value)) return undefined;
    const { fields } = (value as { schema: { fields: { name: string; type: unknown }[] } }).schema;
    return fields.length > COLUMNS ? undefined : fields.map(({ name, type }) => ({ name, type: String(type) }));
  } catch {
    return undefined;
  }
}

/** Recognises an Arrow table by its properties, because tables may come from different copies of the library. */
function tableOf(value: object): { rows: number; names: string[] } | null {
  const { schema, numRows } = value as { schema?: { fields?: { name: string }[] }; numRows?: unknown };
  if (typeof numRows !== "number" || !Array.isArray(schema?.fields)) return null;
  return { rows: numRows, names: schema.fields.map(({ name }) => name) };
}

/** A row of an Arrow table as a record of its values; undefined for other values. Its fields are read by a proxy, not as properties. */
function rowOf(value: object): object | undefined {
  if (typeof Reflect.get(value, Symbol.for("rowIndex")) !== "number") return undefined;
  const { type } = Reflect.get(value, Symbol.for("parent")) as { type: { children: { name: string }[] } };
  const names = type.children.slice(0, MEMBERS + 1).map(({ name }) => name);
  return Object.fromEntries(names.map((name) => [name, Reflect.get(value, name)]));
}

function nameOf(value: object): string {
  return (Object.getPrototypeOf(value) as { constructor?: { name?: string } } | null)?.constructor?.name || "Object";
}

function cut(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}
