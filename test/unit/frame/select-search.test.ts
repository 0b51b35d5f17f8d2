import { describe, expect, test } from "vitest";
import { findOptions, placeNames } from "../../../app/frame/select-search.ts";

const names = [
  ["CHN", "People's Republic of China", "中国"],
  ["DEU", "Germany", "德国"],
  ["GBR", "United Kingdom", "英国"],
  ["IND", "India", "印度"],
  ["IDN", "Indonesia", "印度尼西亚"],
  ["NER", "Niger", "尼日尔"],
  ["NGA", "Nigeria", "尼日利亚"],
].map(placeNames);

function found(options: readonly string[], typed: string): string[] {
  return findOptions(
    options.map((text) => ({ text, disabled: text === "disabled" })),
    typed,
    names,
  ).map(({ text }) => text);
}

describe("A search in a list of choices", () => {
  const english = ["China", "Germany", "India", "Indonesia", "Niger", "Nigeria", "United Kingdom", "disabled", "World"];

  test("finds a place by its names in either language, by its code and by a common name", () => {
    expect(found(english, "德国")).toEqual(["Germany"]);
    expect(found(["德国", "英国"], "germany")).toEqual(["德国"]);
    expect(found(english, "deu")[0]).toBe("Germany");
    expect(found(english, "uk")[0]).toBe("United Kingdom");
    expect(found(english, "中国")).toEqual(["China"]);
  });

  test("gives whole names before beginnings, and these before parts", () => {
    expect(found(english, "niger")).toEqual(["Niger", "Nigeria"]);
    expect(found(english, "印度")).toEqual(["India", "Indonesia"]);
    expect(found(english, "orl")).toEqual(["World"]);
  });

  test("finds other choices by what they say, and none that cannot be chosen", () => {
    expect(found(english, "world")).toEqual(["World"]);
    expect(found(english, "disabled")).toEqual([]);
    expect(found(english, "   ")).toEqual(english.filter((text) => text !== "disabled"));
  });
});
