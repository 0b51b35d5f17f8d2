import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  categories,
  categoriesOf,
  findCategory,
  isLulucf,
  isWithin,
  leafCategories,
  lineage,
} from "../../../lib/classification/categories.ts";
import { checkConcordance, compose, regroup } from "../../../lib/classification/concordance.ts";
import { countriesInYear, formerCountries } from "../../../lib/classification/former-countries.ts";
import { groupNames, groupsOf, membersOf } from "../../../lib/classification/groups.ts";
import { divisions, divisionsOf, sections, wiod2016Industries } from "../../../lib/classification/industries.ts";
import { nace56ToWiod35 } from "../../../lib/classification/nace-to-wiod.ts";
import { inEnglish } from "../../../lib/message/english.ts";
import { tableOf, textsOf } from "../datasets/shipped.ts";

describe("the categories of the IPCC", () => {
  test("form a tree in which every code but five has a parent that lists it", () => {
    expect(categories.filter(({ parent }) => parent === null).map(({ code }) => code)).toEqual([
      "1",
      "2",
      "3",
      "4",
      "5",
    ]);
    for (const { code, parent } of categories) if (parent) expect(findCategory(parent).children).toContain(code);
    expect(new Set(categories.map(({ code }) => code)).size).toBe(categories.length);
  });

  test("are read with and without points", () => {
    expect(findCategory("1A1ai").title).toBe("Electricity generation");
    expect(findCategory(" 3.A.2.i ").title).toBe("Poultry");
    expect(findCategory("2B10").code).toBe("2.B.10");
  });

  test("that do not exist are refused with those that are near", () => {
    expect(() => findCategory("2.C.9")).toThrow(
      'There is no category "2.C.9" in the IPCC 2006 Guidelines. 2.C (Metal industry) has 2.C.1',
    );
    expect(() => findCategory("coal")).toThrow("It begins with 1 (energy)");
  });

  test("know their place in the common reporting tables, where agriculture and land are two sectors and waste is the fifth", () => {
    expect(findCategory("3.A.1").crt).toBe("3.A");
    expect(findCategory("3.B.1.a").crt).toBe("4.A.1");
    expect(findCategory("3.C.7").crt).toBe("3.C");
    expect(findCategory("4.D").crt).toBe("5.D");
    expect(categoriesOf("crt", "4.G").map(({ title }) => title)).toEqual(["Harvested wood products"]);
  });

  test("take EDGAR's sector from the nearest category above", () => {
    expect(findCategory("1.A.2.a").edgar).toBe("IND");
    expect(findCategory("1.B.1.c").edgar).toBe("REF_TRF");
    expect(findCategory("1").edgar).toBeNull();
  });

  test("give a lineage up to the sector", () => {
    expect(lineage("1.A.3.b.i").map(({ code }) => code)).toEqual(["1.A.3.b.i", "1.A.3.b", "1.A.3", "1.A", "1"]);
    expect(isWithin("1.A.3.b", "1.A.3")).toBe(true);
    expect(isWithin("1.A.30", "1.A.3")).toBe(false);
  });

  test("count land and wood products as LULUCF, and rice and soils as agriculture", () => {
    expect(leafCategories.filter(({ code }) => isLulucf(code)).length).toBeGreaterThan(30);
    expect(["3.B.1.a", "3.D.1", "3.C.1.a"].map(isLulucf)).toEqual([true, true, true]);
    expect(["3.C.7", "3.C.4", "3.C.1.b", "3.A.1", "4.A"].map(isLulucf)).toEqual([false, false, false, false, false]);
  });
});

describe("groups of countries", () => {
  test("change with the year: the European Union", () => {
    expect(
      [1958, 1973, 1981, 1986, 1995, 2004, 2007, 2013, 2019, 2020].map((year) => membersOf("EU", year).length),
    ).toEqual([6, 9, 10, 12, 15, 25, 27, 28, 28, 27]);
    expect(membersOf("EU", 2020)).toEqual(membersOf("EU27", 1990));
    expect(membersOf("EU", 2019)).toEqual(membersOf("EU28", 1990));
    expect(membersOf("EU", 2003)).toEqual(membersOf("EU15", 1990));
  });

  test("have the members that their treaties list", () => {
    expect(membersOf("Annex I", 2020)).toHaveLength(42);
    expect(membersOf("Annex II", 2020)).toHaveLength(23);
    expect(membersOf("OECD", 2021)).toHaveLength(38);
    expect(membersOf("G20", 2020)).toHaveLength(19);
    expect([2009, 2010, 2024, 2025].map((year) => membersOf("BRICS", year).length)).toEqual([4, 5, 9, 10]);
    expect(membersOf("OPEC", 2024)).toHaveLength(12);
  });

  test("agree with the shipped country table on the European Union of 27, and use its codes alone", () => {
    const countries = tableOf("countries");
    const iso3 = textsOf(countries, "iso3");
    const member = countries.getChild("eu27")!;
    expect(membersOf("EU27", 2020)).toEqual(iso3.filter((_, i) => member.get(i)).sort());
    for (const name of groupNames) for (const code of membersOf(name, 2024)) expect(iso3).toContain(code);
  });

  test("are found from a country, and a group that is not there is refused with those that are", () => {
    expect(groupsOf("GBR", 2020)).toEqual(["EU28", "EU15", "Annex I", "Annex II", "OECD", "G7", "G20"]);
    expect(() => membersOf("EU26", 2020)).toThrow('There is no group "EU26". There are EU, EU27');
  });

  test("give way to successors when a country ends", () => {
    expect(countriesInYear("CSK", 1992)).toEqual(["CSK"]);
    expect(countriesInYear("CSK", 1993)).toEqual(["CZE", "SVK"]);
    expect(countriesInYear("YUG", 2000)).toContain("SCG");
    expect(countriesInYear("YUG", 2010)).toEqual(["BIH", "HRV", "MKD", "MNE", "SRB", "SVN"]);
    expect(countriesInYear("FRA", 1900)).toEqual(["FRA"]);
    for (const { successors } of formerCountries) expect(new Set(successors).size).toBe(successors.length);
  });
});

describe("industries", () => {
  test("are 21 sections of 88 divisions, each in one section", () => {
    expect(sections).toHaveLength(21);
    expect(divisions).toHaveLength(88);
    expect(new Set(divisions).size).toBe(88);
  });

  test("of WIOD 2016 are 56 that hold every division once", () => {
    expect(wiod2016Industries).toHaveLength(56);
    expect(wiod2016Industries.flatMap((industry) => industry.divisions).sort()).toEqual([...divisions].sort());
    expect(divisionsOf("J59_J60")).toEqual(["59", "60"]);
  });
});

describe("a concordance", () => {
  const toWiod = nace56ToWiod35({ c4: 300, c5: 100 });

  test("from NACE to WIOD takes in all 56, reaches all 35 and loses nothing", () => {
    expect(checkConcordance(toWiod)).toEqual([]);
    expect(new Set(toWiod.rows.map(({ from }) => from))).toEqual(new Set(wiod2016Industries.map(({ code }) => code)));
    expect(new Set(toWiod.rows.map(({ to }) => to)).size).toBe(35);
    expect(toWiod.rows.find(({ to }) => to === "c4")?.share).toBe(0.75);
  });

  test("says what is wrong with it", () => {
    const rows = [
      { from: "a", to: "x", share: 0.5 },
      { from: "a", to: "y", share: 0.4 },
      { from: "b", to: "x", share: 1.5 },
      { from: "b", to: "x", share: -0.5 },
    ];
    expect(inEnglish(checkConcordance({ name: "test", rows }))).toEqual([
      "test, row 2: the share of b in x is 1.5.",
      "test, row 3: the share of b in x is -0.5.",
      "test, row 3: b to x appears twice.",
      "test: the shares of a sum to 0.9 and not to 1.",
    ]);
  });

  test("keeps apart what it does not know", () => {
    const result = regroup(
      toWiod,
      new Map([
        ["C13-C15", 8],
        ["FC_HH", 5],
      ]),
    );
    expect(result.values).toEqual(
      new Map([
        ["c4", 6],
        ["c5", 2],
      ]),
    );
    expect(result.unmatched).toEqual(new Map([["FC_HH", 5]]));
  });

  test("conserves the total, alone and composed, whatever the values and the split", () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 56, maxLength: 56 });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1e9, noNaN: true }), (numbers, c4) => {
        const concordance = nace56ToWiod35({ c4, c5: 1 });
        const given = new Map(wiod2016Industries.map(({ code }, i) => [code, numbers[i]!]));
        // 56 additions of numbers up to 1e6: 56 × 1e6 × 2⁻⁵².
        expect(Math.abs(regroup(concordance, given).residual)).toBeLessThan(1e-7);
        const toOne = { name: "all", rows: concordance.rows.map(({ to }) => ({ from: to, to: "all", share: 1 })) };
        const unique = { ...toOne, rows: [...new Map(toOne.rows.map((row) => [row.from, row])).values()] };
        expect(checkConcordance(compose(concordance, unique))).toEqual([]);
      }),
    );
  });
});
