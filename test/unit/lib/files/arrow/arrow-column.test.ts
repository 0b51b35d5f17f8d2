import { Dictionary, Float64, Int32, makeVector, Utf8, type Vector, vectorFromArray } from "apache-arrow";
import { describe, expect, test } from "vitest";
import { columnValues } from "../../../../../lib/files/arrow/arrow-column.ts";

/** As the library's own iterator reads them. */
const iterated = (vector: Vector) => Array.from(vector as Iterable<unknown>);
const sliced = (vector: Vector) => vector.slice(3, 7).concat(vector.slice(8));

describe("The values of a column", () => {
  const numbers = [1.5, null, -2, Number.NaN, null, 0, 7, 8, null, 10];
  const words = ["a", null, "b", "a", "c", null, "b", "a", "d", null];

  test.each([
    ["numbers with gaps", vectorFromArray(numbers, new Float64())],
    [
      "whole numbers with gaps",
      vectorFromArray(
        numbers.map((n) => n && Math.round(n)),
        new Int32(),
      ),
    ],
    ["words of a dictionary", vectorFromArray(words, new Dictionary(new Utf8(), new Int32()))],
    ["texts", vectorFromArray(words, new Utf8())],
    [
      "days",
      vectorFromArray([new Date("2020-01-01"), null, new Date("2021-02-03"), null, null, null, null, null, null]),
    ],
    ["whole numbers of 64 bits", vectorFromArray([1n, null, 3n, 4n, 5n, null, 7n, 8n, 9n])],
  ])("are those of the library's iterator: %s, whole, in parts and of none", (_, vector) => {
    for (const each of [vector, sliced(vector), vector.slice(0, 0)])
      expect(Array.from(columnValues(each as Vector))).toEqual(iterated(each as Vector));
  });

  test("are a typed array where there are no gaps", () => {
    expect(columnValues(makeVector(Float64Array.of(1, 2)))).toEqual(Float64Array.of(1, 2));
    expect(columnValues(vectorFromArray([1, 2], new Int32()))).toEqual(Int32Array.of(1, 2));
  });
});
