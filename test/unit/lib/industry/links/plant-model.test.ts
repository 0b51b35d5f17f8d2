import { expect, test } from "vitest";
import { industryKeyLinks } from "../../../../../lib/industry/tools/key-links.ts";
import { industryPlant } from "../../../../../lib/industry/tools/plant.ts";
import { industryScenarios } from "../../../../../lib/industry/tools/scenarios.ts";
import { callTool } from "../../../../../lib/tool/call.ts";

const name = "steel BF-BOF";

test("The key links of a plant have the emissions and the purchases of that plant", async () => {
  const plant = await callTool(industryPlant, { plant: name, gridFactor_t_MWh: 0.5 });
  const { emissions, cost, links, notes } = await callTool(industryKeyLinks, {
    model: { plant: name, gridFactor_t_MWh: 0.5, prices: { "coking coal": 200, electricity: 80 } },
    parameters: {},
  });
  expect(emissions).toBeCloseTo((plant.scope1_kg_t + plant.scope2_kg_t!) / 1000, 9);
  const coal = plant.feeds.find(({ feed }) => feed === "coking coal")!.mass_kg_t;
  expect(cost).toBeCloseTo(0.2 * coal + 0.08 * plant.electricity_kWh_t, 9);
  expect(links.map(({ parameter }) => parameter)).not.toContain("gangue");
  expect(notes.join()).toContain("recalled");
  // With so much injected coal the furnace has no heat left well above the low end of the range, 280.
  const { to, emissions: least } = links.find(({ parameter }) => parameter === "cokeRate")!.ends!.lo;
  expect(to).toBeGreaterThan(280);
  expect(to).toBeLessThan(380);
  expect(notes.join()).toContain(`cokeRate goes to ${to} instead of 280`);
  const at = (cokeRate: number) =>
    callTool(industryPlant, { plant: name, gridFactor_t_MWh: 0.5, parameters: { cokeRate } });
  const less = await at(to);
  expect(least).toBeCloseTo((less.scope1_kg_t + less.scope2_kg_t!) / 1000, 9);
  await expect(at(to - 2)).rejects.toThrow(/impossible as it is run/);
});

test("Scenarios of a plant move its parameters and the factor of its electricity", async () => {
  const { scenarios } = await callTool(industryScenarios, {
    model: { plant: "steel DRI-EAF, hydrogen" },
    parameters: { gridFactor_t_MWh: { value: 0.5, distribution: { type: "uniform", lo: 0.4, hi: 0.6 } }, hydrogen: 55 },
    scenarios: [{ name: "clean power", values: { gridFactor_t_MWh: 0 } }],
    draws: 16,
  });
  const plant = await callTool(industryPlant, { plant: "steel DRI-EAF, hydrogen" });
  expect(scenarios[0]!.emissions.value).toBeCloseTo(plant.scope1_kg_t / 1000, 9);
  expect(scenarios[0]!.lower.emissions).toBe(1);
});

test("A price of what the plant does not buy is answered by what it buys", async () => {
  await expect(
    callTool(industryKeyLinks, { model: { plant: name, prices: { uranium: 1 } }, parameters: {} }),
  ).rejects.toThrow(/prices names uranium, which steel BF-BOF does not buy\. It buys coking coal/);
});

test("At the end of what is possible the derivative is that of the side that there is", async () => {
  const links = async (gasShare: number) => {
    const found = await callTool(industryKeyLinks, { model: { plant: "cement" }, parameters: { gasShare } });
    return { emissions: found.emissions, derivative: found.links[0]!.emissions!.derivative };
  };
  const [none, some] = [await links(0), await links(0.5)];
  // Emissions fall in a line as gas takes the place of coal.
  expect(none.derivative).toBeCloseTo((some.emissions - none.emissions) / 0.5, 6);
  expect(none.derivative).toBeLessThan(0);
});
