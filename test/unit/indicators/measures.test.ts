import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { convergence } from "../../../lib/indicators/convergence.ts";
import { cumulativeSum } from "../../../lib/indicators/cumulative-sum.ts";
import { decoupling, tapioState } from "../../../lib/indicators/decoupling.ts";
import { dispersion } from "../../../lib/indicators/dispersion.ts";
import { straightLine } from "../../../lib/indicators/straight-line.ts";
import { NationalSeries } from "../../../lib/panorama/national-series.ts";

describe("Tapio's states, by hand", () => {
  // Emissions and GDP from 100; elasticity = change of emissions over change of GDP.
  test.each([
    ["strong decoupling", 95, 110, -0.5, "absolute"],
    ["weak decoupling", 105, 110, 0.5, "relative"],
    ["expansive coupling", 110, 110, 1, "none"],
    ["expansive negative decoupling", 115, 110, 1.5, "none"],
    ["recessive decoupling", 85, 90, 1.5, "no growth"],
    ["recessive coupling", 90, 90, 1, "no growth"],
    ["weak negative decoupling", 95, 90, 0.5, "no growth"],
    ["strong negative decoupling", 105, 90, -0.5, "no growth"],
  ] as const)("%s: emissions to %d, GDP to %d", (state, emissions, gdp, elasticity, kind) => {
    const of = decoupling([100, emissions], [100, gdp]);
    expect(of.state).toBe(state);
    expect(of.decoupling).toBe(kind);
    expect(of.elasticity).toBeCloseTo(elasticity, 12);
    expect(of.intensityChange).toBeCloseTo(emissions / gdp - 1, 12);
  });

  test("the bounds belong to coupling, zero to the weak states", () => {
    expect(tapioState(0.8, true)).toBe("expansive coupling");
    expect(tapioState(1.2, true)).toBe("expansive coupling");
    expect(tapioState(1.2, false)).toBe("recessive coupling");
    expect(tapioState(0.799, true)).toBe("weak decoupling");
    expect(tapioState(1.201, false)).toBe("recessive decoupling");
    expect(tapioState(0, true)).toBe("weak decoupling");
    expect(tapioState(0, false)).toBe("weak negative decoupling");
  });

  test("without a change of GDP there is no elasticity", () => {
    expect(decoupling([100, 90], [50, 50])).toMatchObject({ elasticity: null, state: null, decoupling: "no growth" });
  });

  test("the unit of emissions and of GDP changes nothing but roundings", () => {
    const positive = fc.double({ min: 0.01, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(positive, positive, positive, (before, after, growth) => {
        // Powers of two scale without rounding.
        const plain = decoupling([before, after], [10, 10 * growth]);
        expect(decoupling([before * 1024, after * 1024], [80, 80 * growth])).toEqual(plain);
      }),
    );
  });
});

describe("dispersion", () => {
  const equal = (heads: readonly number[]) => heads.map((head) => ({ emissions: head, persons: 1 }));

  test("of equals is none", () => {
    const { gini, theil, sigma, weightedSigma } = dispersion([
      { emissions: 20, persons: 10 },
      { emissions: 2, persons: 1 },
    ]);
    for (const value of [gini, theil, sigma, weightedSigma]) expect(value).toBeCloseTo(0, 14);
  });

  test("of 1, 2, …, n has the Gini coefficient (n − 1) / (3 n)", () => {
    // Of the integers 1 to n the mean absolute difference is (n² − 1) / (3 n), the mean (n + 1) / 2: G = (n − 1) / (3 n).
    for (const n of [2, 5, 100])
      expect(dispersion(equal(Array.from({ length: n }, (_, i) => i + 1))).gini).toBeCloseTo((n - 1) / (3 * n), 12);
  });

  test("of two halves of people with shares ¼ and ¾ is known in closed form", () => {
    const { gini, theil, sigma, weightedSigma } = dispersion([
      { emissions: 1, persons: 50 },
      { emissions: 3, persons: 50 },
    ]);
    expect(gini).toBeCloseTo(0.25, 14);
    expect(theil).toBeCloseTo(0.25 * Math.log(0.5) + 0.75 * Math.log(1.5), 14);
    expect(sigma).toBeCloseTo(Math.log(3) / 2, 14);
    expect(weightedSigma).toBeCloseTo(Math.log(3) / 2, 14);
  });

  test("counts a country by its persons: two equal countries are one of both", () => {
    const two = dispersion([
      { emissions: 4, persons: 2 },
      { emissions: 4, persons: 2 },
      { emissions: 1, persons: 4 },
    ]);
    const one = dispersion([
      { emissions: 8, persons: 4 },
      { emissions: 1, persons: 4 },
    ]);
    expect(two.gini).toBeCloseTo(one.gini, 14);
    expect(two.theil).toBeCloseTo(one.theil, 14);
    expect(two.weightedSigma).toBeCloseTo(one.weightedSigma, 14);
    // σ counts countries, not people.
    expect(two.sigma).not.toBeCloseTo(one.sigma, 3);
  });

  const country = fc.record({
    emissions: fc.double({ min: 1e-3, max: 1e4, noNaN: true }),
    persons: fc.double({ min: 1, max: 1e9, noNaN: true }),
  });

  test("does not depend on the units, and lies between 0 and 1 for Gini", () => {
    fc.assert(
      fc.property(fc.array(country, { minLength: 2, maxLength: 40 }), (countries) => {
        const plain = dispersion(countries);
        // 512 scales without rounding; what is left are the roundings of logarithms and of sums in them.
        const scaled = dispersion(countries.map((each) => ({ ...each, emissions: each.emissions * 512 })));
        expect(scaled.gini).toBe(plain.gini);
        expect(scaled.sigma).toBeCloseTo(plain.sigma, 10);
        expect(scaled.weightedSigma).toBeCloseTo(plain.weightedSigma, 10);
        expect(scaled.theil).toBe(plain.theil);
        expect(plain.gini).toBeGreaterThanOrEqual(-1e-12);
        expect(plain.gini).toBeLessThan(1);
        expect(plain.theil).toBeGreaterThanOrEqual(-1e-12);
      }),
    );
  });

  test("does not grow when one who has more gives to one who has less", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 100, noNaN: true }), { minLength: 3, maxLength: 20 }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (heads, part) => {
          const sorted = [...heads].sort((a, b) => a - b);
          const moved = part * (sorted.at(-1)! - sorted[0]!);
          const after = [...sorted];
          after[0]! += moved;
          after[after.length - 1]! -= moved;
          expect(dispersion(equal(after)).gini).toBeLessThanOrEqual(dispersion(equal(sorted)).gini + 1e-12);
          expect(dispersion(equal(after)).theil).toBeLessThanOrEqual(dispersion(equal(sorted)).theil + 1e-12);
        },
      ),
    );
  });
});

describe("convergence", () => {
  test("of two countries that approach each other by straight lines is in the year where the lines meet", () => {
    // Per head 8, 7, 6 and 2, 3, 4 with one person each: the mean stays 5, both reach it in 2003.
    const { countries, years, giniZero } = convergence(
      [2000, 2001, 2002],
      [
        { region: "AAA", endowments: [8, 7, 6].map((emissions) => ({ emissions, persons: 1 })) },
        { region: "BBB", endowments: [2, 3, 4].map((emissions) => ({ emissions, persons: 1 })) },
      ],
      2012,
    );
    expect(years.map(({ mean }) => mean)).toEqual([5, 5, 5]);
    // Gini of two halves: the larger share less one half: 0.3, 0.2, 0.1.
    expect(years.map(({ gini }) => Number(gini.toFixed(12)))).toEqual([0.3, 0.2, 0.1]);
    expect(giniZero).toBeCloseTo(2003, 9);
    expect(countries[0]).toMatchObject({ region: "AAA", perHead: 6, trend: -1, gapTrend: -1, needed: -0.1 });
    expect(countries[0]!.reaches).toBeCloseTo(2003, 9);
    expect(countries[1]).toMatchObject({ perHead: 4, ratio: 0.8, trend: 1, needed: 0.1 });
    expect(countries[1]!.reaches).toBeCloseTo(2003, 9);
  });

  test("of countries that drift apart, or after one year, has no year", () => {
    const apart = [
      { region: "AAA", endowments: [6, 8].map((emissions) => ({ emissions, persons: 1 })) },
      { region: "BBB", endowments: [4, 2].map((emissions) => ({ emissions, persons: 1 })) },
    ];
    const { countries, giniZero } = convergence([2000, 2010], apart);
    expect(countries.map(({ reaches, needed }) => [reaches, needed])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(giniZero).toBeNull();
    const once = convergence(
      [2000],
      apart.map(({ region, endowments }) => ({ region, endowments: endowments.slice(0, 1) })),
    );
    expect(once.countries[0]).toMatchObject({ trend: null, gapTrend: null, reaches: null });
  });

  test("continues the line of least squares", () => {
    const line = straightLine([0, 1, 2, 3], [1, 3, 2, 4])!;
    // Normal equations by hand: slope 4/5, mean 2.5 at 1.5.
    expect(line.slope).toBeCloseTo(0.8, 12);
    expect(line.at(1.5)).toBeCloseTo(2.5, 12);
    expect(line.zero).toBeCloseTo(1.5 - 2.5 / 0.8, 12);
    expect(straightLine([5], [1])).toBeNull();
  });
});

describe("cumulative sums", () => {
  const series = new NationalSeries("some");
  for (const [year, value] of [
    [1900, 1],
    [1901, 2],
    [1904, 8],
    [1905, 16],
  ] as const)
    series.add("AAA", year, value);
  const sum = (region: string, since: number, to: number) => cumulativeSum(series, region, since, to);

  test("begin with the first value, and count the years without one", () => {
    expect(sum("AAA", 1750, 1905)).toEqual({ value: 27, from: 1900, gaps: 2 });
    expect(sum("AAA", 1902, 1905)).toEqual({ value: 24, from: 1904, gaps: 0 });
    expect(sum("AAA", 1905, 1905)).toEqual({ value: 16, from: 1905, gaps: 0 });
  });

  test("are not given where the last year has no value, or lies before the first", () => {
    expect(sum("AAA", 1900, 1903)).toBeNull();
    expect(sum("AAA", 1905, 1901)).toBeNull();
    expect(sum("BBB", 1900, 1901)).toBeNull();
  });

  test("are what adding year by year gives", () => {
    const years = fc.uniqueArray(fc.integer({ min: 1750, max: 1850 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(years, fc.integer({ min: 1740, max: 1850 }), (all, since) => {
        const of = new NationalSeries("some");
        // Integers add without rounding.
        for (const year of all) of.add("AAA", year, year);
        const last = Math.max(...all);
        const counted = all.filter((year) => year >= since && year <= last);
        expect(cumulativeSum(of, "AAA", since, last)?.value ?? 0).toBe(counted.reduce((sum, year) => sum + year, 0));
      }),
    );
  });
});
