import { Table } from "apache-arrow";
import { Amount } from "../values/amount.ts";
import { Prose } from "./prose.ts";
import { readShownNumber } from "./shown-number.ts";

/** The maximum number of sampled numbers of a cell; of a longer table, the first ones. */
const MOST_LEAVES = 2000;

export type SlotKind = "value" | "name" | "shown" | "hole";

/** A part of a cell's result that contains numbers: its value, a name, a displayed value, or a `${…}` in its text. */
export interface Slot {
  readonly kind: SlotKind;
  /** The defined name; empty for other kinds. */
  readonly name: string;
  /** The index of the `${…}` in the text, from 0; otherwise the index among the displayed values, −1 if it is not displayed. */
  readonly index: number;
  /** The text of a `${…}`. */
  readonly text?: string;
}

/** One number of a slot. */
export interface Leaf {
  readonly slot: number;
  /** The path within the slot's value: row and field, index, name. Empty for the value itself. */
  readonly path: readonly (string | number)[];
  readonly unit?: string;
}

/** The result of a cell in one evaluation. */
export interface Given {
  /** The value of an expression cell, if it is displayed. */
  readonly value?: unknown;
  readonly names: Readonly<Record<string, unknown>>;
  readonly shown: readonly unknown[];
}

/** The numbers of a cell, in a fixed order. */
export interface Shape {
  readonly slots: readonly Slot[];
  readonly leaves: readonly Leaf[];
  /** The number of further numbers that are not sampled. */
  readonly beyond: number;
}

/** Visits the numbers of a cell in order. */
export interface NumberVisitor {
  /** Called at the start of a slot. */
  slot(slot: Slot): void;
  number(value: number, path: readonly (string | number)[], unit?: string): void;
}

/** Walks the numbers of a cell's result, always in the same order. */
function walkNumbers(given: Given, visitor: NumberVisitor): void {
  if ("value" in given) walkSlot("value", "", 0, given.value, visitor);
  // A value that is both named and displayed counts once. Plain numbers cannot be identified.
  const named = new Set<unknown>(
    Object.values(given.names).filter((value) => typeof value === "object" && value !== null),
  );
  for (const [name, value] of Object.entries(given.names)) {
    walkSlot("name", name, named.has(value) ? given.shown.indexOf(value) : -1, value, visitor);
  }
  for (const [index, value] of given.shown.entries()) {
    if (!named.has(value)) walkSlot("shown", "", index, value, visitor);
  }
}

function walkSlot(kind: SlotKind, name: string, index: number, value: unknown, visitor: NumberVisitor): void {
  if (value instanceof Prose) {
    let hole = 0;
    for (const each of holesOf(value)) {
      const read = typeof each === "string" ? readShownNumber(each) : each;
      visitor.slot({ kind: "hole", name, index: hole++, text: String(each ?? "") });
      if (typeof read === "number") visitor.number(read, []);
      else if (read instanceof Amount) visitor.number(read.value, [], read.unit);
    }
    return;
  }
  visitor.slot({ kind, name, index });
  walk(value, [], visitor, 0);
}

/** The interpolated values of a text and of nested texts, in order. */
function* holesOf({ holes }: Prose): Generator<unknown> {
  for (const hole of holes) {
    if (hole instanceof Prose) yield* holesOf(hole);
    else if (Array.isArray(hole) && hole.some((each) => each instanceof Prose)) {
      for (const each of hole) if (each instanceof Prose) yield* holesOf(each);
    } else yield hole;
  }
}

/** The maximum depth at which numbers are searched. */
const DEPTH = 4;

function walk(value: unknown, path: readonly (string | number)[], visitor: NumberVisitor, depth: number): void {
  if (typeof value === "number") visitor.number(value, path);
  else if (typeof value === "bigint") visitor.number(Number(value), path);
  else if (typeof value !== "object" || value === null || depth > DEPTH) return;
  else if (value instanceof Amount) visitor.number(value.value, path, value.unit);
  else if (value instanceof Prose) for (const hole of holesOf(value)) walk(hole, path, visitor, DEPTH);
  else if (value instanceof Table) walkTable(value, path, visitor);
  else if (Array.isArray(value) || isNumberArray(value)) {
    for (let i = 0; i < value.length; ++i) walk(value[i], [...path, i], visitor, depth + 1);
  } else if (value instanceof Map) {
    for (const [key, each] of value) walk(each, [...path, String(key)], visitor, depth + 1);
  } else if (isRecord(value)) {
    for (const [key, each] of Object.entries(value)) walk(each, [...path, key], visitor, depth + 1);
  }
}

/** Row by row, like a list of records. */
function walkTable(table: Table, path: readonly (string | number)[], visitor: NumberVisitor): void {
  const columns = table.schema.fields.flatMap(({ name, type }, i) =>
    /^(?:Int|Uint|Float|Decimal)/.test(String(type))
      ? [{ name, column: table.getChildAt(i)!, scale: "scale" in type ? 10 ** -Number(type.scale) : 1 }]
      : [],
  );
  for (let row = 0; row < table.numRows; ++row)
    for (const { name, column, scale } of columns) {
      const value: unknown = column.get(row);
      if (value !== null) visitor.number(Number(value) * scale, [...path, row, name]);
    }
}

function isNumberArray(value: object): value is Float64Array {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

function isRecord(value: object): value is Record<string, unknown> {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The shape of a cell's result, with its numbers. */
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

/** Writes the numbers of a later evaluation into a row; returns how many there were in total. */
export function readNumbers(given: Given, row: Float64Array): number {
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
