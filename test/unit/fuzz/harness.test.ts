import { describe, expect, test } from "vitest";
import { inputOf } from "../../fuzz/run-case.ts";
import { Broken, sentenceIn } from "../../fuzz/target.ts";
import { targets } from "../../fuzz/targets.ts";

describe("the fuzz test itself", () => {
  test("takes a raw error of the platform, a thrown text and a message that is no sentence for a fault", () => {
    const faults = [
      new TypeError("Cannot read properties of undefined (reading 'a')"),
      new RangeError("Invalid array length"),
      new SyntaxError("Unexpected token."),
      "a text",
      new Error("no end"),
      new Error(""),
      new Error("x is undefined."),
      Object.assign(new Error("invalid distance."), { code: "Z_DATA_ERROR" }),
    ];
    for (const fault of faults) expect(() => sentenceIn(fault), String(fault)).toThrow(Broken);
    expect(sentenceIn(new Error('regions is "undefined", which is none.'))).toBe("sentence");
  });

  test("makes the same input of the same target, seed and number, and another of another", () => {
    for (const target of targets) {
      const texts = [0, 1, 2, 3, 4, 5, 6, 7].map((index) => print(inputOf(target, 7, index)));
      expect([0, 1, 2, 3, 4, 5, 6, 7].map((index) => print(inputOf(target, 7, index)))).toEqual(texts);
      expect(new Set(texts).size, target.name).toBeGreaterThan(1);
    }
  });
});

function print(value: unknown): string {
  return JSON.stringify(value, (_, each) => (typeof each === "number" ? String(each) : each)) ?? "nothing";
}
