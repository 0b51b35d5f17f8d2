import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { labelsOfTuple, tupleText } from "../../../kernel/services/import/python-tuple.ts";

describe("A tuple of labels", () => {
  // As Python 3 prints them: repr(("AT", "Farmer's")) and so on.
  test.each([
    ["('AT', 'Wheat')", ["AT", "Wheat"]],
    [`('AT', "Farmer's goods")`, ["AT", "Farmer's goods"]],
    [String.raw`('a\\b', 'it\'s "so"')`, ["a\\b", `it's "so"`]],
    [String.raw`('tab\there', 'e\xe9\u4e2d\U0001f600')`, ["tab\there", "eé中😀"]],
    ["('中国', 'a, b')", ["中国", "a, b"]],
    ["('one',)", ["one"]],
    ["(2011, None)", ["2011", "None"]],
  ])("%s is read", (text, labels) => {
    expect(labelsOfTuple(text)).toEqual(labels);
  });

  test.each(["AT", "('AT', 'Wheat'", "('AT' 'Wheat')", "('AT', f('x'))", "('AT,)", ""])("%s is none", (text) => {
    expect(labelsOfTuple(text)).toBeUndefined();
  });

  test("comes back from its text, whatever its labels", () => {
    const label = fc.string({
      unit: fc.constantFrom("a", "中", "'", '"', "\\", "\t", "\n", ",", "(", ")", " ", "\u0007", "n"),
    });
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 3 }), (labels) => {
        expect(labelsOfTuple(tupleText(labels))).toEqual(labels);
      }),
    );
  });
});
