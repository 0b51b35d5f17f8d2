import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { categories, leafCategories } from "../../../lib/classification/categories.ts";
import { compareWithPublished } from "../../../lib/inventory/account/comparison.ts";
import { completeness } from "../../../lib/inventory/account/completeness.ts";
import { buildInventory, type EmissionRow } from "../../../lib/inventory/account/inventory.ts";
import { recalculation } from "../../../lib/inventory/account/recalculation.ts";
import { totals } from "../../../lib/inventory/account/totals.ts";
import { inEnglish } from "../../../lib/message/english.ts";
import { spans } from "../../../lib/numeric/spans.ts";

const row = (
  category: string,
  value: number | string | null,
  unit = "kt CO2",
  year = 2020,
  note?: string,
): EmissionRow => ({ category, year, value, unit, ...(note ? { note } : {}) });
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe("an inventory", () => {
  const rows = [
    row("1.A.1.a", 100),
    row("1.A.1.a", 20),
    row("1.A.1.a", 1, "t CH4"),
    row("1.A.1.a", 50, "kt CO2 biogenic"),
    row("1.A.3.a.i", 30),
    row("1.B.1.a", 2, "kt CH4 fossil"),
    row("3.A.1", 4, "kt CH4"),
    row("3.B.1.a", -70),
    row("4.D", 1, "kt N2O-N"),
  ];

  test("adds up rows of one category, keeps gases apart, and weighs them by one metric", () => {
    const { inventory, problems } = buildInventory(rows);
    expect(problems).toEqual([]);
    expect(inventory.gases).toEqual(["CO2", "CH4", "CO2 biogenic", "CH4 fossil", "N2O"]);
    const { withoutLulucf, withLulucf, memo, biogenicCo2, sectors, metric } = totals(inventory, "AR6.GWP100");
    const expected = 120 + 0.001 * 27.9 + 2 * 29.8 + 4 * 27.9 + (44 / 28) * 273;
    expect(withoutLulucf[0]).toBeCloseTo(expected, 10);
    expect(withLulucf[0]).toBeCloseTo(expected - 70, 10);
    expect([memo[0], biogenicCo2[0], metric]).toEqual([30, 50, "AR6.GWP100"]);
    expect([...sectors.keys()].sort()).toEqual(["1", "3", "4", "LULUCF"]);
  });

  test("names row and column of what it cannot use, and goes on with the rest", () => {
    const { inventory, problems } = buildInventory([
      row("1.A.1.a", 100),
      row("1.A.9", 5),
      row("2.A.1", 5, "kt"),
      row("2.A.1", 5, "Mt CO2e AR5.GWP100"),
      row("2.A.1", "lots"),
      row("2.A.1", null),
      row("1.A.2.a", -5),
      { ...row("2.A.1", 5), year: 20.5 },
      row("2.A.1", 5, "TJ"),
    ]);
    expect(totals(inventory, "AR5.GWP100").withLulucf[0]).toBe(100);
    expect(inEnglish(problems.map(({ message }) => message))).toEqual([
      'Row 2, column category: There is no category "1.A.9" in the IPCC 2006 Guidelines. 1.A (Fuel combustion activities) has 1.A.1, 1.A.2, 1.A.3, 1.A.4, 1.A.5.',
      'Row 3, column unit: "kt" says no gas; a mass of a gas such as kt CH4 is expected.',
      'Row 4, column unit: "Mt CO2e AR5.GWP100" is CO2e; give the mass of each gas, so that any metric can be applied to it.',
      'Row 5, column value: "lots" is neither a number nor one of NA, NE, NO, IE, C.',
      "Row 6, column value: it is empty; a number or one of NA, NE, NO, IE, C is expected.",
      "Row 7, column value: -5 is below 0; only land, wood products and captured CO2 can take away more than they emit.",
      'Row 8, column year: "20.5" is not a year; a whole number such as 2022 is expected.',
      'Row 9, column unit: "TJ" says no gas; a mass of a gas such as kt CH4 is expected.',
    ]);
  });

  test("names what would be counted twice", () => {
    const { problems } = buildInventory([row("1.A.1", 100), row("1.A.1.a", 60), row("1.A.1.a", 6, "kt CH4")]);
    expect(inEnglish(problems.map(({ message }) => message))).toEqual([
      "Row 2, column category: 1.A.1.a is part of 1.A.1, which has CO2 of 2020 in row 1: it would be counted twice.",
    ]);
  });

  test("says what its total lacks", () => {
    const { inventory } = buildInventory([
      row("2.A.1", 1, "kt CO2", 2018),
      row("2.A.1", 1, "kt CO2", 2021),
      row("2.B.2", "NE", "kt N2O", 2018),
      row("2.B.2", "c", "kt N2O", 2019),
      row("2.F.1", 1, "kt HFO1234yf", 2018),
    ]);
    expect(inEnglish(totals(inventory, "AR4.GWP100").lacks)).toEqual([
      "HFO1234yf is left out: HFO1234yf has no value in AR4.GWP100. It has one in AR6.GWP100, AR6.GWP20, AR6.GWP500, AR6.GTP100.",
      "CO2 of 2.A.1 has no number and no key in 2019–2020.",
      "N2O of 2.B.2 is not estimated (NE) in 2018.",
      "N2O of 2.B.2 is confidential (C) in 2019.",
      "HFO1234yf of 2.F.1 has no number and no key in 2019–2021.",
    ]);
    expect(spans([1990, 1991, 1992, 1995, 1997, 1998])).toBe("1990–1992, 1995, 1997–1998");
  });

  test("has totals that do not depend on the order of rows, and sectors that sum to them", () => {
    const code = fc.constantFrom(...leafCategories.map((category) => category.code));
    const any = fc.record({
      category: code,
      value: fc.double({ min: 0, max: 1e6, noNaN: true }),
      unit: fc.constantFrom("kt CO2", "kt CH4", "t N2O", "t SF6"),
      year: fc.integer({ min: 1990, max: 1995 }),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 60 }), (given) => {
        const [a, b] = [given, given.toReversed()].map((list) => totals(buildInventory(list).inventory, "AR5.GWP100"));
        a!.years.forEach((_, y) => {
          const whole = a!.withLulucf[y]!;
          expect(Math.abs(whole - b!.withLulucf[y]!)).toBeLessThanOrEqual(1e-12 * whole);
          expect(Math.abs(sum([...a!.sectors.values()].map((sector) => sector[y]!)) - whole)).toBeLessThanOrEqual(
            1e-12 * whole,
          );
        });
      }),
    );
  });
});

describe("completeness", () => {
  test("counts a number of a category for all below it, and keys by their kind", () => {
    const { inventory } = buildInventory([
      row("1", 1),
      row("2.A", 1),
      row("2.B.2", "NO", "kt N2O"),
      row("2.B.3", "IE", "kt N2O"),
      row("2.B.1", "IE", "kt CO2", 2020, "in 2.B.8"),
    ]);
    const found = completeness(inventory, 2020);
    expect(found.estimated).toContain("1.A.1.a.i");
    expect(found.estimated).toContain("2.A.4.d");
    expect(found.byKey.NO).toEqual(["2.B.2"]);
    expect(inEnglish(found.elsewhereUnsaid)).toEqual(["N2O of 2.B.3"]);
    expect(found.blank).toContain("4.D.1");
    expect(
      found.estimated.length + sum(Object.values(found.byKey).map((codes) => codes.length)) + found.blank.length,
    ).toBe(leafCategories.length);
  });
});

describe("recalculation", () => {
  const of = (...rows: EmissionRow[]) => buildInventory(rows).inventory;

  test("names what changed, what is new and what is gone, and explains the whole difference", () => {
    const before = of(row("1.A.1.a", 100), row("2.A.1", 20), row("2.B.1", 5), row("1.A.1.a", 90, "kt CO2", 2019));
    const after = of(
      row("1.A.1.a", 110),
      row("2.A.1", 20),
      row("4.A", 1, "kt CH4"),
      row("1.A.1.a", 95, "kt CO2", 2021),
    );
    const { rows, totals: sums, onlyBefore, onlyAfter } = recalculation(before, after, "AR5.GWP100");
    expect(rows.map(({ category, kind, difference }) => [category, kind, difference])).toEqual([
      ["4.A", "new", 28],
      ["1.A.1.a", "changed", 10],
      ["2.B.1", "gone", -5],
    ]);
    expect(rows[1]!.percent).toBe(10);
    expect(sums).toEqual([{ year: 2020, difference: 33, residual: 0 }]);
    expect([onlyBefore, onlyAfter]).toEqual([[2019], [2021]]);
  });
});

describe("comparison with published figures", () => {
  test("converts units, shows differences, and leaves out other metrics with a sentence", () => {
    const found = compareWithPublished(2022, { value: 11.4, unit: "Gt CO2" }, [
      { source: "A", year: 2022, value: 11_350, unit: "Mt CO2", scope: "fossil with cement" },
      { source: "B", year: 2022, value: 3.2, unit: "Gt C", scope: "fossil" },
      { source: "C", year: 2022, value: 14, unit: "Gt CO2e AR5.GWP100", scope: "all gases" },
      { source: "D", year: 2021, value: 1, unit: "Gt CO2", scope: "another year" },
    ]);
    expect(found.rows.map(({ source, inOurUnit }) => [source, inOurUnit])).toEqual([
      ["A", 11.35],
      ["B", 11.733333333333333],
    ]);
    expect(found.within).toBe(true);
    expect(inEnglish(found.problems)).toEqual([expect.stringMatching(/^C is not compared: .*that takes a metric/)]);
    expect(inEnglish(compareWithPublished(2022, { value: 1, unit: "Gt CO2" }, []).problems)).toEqual([
      "None of the published figures is of 2022.",
    ]);
  });
});

test("every category of the guidelines can stand in an inventory", () => {
  const { problems } = buildInventory(leafCategories.map(({ code }) => row(code, 1)));
  expect(problems).toEqual([]);
  expect(categories.length).toBeGreaterThan(leafCategories.length);
});
