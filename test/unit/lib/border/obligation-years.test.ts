import { describe, expect, test } from "vitest";
import { call } from "../../inventory/company/calling.ts";

const asked = { good: "7208", origin: "CHN", mass_t: 1000, price: 75.36, actual: { direct: 2.1 } };
const years = (more: object) => call("cbam.years", { ...asked, ...more });

interface Row {
  readonly year: number;
  readonly factor: number;
  readonly defaultCost: number;
  readonly actualCost: number;
  readonly excess: number;
  readonly fromMarkup: number;
  readonly fromValue: number;
}

describe("Obligations by year", () => {
  test("are those of each year by itself, by default value and by actual emissions", async () => {
    const found = await years({});
    expect(found.years.map(({ year }: Row) => year)).toEqual([2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034]);
    const { actual, ...withDefault } = asked;
    for (const row of found.years as Row[]) {
      const [marked, own] = await Promise.all([
        call("cbam.obligation", { ...withDefault, year: row.year }),
        call("cbam.obligation", { ...withDefault, actual, year: row.year }),
      ]);
      expect(row.defaultCost).toBe(marked.cost);
      expect(row.actualCost).toBe(own.cost);
    }
  });

  test("split what a high default value costs into mark-up and value", async () => {
    const found = await years({});
    for (const { excess, fromMarkup, fromValue } of found.years as Row[])
      expect(excess).toBeCloseTo(fromMarkup + fromValue, 6);
    // Once certificates are due in both cases, the free allocation cancels: 0.3 · 3.186893 · 75.36 and (3.186893 − 2.1) · 75.36.
    expect(found.years[8].fromMarkup).toBeCloseTo(0.3 * 3.186893 * 75.36 * 1000, 6);
    expect(found.years[8].fromValue).toBeCloseTo((3.186893 - 2.1) * 75.36 * 1000, 6);
    expect(found.excess).toBeCloseTo(found.defaultCost - found.actualCost, 6);
    expect(found.breakEven).toBeCloseTo(0.975 * 1.37, 12);
  });

  test("take the benchmark of each production year, and say when it changes", async () => {
    const found = await years({ good: "72026000", actual: undefined, to: 2028 });
    expect(found.years.map(({ benchmark }: { benchmark: number }) => benchmark)).toEqual([2.39, 2.39, 2.295]);
    expect(found.notes).toContain(
      "The benchmark is 2.39 t CO2e/t at first, and 2.295 t CO2e/t for goods produced from 2028 on.",
    );
  });

  test("say when the default value is the cheaper one", async () => {
    const found = await years({ actual: { direct: 6 } });
    expect(found.excess).toBeLessThan(0);
    expect(found.notes.join(" ")).toContain("lower than the actual emissions");
    expect(await years({ actual: undefined })).toMatchObject({ excess: null, actualCost: null, actual: null });
  });

  test("need a price for every year, and one only", async () => {
    const { price, ...without } = asked;
    const of = (more: object) => call("cbam.years", { ...without, from: 2026, to: 2027, ...more });
    await expect(of({})).rejects.toThrow(/prices has no price for 2026, 2027/);
    await expect(of({ prices: [{ year: 2026, price }] })).rejects.toThrow(/no price for 2027/);
    await expect(of({ prices: [{ price }] })).rejects.toThrow(/prices\[0\]\.year is missing/);
    await expect(of({ price, prices: [] })).rejects.toThrow(/either price/);
    await expect(of({ price, to: 2025 })).rejects.toThrow(/to is 2025, before from/);
    await expect(of({ price, from: 2024 })).rejects.toThrow(/begins in 2026/);
    const rising = await of({ prices: [2026, 2027].map((year) => ({ year, price: year - 1950 })) });
    expect(rising.years.map((row: { price: number }) => row.price)).toEqual([76, 77]);
  });
});
