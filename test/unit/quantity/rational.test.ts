import * as fc from "fast-check";
import { expect, it } from "vitest";
import { fromDecimal, rational, times, timesBoth, timesRatio, toNumber } from "../../../lib/quantity/rational.ts";

// Decimals as people write them, which doubles often hold exactly as digits, and any doubles, which need big integers.
const value = fc.oneof(
  fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(9)).map(([digits, places]) => digits / 10 ** places),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e200, max: 1e200 }),
);
const ratio = fc
  .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 1e12 }))
  .map(([n, d]) => rational(BigInt(n), BigInt(d)));

it("multiplies a decimal by a ratio as exact fractions do, to the last digit", () => {
  fc.assert(
    fc.property(value, ratio, (a, by) => {
      expect(timesRatio(a, by)).toBe(toNumber(times(fromDecimal(a), by)));
    }),
    { numRuns: 3000 },
  );
});

it("multiplies two decimals by a ratio as exact fractions do, to the last digit", () => {
  fc.assert(
    fc.property(value, value, ratio, (a, b, by) => {
      expect(timesBoth(a, b, by)).toBe(toNumber(times(times(fromDecimal(a), fromDecimal(b)), by)));
    }),
    { numRuns: 3000 },
  );
});

it("refuses what is no finite number", () => {
  for (const no of [Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => timesRatio(no, rational(1n, 2n))).toThrow(/finite/);
});
