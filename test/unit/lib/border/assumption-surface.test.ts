import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  assumptionSurface,
  measured,
  reachedBy,
  surfaceParameters,
} from "../../../../lib/border/avoided/assumption-surface.ts";
import { call } from "../../inventory/company/calling.ts";

const goods = {
  capacity_MW: 1000,
  capacityFactor: 0.15,
  gridFactor_t_MWh: 0.5,
  lifetime_yr: 20,
  degradation: 0.005,
  decline: 0.02,
  declineForm: "exponential" as const,
  losses: 0.05,
  embodied_t_MW: 800,
};
const even = (from: number, to: number, steps: number) =>
  Array.from({ length: steps }, (_, at) => from + (at / (steps - 1)) * (to - from));

describe("A surface of assumptions", () => {
  test("has a contour on which the model gives the target", () => {
    fc.assert(
      fc.property(fc.double({ min: 2e5, max: 8e6, noNaN: true }), (target) => {
        const x = { parameter: "capacityFactor" as const, values: even(0.05, 0.3, 6) };
        const y = { parameter: "gridFactor_t_MWh" as const, values: even(0.2, 1, 5) };
        for (const measure of ["first year", "lifetime"] as const) {
          const { contour, cells } = assumptionSurface(goods, measure, x, y, target);
          for (const at of contour) {
            const there = measured({ ...goods, capacityFactor: at.x, gridFactor_t_MWh: at.y }, measure);
            // Bisection ends at neighbouring floats; the sum over years rounds a few more.
            expect(Math.abs(there / target - 1)).toBeLessThan(1e-12);
          }
          // A row without a crossing lies on one side of the target.
          const crossed = new Set(contour.map((at) => at.y));
          for (const atY of y.values) {
            const row = cells.filter((cell) => cell.y === atY);
            expect(new Set(row.map(({ reaches }) => reaches)).size).toBe(crossed.has(atY) ? 2 : 1);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  test("names for each assumption alone the value that reaches the target", () => {
    const target = 1.5 * measured(goods, "first year");
    expect(reachedBy(goods, "first year", "capacity_MW", target)).toBeCloseTo(1500, 6);
    expect(reachedBy(goods, "first year", "capacityFactor", target)).toBeCloseTo(0.225, 12);
    expect(reachedBy(goods, "first year", "lifetime_yr", target)).toBeNull();
    for (const parameter of surfaceParameters) {
      const needed = reachedBy(goods, "lifetime", parameter, 8e6);
      if (needed === null) continue;
      const there = measured({ ...goods, [parameter]: needed }, "lifetime");
      if (parameter === "lifetime_yr") expect(there).toBeGreaterThanOrEqual(8e6);
      else expect(Math.abs(there / 8e6 - 1)).toBeLessThan(1e-9);
    }
  });

  test("of China's exports has the announced figure as target, and reaches it neither alone nor by accident", async () => {
    const axes = {
      x: { parameter: "capacityFactor", from: 0.1, to: 0.25, steps: 4 },
      y: { parameter: "gridFactor_t_MWh", from: 0.2, to: 1, steps: 5 },
    };
    const found = await call("avoided.surface", axes);
    expect(found).toMatchObject({ target_t: 350e6, xUnit: "1", yUnit: "t CO2e AR6.GWP100/MWh" });
    expect(found.cells).toHaveLength(20);
    expect(found.gridFactors.map(({ grid }: { grid: string }) => grid)).toEqual([
      "average",
      "operating margin",
      "combined margin",
    ]);
    const running = await call("avoided.surface", { ...axes, since: 2017 });
    expect(running.value_t).toBeGreaterThan(found.value_t);
    const making = await call("avoided.surface", {
      ...{ measure: "making", goods: "solar", capacity_MW: 100_000 },
      x: { parameter: "embodied_t_MW", from: 1, to: 40, steps: 40 },
      y: { parameter: "capacity_MW", from: 100_000, to: 200_000, steps: 2 },
    });
    expect(making.contour).toEqual([
      { x: 20, y: 100_000 },
      { x: 10, y: 200_000 },
    ]);
  });

  test("refuses axes that are no ranges", async () => {
    const x = { parameter: "capacityFactor", from: 0.1, to: 0.25 };
    const y = { parameter: "lifetime_yr", from: 1, to: 30, steps: 30 };
    const surface = (more: object) => call("avoided.surface", { x, y, ...more });
    await expect(surface({ y: x })).rejects.toThrow(/x and y vary the same assumption, capacityFactor/);
    await expect(surface({ x: { ...x, to: 0.1 } })).rejects.toThrow(/x\.to is 0\.1; expected a number above x\.from/);
    await expect(surface({ x: { ...x, to: 1.5 } })).rejects.toThrow(/x takes capacityFactor to 1\.5/);
    await expect(surface({ since: 2025 })).rejects.toThrow(/since is 2025, after year/);
  });
});
