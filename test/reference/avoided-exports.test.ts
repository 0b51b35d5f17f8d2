import { expect, test } from "vitest";
import { call } from "../unit/inventory/company/calling.ts";

// Closed forms of the cases; 1e-9 relative as they state.
const near = (value: number, wanted: number) => expect(Math.abs(value / wanted - 1)).toBeLessThan(1e-9);

test("A gigawatt of panels avoids what the case says, with a grid that falls and with one that stays", async () => {
  const panels = {
    capacity_MW: 1000,
    capacityFactor: 0.14,
    lifetime_yr: 25,
    degradation: 0.005,
    gridFactor_t_MWh: 0.6,
    decline: 0.02,
    embodied_t_MW: 1200,
  };
  const found = await call("avoided.exports", panels);
  near(found.years[0].generation_MWh, 1226400.0000000002);
  near(found.generation_MWh, 28889018.809518013);
  near(found.baseline_t, 13818756.025216317);
  near(found.embodied_t, 1_200_000);
  near(found.avoided_t, 12618756.025216317);
  near(found.payback_yr, 1.6307893020221784);
  near((await call("avoided.exports", { ...panels, decline: 0 })).baseline_t, 17333411.285710808);
});

test("Wind turbines for five destinations avoid what the case says", async () => {
  const destinations = [
    [0.33, 779.1, 0.51, 19089828.65854292, 18583413.65854292],
    [0.32, 680.4, 0.558, 17687774.477088843, 17245514.477088843],
    [0.42, 649.2, 0.234, 9288987.298190398, 8867007.298190398],
    [0.38, 519.4, 0.498, 14309998.713973703, 13972388.713973703],
    [0.33, 373.9, 0.698, 12538614.13981839, 12295579.13981839],
  ] as const;
  let sum = 0;
  for (const [capacityFactor, capacity_MW, gridFactor_t_MWh, baseline, avoided] of destinations) {
    const found = await call("avoided.exports", {
      ...{ capacityFactor, capacity_MW, gridFactor_t_MWh },
      ...{ lifetime_yr: 20, decline: 0.02, embodied_t_MW: 650 },
    });
    near(found.baseline_t, baseline);
    near(found.avoided_t, avoided);
    sum += found.avoided_t;
  }
  near(sum, 70963903.28761426);
});

test("The turbines of 2024 by destination avoid the same with the shares and factors that ship", async () => {
  const found = await call("avoided.wind", {
    year: 2024,
    lifetime_yr: 20,
    degradation: 0,
    decline: 0.02,
    embodied_t_MW: 650,
    losses: 0,
    capacityFactors: { SAU: 0.33, UZB: 0.32, BRA: 0.42, EGY: 0.38, KAZ: 0.33 },
  });
  near(found.avoided_t, 70963903.28761426);
  near(found.byDestination[2].baseline_t, 9288987.298190398);
  expect(found.notes).toContain("42.2 % of the 5193.7 MW exported have no published destination and are in no sum.");
  expect(found.assumptions.some(({ illustrative }: { illustrative: boolean }) => illustrative)).toBe(false);
});
