import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalForm, normalText } from "../../../../../lib/dialogue/language/normal-text.ts";
import { numeralAt } from "../../../../../lib/dialogue/language/numerals.ts";
import { quantityAt } from "../../../../../lib/dialogue/language/quantities.ts";
import { yearsAt } from "../../../../../lib/dialogue/language/years.ts";

const normal = (text: string) => normalText(text).text;

describe("A text as it is matched", () => {
  test.each([
    ["CO₂  Emissions", "co2 emissions"],
    ["per‐capita consumption–based", "per capita consumption based"],
    ["1990–2022", "1990-2022"],
    ["排放量：２０２１年", "排放量:2021年"],
    ["韓國與日本較高", "韩国与日本较高"],
    ["Côte d’Ivoire", "cote d'ivoire"],
  ])("%s", (written, text) => {
    expect(normal(written)).toBe(text);
  });

  test("is the same for a form of the lexicon, whether it needs folding or not", () => {
    const letter = fc.constantFrom(..."az09 -'.ÉＡ２国國₂–");
    fc.assert(
      fc.property(fc.string({ unit: letter, maxLength: 12 }), (form) => {
        expect(normalForm(form)).toBe(normal(form));
      }),
    );
  });

  test("keeps for every character its place in the text as it was written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (written) => {
        const { text, origin } = normalText(written);
        expect(origin.length).toBe(text.length + 1);
        expect(origin.at(-1)).toBe(written.length);
        expect([...origin].sort((a, b) => a - b)).toEqual(origin);
      }),
    );
  });
});

describe("Numbers", () => {
  test.each([
    ["1,000,000", 1e6],
    ["2.5 million", 2.5e6],
    ["three", 3],
    ["二十三", 23],
    ["三百二十", 320],
    ["3.5亿", 3.5e8],
    ["120万", 1.2e6],
    ["half", 0.5],
  ])("%s", (text, value) => {
    expect(numeralAt(normal(text), 0)?.value).toBe(value);
  });
});

describe("Years", () => {
  test.each([
    ["2021年", { one: 2021 }],
    ["21年", { one: 2021 }],
    ["98年", { one: 1998 }],
    ["from 1850 to 2020", { first: 1850, last: 2020 }],
    ["between 2005 and 2022", { first: 2005, last: 2022 }],
    ["1990–2022", { first: 1990, last: 2022 }],
    ["2011年到2020年", { first: 2011, last: 2020 }],
    ["since 1990", { first: 1990, last: null }],
    ["the 1990s", { first: 1990, last: 1999 }],
    ["the last ten years", { newest: 10 }],
    ["近五年", { newest: 5 }],
  ])("%s", (text, years) => {
    expect(yearsAt(normal(text), 0)?.years).toEqual(years);
  });

  test.each(["2021.5", "2000 t", "2000吨", "1800 kWh"])("%s is none", (text) => {
    expect(yearsAt(normal(text), 0)).toBeNull();
  });
});

describe("Quantities", () => {
  test.each([
    ["3 kt of N2O", 3, "kt N2O"],
    ["200万吨", 2e6, "t"],
    ["8 t CO2 per t", 8, "t CO2/t"],
    ["每吨8吨CO2", 8, "t CO2/t"],
    ["每吨CO2 90欧元", 90, "EUR/t CO2"],
    ["0.6 t/MWh", 0.6, "t/MWh"],
    ["$5 million", 5e6, "USD"],
    ["250 Mt C", 250, "Mt C"],
    ["2.5GtC", 2.5, "Gt C"],
    ["10 tonnes of carbon dioxide", 10, "t CO2"],
    ["500 MWh", 500, "MWh"],
    ["5%", 5, "%"],
  ])("%s", (text, value, unit) => {
    expect(quantityAt(normal(text), 0)).toMatchObject({ value, unit });
  });

  test.each(["2022年", "three countries", "10 steel plants"])("%s is none", (text) => {
    expect(quantityAt(normal(text), 0)).toBeNull();
  });
});
