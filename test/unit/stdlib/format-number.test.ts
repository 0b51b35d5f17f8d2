import fc from "fast-check";
import { expect, test } from "vitest";
import { formatNumber } from "../../../kernel/stdlib/format-number.ts";

test("writes a number as figures do: digits by its size, thin spaces from 10 000 on, a true minus", () => {
  const cases: [number | bigint, string][] = [
    [35013.2, "35\u202f013"],
    [1285.4, "1285"],
    [-1285.4, "−1285"],
    [12.345, "12.3"],
    [0.012345, "0.0123"],
    [2019, "2019"],
    [1_000_000n, "1\u202f000\u202f000"],
  ];
  for (const [value, text] of cases) expect(formatNumber(value)).toBe(text);
});

test("takes decimals, half of an interval, a plus and a unit", () => {
  expect(formatNumber(12.345, { decimals: 2 })).toBe("12.35");
  expect(formatNumber(35013.2, { decimals: 1, unit: "Mt CO2" })).toBe("35\u202f013.2\u00a0Mt CO₂");
  expect(formatNumber(94.6321, { halfWidth: 3.9 })).toBe("94.6");
  expect(formatNumber(0.0123456, { halfWidth: 0.01 })).toBe("0.012");
  expect(formatNumber(10.84, { decimals: 1, sign: true, unit: "%" })).toBe("+10.8\u00a0%");
  expect(formatNumber(0, { sign: true })).toBe("0");
});

test("writes a dash for what is no finite number", () => {
  for (const value of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) expect(formatNumber(value)).toBe("–");
});

test("is read back as the rounded number, whatever its size", () => {
  const numbers = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: 6 }), (value, decimals) => {
      const text = formatNumber(value, { decimals }).replaceAll("\u202f", "").replace("−", "-");
      // Zero has no sign, whatever was rounded to it.
      expect(Number(text)).toBe(Number(value.toFixed(decimals)) + 0);
      expect(text).not.toMatch(/^-[0.]*$/);
    }),
  );
});
