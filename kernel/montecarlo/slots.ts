import { Table } from "apache-arrow";
import { Amount } from "../stdlib/amount.ts";
import { Prose } from "./prose.ts";
import { readShownNumber } from "./shown-number.ts";

/** So many numbers of one cell are sampled; of a longer table the first. */
const MOST_LEAVES = 2000;

export type SlotKind = "value" | "name" | "shown" | "hole";

/** A place of a cell where numbers stand: its value, a name it gives, what it displayed, a `${…}` in its text. */
export interface Slot {
  readonly kind: SlotKind;
  /** The name given; empty elsewhere. */
  readonly name: string;
  /** The how-manieth hole of its text, from 0; of all else its place among what the cell shows, −1 if it does not show it. */
  readonly index: number;
  /** Of a hole: the text that stands there. */
  readonly text?: string;
}

/** One number of a slot. */
export interface Leaf {
  readonly slot: number;
  /** Where in the slot's value: row and field, index, name. Empty for the value itself. */
  readonly path: readonly (string | number)[];
  readonly unit?: string;
}

/** What a cell gave in one evaluation. */
export interface Given {
  /** Of an expression cell that shows it. */
  readonly value?: unknown;
  readonly names: Readonly<Record<string, unknown>>;
  readonly shown: readonly unknown[];
}

/** The numbers of a cell, in a fixed order. */
export interface Shape {
  readonly slots: readonly Slot[];
  readonly leaves: readonly Leaf[];
  /** How many numbers there are beyond those that are sampled. */
  readonly beyond: number;
}

/** Takes the numbers of a cell one after the other. */
export interface Taker {
  /** A slot begins. */
  slot(slot: Slot): void;
  number(value: number, path: readonly (string | number)[], unit?: string): void;
}

/** Walks the numbers of what a cell gave, always in the same order. */
function walkNumbers(given: Given, taker: Taker): void {
  if ("value" in given) walkSlot("value", "", 0, given.value, taker);
  // What has a name and is shown too is one thing. Of plain numbers that cannot be told.
  const named = new Set<unknown>(
    Object.values(given.names).filter((value) => typeof value === "object" && value !== null),
  );
  for (const [name, value] of Object.entries(given.names)) {
    walkSlot("name", name, named.has(value) ? given.shown.indexOf(value) : -1, value, taker);
  }
  for (const [index, value] of given.shown.entries()) {
    if (!named.has(value)) walkSlot("shown", "", index, value, taker);
  }
}

function walkSlot(kind: SlotKind, name: string, index: number, value: unknown, taker: Taker): void {
  if (value instanceof Prose) {
    let hole = 0;
    for (const each of holesOf(value)) {
      const read = typeof each === "string" ? readShownNumber(each) : each;
      taker.slot({ kind: "hole", name, index: hole++, text: String(each ?? "") });
      if (typeof read === "number") taker.number(read, []);
      else if (read instanceof Amount) taker.number(read.value, [], read.unit);
    }
    return;
  }
  taker.slot({ kind, name, index });
  walk(value, [], taker, 0);
}

/** The holes of a text and of the texts in it, in the order in which they stand. */
function* holesOf({ holes }: Prose): Generator<unknown> {
  for (const hole of holes) {
    if (hole instanceof Prose) yield* holesOf(hole);
    else if (Array.isArray(hole) && hole.some((each) => each instanceof Prose)) {
      for (const each of hole) if (each instanceof Prose) yield* holesOf(each);
    } else yield hole;
  }
}

/** Deeper than this nobody reads numbers. */
const DEPTH = 4;

function walk(value: unknown, path: readonly (string | number)[], taker: Taker, depth: number): void {
  if (typeof value === "number") taker.number(value, path);
  else if (typeof value === "bigint") taker.number(Number(value), path);
  else if (typeof value !== "object" || value === null || depth > DEPTH) return;
  else if (value instanceof Amount) taker.number(value.value, path, value.unit);
  else if (value instanceof Prose) for (const hole of holesOf(value)) walk(hole, path, taker, DEPTH);
  else if (value instanceof Table) walkTable(value, path, taker);
  else if (Array.isArray(value) || isNumberArray(value)) {
    for (let i = 0; i < value.length; ++i) walk(value[i], [...path, i], taker, depth + 1);
  } else if (value instanceof Map) {
    for (const [key, each] of value) walk(each, [...path, String(key)], taker, depth + 1);
  } else if (isRecord(value)) {
    for (const [key, each] of Object.entries(value)) walk(each, [...path, key], taker, depth + 1);
  }
}

/** Row by row, as records are. */
function walkTable(table: Table, path: readonly (string | number)[], taker: Taker): void {
  const columns = table.schema.fields.flatMap(({ name, type }, i) =>
    /^(?:Int|Uint|Float|Decimal)/.test(String(type))
      ? [{ name, column: table.getChildAt(i)!, scale: "scale" in type ? 10 ** -Number(type.scale) : 1 }]
      : [],
  );
  for (let row = 0; row < table.numRows; ++row)
    for (const { name, column, scale } of columns) {
      const value: unknown = column.get(row);
      if (value !== null) taker.number(Number(value) * scale, [...path, row, name]);
    }
}

function isNumberArray(value: object): value is Float64Array {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

function isRecord(value: object): value is Record<string, unknown> {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The shape of what a cell gave, with its numbers. */
export function shapeOf(given: Given): { shape: Shape; numbers: Float64Array } {
  const slots: Slot[] = [];
  const leaves: Leaf[] = [];
  const numbers: number[] = [];
  let beyond = 0;
  walkNumbers(given, {
    slot: (slot) => void slots.push(slot),
    number(value, path, unit) {
      if (leaves.length >= MOST_LEAVES) ++beyond;
      else {
        leaves.push({ slot: slots.length - 1, path, ...(unit === undefined ? {} : { unit }) });
        numbers.push(value);
      }
    },
  });
  return { shape: { slots, leaves, beyond }, numbers: Float64Array.from(numbers) };
}

/** The numbers of a later evaluation, into a row; how many there were in all. */
export function takeNumbers(given: Given, row: Float64Array): number {
  let at = 0;
  walkNumbers(given, {
    slot() {},
    number(value) {
      if (at < row.length) row[at] = value;
      ++at;
    },
  });
  return at;
}
