import { describe, expect, test } from "vitest";
import type { Value } from "../../../../lib/dialogue/reply.ts";
import { checkTemplate, NakedNumberError, type Part } from "../../../../lib/dialogue/template.ts";

const value = {
  name: { en: "", zh: "" },
  value: 1,
  unit: "1",
  cell: "a",
  path: "",
  hash: "0",
  source: [],
} satisfies Value;
const isName = (name: string) => name === "CO2" || name === "全球碳收支2025版";
const check = (...parts: Part[]) => checkTemplate({ en: parts, zh: [] }, [value], isName);

describe("A sentence", () => {
  test.each<[string, Part]>([
    ["a digit", "about 5 Mt"],
    ["a digit of another script", "约５兆吨"],
    ["Arabic digits", "٣"],
    ["Devanagari digits", "५ तक"],
    ["a Roman numeral of one character", "Ⅷ"],
    ["a fraction of one character", "½ of it"],
    ["a name that the program does not know", { name: "CO3" }],
    ["a source that it does not know", { source: "Budget 2077" }],
    ["a reference to no figure", { ref: 1 }],
  ])("with %s is refused", (_, part) => {
    expect(() => check(part)).toThrow(NakedNumberError);
    expect(() => checkTemplate({ en: [], zh: [part] }, [value], isName)).toThrow(NakedNumberError);
  });

  test("may refer to figures, and hold known names and the arguments of its plan", () => {
    expect(() =>
      check({ ref: 0 }, " Mt ", { name: "CO2" }, { source: "全球碳收支2025版" }, { given: ["a", "year"] }),
    ).not.toThrow();
  });
});
