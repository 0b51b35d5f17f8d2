import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { biomeNames, biomes, landCovers } from "../../../lib/natural/biomes.ts";
import { bookkeeping, responseCurve } from "../../../lib/natural/bookkeeping.ts";

const cover = fc.constantFrom(...landCovers);
const biome = fc.constantFrom(...biomeNames).map((name) => biomes[name]);
const change = fc.record({
  year: fc.integer({ min: 1900, max: 1950 }),
  from: cover,
  to: cover,
  area_ha: fc.double({ min: 0, max: 1e6, noNaN: true }),
});
// Sums of some thousand terms of up to 3e8 t C.
const same = (a: number, b: number, scale: number) => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * (scale + 1));

describe("bookkeeping", () => {
  test("emits in the end the stock before less the stock after, in every biome", () => {
    fc.assert(
      fc.property(biome, cover, cover, (of, from, to) => {
        const total = (each: typeof from) => of.stocks[each].vegetation + of.stocks[each].soil;
        expect(responseCurve(of, from, to).committed).toBeCloseTo(total(from) - total(to), 9);
      }),
    );
  });

  test("has emitted all but what is left in products of a hundred years after ten time constants", () => {
    fc.assert(
      fc.property(biome, change, (of, one) => {
        const { committed, realised } = bookkeeping(of, [one], one.year, one.year + 1000);
        expect(Math.abs(committed - realised)).toBeLessThanOrEqual(1e-4 * Math.abs(one.area_ha * 400) + 1e-9);
      }),
      { numRuns: 20 },
    );
  });

  test("of two histories together is the sum of both", () => {
    fc.assert(
      fc.property(biome, fc.array(change, { maxLength: 6 }), fc.array(change, { maxLength: 6 }), (of, a, b) => {
        const run = (changes: typeof a) => bookkeeping(of, changes, 1900, 1990).years;
        const [both, first, second] = [run([...a, ...b]), run(a), run(b)];
        for (const [i, { total }] of both.entries()) same(total, first[i]!.total + second[i]!.total, 1e9);
      }),
      { numRuns: 50 },
    );
  });

  test("of a year is the sum of its pools, and nothing before the change", () => {
    fc.assert(
      fc.property(biome, change, (of, one) => {
        for (const { year, total, byPool } of bookkeeping(of, [one], 1890, 1980).years) {
          same(
            total,
            Object.values(byPool).reduce((sum, value) => sum + value, 0),
            1e9,
          );
          if (year < one.year) expect(total).toBe(0);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("takes up where a forest grows back, and a biome whose shares do not add to one is refused", () => {
    const grown = bookkeeping(
      biomes["boreal forest"],
      [{ year: 2000, from: "pasture", to: "secondary", area_ha: 1 }],
      2000,
      2050,
    );
    expect(grown.years.every(({ total }) => total < 0)).toBe(true);
    const odd = { ...biomes["boreal forest"], fate: { atOnce: 0.5, slash: 0.4, products10: 0.2, products100: 0 } };
    expect(() => responseCurve(odd, "primary", "cropland")).toThrow("sum to 1.1; expected 1");
  });
});
