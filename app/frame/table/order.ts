import { plainText } from "../../../kernel/output/table/writing.ts";
import type { Column } from "../../../kernel/values/column.ts";
import { STRIDE, type Work } from "./slices.ts";

/** Up to this many different texts are sorted by the language's collation; more, by character codes. */
const COLLATED = 20_000;

const BUCKETS = 1 << 16;

/** Rows in the order of a column: equal ones keep their order, missing ones come last in either direction. */
export function* orderRows(column: Column, rows: Uint32Array, descending: boolean): Work<Uint32Array> {
  return column.kind === "number" || column.kind === "time"
    ? yield* orderNumbers(column, rows, descending)
    : yield* orderTexts(column, rows, descending);
}

/** Radix sort by digits of 16 bits over the doubles' bits, mapped so that their unsigned order is the doubles' order. */
function* orderNumbers(column: Column, rows: Uint32Array, descending: boolean): Work<Uint32Array> {
  const low = new Uint32Array(rows.length);
  const high = new Uint32Array(rows.length);
  const double = new Float64Array(1);
  const [least, most] = [0, 1];
  const words = new Uint32Array(double.buffer);
  const flip = descending ? 0xffffffff : 0;
  for (let i = 0; i < rows.length; ++i) {
    if (i % STRIDE === 0) yield;
    const value = column.number(rows[i]!);
    if (Number.isNaN(value)) {
      low[i] = high[i] = 0xffffffff;
      continue;
    }
    double[0] = value === 0 ? 0 : value; // −0 equals 0
    const mask = words[most]! >>> 31 ? 0xffffffff : 0;
    low[i] = words[least]! ^ mask ^ flip;
    high[i] = words[most]! ^ (mask | 0x80000000) ^ flip;
  }
  return yield* radix([low, high], rows);
}

/** Replaces each text by its rank among the different texts, and sorts the ranks. */
function* orderTexts(column: Column, rows: Uint32Array, descending: boolean): Work<Uint32Array> {
  const codes = new Map<string, number>();
  const keys = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; ++i) {
    if (i % STRIDE === 0) yield;
    const value = column.get(rows[i]!);
    if (value === null || value === undefined) {
      keys[i] = 0xffffffff;
      continue;
    }
    const text = plainText(value);
    let code = codes.get(text);
    if (code === undefined) {
      code = codes.size;
      codes.set(text, code);
    }
    keys[i] = code;
  }
  const compare = codes.size <= COLLATED ? new Intl.Collator(undefined, { numeric: true }).compare : byCharacter;
  const sorted = yield* mergeSort([...codes.keys()], compare);
  const places = new Uint32Array(sorted.length);
  for (const [place, text] of sorted.entries()) {
    places[codes.get(text)!] = descending ? sorted.length - 1 - place : place;
    if (place % STRIDE === 0) yield;
  }
  for (let i = 0; i < keys.length; ++i) {
    if (i % (8 * STRIDE) === 0) yield;
    if (keys[i] !== 0xffffffff) keys[i] = places[keys[i]!]!;
  }
  return yield* radix([keys], rows);
}

function byCharacter(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Stable sort of rows by keys of one or more 32-bit words, least significant first. A digit that all keys share is skipped. */
function* radix(words: readonly Uint32Array[], rows: Uint32Array): Work<Uint32Array> {
  const { length } = rows;
  let from = new Uint32Array(length);
  let to = new Uint32Array(length);
  for (let i = 0; i < length; ++i) from[i] = i;
  yield;
  for (const word of words) {
    for (const shift of [0, 16]) {
      const starts = new Uint32Array(BUCKETS + 1);
      for (let i = 0; i < length; ++i) {
        if (i % (16 * STRIDE) === 0) yield;
        const bucket = ((word[i]! >>> shift) & 0xffff) + 1;
        starts[bucket] = starts[bucket]! + 1;
      }
      if (starts.includes(length, 1)) continue;
      for (let i = 1; i <= BUCKETS; ++i) starts[i] = starts[i]! + starts[i - 1]!;
      yield;
      for (let i = 0; i < length; ++i) {
        if (i % (4 * STRIDE) === 0) yield;
        const item = from[i]!;
        const bucket = (word[item]! >>> shift) & 0xffff;
        to[starts[bucket]!] = item;
        starts[bucket] = starts[bucket]! + 1;
      }
      [from, to] = [to, from];
    }
  }
  const order = new Uint32Array(length);
  for (let i = 0; i < length; ++i) {
    if (i % (16 * STRIDE) === 0) yield;
    order[i] = rows[from[i]!]!;
  }
  return order;
}

/** A merge sort that yields between blocks. */
function* mergeSort(items: string[], compare: (a: string, b: string) => number): Work<string[]> {
  const run = 512;
  for (let i = 0; i < items.length; i += run) {
    const part = items.slice(i, i + run).sort(compare);
    for (const [j, item] of part.entries()) items[i + j] = item;
    yield;
  }
  let from = items;
  let to = new Array<string>(items.length);
  for (let width = run; width < items.length; width *= 2) {
    for (let start = 0; start < items.length; start += 2 * width) {
      const middle = Math.min(start + width, items.length);
      const end = Math.min(start + 2 * width, items.length);
      let [a, b] = [start, middle];
      for (let i = start; i < end; ++i) {
        if (i % STRIDE === 0) yield;
        to[i] = b >= end || (a < middle && compare(from[a]!, from[b]!) <= 0) ? from[a++]! : from[b++]!;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
