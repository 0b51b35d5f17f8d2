import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalCdf } from "../../../lib/uncertainty/distributions/normal-law.ts";
import { normalStream } from "../../../lib/uncertainty/sampling/normal-stream.ts";

describe("normal numbers in bulk", () => {
  it("are the same bits in whatever chunks and order", () => {
    const whole = new Float64Array(5000);
    normalStream(3, "ef").fill(0, whole);
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 4999 }), { maxLength: 5 });
    fc.assert(
      fc.property(cuts, (inner) => {
        const bounds = [0, ...inner.sort((a, b) => a - b), 5000];
        const pieced = new Float64Array(5000);
        const stream = normalStream(3, "ef");
        for (let k = bounds.length - 2; k >= 0; k--)
          stream.fill(bounds[k]!, pieced.subarray(bounds[k]!, bounds[k + 1]!));
        expect(pieced).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  const n = 1_000_000;
  const z = new Float64Array(n);
  normalStream(1, "coal").fill(0, z);

  it("have the moments of the normal law within four standard errors", () => {
    // Var of z, z², z³, z⁴: 1, 2, 15, 96.
    const moments = [1, 2, 3, 4].map((power) => z.reduce((sum, value) => sum + value ** power, 0) / n);
    for (const [at, [truth, variance]] of (
      [
        [0, 1],
        [1, 2],
        [0, 15],
        [3, 96],
      ] as const
    ).entries())
      expect(Math.abs(moments[at]! - truth)).toBeLessThan(4 * Math.sqrt(variance / n));
  });

  it("follow the normal law: Kolmogorov's distance of a million", () => {
    const sorted = z.slice().sort();
    let distance = 0;
    for (let i = 0; i < n; i += 7) distance = Math.max(distance, Math.abs(normalCdf(sorted[i]!) - (i + 0.5) / n));
    expect(distance).toBeLessThan(1.95 / Math.sqrt(n)); // passed with probability 0.999; the seed is fixed
  });

  it("have the tail of the normal law beyond the ziggurat's base", () => {
    const beyond = (x: number) => z.reduce((sum, value) => sum + (Math.abs(value) > x ? 1 : 0), 0);
    for (const x of [3.6541528853610088, 4]) {
      const expected = 2 * n * normalCdf(-x);
      expect(Math.abs(beyond(x) - expected)).toBeLessThan(4 * Math.sqrt(expected)); // a Poisson count
    }
  });

  it("do not follow those of the next draw, block, variable or seed", () => {
    const correlation = (other: Float64Array, shift: number) => {
      let sum = 0;
      for (let i = 0; i + shift < n; i++) sum += z[i]! * other[i + shift]!;
      return Math.abs(sum / (n - shift));
    };
    const [variable, seed] = [new Float64Array(n), new Float64Array(n)];
    normalStream(1, "gas").fill(0, variable);
    normalStream(2, "coal").fill(0, seed);
    for (const [other, shift] of [
      [z, 1],
      [z, 2],
      [z, 1024],
      [variable, 0],
      [seed, 0],
    ] as const)
      expect(correlation(other, shift)).toBeLessThan(4 / Math.sqrt(n));
  });
});
