import { describe, expect, it } from "vitest";
import { approach1, combineProduct, combineSum } from "../../lib/inventory/uncertainty/approach1.ts";
import { approach2 } from "../../lib/inventory/uncertainty/approach2.ts";
import type { InventorySource } from "../../lib/inventory/uncertainty/inventory-source.ts";

/**
 * A table of six sources by the formulas of IPCC 2006 Guidelines, Vol 1, Ch 3, Table 3.2: category, base year, year t, U of
 * activity and factor, then columns G, H, I, J, K, L, M. The figures are computed from the formulas, not printed there.
 */
const table: readonly (readonly [string, ...number[]])[] = [
  [
    "1.A.1 coal CO2",
    1000.0,
    900.0,
    2,
    5,
    5.385164807134504,
    7.758620689655173,
    0.0535714285714286,
    0.5142857142857142,
    0.267857142857143,
    1.4546196641551834,
    2.1876658163265303,
  ],
  [
    "1.A.1 gas CO2",
    600.0,
    800.0,
    3,
    4,
    5.0,
    5.284713964856652,
    0.11584770582492676,
    0.45714285714285713,
    0.46339082329970704,
    1.9394928855402447,
    3.976363708179605,
  ],
  [
    "3.A.1 enteric CH4",
    200.0,
    190.0,
    5,
    30,
    30.4138126514911,
    11.029363191967233,
    0.005055446836263577,
    0.10857142857142857,
    0.15166340508790732,
    0.7677159338596802,
    0.6123895435448995,
  ],
  [
    "3.C.4 soils N2O",
    150.0,
    140.0,
    20,
    200,
    200.9975124224178,
    261.5404941207557,
    0.005220015496915864,
    0.08,
    1.0440030993831728,
    2.2627416997969525,
    6.209942471521673,
  ],
  [
    "3.B.1 forest CO2",
    -300.0,
    -350.0,
    15,
    40,
    42.720018726587654,
    73.84149161051657,
    0.029601766293237408,
    0.2,
    1.1840706517294963,
    4.242640687119286,
    19.402023308287117,
  ],
  [
    "4.A landfill CH4",
    100.0,
    60.0,
    30,
    40,
    50.0,
    2.972651605231867,
    0.02251774496206771,
    0.03428571428571429,
    0.9007097984827084,
    1.4546196641551838,
    2.927196508429701,
  ],
];
const sources: InventorySource[] = table.map(([category, base, year, activity, factor]) => ({
  category,
  base: base!,
  year: year!,
  activity: activity!,
  factor: factor!,
}));
const near = (actual: number, expected: number, relative = 1e-12) =>
  expect(Math.abs(actual / expected - 1)).toBeLessThan(relative);

describe("Approach 1", () => {
  it("gives every column of Table 3.2", () => {
    const { rows } = approach1(sources);
    for (const [
      at,
      [, , , , , combined, contribution, typeA, typeB, fromFactor, fromActivity, squared],
    ] of table.entries()) {
      const row = rows[at]!;
      near(row.combined, combined!);
      near(row.contribution, contribution!);
      near(row.typeA, typeA!, 1e-9); // a difference of two trends
      near(row.typeB, typeB!);
      near(row.trendFactor, fromFactor!, 1e-9);
      near(row.trendActivity, fromActivity!);
      near(row.trendContribution, squared!, 1e-9);
    }
  });

  it("gives the uncertainty of level and trend", () => {
    const result = approach1(sources);
    expect([result.totalBase, result.totalYear]).toEqual([1750, 1740]);
    near(result.level, 19.03752439743632);
    near(result.trend, -0.5714285714285714);
    near(result.trendUncertainty, 5.942691423613507, 1e-9);
  });

  it("combines products and sums by Equations 3.1 and 3.2", () => {
    near(combineProduct([2, 5]), 5.385164807134504);
    near(combineSum([100, 50], [10, 20]), 9.428090415820634);
  });
});

describe("Approach 2", () => {
  it("agrees with Approach 1 where uncertainties are small, normal and independent", async () => {
    const small = sources.map((source) => ({ ...source, activity: 3, factor: 6 }));
    const first = approach1(small);
    const second = await approach2(small, { draws: 65_536, seed: 1, sampler: "sobol" });
    // First order leaves (0.03 · 0.03)-sized terms; a 97.5 % quantile of 65,536 draws has 0.6 % of sampling error.
    near((second.total.combined.hiPercent - second.total.combined.loPercent) / 2, first.level, 0.01);
    // Column L takes the base year's emission for that of year t (√2); the trend's own first order takes both.
    const ratio = first.totalYear / first.totalBase;
    const squares = first.rows.map(
      ({ base, year, typeA }) => (6 * typeA) ** 2 + (3 * Math.hypot(year, ratio * base)) ** 2 / first.totalBase ** 2,
    );
    const trend = Math.sqrt(squares.reduce((sum, square) => sum + square, 0));
    near((second.total.trendHi! - second.total.trendLo!) / 2, trend, 0.01);
    near(first.trendUncertainty, trend, 0.03);
    for (const [at, row] of second.rows.entries())
      near((row.combined.hiPercent - row.combined.loPercent) / 2, first.rows[at]!.combined, 0.01);
  });

  it("makes the interval of a lognormal source asymmetric about the emission", async () => {
    const { rows } = await approach2(sources, { draws: 32_768, seed: 1, sampler: "sobol" });
    const soils = rows[3]!.combined;
    expect(soils.loPercent).toBeGreaterThan(-100);
    expect(soils.hiPercent).toBeGreaterThan(150);
    expect(-soils.loPercent).toBeLessThan(0.6 * soils.hiPercent);
  });
});
