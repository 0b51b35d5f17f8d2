import { rollup } from "d3";
import { afterEach, expect, test } from "vitest";
import { speech } from "../../../app/language/speech.ts";
import { sayKind } from "../../../app/workbench/panels/value-kind.ts";
import { previewOf } from "../../../kernel/values/preview.ts";
import { TableHandle } from "../../../lib/mrio/resource/handle.ts";

const kindOf = (value: unknown) => sayKind(previewOf(value));

afterEach(() => speech.speak("en"));

test("A value is named by what it is, in words", () => {
  expect(
    [1, 2n, "a", true, null, undefined, () => 1, [1, 2], { a: 1 }, new Set([1]), new Date(0), new Float64Array(3)].map(
      kindOf,
    ),
  ).toEqual([
    ...["number", "number", "text", "true or false", "empty", "empty", "function", "list of 2"],
    ...["object with 1 field", "set of 1", "date", "3 numbers"],
  ]);
  expect(kindOf(new TableHandle({ year: 2011, edits: [] }))).toBe("input–output table");
});

test("A class of a library has no name of a build, and an author's own keeps its name", () => {
  expect(
    kindOf(
      rollup(
        [{ a: 1 }],
        (v) => v.length,
        (d) => d.a,
      ),
    ),
  ).toBe("map with 1 entry");
  class Plant {}
  expect(kindOf(new Plant())).toBe("Plant");
  expect(sayKind({ type: "aO", size: "" })).toBe("object");
});

test("What the frame reports is only text, whatever it says", () => {
  expect(sayKind({ type: "resource:constructor", size: "" })).toBe("object");
  expect(sayKind({ type: "toString", size: "9 × 9" })).toBe("toString · 9 × 9");
});

test("Kinds are named in Chinese", () => {
  speech.speak("zh-CN");
  expect([kindOf([1]), kindOf(new TableHandle({ year: 2011, edits: [] }))]).toEqual(["1 项的列表", "投入产出表"]);
});
