import { bytesToHex } from "@noble/hashes/utils.js";
import type { SchemaTree } from "hyparquet";
import { isListLike, isMapLike } from "hyparquet/src/schema.js";
import { timeText } from "../arrow/time-text.ts";
import { isoDay, isoTime } from "../table/field-text.ts";
import { type ParquetColumn, parquetBytes, parquetDate, parquetDuration, parquetNumber } from "./parquet-value.ts";

/** A value in a nested column as JSON has it: each value within by its own type, dates and times as text. */
export type PlainValue = (value: unknown) => unknown;

/**
 * How the values of a column of lists, maps or structures become plain values. The library assembles them of the numbers that the
 * file has for days, times and decimals. @param leaf what a column within is, by its element
 */
export function plainNested(tree: SchemaTree, leaf: (tree: SchemaTree) => ParquetColumn): PlainValue {
  const { children, element } = tree;
  if (children.length === 0) {
    const one = orNull(plainLeaf(leaf(tree)));
    // A repeated value without a list around it.
    return element.repetition_type === "REPEATED" ? orNull((value) => (value as unknown[]).map(one)) : one;
  }
  if (isListLike(tree)) {
    const [item] = children;
    const each = plainNested(item!.children.length === 1 ? item!.children[0]! : item!, leaf);
    const isItself = item!.children.length === 0 && item!.element.repetition_type === "REPEATED";
    return isItself ? each : orNull((value) => (value as unknown[]).map(each));
  }
  if (isMapLike(tree)) {
    const item = plainNested(children[0]!.children[1]!, leaf);
    return orNull((value) => mapped(value, () => item));
  }
  const inner = new Map(children.map((child) => [child.element.name, plainNested(child, leaf)]));
  const one = orNull((value) => mapped(value, (key) => inner.get(key) ?? ((each) => each)));
  return element.repetition_type === "REPEATED" ? orNull((value) => (value as unknown[]).map(one)) : one;
}

function mapped(value: unknown, of: (key: string) => PlainValue): unknown {
  return Object.fromEntries(Object.entries(value as object).map(([key, each]) => [key, of(key)(each)]));
}

function orNull(convert: PlainValue): PlainValue {
  return (value) => (value === null || value === undefined ? null : convert(value));
}

function plainLeaf(column: ParquetColumn): PlainValue {
  switch (column.kind) {
    case "float32":
    case "float64":
      return (value) => parquetNumber(value, column);
    case "date":
    case "milliseconds":
    case "microseconds":
    case "nanoseconds":
    case "int96":
      return (value) => {
        const date = parquetDate(value, column);
        if (!(date instanceof Date)) return date;
        return column.kind === "date" ? isoDay(date) : isoTime(date);
      };
    case "dayMilliseconds":
      return (value) => timeText(value as number, 1e3);
    case "dayMicroseconds":
      return (value) => timeText(value as bigint, 1e6);
    case "dayNanoseconds":
      return (value) => timeText(value as bigint, 1e9);
    case "duration":
      return (value) => parquetDuration(value, column).toString();
    case "interval":
      return (value) => parquetBytes(value as Uint8Array, column);
    default:
      return (value) => (value instanceof Uint8Array ? bytesToHex(value) : value);
  }
}
