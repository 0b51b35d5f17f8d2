import type { TableColumn } from "../sandbox/protocol.ts";

/** What a value is, short enough to be read at a glance. */
export interface Preview {
  type: string;
  size: string;
  preview: string;
}

/** How many characters a preview has at most, and how many members of a value it looks at. */
const LENGTH = 120;
const MEMBERS = 8;

/** Describes a value without running any code of it: getters are not read, large things not walked. */
export function previewOf(value: unknown): Preview {
  try {
    const { type, size } = sizeOf(value);
    return { type, size, preview: cut(written(value, 2), LENGTH) };
  } catch {
    // A proxy, or something that cannot be looked at.
    return { type: typeof value, size: "", preview: "" };
  }
}

function sizeOf(value: unknown): { type: string; size: string } {
  if (value === null || typeof value !== "object") {
    const size = typeof value === "string" && value.length > LENGTH ? `${value.length}` : "";
    return { type: value === null ? "null" : typeof value, size };
  }
  const table = tableOf(value);
  if (table) return { type: "Table", size: `${table.rows} × ${table.names.length}` };
  const type = nameOf(value);
  if (Array.isArray(value)) return { type, size: `${value.length}` };
  if (ArrayBuffer.isView(value))
    return { type, size: `${(value as unknown as { length?: number }).length ?? value.byteLength}` };
  if (value instanceof Map || value instanceof Set) return { type, size: `${value.size}` };
  const plain = type === "Object";
  return { type, size: plain ? `${Object.keys(value).length}` : "" };
}

function written(value: unknown, depth: number): string {
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
      return value === null ? "null" : writtenObject(value, depth);
    default:
      return String(value);
  }
}

function writtenObject(value: object, depth: number): string {
  const table = tableOf(value);
  if (table) return table.names.slice(0, MEMBERS).join(", ");
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  if (typeof Node === "function" && value instanceof Element) return `<${value.localName}>`;
  if (depth === 0) return Array.isArray(value) ? "[…]" : "{…}";
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))) {
    const list = value as ArrayLike<unknown>;
    const members = Array.from({ length: Math.min(MEMBERS, list.length) }, (_, i) => written(list[i], depth - 1));
    return `[${members.join(", ")}${list.length > MEMBERS ? ", …" : ""}]`;
  }
  if (value instanceof Map || value instanceof Set) {
    const members = [...value.keys()].slice(0, MEMBERS).map((key) => written(key, depth - 1));
    return `{${members.join(", ")}${value.size > MEMBERS ? ", …" : ""}}`;
  }
  return writtenRecord(value, depth);
}

function writtenRecord(value: object, depth: number): string {
  const members: string[] = [];
  for (const key in value) {
    const own = Object.getOwnPropertyDescriptor(value, key);
    if (!own) continue;
    if (members.length === MEMBERS) return `{${members.join(", ")}, …}`;
    members.push(`${key}: ${"value" in own ? written(own.value, depth - 1) : "…"}`);
  }
  return members.length > 0 ? `{${members.join(", ")}}` : nameOf(value);
}

/** So many columns of a table are told. */
const COLUMNS = 400;

/** The columns of an Arrow table; nothing of what is none. */
export function columnsOf(value: unknown): TableColumn[] | undefined {
  try {
    if (typeof value !== "object" || value === null || !tableOf(value)) return undefined;
    const { fields } = (value as { schema: { fields: { name: string; type: unknown }[] } }).schema;
    return fields.length > COLUMNS ? undefined : fields.map(({ name, type }) => ({ name, type: String(type) }));
  } catch {
    return undefined;
  }
}

/** An Arrow table, by what it can do: two of them may come from different programs. */
function tableOf(value: object): { rows: number; names: string[] } | null {
  const { schema, numRows } = value as { schema?: { fields?: { name: string }[] }; numRows?: unknown };
  if (typeof numRows !== "number" || !Array.isArray(schema?.fields)) return null;
  return { rows: numRows, names: schema.fields.map(({ name }) => name) };
}

function nameOf(value: object): string {
  return (Object.getPrototypeOf(value) as { constructor?: { name?: string } } | null)?.constructor?.name || "Object";
}

function cut(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}
