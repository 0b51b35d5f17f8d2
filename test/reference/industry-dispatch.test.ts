import { describe, expect, it } from "vitest";
import { industryDispatch } from "../../lib/industry/tools/dispatch.ts";
import { callTool } from "../../lib/tool/call.ts";

/** The case "six-hour dispatch of coal (ramp limit, minimum load), gas and curtailable wind". */
const sixHours = {
  load_MW: [600, 700, 950, 1000, 800, 650],
  generators: [
    {
      name: "coal",
      capacity_MW: 500,
      marginalCost: 30,
      emissions_t_MWh: 0.95,
      ramp_MW: 60,
      minimum_MW: 100,
    },
    { name: "gas", capacity_MW: 600, marginalCost: 55, emissions_t_MWh: 0.37 },
    {
      name: "wind",
      capacity_MW: 350,
      marginalCost: 0,
      emissions_t_MWh: 0,
      profile_MW: [300, 250, 120, 80, 200, 350],
    },
  ],
};

describe("Six hours of coal, gas and wind", () => {
  it.each([
    { carbonPrice: 0, cost: 129_800, emissions: 2848.4, coal: 2640, gas: 920, wind: 1140 },
    { carbonPrice: 60, cost: 276_004, emissions: 2058.4, coal: 1380, gas: 2020, wind: 1300 },
  ])("at a carbon price of $carbonPrice EUR/t", async ({ carbonPrice, cost, emissions, coal, gas, wind }) => {
    const found = await callTool(industryDispatch, { ...sixHours, carbonPrice });
    // The case's own tolerance is 1e-7; these numbers are exact in the plan.
    expect(found.cost).toBeCloseTo(cost, 6);
    expect(found.emissions_t).toBeCloseTo(emissions, 9);
    expect(found.generation_MWh.coal).toBeCloseTo(coal, 9);
    expect(found.generation_MWh.gas).toBeCloseTo(gas, 9);
    expect(found.generation_MWh.wind).toBeCloseTo(wind, 9);
  });

  it("takes a ramp as a share of capacity, too", async () => {
    const [coal, ...others] = sixHours.generators;
    const { ramp_MW, ...rest } = coal!;
    const shared = { ...sixHours, generators: [{ ...rest, rampShare: ramp_MW! / 500 }, ...others], carbonPrice: 60 };
    expect((await callTool(industryDispatch, shared)).cost).toBeCloseTo(276_004, 6);
  });

  it("switches from coal to gas at the price where both cost the same, (55 − 30) / (0.95 − 0.37) EUR/t", async () => {
    const below = await callTool(industryDispatch, { ...sixHours, carbonPrice: 43.1 });
    const above = await callTool(industryDispatch, { ...sixHours, carbonPrice: 43.11 });
    // Below it, coal runs as far as its ramp lets it without curtailing wind.
    expect(below.generation_MWh.coal).toBeGreaterThan(above.generation_MWh.coal! + 400);
    expect(above.emissions_t).toBeCloseTo(2058.4, 9);
    const capped = await callTool(industryDispatch, { ...sixHours, cap_t: 2500 });
    expect(capped.marginalAbatementCost).toBeCloseTo(25 / 0.58, 9);
    expect(capped.emissions_t).toBeCloseTo(2500, 9);
  });
});

/** A day with sun and a battery; optima, prices and the dual of the cap are those of SciPy 1.17's linprog (native HiGHS). */
const day = {
  load_MW: [
    620, 600, 590, 585, 600, 650, 720, 800, 860, 880, 890, 900, 905, 900, 890, 880, 900, 960, 1000, 980, 920, 840, 750,
    680,
  ],
  generators: [
    {
      name: "sun",
      capacity_MW: 400,
      marginalCost: 0,
      emissions_t_MWh: 0,
      profile_MW: [0, 0, 0, 0, 0, 5, 40, 120, 210, 290, 340, 360, 365, 350, 300, 220, 130, 45, 5, 0, 0, 0, 0, 0],
    },
    { name: "coal", capacity_MW: 500, marginalCost: 30, emissions_t_MWh: 0.95, rampShare: 0.12, minimum_MW: 100 },
    { name: "gas", capacity_MW: 600, marginalCost: 55, emissions_t_MWh: 0.37 },
  ],
  storage: [
    {
      name: "battery",
      power_MW: 80,
      energy_MWh: 320,
      chargeEfficiency: 0.92,
      dischargeEfficiency: 0.9,
      start: 0.5,
      end: 0.5,
    },
  ],
};

describe("A day with sun and a battery", () => {
  it.each([
    { terms: {}, cost: 608_600, emissions: 13_072.4, hours: [55, 55, 55] },
    {
      terms: { carbonPrice: 60 },
      cost: 1_313_506.4116987898,
      emissions: 8201.644475571493,
      hours: [77.2, 100.172165, 77.358247],
    },
    {
      terms: { cap_t: 12_000 },
      cost: 654_824.1379310344,
      emissions: 12_000,
      hours: [70.948276, 70.948276, 70.948276],
    },
  ])("under $terms", async ({ terms, cost, emissions, hours }) => {
    const found = await callTool(industryDispatch, { ...day, ...terms });
    expect(found.cost / cost).toBeCloseTo(1, 12);
    expect(found.emissions_t / emissions).toBeCloseTo(1, 10);
    // The reference prices are written to six decimals.
    [12, 18, 23].forEach((hour, k) => {
      expect(found.price[hour]).toBeCloseTo(hours[k]!, 5);
    });
    expect(found.residual).toBeLessThan(1e-12);
    expect(found.storage.battery!.level.at(-1)).toBeCloseTo(160, 9);
  });

  it("reads a level above 1 as MWh", async () => {
    const [battery] = day.storage;
    const inMWh = { ...day, storage: [{ ...battery!, start: 160, end: 160 }] };
    expect((await callTool(industryDispatch, inMWh)).cost).toBe((await callTool(industryDispatch, day)).cost);
  });
});
