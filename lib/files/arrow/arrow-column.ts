import { type Data, DataType, Vector } from "apache-arrow";

type Numbers = Float64Array | Int16Array | Int32Array;

/** The values of a column: a typed array if there are no nulls, which a typed array cannot contain. */
export function columnValues(vector: Vector): ArrayLike<unknown> {
  const { type, data } = vector;
  const isDictionary = DataType.isDictionary(type);
  const isTyped = !isDictionary && data.every(({ values }) => isNumbers(values));
  if (isTyped && vector.nullCount === 0) return vector.toArray();
  const out: unknown[] = [];
  const words = new Map<Vector, readonly unknown[]>();
  for (const chunk of data) {
    if (isDictionary) addWords(chunk, words, out);
    else if (isTyped && (DataType.isFloat(type) || DataType.isInt(type))) addNumbers(chunk, out);
    else for (const value of new Vector([chunk])) out.push(value);
  }
  return out;
}

function isNumbers(values: unknown): values is Numbers {
  return values instanceof Float64Array || values instanceof Int16Array || values instanceof Int32Array;
}

/** The library's own iterator looks up for each value how its type is read. */
function addNumbers(chunk: Data, out: unknown[]): void {
  const values = chunk.values as Numbers;
  for (let i = 0; i < chunk.length; i++) out.push(isNull(chunk, i) ? null : values[i]);
}

/** Each word of a dictionary is decoded once, and not for every row. */
function addWords(chunk: Data, known: Map<Vector, readonly unknown[]>, out: unknown[]): void {
  const dictionary = chunk.dictionary!;
  const words = known.get(dictionary) ?? Array.from(dictionary as Iterable<unknown>);
  known.set(dictionary, words);
  const codes = chunk.values as Int32Array;
  for (let i = 0; i < chunk.length; i++) out.push(isNull(chunk, i) ? null : words[codes[i]!]);
}

function isNull({ nullBitmap, nullCount, offset }: Data, i: number): boolean {
  if (nullCount === 0) return false;
  const place = offset + i;
  return ((nullBitmap[place >> 3]! >> (place % 8)) & 1) === 0;
}
