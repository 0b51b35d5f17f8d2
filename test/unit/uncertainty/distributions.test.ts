import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inEnglish } from "../../../lib/message/english.ts";
import { type Distribution, interval95 } from "../../../lib/uncertainty/distributions/distribution.ts";
import { type DistributionSpec, distributionOf } from "../../../lib/uncertainty/distributions/distribution-spec.ts";
import { integrateUnit } from "../../../lib/uncertainty/distributions/quadrature.ts";

const make = (spec: DistributionSpec) => distributionOf(spec, "ef");
const close = (actual: number, expected: number, relative: number) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * Math.max(Math.abs(expected), 1e-300));

const continuous: readonly DistributionSpec[] = [
  { type: "normal", mean: 3, sd: 0.5 },
  { type: "normal", mean: -40, halfWidthPercent: 10 },
  { type: "lognormal", mean: 94.6, lo: 89.5, hi: 99.7 },
  { type: "lognormal", median: 2, geometricSd: 1.6 },
  { type: "triangular", lo: 80, mode: 100, hi: 130 },
  { type: "triangular", lo: 0, mode: 0, hi: 1 },
  { type: "uniform", lo: 22, hi: 26 },
  { type: "beta", alpha: 2, beta: 5 },
  { type: "pert", lo: 1, mode: 2, hi: 6 },
  { type: "truncated", of: { type: "normal", mean: 10, sd: 2 }, lo: 8, hi: 14 },
  { type: "truncated", of: { type: "lognormal", median: 1, geometricSd: 2 }, hi: 3 },
  { type: "factor", value: 10, lo: 5, hi: 25 },
  { type: "factor", value: 9, lo: 5, hi: 10 },
  { type: "factor", value: 9, lo: 2, hi: 12 },
  { type: "truncated", of: { type: "factor", value: 9, lo: 6, hi: 12 }, lo: 4, hi: 13 },
  { type: "factor", value: 10, lo: 5, hi: 25, law: "triangular" },
];

describe.each(continuous.map((spec) => [JSON.stringify(spec), make(spec)] as const))("%s", (_, law: Distribution) => {
  it("has a cumulative probability that undoes its quantile", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (p) => {
        // 1e-11: the inverse of the incomplete beta function stops at 1e-12 of the unit interval.
        expect(law.cdf(law.quantile(p))).toBeCloseTo(p, 11);
      }),
    );
  });

  it("has the mean, variance and skewness of its quantile function", () => {
    const sd = Math.sqrt(law.variance);
    // The double exponential rule leaves 1e-9 where the quantile function is smooth, 1e-6 about a kink: laws in two pieces have
    // theirs in the middle, where the integral is cut.
    const moment = (power: number) => {
      const at = (p: number) => ((law.quantile(p) - law.mean) / sd) ** power;
      return integrateUnit((p) => (at(p / 2) + at(1 - p / 2)) / 2);
    };
    expect(moment(1)).toBeCloseTo(0, 5);
    expect(moment(2)).toBeCloseTo(1, 5);
    expect(moment(3)).toBeCloseTo(law.skewness, 4);
  });

  it("has a density that is the slope of its cumulative probability", () => {
    for (const p of [0.07, 0.31, 0.62, 0.93]) {
      const x = law.quantile(p);
      const step = 1e-5 * Math.sqrt(law.variance);
      close((law.cdf(x + step) - law.cdf(x - step)) / (2 * step), law.pdf(x), 1e-4); // the chord's error and rounding
    }
  });
});

describe("discrete and empirical distributions", () => {
  it("give back their values with their probabilities", () => {
    const law = make({ type: "discrete", values: [3, 1, 2], probabilities: [0.2, 0.5, 0.3] });
    expect([0, 0.5, 0.500001, 0.8, 0.81, 1].map((p) => law.quantile(p))).toEqual([1, 1, 2, 2, 3, 3]);
    expect([0.9, 1, 2.5, 3].map((x) => law.cdf(x))).toEqual([0, 0.5, 0.8, 1]);
    expect(law.pdf(2)).toBeCloseTo(0.3, 15);
    expect(law.mean).toBeCloseTo(1.7, 14);
    expect(law.variance).toBeCloseTo(0.61, 14);
  });

  it("never leave a gap below 1 where the probabilities are tenths", () => {
    const law = make({ type: "discrete", values: [1, 2, 3], probabilities: [0.7, 0.2, 0.1] });
    expect(law.quantile(1)).toBe(3);
  });

  it("scale probabilities that are rounded, and say so", () => {
    const law = make({ type: "discrete", values: [1, 2, 3], probabilities: [0.333, 0.333, 0.333] });
    expect(law.mean).toBeCloseTo(2, 14);
    expect(String(inEnglish(law.notes))).toMatch(/summed to 0\.999/);
  });

  it("take moments and quantiles from the sample", () => {
    const law = make({ type: "empirical", values: [5, 1, 3, 3] });
    expect([law.mean, law.variance, law.quantile(0.25), law.quantile(0.5)]).toEqual([3, 2, 1, 3]);
  });
});

/** Bounds about a value of 10 by how far each lies from it, up to where a law that cannot be negative must change its form. */
const reach = fc.double({ min: 0.01, max: 9.9, noNaN: true });
const factors = fc.record({ value: fc.constant(10), down: reach, up: fc.double({ min: 0.01, max: 500, noNaN: true }) });
const pair = ({ value, down, up }: { value: number; down: number; up: number }) => ({
  value,
  lo: value - down,
  hi: value + up,
});
const keepsBounds = (law: Distribution, { value, lo, hi }: { value: number; lo: number; hi: number }) => {
  const [low, high] = interval95(law);
  close(low, lo, 1e-9);
  close(high, hi, 1e-9);
  close(law.quantile(0.5), value, 1e-9);
  close(law.cdf(lo), 0.025, 1e-8);
  close(law.cdf(hi), 0.975, 1e-9);
};

describe("a factor's bounds", () => {
  it("are the 2.5 % and 97.5 % quantiles, and the value is the median, however the pair is skewed", () => {
    fc.assert(
      fc.property(factors, (given) => {
        const { value, lo, hi } = pair(given);
        keepsBounds(make({ type: "factor", value, lo, hi }), { value, lo, hi });
      }),
    );
  });

  it("are so too where they are negative or lie on both sides of 0", () => {
    fc.assert(
      fc.property(factors, fc.double({ min: -1000, max: -10, noNaN: true }), (given, shift) => {
        const [value, lo, hi] = [given.value + shift, given.value - given.down + shift, given.value + given.up + shift];
        keepsBounds(make({ type: "factor", value, lo, hi }), { value, lo, hi });
      }),
    );
  });

  it("give a law that leans to the right where the upper bound lies farther off", () => {
    fc.assert(
      fc.property(factors, (given) => {
        fc.pre(given.up > given.down * 1.01);
        expect(make({ type: "factor", ...pair(given) }).skewness).toBeGreaterThan(0);
      }),
    );
  });

  it("give a law that leans to the left where the lower bound lies farther off, and never a lognormal law", () => {
    fc.assert(
      fc.property(reach, fc.double({ min: 0.02, max: 0.75, noNaN: true }), (down, part) => {
        const given = pair({ value: 10, down, up: down * part });
        const law = make({ type: "factor", ...given });
        expect(law.skewness).toBeLessThan(0);
        expect(law.mean).toBeLessThan(given.value);
        if (down < 9.5) expect(law.kind).toBe("two-piece normal");
        expect(make({ type: "factor", ...given, law: "lognormal" }).skewness).toBeLessThan(0);
      }),
    );
  });

  it("give the normal law where they are symmetric, with the value as its mean", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 6, noNaN: true }), (half) => {
        const law = make({ type: "factor", value: 10, lo: 10 - half, hi: 10 + half });
        expect([law.kind, law.mean]).toEqual(["normal", 10]);
        close(Math.sqrt(law.variance), half / 1.959963984540054, 1e-9);
      }),
    );
  });

  it("leave no draw below 0 where all are positive and the lower one is far, and where a cut at 0 is asked for", () => {
    fc.assert(
      fc.property(factors, (given) => {
        const { value, lo, hi } = pair(given);
        const cut = make({ type: "truncated", of: { type: "factor", value, lo, hi }, lo: 0 });
        expect(cut.quantile(1e-12)).toBeGreaterThanOrEqual(0);
        keepsBounds(cut, { value, lo, hi });
        if (given.down > 6) expect(make({ type: "factor", value, lo, hi }).quantile(1e-12)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("hold between limits on both sides, as far as the limits leave 2.5 % of room", () => {
    const given = { value: 0.9, lo: 0.6, hi: 0.98 };
    const law = make({ type: "truncated", of: { type: "factor", ...given }, lo: 0, hi: 1 });
    keepsBounds(law, given);
    expect(law.quantile(1 - 1e-12)).toBeLessThanOrEqual(1);
    expect(() => make({ type: "truncated", of: { type: "factor", value: 1, lo: 0, hi: 3 }, lo: 0 })).toThrow(
      /^ef: No distribution truncated at 0 has 2\.5 % between 0 and its 95 % bound lo 0/,
    );
  });

  it("are met whatever the law", () => {
    for (const law of ["normal", "lognormal", "triangular", "uniform"] as const) {
      const [value, lo, hi] = law === "lognormal" ? [10.05, 9, 11.2] : [10, 9, 11];
      const [low, high] = interval95(make({ type: "factor", value, lo, hi, law }));
      expect(Math.abs(low - lo) + Math.abs(high - hi)).toBeLessThan(1e-9);
    }
    const rounded = make({ type: "factor", value: 10, lo: 9.02, hi: 11, law: "normal" });
    keepsBounds(rounded, { value: 10, lo: 9.02, hi: 11 });
  });

  it("choose a law where the table names none, and say which", () => {
    const kindOf = (value: number, lo: number, hi: number) => make({ type: "factor", value, lo, hi }).kind;
    expect(kindOf(10, 9, 11)).toBe("normal");
    expect(kindOf(1, 0.25, 4)).toBe("lognormal");
    expect(kindOf(1, 0.3, 3)).toBe("two-piece lognormal");
    expect(kindOf(74.1, 72.6, 74.8)).toBe("two-piece normal");
    expect(kindOf(8, 0.01, 10)).toBe("two-piece lognormal");
    const skewed = make({ type: "factor", value: 1, lo: -0.5, hi: 3 });
    expect(skewed.kind).toBe("two-piece normal");
    expect(String(inEnglish(skewed.notes))).toMatch(/two-piece normal distribution was used/);
    expect(String(inEnglish(make({ type: "factor", value: 5, lo: 5, hi: 10 }).notes))).toMatch(
      /triangular distribution was used/,
    );
    const reversed = make({ type: "factor", value: 9, lo: 5, hi: 10, law: "lognormal" });
    expect(String(inEnglish(reversed.notes))).toMatch(/skewed to the left: it was not used/);
  });

  it("keep the mean of a lognormal law and say where the bounds are then missed", () => {
    const law = make({ type: "lognormal", mean: 1, lo: 0.3, hi: 3 });
    expect(law.mean).toBeCloseTo(1, 14);
    expect(law.quantile(0.975) / law.quantile(0.025)).toBeCloseTo(10, 10);
    expect(String(inEnglish(law.notes))).toMatch(/95 % interval is 0\.26\d+ to 2\.6\d+ instead of 0\.3 to 3/);
    expect(make({ type: "lognormal", mean: 94.6, lo: 89.5, hi: 99.7 }).notes).toEqual([]);
  });
});

describe("what cannot be", () => {
  const cases: readonly (readonly [DistributionSpec, RegExp])[] = [
    [{ type: "normal", mean: 1, sd: -2 }, /^ef: sd is -2; expected a number > 0/],
    [{ type: "normal", mean: 1, variance: -1 }, /^ef: variance is -1; expected a number > 0/],
    [{ type: "normal", mean: 1 }, /^ef: .*takes one width: .*got 0 of them/],
    [{ type: "normal", mean: 0, halfWidthPercent: 10 }, /^ef: A percentage of a mean of 0/],
    [{ type: "normal", mean: 5, lo: 1, hi: 2 }, /^ef: .*not the middle/],
    [{ type: "normal", mean: Number.NaN, sd: 1 }, /^ef: mean is NaN; expected a finite number/],
    [{ type: "lognormal", mean: 5, lo: 6, hi: 8 }, /^ef: The mean 5 is not between lo 6 and hi 8/],
    [{ type: "lognormal", mean: 5, lo: 8, hi: 6 }, /^ef: lo \(8\) must be less than hi \(6\)/],
    [{ type: "lognormal", mean: -5, geometricSd: 2 }, /^ef: mean is -5; expected a number > 0/],
    [{ type: "lognormal", mean: 5, geometricSd: 1 }, /^ef: geometricSd is 1; expected a number > 1/],
    [{ type: "triangular", lo: 1, mode: 4, hi: 3 }, /^ef: The mode 4 is not between/],
    [{ type: "uniform", lo: 3, hi: 3 }, /^ef: lo \(3\) must be less than hi \(3\)/],
    [{ type: "beta", alpha: 0, beta: 1 }, /^ef: alpha is 0; expected a number > 0/],
    [{ type: "pert", lo: 1, mode: 0, hi: 3 }, /^ef: The mode 0/],
    [
      { type: "discrete", values: [1, 2], probabilities: [0.5, 0.6] },
      /^ef: .*The probabilities sum to 1\.1; expected 1/,
    ],
    [{ type: "discrete", values: [1, 2], probabilities: [1.5, -0.5] }, /^ef: probabilities\[1\] is -0\.5/],
    [{ type: "empirical", values: [1] }, /^ef: .*at least two values/],
    [{ type: "truncated", of: { type: "normal", mean: 0, sd: 1 }, lo: 9 }, /^ef: .*millionth.*contradict/],
    [{ type: "factor", value: 1, lo: 2, hi: 3 }, /^ef: The value 1 is not between/],
  ];
  it.each(cases)("%j is refused in a sentence that names the variable", (spec, sentence) => {
    expect(() => make(spec)).toThrow(sentence);
  });
});
