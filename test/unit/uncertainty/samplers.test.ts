import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../../lib/numeric/philox.ts";
import { drawsOf, uncertainInputs } from "../../../lib/uncertainty/propagation/uncertain-inputs.ts";
import { permutation } from "../../../lib/uncertainty/sampling/permutation.ts";
import { createSampler, type SamplerName, samplerNames } from "../../../lib/uncertainty/sampling/sampler.ts";
import { stream } from "../../../lib/uncertainty/sampling/stream.ts";

const variables = ["activity", "factor", "share"];
const DRAWS = 500;

function whole(name: SamplerName, seed: number, dimension: number, draws = DRAWS, names = variables): Float64Array {
  const out = new Float64Array(draws);
  createSampler(name, { variables: names, seed, draws }).fill(dimension, 0, out);
  return out;
}

describe.each(samplerNames)("the sampler %s", (name) => {
  it("gives the same bits in whatever chunks and order it is asked", () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: DRAWS - 1 }), { maxLength: 6 });
    fc.assert(
      fc.property(cuts, fc.nat({ max: 2 ** 31 }), fc.nat({ max: 2 }), (inner, seed, dimension) => {
        const sampler = createSampler(name, { variables, seed, draws: DRAWS });
        const bounds = [0, ...inner.sort((a, b) => a - b), DRAWS];
        const pieced = new Float64Array(DRAWS);
        // Last chunk first, as the fastest worker may be the last.
        for (let k = bounds.length - 2; k >= 0; k--)
          sampler.fill(dimension, bounds[k]!, pieced.subarray(bounds[k]!, bounds[k + 1]!));
        expect(pieced).toEqual(whole(name, seed, dimension));
      }),
      { numRuns: 40 },
    );
  });

  it("stays in the unit interval and is uniform", () => {
    for (const dimension of [0, 1, 2]) {
      const u = [...whole(name, 7, dimension, 4096)];
      expect(Math.min(...u)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...u)).toBeLessThan(1);
      // Kolmogorov's distance stays below 1.95/√n with probability 0.999; the seed is fixed.
      u.sort((a, b) => a - b);
      const distance = Math.max(...u.map((value, at) => Math.abs(value - (at + 0.5) / u.length)));
      expect(distance).toBeLessThan(1.95 / Math.sqrt(4096));
    }
  });

  it("depends on the seed, and its variables do not follow each other", () => {
    const [first, second, reseeded] = [whole(name, 1, 0, 4096), whole(name, 1, 1, 4096), whole(name, 2, 0, 4096)];
    expect(first).not.toEqual(reseeded);
    const correlation = first.reduce((sum, u, at) => sum + (u - 0.5) * (second[at]! - 0.5), 0) / 4096 / (1 / 12);
    expect(Math.abs(correlation)).toBeLessThan(3.3 / Math.sqrt(4096)); // 0.999 for independent columns
  });

  it("refuses 0 draws and two variables of one name", () => {
    expect(() => createSampler(name, { variables, seed: 1, draws: 0 })).toThrow(/draws is 0; expected an integer ≥ 1/);
    expect(() => createSampler(name, { variables: ["a", "a"], seed: 1, draws: 4 })).toThrow(/two variables .* a\./);
  });
});

describe("streams", () => {
  it("draw by Philox with the seed as key", () => {
    const [a, b] = [stream(5, "coal"), stream(5, "coal")];
    const out = new Float64Array(9);
    a.fill(3, out);
    expect([...out]).toEqual(Array.from({ length: 9 }, (_, i) => b.at(3 + i)));
    expect(randomStream(5, 0)()).not.toBe(b.at(0)); // a variable's name is part of its counter
  });

  it("of a variable stay as they are when another joins", () => {
    expect(whole("random", 3, 1)).toEqual(whole("random", 3, 0, DRAWS, ["factor"]));
    expect(whole("lhs", 3, 1)).toEqual(whole("lhs", 3, 0, DRAWS, ["factor"]));
  });

  it("refuse a seed that is no whole number", () => {
    expect(() => stream(1.5, "a")).toThrow(/seed is 1\.5; expected/);
  });
});

it("a permutation that is looked up takes every place once", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(), fc.nat(), (n, a, b) => {
      const deal = permutation(n, [a, b]);
      expect(new Set(Array.from({ length: n }, (_, i) => deal(i))).size).toBe(n);
    }),
  );
});

it("every place is as likely for a first draw: 10 strata over 10,000 keys", () => {
  const counts = new Array(10).fill(0);
  for (let key = 0; key < 10_000; key++) counts[permutation(10, [key * 2654435761, key])(3)] += 1;
  const chi2 = counts.reduce((sum, seen) => sum + (seen - 1000) ** 2 / 1000, 0);
  expect(chi2).toBeLessThan(27.9); // 0.999 quantile of χ² with 9 degrees of freedom
});

it("a Latin hypercube has one draw in each stratum of each variable, and cannot be made longer", () => {
  for (const dimension of [0, 1, 2]) {
    const strata = new Set(Array.from(whole("lhs", 11, dimension, 257), (u) => Math.floor(u * 257)));
    expect(strata.size).toBe(257);
  }
  const sampler = createSampler("lhs", { variables, seed: 1, draws: 10 });
  expect(() => sampler.fill(0, 5, new Float64Array(6))).toThrow(/10 draws; it cannot be made longer/);
});

describe("Owen scrambling", () => {
  it("keeps the net: each interval of 2^-8 holds one of 2^8 consecutive points, and so does each box in two dimensions", () => {
    const [x, y] = [whole("sobol", 5, 0, 256), whole("sobol", 5, 1, 256)];
    for (let k = 0; k <= 8; k++) {
      const boxes = new Set(Array.from(x, (u, at) => `${Math.floor(u * 2 ** k)} ${Math.floor(y[at]! * 2 ** (8 - k))}`));
      expect(boxes.size).toBe(256);
    }
  });

  it("makes the error of a mean fall faster than 1/n", () => {
    const error = (n: number) => {
      let squares = 0;
      for (let seed = 0; seed < 20; seed++) {
        const u = whole("sobol", seed, 1, n);
        squares += (u.reduce((sum, value) => sum + Math.exp(value), 0) / n - Math.expm1(1)) ** 2;
      }
      return Math.sqrt(squares / 20);
    };
    // n^(-3/2) means a factor of 64 from 64 to 1,024 points; half of it leaves room for chance.
    expect(error(64) / error(1024)).toBeGreaterThan(32);
  });
});

it("Sobol serves 1,024 variables and refuses more", () => {
  const many = (n: number) => Array.from({ length: n }, (_, at) => `v${at}`);
  expect(whole("sobol", 1, 1023, 16, many(1024)).length).toBe(16);
  expect(() => whole("sobol", 1, 0, 16, many(1025))).toThrow(/1024 dimensions here, but there are 1025/);
});

describe("draws of correlated inputs", () => {
  const laws = {
    a: { type: "normal", mean: 10, sd: 2 },
    b: { type: "triangular", lo: 0, mode: 1, hi: 4 },
    c: { type: "lognormal", median: 1, geometricSd: 1.5 },
  } as const;
  const columnsOf = (correlation: Parameters<typeof uncertainInputs>[1], draws: number) => {
    const columns = [0, 1, 2].map(() => new Float64Array(draws));
    drawsOf(uncertainInputs(laws, correlation), { sampler: "sobol", seed: 4, draws }).fill(0, columns);
    return columns;
  };
  const ranks = (column: Float64Array) => {
    const order = Array.from(column, (value, at) => [value, at] as const).sort((x, y) => x[0] - y[0]);
    const out = new Float64Array(column.length);
    for (const [rank, [, at]] of order.entries()) out[at] = rank;
    return out;
  };
  const pearson = (x: Float64Array, y: Float64Array) => {
    const mean = (of: Float64Array) => of.reduce((sum, value) => sum + value, 0) / of.length;
    const [mx, my] = [mean(x), mean(y)];
    let [xy, xx, yy] = [0, 0, 0];
    for (const [at, value] of x.entries()) {
      xy += (value - mx) * (y[at]! - my);
      xx += (value - mx) ** 2;
      yy += (y[at]! - my) ** 2;
    }
    return xy / Math.sqrt(xx * yy);
  };

  it("have the rank correlation that was asked for, whatever their laws", () => {
    const [a, b, c] = columnsOf(
      {
        pairs: [
          { between: ["a", "b"], r: -0.6 },
          { between: ["b", "c"], r: 0.4 },
        ],
      },
      8192,
    );
    expect(pearson(ranks(a!), ranks(b!))).toBeCloseTo(-0.6, 1.7);
    expect(pearson(ranks(b!), ranks(c!))).toBeCloseTo(0.4, 1.7);
    expect(Math.abs(pearson(ranks(a!), ranks(c!)))).toBeLessThan(0.02);
  });

  it("keep their own laws", () => {
    const [, b] = columnsOf({ groups: [{ variables: ["a", "b", "c"], r: 0.8 }] }, 8192);
    expect(b!.reduce((sum, value) => sum + value, 0) / 8192).toBeCloseTo(5 / 3, 2);
  });

  it("move as one within a group", () => {
    const [a, b, c] = columnsOf({ groups: [{ variables: ["a", "b", "c"] }] }, 512);
    expect(ranks(a!)).toEqual(ranks(b!));
    expect(ranks(a!)).toEqual(ranks(c!));
  });
});
