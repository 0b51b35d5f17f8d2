import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { avoidedEmissions, type ExportedCapacity } from "../../../../lib/border/avoided/avoided-emissions.ts";
import { avoidedEmissions as ofPanorama } from "../../../../lib/panorama/avoided.ts";
import { call } from "../../inventory/company/calling.ts";

const share = fc.double({ min: 0, max: 0.2, noNaN: true });
const goods: fc.Arbitrary<ExportedCapacity> = fc.record({
  capacity_MW: fc.double({ min: 0.1, max: 1e5, noNaN: true }),
  capacityFactor: fc.double({ min: 0.01, max: 1, noNaN: true }),
  gridFactor_t_MWh: fc.double({ min: 0.01, max: 1.5, noNaN: true }),
  lifetime_yr: fc.integer({ min: 1, max: 60 }),
  degradation: share,
  decline: share,
  declineForm: fc.constantFrom("exponential" as const, "linear" as const),
  embodied_t_MW: fc.double({ min: 0, max: 5000, noNaN: true }),
  losses: share,
});

describe("Avoided emissions", () => {
  test("are those of the panorama where both compute them", () => {
    fc.assert(
      fc.property(goods, (given) => {
        const here = avoidedEmissions({ ...given, declineForm: "exponential", losses: 0 });
        const there = ofPanorama({
          capacity_MW: given.capacity_MW,
          capacityFactor: given.capacityFactor,
          lifetime: given.lifetime_yr,
          degradation: given.degradation,
          grid_t_per_MWh: given.gridFactor_t_MWh,
          gridDecline: given.decline,
          embodied_t_per_MW: given.embodied_t_MW,
        });
        // The same sums in another order of factors.
        expect(Math.abs(here.baseline_t / there.baseline_t - 1)).toBeLessThan(1e-12);
        expect(Math.abs(here.generation_MWh / there.generation_MWh - 1)).toBeLessThan(1e-12);
        expect(here.embodied_t).toBe(there.embodied_t);
      }),
    );
  });

  test("are the sum of their years less the emissions of making", () => {
    fc.assert(
      fc.property(goods, (given) => {
        const { years, avoided_t, embodied_t, baseline_t } = avoidedEmissions(given);
        expect(years.length).toBe(given.lifetime_yr);
        expect(years.reduce((sum, { baseline_t: of }) => sum + of, 0)).toBe(baseline_t);
        expect(avoided_t).toBe(baseline_t - embodied_t);
        expect(years.every(({ gridFactor_t_MWh: factor }) => factor >= 0)).toBe(true);
      }),
    );
  });

  test("of a linear decline end where the grid is clean, and say so", async () => {
    const given = { capacity_MW: 1, capacityFactor: 1, gridFactor_t_MWh: 1, lifetime_yr: 5, embodied_t_MW: 0 };
    const linear = await call("avoided.exports", { ...given, decline: 0.5, declineForm: "linear" });
    expect(linear.baseline_t).toBe(8760 * 1.5);
    expect(linear.notes[1]).toContain("reaches zero after 2 years of 5");
    expect((await call("avoided.exports", { ...given, decline: 0.5 })).baseline_t).toBe(8760 * (2 - 1 / 16));
  });

  test("of a grid without emissions pay nothing back, and a wrong input is named", async () => {
    const given = { capacity_MW: 1, capacityFactor: 0.2, gridFactor_t_MWh: 0, lifetime_yr: 5, embodied_t_MW: 10 };
    const clean = await call("avoided.exports", given);
    expect(clean).toMatchObject({ payback_yr: null, avoided_t: -10 });
    expect(clean.notes[1]).toMatch(/^Making emits 10 t, .* over 5 years 0 t: nothing is avoided/);
    expect(clean.notes[0]).toBe("Avoided emissions stand beside an inventory and are never netted into it.");
    await expect(call("avoided.exports", { ...given, capacityFactor: 20 })).rejects.toThrow(/capacityFactor is 20/);
    await expect(call("avoided.exports", { ...given, lifetime_yr: 2.5 })).rejects.toThrow(/lifetime_yr/);
  });
});
