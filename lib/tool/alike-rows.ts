import { type Message, messages } from "../message/message.ts";

const said = messages("tool.alike", {
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
export function alikeRows(rows: readonly unknown[], field: string): Message[] {
  const places = new Map<string, number[]>();
  for (const [at, row] of rows.entries()) {
    if (typeof row !== "object" || row === null) continue;
    const name = JSON.stringify(row, written);
    const known = places.get(name);
    if (known) known.push(at);
    else places.set(name, [at]);
  }
  if (places.size === rows.length) return [];
  const repeated = [...places.values()].filter(({ length }) => length > 1);
  const notes = repeated.slice(0, NAMED).map((at) => {
    const [first, next] = at as [number, number];
    return at.length === 2
      ? said.two({ field, first, next })
      : said.more({ field, first, count: at.length - 1, last: at.at(-1) });
  });
  return repeated.length > NAMED ? [...notes, said.others({ field, count: repeated.length - NAMED })] : notes;
}

/** Wide integers have no JSON. */
function written(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
