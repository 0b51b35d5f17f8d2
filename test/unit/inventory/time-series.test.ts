import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkSeries,
  interpolate,
  spliceByOverlap,
  spliceBySurrogate,
} from "../../../lib/inventory/account/time-series.ts";
import { inEnglish } from "../../../lib/message/english.ts";

describe("a time series", () => {
  const years = Array.from({ length: 12 }, (_, i) => 2000 + i);
  const smooth = years.map((_, i) => 100 + 2 * i + (i % 2));

  test("that is smooth has no findings", () => {
    expect(checkSeries(years, smooth)).toEqual([]);
  });

  test("shows a step, a gap, a change of sign, and a value that was carried on", () => {
    const stepped = smooth.map((value, i) => (i >= 6 ? value + 60 : value));
    expect(checkSeries(years, stepped)).toMatchObject([{ year: 2006, kind: "step" }]);
    expect(inEnglish(checkSeries(years, stepped)[0]!.message)).toContain(
      "2006: the step from 111 to 172 (55.0 %) is out of line",
    );
    expect(
      checkSeries(
        years,
        smooth.map((v, i) => (i === 4 ? Number.NaN : v)),
      ),
    ).toMatchObject([{ year: 2004, kind: "gap" }]);
    expect(
      checkSeries(
        years,
        smooth.map((v, i) => (i < 6 ? -v : v)),
      ).map(({ kind }) => kind),
    ).toContain("sign");
    expect(
      checkSeries(
        years,
        smooth.map((v, i) => (i >= 8 ? 50 : v)),
      ).map(({ kind }) => kind),
    ).toContain("constant");
  });

  test("is spliced by overlap, surrogate data and interpolation", () => {
    const N = Number.NaN;
    expect(spliceByOverlap([1, 2, 3, 4], [10, 20, 30, N], [N, N, 33, 44])).toMatchObject({
      ratio: 1.1,
      filled: [1, 2],
    });
    expect([...spliceByOverlap([1, 2, 3, 4], [10, 20, 30, N], [N, N, 33, 44]).values]).toEqual([11, 22, 33, 44]);
    expect([...spliceBySurrogate([1, 2, 3], [N, 50, N], [80, 100, 120]).values]).toEqual([40, 50, 60]);
    expect([...interpolate([1, 2, 4, 5], [10, N, 40, N]).values]).toEqual([10, 20, 40, N]);
    expect(() => spliceByOverlap([1, 2], [1, N], [N, 1])).toThrow("The two methods share no year");
  });

  test("spliced by an overlap of one constant ratio gives the new method's own values back", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 1e3, noNaN: true }), { minLength: 4, maxLength: 20 }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (old, ratio) => {
          const fresh = old.map((value, i) => (i < old.length / 2 ? Number.NaN : value * ratio));
          const { values } = spliceByOverlap(
            old.map((_, i) => i),
            old,
            fresh,
          );
          for (const [i, value] of old.entries())
            expect(Math.abs(values[i]! / (value * ratio) - 1)).toBeLessThan(1e-13);
        },
      ),
    );
  });
});
