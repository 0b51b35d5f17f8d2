import { describe, expect, test } from "vitest";
import { catalogue, tableOf } from "./shipped.ts";

const rowsOf = (name: string) =>
  tableOf(name)
    .toArray()
    .map((row) => row.toJSON());

describe("The tables of the border adjustment", () => {
  const goods = rowsOf("cbam_good");
  const values = rowsOf("cbam_default_value");

  test("say of themselves that they are not for compliance", () => {
    for (const name of ["cbam_good", "cbam_default_value", "cbam_benchmark", "cbam_markup", "cbam_factor"]) {
      const { traps } = catalogue.datasets.find((each) => each.name === name) as unknown as { traps: string[] };
      expect(traps.join(" "), name).toContain("ot for compliance");
    }
  });

  test("have one value for each good and origin, whose parts add up as far as rounding lets them", () => {
    const keys = values.map(({ iso3, good_id: id }) => `${iso3} ${id}`);
    expect(new Set(keys).size).toBe(keys.length);
    const ids = new Set(goods.map(({ good_id: id }) => id));
    expect(values.every(({ good_id: id }) => ids.has(id))).toBe(true);
    // Each of the three is rounded to 0.01.
    for (const { direct_tco2e_per_t: direct, indirect_tco2e_per_t: indirect, total_tco2e_per_t: total } of values)
      if (total !== null) expect(Math.abs(direct + (indirect ?? 0) - total)).toBeLessThan(0.0151);
  });

  test("have a mark-up for every product group, and benchmarks for every group of goods", () => {
    const sectors = (name: string) => [...new Set(rowsOf(name).map(({ sector }) => sector))].sort();
    expect(sectors("cbam_markup")).toEqual(sectors("cbam_good"));
    expect(sectors("cbam_benchmark")).toEqual(sectors("cbam_good"));
  });

  test("have a factor that falls to nothing, which was seen", () => {
    const factors = rowsOf("cbam_factor");
    expect(factors.map(({ year }) => year)).toEqual([2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034]);
    expect(factors.map(({ factor }) => factor)).toEqual([0.975, 0.95, 0.9, 0.775, 0.515, 0.39, 0.265, 0.14, 0]);
    expect(factors.map(({ confirmation }) => confirmation)).toEqual(new Array(9).fill("seen"));
  });
});

test("The shares of wind exports leave the rest without a destination", () => {
  const annual = rowsOf("china_wind_exports").filter(({ measure, year }) => measure === "annual" && year === 2024);
  const named = annual.filter(({ iso3 }) => iso3 !== null);
  const share = named.reduce((sum, { share_pct: of }) => sum + of, 0);
  expect(share).toBeCloseTo(57.8, 9);
  const total = annual.find(({ iso3 }) => iso3 === null)!.capacity_mw;
  // Shares are rounded to 0.1 %, capacities to 0.1 MW.
  for (const { capacity_mw: mw, share_pct: of } of named) expect(Math.abs((100 * mw) / total - of)).toBeLessThan(0.05);
});
