import { describe, expect, it } from "vitest";
import { TermFinder } from "../../../../lib/account/matching/term-finder.ts";

const finder = new TermFinder([
  ["gas", "natural gas", "天然气"],
  ["oil", "oil", "油"],
  ["fuel oil", "fuel oil", "燃料油"],
  ["battery", "battery", "电池"],
  ["power", "electricity", "电"],
]);
const tags = (text: string) => finder.find(text).map(({ tag }) => tag);

describe("terms in a text", () => {
  it("are found whatever the order, case, width, accents and plural of their words", () => {
    for (const text of ["natural gas", "Gas, Natural", "ＮＡＴＵＲＡＬ　ＧＡＳ", "natural   gases"])
      expect(tags(text)).toEqual(["gas"]);
    for (const text of ["battery", "Batteries"]) expect(tags(text)).toEqual(["battery"]);
  });

  it("are whole words, the longest first", () => {
    expect(tags("fuel oil")).toEqual(["fuel oil"]);
    expect(tags("boiler soil")).toEqual([]);
    expect(tags("燃料油")).toEqual(["fuel oil"]);
    expect(tags("电池")).toEqual(["battery"]);
  });
});
