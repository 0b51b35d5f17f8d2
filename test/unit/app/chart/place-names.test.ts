import { describe, expect, test } from "vitest";
import { PlaceNames } from "../../../../app/workbench/chart/place-names.ts";

const names = new PlaceNames(
  [
    { iso3: "CHN", name_en: "People's Republic of China", name_zh: "中国" },
    { iso3: "DEU", name_en: "Germany", name_zh: "德国" },
    { iso3: "GBR", name_en: "United Kingdom", name_zh: "英国" },
    { iso3: "NER", name_en: "Niger", name_zh: "尼日尔" },
    { iso3: "NGA", name_en: "Nigeria", name_zh: "尼日利亚" },
    { iso3: null, name_en: "Nowhere", name_zh: "无" },
  ],
  "iso3",
);
const all = new Set(["CHN", "DEU", "GBR", "NER", "NGA"]);

describe("The places of a chart", () => {
  test("are found by names in both languages, codes and common names, exact ones first", () => {
    const first = (typed: string) => names.search(typed, all)[0]?.code;
    expect(["德国", "germany", "DEU", "germ"].map(first)).toEqual(["DEU", "DEU", "DEU", "DEU"]);
    expect(["china", "uk", "niger", "尼日"].map(first)).toEqual(["CHN", "GBR", "NER", "NER"]);
    expect(names.search("Germany", new Set(["CHN"]))).toEqual([]);
    expect(names.search(" ", new Set(["NGA", "CHN"])).map(({ code }) => code)).toEqual(["CHN", "NGA"]);
  });

  test("are taken from a list in either language, with what of it is none", () => {
    expect(names.take("Germany, 英国、china；NGA, Germany", all)).toEqual({
      found: ["DEU", "GBR", "CHN", "NGA"],
      rest: [],
    });
    expect(names.take("Atlantis, DEU", all)).toEqual({ found: ["DEU"], rest: ["Atlantis"] });
    expect(names.nameOf("XYZ")).toEqual({ en: "XYZ", zh: "XYZ" });
  });

  test("are matched with whole texts in any language, codes as capitals, and not where a name is of two", () => {
    const named = new PlaceNames(
      [
        { iso3: "NOR", iso2: "NO", name_en: "Norway", name_zh: "挪威", name_fr: "Norvège" },
        { iso3: "COD", iso2: "CD", name_en: "DR Congo", name_zh: "刚果（金）", name_es: "Congo" },
        { iso3: "COG", iso2: "CG", name_en: "Congo, Rep.", name_zh: "刚果（布）", name_es: "Congo" },
        { iso3: "GBR", iso2: "GB", name_en: "United Kingdom", name_zh: "英国" },
      ],
      "iso3",
    );
    const codes = (texts: readonly string[]) => texts.map((text) => named.codeOf(text));
    expect(codes(["norvege", " NORWAY ", "挪威", "NO", "NOR", "uk"])).toEqual([
      "NOR",
      "NOR",
      "NOR",
      "NOR",
      "NOR",
      "GBR",
    ]);
    expect(codes(["no", "Congo", "Norw", "World", ""])).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
