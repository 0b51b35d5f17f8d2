import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocation, type MarketPlant } from "../../../../lib/border/carbon-market/allocation.ts";
import { call } from "../../inventory/company/calling.ts";

const amount = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const plants: fc.Arbitrary<MarketPlant> = fc.record({
  output: amount(1, 1e7),
  emissions_t: amount(1, 1e7),
  benchmark: amount(0, 3),
  correction: amount(0.5, 1.5),
  coverage: amount(0.1, 1),
  shortfallLimit: fc.option(amount(0, 1)),
  price: amount(0, 500),
  passThrough: amount(0, 1),
});

describe("Allowances by a benchmark of intensity", () => {
  test("balance covered emissions with what is allocated, bought and sold, within the limit", () => {
    fc.assert(
      fc.property(plants, (plant) => {
        const of = allocation(plant);
        expect(of.balance_t).toBe(of.allocation_t - of.covered_t);
        expect(of.toBuy_t === 0 || of.surplus_t === 0).toBe(true);
        if (plant.shortfallLimit === null) expect(of.surplus_t - of.toBuy_t).toBe(of.balance_t);
        else expect(of.toBuy_t).toBeLessThanOrEqual(plant.shortfallLimit * of.covered_t);
        expect(of.passedOn + of.borne).toBeCloseTo(of.netCost, 3);
      }),
    );
  });

  test("make one more unit of output and one tonne less worth what the cost changes by", () => {
    fc.assert(
      fc.property(plants, (plant) => {
        const of = allocation(plant);
        const step = 1e-6;
        const more = allocation({
          ...plant,
          output: plant.output * (1 + step),
          emissions_t: plant.emissions_t * (1 + step),
        });
        const less = allocation({ ...plant, emissions_t: plant.emissions_t * (1 - step) });
        const limited = (each: typeof of) => each.toBuy_t < -each.balance_t;
        // The cost has a kink where the limit begins.
        fc.pre(limited(more) === limited(of) && limited(less) === limited(of));
        // A difference quotient of numbers of this size has no more digits.
        const scale = plant.price * (of.covered_t + of.allocation_t) * 1e-9 + 1e-9;
        expect(Math.abs(more.netCost - of.netCost - of.marginalOutputCost! * plant.output * step)).toBeLessThan(scale);
        expect(Math.abs(of.netCost - less.netCost - of.marginal * plant.emissions_t * step)).toBeLessThan(scale);
      }),
    );
  });

  test("of two plants on both sides of the benchmark sum to a market", async () => {
    const plant = { output: 1e6, unit: "MWh", benchmark: 0.8 };
    const found = await call("industry.allocation", {
      plants: [
        { name: "old", ...plant, emissions_t: 820_000, source: "plan of the test" },
        { name: "new", ...plant, emissions_t: 700_000 },
      ],
      price: 62,
      passThrough: 0.25,
    });
    expect(found.plants.map(({ balance_t }: { balance_t: number }) => balance_t)).toEqual([-20_000, 100_000]);
    expect(found).toMatchObject({ balance_t: 80_000, netCost: -4_960_000, passedOn: -1_240_000 });
    expect(found.plants[0]).toMatchObject({ benchmarkUnit: "t CO2/MWh", costUnit: "CNY/MWh", marginal: 62 });
    expect(found.notes).toEqual([
      "The source of the benchmark of new is not stated. Benchmarks change with every plan of allocation: state which one yours is from.",
    ]);
  });

  test("name a plant without output, one above the limit, and names that occur twice", async () => {
    const plant = { unit: "t", benchmark: 1, source: "plan" };
    const market = (plants: readonly object[]) =>
      call("industry.allocation", { plants, price: 50, shortfallLimit: 0.2 });
    const found = await market([
      { name: "idle", ...plant, output: 0, emissions_t: 10 },
      { name: "clean", ...plant, output: 10, emissions_t: 1 },
    ]);
    expect(found.plants[0]).toMatchObject({ intensity: null, toBuy_t: 2, costPerOutput: null });
    expect(found.notes).toEqual([
      "idle has emissions but no output: its intensity is not defined, and it is allocated nothing.",
      "The shortfall of idle is above the limit: what exceeds it need not be bought.",
    ]);
    const one = { name: "a", ...plant, output: 1, emissions_t: 1 };
    await expect(market([one, one])).rejects.toThrow(/plants names a twice/);
    await expect(market([])).rejects.toThrow(/plants is empty/);
  });
});
