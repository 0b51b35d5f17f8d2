import { type Message, messages } from "../message/message.ts";

const texts = messages("tool.alike", {
  two: {
    en: "{field}[{first}] and {field}[{next}] are alike; both were used. Delete one of them if it is a copy.",
    zh: "{field}[{first}] 与 {field}[{next}] 完全相同，两者均已采用。若其一为重复，请删除。",
  },
  more: {
    en: "{field}[{first}] and {count} more rows, the last {field}[{last}], are alike; all were used. Delete those that are copies.",
    zh: "{field}[{first}] 与另外 {count} 行（最后一行为 {field}[{last}]）完全相同，均已采用。请删除其中重复的行。",
  },
  others: {
    en: "{field}: {count} more {count:row comes|rows come} more than once.",
    zh: "{field}：另有 {count} 行重复出现。",
  },
});

/** The most rows of a list that are named. */
const NAMED = 3;

/**
 * A note for each row of a list that comes more than once, equal in all fields. Where a key must be unique, the schema refuses it
 * (`keyedRows`); elsewhere two deposits, purchases or flows may be equal by chance, and only their owner can tell.
 */
export function alikeRows(rows: readonly unknown[], fieldOf: () => string): Message[] {
  const places = new Map<string, number[]>();
  for (const bucket of similarRows(rows))
    for (const at of bucket) {
      const name = textOf(rows[at] as object);
      const known = places.get(name);
      if (known) known.push(at);
      else places.set(name, [at]);
    }
  const repeated = [...places.values()].filter(({ length }) => length > 1).sort(([one], [other]) => one! - other!);
  if (repeated.length === 0) return [];
  const field = fieldOf();
  const notes = repeated.slice(0, NAMED).map((at) => {
    const [first, next] = at as [number, number];
    return at.length === 2
      ? texts.two({ field, first, next })
      : texts.more({ field, first, count: at.length - 1, last: at.at(-1) });
  });
  return repeated.length > NAMED ? [...notes, texts.others({ field, count: repeated.length - NAMED })] : notes;
}

/** The places of rows that may be equal: writing each row of a large table as text would take longer than reading it. */
function similarRows(rows: readonly unknown[]): number[][] {
  const first = new Map<number, number>();
  const buckets = new Map<number, number[]>();
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    if (typeof row !== "object" || row === null) continue;
    const hash = hashOf(row);
    const known = first.get(hash);
    if (known === undefined) first.set(hash, at);
    else addTo(buckets, hash, known, at);
  }
  return [...buckets.values()];
}

function addTo(buckets: Map<number, number[]>, hash: number, first: number, at: number): void {
  const bucket = buckets.get(hash);
  if (bucket) bucket.push(at);
  else buckets.set(hash, [first, at]);
}

/** The same for equal rows: made of their numbers and of the length and last letters of their texts. */
function hashOf(row: object): number {
  let hash = 0;
  for (const key in row) {
    const value = (row as Readonly<Record<string, unknown>>)[key];
    if (typeof value === "number") hash = mixed(hash, Math.trunc(value) ^ Math.trunc((value % 1) * 1e9));
    else if (typeof value === "string") {
      hash = mixed(hash, value.length);
      for (let at = Math.max(0, value.length - 6); at < value.length; at++) hash = mixed(hash, value.charCodeAt(at));
    } else if (typeof value === "object" && value !== null) hash = mixed(hash, hashOf(value));
  }
  return hash;
}

function mixed(hash: number, value: number): number {
  // The multiplier of Fibonacci hashing: numbers that count up, as rows do, spread over all values.
  const product = Math.imul(hash ^ value, 0x9e3779b1);
  return product ^ (product >>> 15);
}

/** Wide integers have no JSON; a function that writes them makes all others slow. */
function textOf(row: object): string {
  try {
    return JSON.stringify(row);
  } catch {
    return JSON.stringify(row, (_key, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));
  }
}
