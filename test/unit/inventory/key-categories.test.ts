import { describe, expect, test } from "vitest";
import { buildInventory, type EmissionRow } from "../../../lib/inventory/account/inventory.ts";
import {
  levelAssessment,
  type Source,
  sourcesOf,
  trendAssessment,
} from "../../../lib/inventory/account/key-categories.ts";

const row = (category: string, value: number, unit = "kt CO2", year = 2020): EmissionRow => ({
  category,
  year,
  value,
  unit,
});
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe("key categories", () => {
  // The example of the case on uncertainty, Approach 1.
  const sources: Source[] = [
    ["1.A.1 coal", 1000, 900, 5.385164807134504],
    ["1.A.1 gas", 600, 800, 5],
    ["3.A.1", 200, 190, 30.4138126514911],
    ["3.C.4", 150, 140, 200.9975124224178],
    ["3.B.1", -300, -350, 42.720018726587654],
    ["4.A", 100, 60, 50],
  ].map(([category, base, value, uncertainty]) => ({
    category: category as string,
    gas: "CO2",
    base: base as number,
    value: value as number,
    uncertainty: uncertainty as number,
  }));

  test("by level take absolute values and go up to 95 %", () => {
    const ranked = levelAssessment(sources);
    expect(ranked.map(({ category }) => category)).toEqual([
      "1.A.1 coal",
      "1.A.1 gas",
      "3.B.1",
      "3.A.1",
      "3.C.4",
      "4.A",
    ]);
    // Σ|E| = 900 + 800 + 190 + 140 + 350 + 60 = 2440.
    expect(ranked[0]!.share).toBeCloseTo(900 / 2440, 12);
    expect(ranked.map(({ isKey }) => isKey)).toEqual([true, true, true, true, true, false]);
    expect(ranked.at(-1)!.cumulative).toBeCloseTo(1, 12);
  });

  test("by trend measure what departs from the trend of the whole", () => {
    const ranked = trendAssessment(sources);
    const change = (1740 - 1750) / 1750;
    const T = (base: number, value: number) =>
      (Math.abs(base) / 2350) * Math.abs((value - base) / Math.abs(base) - change);
    const all = sum(sources.map(({ base, value }) => T(base, value)));
    expect(ranked[0]).toMatchObject({ category: "1.A.1 gas", isKey: true });
    expect(ranked[0]!.share).toBeCloseTo(T(600, 800) / all, 12);
    expect(ranked.find(({ category }) => category === "3.B.1")!.share).toBeCloseTo(T(-300, -350) / all, 12);
  });

  test("a source that was not there in the base year is weighed by Eq 4.3", () => {
    const withNew = [...sources, { category: "2.F.1", gas: "HFC134a", base: 0, value: 235 }];
    expect(trendAssessment(withNew).find(({ category }) => category === "2.F.1")!.share).toBeGreaterThan(0.2);
  });

  test("by Approach 2 uncertainty lifts the N2O of soils to the top, up to 90 %", () => {
    const ranked = levelAssessment(sources, 2);
    expect(ranked[0]!.category).toBe("3.C.4");
    expect(ranked[0]!.share).toBeCloseTo(
      (140 * 200.9975124224178) / sum(sources.map(({ value, uncertainty }) => Math.abs(value) * uncertainty!)),
      12,
    );
    expect(() => levelAssessment([{ category: "1.A", gas: "CO2", base: 1, value: 1 }], 2)).toThrow(
      "CO2 of 1.A has no uncertainty",
    );
  });

  test("are taken from an inventory by category and gas, without memo items and biogenic CO2", () => {
    const { inventory } = buildInventory([
      row("1.A.1.a", 10),
      row("1.A.1.a", 12, "kt CO2", 2021),
      row("1.A.1.a", 5, "kt CO2 biogenic"),
      row("1.A.3.a.i", 9),
      row("2.A.1", 4, "kt CO2 fossil"),
      row("3.B.1", -3),
      row("4.A", 1, "kt CH4", 2021),
    ]);
    expect(sourcesOf(inventory, "AR5.GWP100", 2020, 2021)).toEqual([
      { category: "1.A.1.a", gas: "CO2", base: 10, value: 12 },
      { category: "3.B.1", gas: "CO2", base: -3, value: 0 },
      { category: "2.A.1", gas: "CO2 fossil", base: 4, value: 0 },
      { category: "4.A", gas: "CH4", base: 0, value: 28 },
    ]);
    expect(sourcesOf(inventory, "AR5.GWP100", 2020, 2021, { lulucf: false })).toHaveLength(3);
    expect(() => sourcesOf(inventory, "AR5.GWP100", 1990, 2021)).toThrow(
      "The inventory has no year 1990; it has 2020 to 2021.",
    );
  });
});
