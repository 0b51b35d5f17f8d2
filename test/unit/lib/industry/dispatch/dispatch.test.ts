import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { industryDispatch } from "../../../../../lib/industry/tools/dispatch.ts";
import { callTool } from "../../../../../lib/tool/call.ts";

const HOURS = 12;
const megawatts = (most: number) => fc.array(fc.integer({ min: 0, max: most }), { minLength: HOURS, maxLength: HOURS });

const system = fc
  .record({
    load: megawatts(900),
    wind: megawatts(400),
    costs: fc.array(fc.integer({ min: 5, max: 90 }), { minLength: 3, maxLength: 3 }),
    factors: fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 3, maxLength: 3 }),
    ramp: fc.integer({ min: 10, max: 100 }),
    carbonPrice: fc.integer({ min: 0, max: 100 }),
    power: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ load, wind, costs, factors, ramp, carbonPrice, power }) => {
    const rampShare = ramp / 100;
    const units = costs.map((marginalCost, i) => ({
      name: `unit ${i}`,
      capacity_MW: 250,
      marginalCost,
      emissions_t_MWh: factors[i]! / 10,
      ...(i === 0 && { rampShare }),
    }));
    const input = {
      load_MW: load,
      generators: [{ name: "wind", capacity_MW: 400, marginalCost: 0, emissions_t_MWh: 0, profile_MW: wind }, ...units],
      storage: [
        { power_MW: power, energy_MWh: 4 * power, chargeEfficiency: 0.9, dischargeEfficiency: 0.95, start: 0.25 },
      ],
      carbonPrice,
      valueOfLostLoad: 3000,
    };
    return { input, wind, rampShare };
  });

describe("A dispatch", () => {
  it("serves the load in each hour, keeps to ramps, levels and profiles, and adds up its cost", async () => {
    await fc.assert(
      fc.asyncProperty(system, async ({ input: given, wind, rampShare }) => {
        const found = await callTool(industryDispatch, given);
        const { generation, shed, curtailed } = found;
        const battery = found.storage.storage1!;
        let level = given.storage[0]!.energy_MWh / 4;
        given.load_MW.forEach((load, t) => {
          const given_MW = Object.values(generation).reduce((sum, values) => sum + values[t]!, 0);
          const net = battery.discharge[t]! - battery.charge[t]!;
          // The solver holds rows to 1e-7 in the units of the programme, which are MW.
          expect(given_MW + net + shed[t]!).toBeCloseTo(load, 6);
          expect(generation.wind![t]! + curtailed[t]!).toBeCloseTo(wind[t]!, 6);
          level += 0.9 * battery.charge[t]! - battery.discharge[t]! / 0.95;
          expect(battery.level[t]).toBeCloseTo(level, 6);
          if (t > 0)
            expect(Math.abs(generation["unit 0"]![t]! - generation["unit 0"]![t - 1]!)).toBeLessThan(
              rampShare * 250 + 1e-6,
            );
        });
        expect(level).toBeGreaterThan(given.storage[0]!.energy_MWh / 4 - 1e-6);
        expect(found.cost).toBeCloseTo(found.fuelCost + found.carbonCost + found.lostLoadCost, 6);
        expect(found.carbonCost).toBeCloseTo(given.carbonPrice * found.emissions_t, 6);
        // Proof of the optimum without the solver.
        expect(found.residual).toBeLessThan(1e-9);
      }),
      { numRuns: 15 },
    );
  });

  it("costs no more with a battery than without, and no less under a cap", async () => {
    await fc.assert(
      fc.asyncProperty(system, async ({ input: given }) => {
        const whole = await callTool(industryDispatch, given);
        const bare = await callTool(industryDispatch, { ...given, storage: [] });
        const capped = await callTool(industryDispatch, { ...given, cap_t: whole.emissions_t / 2 });
        const slack = 1e-9 * bare.cost + 1e-6;
        expect(capped.cost).toBeGreaterThan(whole.cost - slack);
        expect(capped.marginalAbatementCost).toBeGreaterThan(-1e-6);
        // A battery has to hand back the level that it starts with, which it has.
        expect(whole.cost).toBeLessThan(bare.cost + slack);
      }),
      { numRuns: 10 },
    );
  });

  const gas = { name: "gas", capacity_MW: 100, marginalCost: 50, emissions_t_MWh: 0.4 };
  const coal = { name: "coal", capacity_MW: 100, marginalCost: 20, emissions_t_MWh: 0.9 };
  it("sheds no more than it must without a value of lost load, at the least cost, and has no price there", async () => {
    const wind = { name: "wind", capacity_MW: 30, marginalCost: 0, emissions_t_MWh: 0 };
    const slow = { ...coal, ramp_MW: 20 };
    const system = { load_MW: [40, 150, 90], generators: [wind, slow] };
    const found = await callTool(industryDispatch, system);
    // Coal can be 40 before it must be 60: 60 is shed in hour 2, and in hour 3 coal may fall.
    expect(found.shed).toEqual([0, 60, 0]);
    expect(found.generation.coal).toEqual([40, 60, 60]);
    expect(found.cost).toBe(20 * 160);
    expect(found.price).toEqual([null, null, 20]);
    expect(found.notes.join(" ")).toMatch(/^60 MWh of load, the least possible, .* shed in hour 2\./);
    await expect(callTool(industryDispatch, { ...system, cap_t: 100 })).rejects.toThrow(
      /cap_t of 100 t cannot be met: 60 MWh of the load cannot be served anyway, .* at least 144 t/,
    );
  });

  it("says that a storage loses energy where that earns, and that it must keep what it has", async () => {
    const storage = [{ name: "battery", power_MW: 10, energy_MWh: 20, chargeEfficiency: 0.5, dischargeEfficiency: 1 }];
    const paid = { name: "paid", capacity_MW: 100, marginalCost: -5, emissions_t_MWh: 0 };
    const found = await callTool(industryDispatch, {
      load_MW: [50],
      generators: [paid],
      storage: [{ ...storage[0], start: 1 }],
    });
    expect(found.generation.paid).toEqual([55]);
    expect(found.notes).toEqual([
      expect.stringMatching(/^battery charges and discharges at once in 1 hour: to lose energy earns/),
      expect.stringMatching(/^battery holds 20 MWh before the first hour and has no end/),
    ]);
  });

  it("sheds load only at the price that is given for it", async () => {
    const found = await callTool(industryDispatch, { load_MW: [90, 120], generators: [gas], valueOfLostLoad: 3000 });
    expect(found.shed).toEqual([0, 20]);
    expect(found.price).toEqual([50, 3000]);
    expect(found.lostLoadCost).toBe(60_000);
    expect(found.notes).toContain("20 MWh of load is shed in 1 hour.");
  });

  const store = { power_MW: 10, energy_MWh: 20, chargeEfficiency: 0.9, dischargeEfficiency: 0.9 };
  it.each([
    [{ load_MW: [], generators: [gas] }, /load_MW is empty/],
    [{ load_MW: [1], generators: [] }, /generators is empty/],
    [{ load_MW: [1], generators: [gas, gas] }, /generators has gas twice/],
    [{ load_MW: [10], generators: [{ ...gas, minimum_MW: 50 }] }, /In hour 1 the minimum outputs of 50 MW exceed/],
    [{ load_MW: [90], generators: [gas, coal], cap_t: 30 }, /cap_t of 30 t cannot be met: .* at least 36 t/],
    [{ load_MW: [1], generators: [{ ...gas, profile_MW: [1, 2] }] }, /Generator gas has a profile of 2 hours/],
    [{ load_MW: [1], generators: [{ ...gas, minimum_MW: 200 }] }, /Generator gas must give at least 200 MW/],
    [{ load_MW: [1], generators: [{ ...gas, ramp_MW: 1, rampShare: 1 }] }, /has rampShare and ramp_MW/],
    [{ load_MW: [1], generators: [gas], storage: [{ ...store, start: 30 }] }, /start 30 MWh, more than its energy_MWh/],
    [{ load_MW: [1], generators: [gas], storage: [{ ...store, end: 0, end_MWh: 0 }] }, /has end and end_MWh/],
    [
      { load_MW: [1], generators: [{ ...gas, capacity_MW: -1 }] },
      /generators\[0\]\.capacity_MW is -1; expected a number ≥ 0/,
    ],
    [
      { load_MW: [40, 90], generators: [{ ...gas, minimum_MW: 30 }], cap_t: 20, valueOfLostLoad: 9 },
      /cap_t of 20 t cannot be met: .* at least 24 t/,
    ],
    [
      { load_MW: [50, 0], generators: [gas], storage: [{ ...store, start: 1, end: 0 }] },
      /No dispatch meets the load in hour 2, the last level of storage1, the power of storage1 in hour 2 and the power of storage1 in hour 1 together/,
    ],
    [
      { load_MW: [9, 9], generators: [gas], storage: [{ ...store, power_MW: 5, end: 1 }] },
      /Storage storage1 cannot hold 20 MWh after 2 hours: from 0 MWh, power_MW of 5 takes it to 9 MWh/,
    ],
  ])("answers %j with a sentence", async (input, sentence) => {
    await expect(callTool(industryDispatch, input)).rejects.toThrow(sentence);
  });

  it("says where a profile exceeds the capacity", async () => {
    const wind = { ...gas, name: "wind", profile_MW: [120, 80] };
    const { notes, curtailed } = await callTool(industryDispatch, { load_MW: [50, 50], generators: [wind] });
    expect(notes[0]).toBe("The profile of wind exceeds capacity_MW in 1 hour; the capacity holds there.");
    expect(curtailed).toEqual([50, 30]);
  });
});
