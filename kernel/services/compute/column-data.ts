import { Bool, type Data, Float64, Int32, makeData, Utf8 } from "apache-arrow";
import { missingIn } from "./packed-table.ts";

// The data of Arrow columns, written by hand: the library's builders for all types would be larger than the programs that use this,
// and write functions from text, which the page's policy forbids.

/** A column of numbers with missing rows. */
export function numberData(data: Float64Array, missing: readonly number[]): Data {
  return makeData({ type: new Float64(), data, ...presence(data.length, missing) });
}

/** A column of whole numbers with missing rows. */
export function integerData(values: Float64Array, missing: readonly number[]): Data {
  return makeData({ type: new Int32(), data: Int32Array.from(values), ...presence(values.length, missing) });
}

/** A column of texts. */
export function textData(values: readonly (string | null)[]): Data<Utf8> {
  const encoder = new TextEncoder();
  const texts = values.map((value) => encoder.encode(value ?? ""));
  const valueOffsets = new Int32Array(texts.length + 1);
  for (const [row, { length }] of texts.entries()) valueOffsets[row + 1] = valueOffsets[row]! + length;
  const data = new Uint8Array(valueOffsets.at(-1)!);
  for (const [row, text] of texts.entries()) data.set(text, valueOffsets[row]!);
  return makeData({ type: new Utf8(), data, valueOffsets, ...presence(values.length, missingIn(values)) });
}

/** A column of truth values. */
export function booleanData(values: readonly (boolean | null)[]): Data {
  const data = bitsOf(values.length, false);
  for (const [row, value] of values.entries()) if (value) data[row >> 3]! |= 1 << (row & 7);
  return makeData({ type: new Bool(), data, ...presence(values.length, missingIn(values)) });
}

function bitsOf(length: number, isSet: boolean): Uint8Array {
  return new Uint8Array(Math.ceil(length / 64) * 8).fill(isSet ? 0xff : 0);
}

/** The validity bitmap: a bit for each row, set if its value is present. */
export function presence(length: number, missing: readonly number[]) {
  if (missing.length === 0) return { length, nullCount: 0 };
  const nullBitmap = bitsOf(length, true);
  for (const row of missing) nullBitmap[row >> 3]! &= ~(1 << (row & 7));
  return { length, nullCount: missing.length, nullBitmap };
}
