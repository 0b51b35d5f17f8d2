import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { approach1 } from "../../../lib/inventory/uncertainty/approach1.ts";
import { approach2 } from "../../../lib/inventory/uncertainty/approach2.ts";
import type { InventorySource } from "../../../lib/inventory/uncertainty/inventory-source.ts";
import { keyCategories } from "../../../lib/inventory/uncertainty/key-categories.ts";
import { correctionFactor, largeUncertainty } from "../../../lib/inventory/uncertainty/large-uncertainty.ts";
import { inEnglish } from "../../../lib/message/english.ts";

const line = (category: string, base: number, year: number, more: Partial<InventorySource> = {}): InventorySource => ({
  category,
  base,
  year,
  activity: 5,
  factor: 10,
  ...more,
});

describe("Approach 1", () => {
  it("sums what is correlated and squares what is not", () => {
    const apart = [line("coal", 100, 120, { activity: 0 }), line("lignite", 100, 80, { activity: 0 })];
    const together = apart.map((source) => ({ ...source, factorGroup: "coal" }));
    expect(approach1(apart).level).toBeCloseTo((10 * Math.hypot(120, 80)) / 200, 12);
    expect(approach1(together).level).toBeCloseTo(10, 12);
  });

  it("knows that one factor in all lines and both years is no uncertainty of the trend", () => {
    const sources = [line("a", 100, 120, { activity: 0 }), line("b", 100, 80, { activity: 0 })];
    const same = sources.map((source) => ({ ...source, factorGroup: "one" }));
    expect(approach1(same).trendUncertainty).toBeLessThan(1e-10);
    expect(approach1(sources).trendUncertainty).toBeGreaterThan(1);
  });

  it("gives the trend of a net removal in per cent of its size: rising where less is removed", async () => {
    const sink = [line("forest", -300, -200), line("coal", 200, 150)];
    const one = approach1(sink);
    expect(one.trend).toBeCloseTo(50, 12);
    expect(String(inEnglish(one.notes))).toMatch(/net removal in one of the years; percentages are of its size/);
    const two = await approach2(sink, { draws: 500, seed: 1 });
    expect(two.total.trend).toBeCloseTo(one.trend, 12);
    expect(approach1([line("forest", -100, -150)]).trend).toBeCloseTo(-50, 12);
  });

  it("gives an inventory with every sign turned the opposite trend and the same columns", () => {
    const amount = fc.integer({ min: -1000, max: 1000 });
    const group = fc.constantFrom(undefined, "one");
    const sources = fc.array(
      fc.record({
        base: amount,
        year: amount,
        activityGroup: group,
        factorGroup: group,
        factorCorrelated: fc.boolean(),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(sources, (given) => {
        const lines = given.map(({ base, year, ...more }, at) => line(`${at}`, base, year, more));
        const total = (key: "base" | "year") => Math.abs(lines.reduce((sum, each) => sum + each[key], 0));
        fc.pre(total("base") > 50 && total("year") > 50);
        const turned = lines.map((each) => ({ ...each, base: -each.base, year: -each.year }));
        const [one, other] = [approach1(lines), approach1(turned)];
        expect(other.trend).toBeCloseTo(-one.trend, 8);
        expect(other.level).toBeCloseTo(one.level, 8);
        expect(other.trendUncertainty).toBeCloseTo(one.trendUncertainty, 6);
        for (const [at, { typeA, typeB, trendContribution }] of one.rows.entries()) {
          expect(other.rows[at]!.typeA).toBeCloseTo(typeA, 8);
          expect(other.rows[at]!.typeB).toBeCloseTo(typeB, 8);
          expect(other.rows[at]!.trendContribution).toBeCloseTo(trendContribution, 6);
        }
      }),
    );
  });

  it("says that a trend in per cent of almost nothing says little", () => {
    const near = approach1([line("forest", -300, -200), line("coal", 301, 150)]);
    expect(String(inEnglish(near.notes))).toMatch(
      /base year, 1\.000, is not larger than its own uncertainty, ± 47\.5\d.*change itself, -51\.00/,
    );
    expect(approach1([line("coal", 300, 150)]).notes).toEqual([]);
  });

  it("takes J √2 for factors of two years that have nothing to do with each other", () => {
    const [row] = approach1([line("a", 100, 120, { factorCorrelated: false })]).rows;
    expect(row!.trendFactor).toBeCloseTo(1.2 * Math.SQRT2 * 10, 12);
    const [held] = approach1([line("a", 100, 120, { activityCorrelated: true })]).rows;
    expect(held!.trendActivity).toBeCloseTo(0, 10); // a line alone: 1 % more in both years changes no trend
  });

  it("takes the larger side of an asymmetric uncertainty, says so, and gives both sides apart", () => {
    const result = approach1([line("soils", 10, 10, { activity: 0, factor: { lo: 70, hi: 200 } })]);
    expect([result.level, result.levelLo, result.levelHi]).toEqual([200, 70, 200]);
    expect(String(inEnglish(result.notes))).toMatch(/larger side/);
  });

  it("exchanges the sides of a removal", () => {
    const sources = [line("coal", 100, 100, { factor: 0, activity: 0 })];
    const forest = line("forest", -40, -40, { activity: 0, factor: { lo: 10, hi: 50 } });
    const { levelLo, levelHi } = approach1([...sources, forest]);
    expect(levelHi).toBeCloseTo((40 * 10) / 60, 12);
    expect(levelLo).toBeCloseTo((40 * 50) / 60, 12);
  });

  it("refuses what cannot be, naming the line", () => {
    expect(() => approach1([])).toThrow(/at least one source/);
    expect(() => approach1([line("1.A", 1, Number.NaN)])).toThrow(/1\.A\) is NaN; expected a finite number/);
    expect(() => approach1([line("1.A", 1, 1, { gas: "CO2", factor: -3 })])).toThrow(
      /factor uncertainty of 1\.A CO2 is -3/,
    );
    expect(() => approach1([line("a", 1, 1), line("b", -1, 1)])).toThrow(/sum to 0 in base/);
  });
});

describe("large uncertainties", () => {
  it("become a lognormal interval that keeps the mean", () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 300, noNaN: true }), (percent) => {
        const { geometricMean, geometricSd, loPercent, hiPercent } = largeUncertainty(10, percent);
        expect(geometricMean * Math.exp(Math.log(geometricSd) ** 2 / 2)).toBeCloseTo(10, 10);
        expect(loPercent).toBeGreaterThan(-100);
        expect(hiPercent).toBeGreaterThan(-loPercent);
      }),
    );
  });

  it("are corrected between 100 and 230 % only", () => {
    expect([50, 100, 230].map(correctionFactor)).toEqual([1, 1, 1]);
    expect(correctionFactor(150)).toBeCloseTo(((-0.72 + 163.815 - 36.675 + 37.4625) / 150) ** 2, 12);
    expect(correctionFactor(229)).toBeGreaterThan(correctionFactor(150));
  });
});

describe("key categories by uncertainty", () => {
  const categories = [
    { name: "coal", base: 1000, year: 900, uncertainty: 5 },
    { name: "soils", base: 150, year: 140, uncertainty: 200 },
    { name: "forest", base: -300, year: -350, uncertainty: 40 },
    { name: "new", base: 0, year: 20, uncertainty: 10 },
  ];
  it("are those that make nine tenths of level times uncertainty, removals by size", () => {
    const { level, trend } = keyCategories(categories);
    expect(level.map(({ name, key }) => [name, key])).toEqual([
      ["soils", true],
      ["forest", true],
      ["coal", true],
      ["new", false],
    ]);
    // 28,000 + 14,000 + 4,500 + 200
    expect(level[0]!.weighted).toBeCloseTo(28_000 / 46_700, 12);
    expect(level.at(-1)!.cumulative).toBeCloseTo(1, 12);
    // T(new) = 20/1450, by Equation 4.3
    const raw = trend.find(({ name }) => name === "new")!;
    expect(raw.assessment).toBeGreaterThan(0);
  });
  it("refuses a threshold that is no share", () => {
    expect(() => keyCategories(categories, 90)).toThrow(/threshold is 90; expected a number > 0 and ≤ 1/);
  });
});

describe("Approach 2", () => {
  it("gives the trend no uncertainty where both years share every error", async () => {
    const one = line("a", 100, 120, { activityCorrelated: true });
    const { total } = await approach2([one], { draws: 2000, seed: 1 });
    expect(total.trend).toBeCloseTo(20, 12);
    expect(total.trendHi! - total.trendLo!).toBeLessThan(1e-9);
  });

  it("lets lines of a group move as one", async () => {
    const lines = ["a", "b"].map((name) => line(name, 100, 100, { activity: 0, factor: 30, factorGroup: "coal" }));
    const { total } = await approach2(lines, { draws: 16_384, seed: 1, sampler: "sobol" });
    expect(total.combined.hiPercent).toBeCloseTo(30, 0);
  });

  it("has no trend for a line without a base year, and no width without uncertainty", async () => {
    const lines = [line("a", 100, 100, { activity: 0, factor: 0 }), line("new", 0, 5)];
    const { rows } = await approach2(lines, { draws: 500, seed: 1 });
    expect(rows[0]!.combined).toEqual({ loPercent: 0, hiPercent: 0 });
    expect([rows[1]!.trend, rows[1]!.trendLo]).toEqual([null, null]);
    expect(rows[1]!.contribution).toBe(1);
  });

  it("refuses a group of one thing with two uncertainties, and a single draw", async () => {
    const lines = [line("a", 1, 1, { factorGroup: "g" }), line("b", 1, 1, { factorGroup: "g", factor: 20 })];
    await expect(approach2(lines, { draws: 100, seed: 1 })).rejects.toThrow(/b \(2\) has another uncertainty/);
    await expect(approach2([line("a", 1, 1)], { draws: 0, seed: 1 })).rejects.toThrow(
      /draws is 0; expected an integer ≥ 2/,
    );
  });
});
