import { isArrowTable } from "../values/column.ts";

/** Fields that say of a record how its value was read: a row of factors, a line made with one, a biome's stocks, a gas's metric. */
export const statusFields = ["value_status", "valueStatus", "stocksStatus", "status"] as const;
/** Fields that say the same of its bounds. */
export const boundsFields = ["bounds_status", "boundsStatus"] as const;
/** The status of a number that was written from memory and read nowhere since. */
export const RECALLED = "memory";

/** Tools that list what there is: what a notebook keeps of their result counts, not the list. */
const listing = ["inventory.template", "natural.ranges"];

/** A record that says how its value was read. */
export type Factor = Readonly<Record<string, unknown>>;

/**
 * Every record within a value that says how its number was read, in lists, maps, records and tables; each object once. The
 * value may be of a notebook: what throws when it is read is passed over.
 */
export function factorsWithin(value: unknown): Factor[] {
  const found: Factor[] = [];
  const seen = new Set<object>();
  const open = [value];
  while (open.length > 0) {
    const each = open.pop();
    if (typeof each !== "object" || each === null || seen.has(each) || ArrayBuffer.isView(each)) continue;
    seen.add(each);
    if (statusOf(each) !== undefined) found.push(each as Factor);
    // What was put last is taken first: reversed, records are found in the order in which they stand.
    for (const part of partsOf(each).toReversed()) if (typeof part === "object") open.push(part);
  }
  return found;
}

/** How the value of a record was read: `source`, `transcription`, `memory`, …; undefined if it does not say. */
export function statusOf(record: object): unknown {
  return firstOf(record, statusFields);
}

/** Whether a record has bounds, and they are from memory. */
export function hasRecalledBounds(record: object): boolean {
  const { lo, hi } = record as Factor;
  return firstOf(record, boundsFields) === RECALLED && (typeof lo === "number" || typeof hi === "number");
}

/** The records within a value of a notebook that rest on memory, by value or by bounds. */
export function recalledWithin(value: unknown): Factor[] {
  return factorsWithin(value).filter((record) => statusOf(record) === RECALLED || hasRecalledBounds(record));
}

/**
 * The records within a tool's result whose value is from memory. Bounds count only in what a notebook keeps, because tools
 * give those of all gases.
 */
export function recalledIn(tool: string, result: unknown): Factor[] {
  return listing.includes(tool) ? [] : factorsWithin(result).filter((record) => statusOf(record) === RECALLED);
}

function firstOf(record: object, fields: readonly string[]): unknown {
  try {
    const field = fields.find((name) => Object.hasOwn(record, name));
    return field === undefined ? undefined : (record as Factor)[field];
  } catch {
    return undefined;
  }
}

/** The values within an object that may be records or hold them. */
function partsOf(value: object): readonly unknown[] {
  try {
    if (Array.isArray(value)) return value;
    if (value instanceof Map) return [...value.values()];
    if (isArrowTable(value)) return saysStatus(value.schema.fields) ? [...value] : [];
    // Elements, handles and other instances of classes hold no records; some hold the whole page.
    const prototype = Object.getPrototypeOf(value);
    const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null;
    return isPlain ? Object.keys(value).map((name) => (value as Factor)[name]) : [];
  } catch {
    return [];
  }
}

function saysStatus(fields: readonly { readonly name: string }[]): boolean {
  const names: readonly string[] = [...statusFields, ...boundsFields];
  return fields.some(({ name }) => names.includes(name));
}
