import { describe, expect, test } from "vitest";
import { metricCoverage } from "../../lib/lifecycle/impact/climate-method.ts";
import { gasFlows } from "../../lib/lifecycle/impact/gas-flow.ts";
import { shippedMethods } from "../../lib/lifecycle/impact/shipped-methods.ts";
import { publishedValue } from "../../lib/quantity/gwp-table.ts";
import { call, shipped } from "../unit/inventory/company/calling.ts";

// Seven flows with what each scores in eight indicators: arithmetic on the shipped factors, exact but for rounding.
const inventory = [
  ["Carbon dioxide", "emission/air", 100],
  ["Methane", "emission/air/troposphere/rural", 2],
  ["Nitrous oxide", "emission/air", 0.1],
  ["Sulfur dioxide", "emission/air/troposphere/urban", 0.5],
  ["Nitrogen dioxide", "emission/air", 0.4],
  ["Ammonia", "emission/air", 0.2],
  ["Phosphate", "emission/water/fresh water body/river", 0.05],
].map(([flow, compartment, amount]) => ({ flow, compartment, amount, unit: "kg" }));

const expected: Record<string, number> = {
  GWP100_AR6: 183.1,
  GWP100_AR5: 182.5,
  GWP20_AR6: 289.7,
  GHG: 179.8,
  ACID: 1.156,
  EUTR: 0.041436,
  SMOG: 6.766892307692308,
  HRSP: 0.04677777777777778,
};

const detail: Record<string, readonly (readonly [flow: string, factor: number, contribution: number])[]> = {
  GWP100_AR6: [
    ["Carbon dioxide", 1, 100],
    ["Methane", 27.9, 55.8],
    ["Nitrous oxide", 273, 27.3],
  ],
  GWP100_AR5: [
    ["Carbon dioxide", 1, 100],
    ["Methane", 28, 56],
    ["Nitrous oxide", 265, 26.5],
  ],
  GWP20_AR6: [
    ["Methane", 81.2, 162.4],
    ["Carbon dioxide", 1, 100],
    ["Nitrous oxide", 273, 27.3],
  ],
  GHG: [
    ["Carbon dioxide", 1, 100],
    ["Methane", 25, 50],
    ["Nitrous oxide", 298, 29.8],
  ],
  ACID: [
    ["Sulfur dioxide", 1, 0.5],
    ["Ammonia", 1.88, 0.376],
    ["Nitrogen dioxide", 0.7, 0.28],
  ],
  EUTR: [
    ["Ammonia", 0.1186, 0.02372],
    ["Nitrogen dioxide", 0.04429, 0.017716],
  ],
  SMOG: [
    ["Nitrogen dioxide", 16.845333333333333, 6.738133333333334],
    ["Methane", 0.014379487179487182, 0.028758974358974364],
  ],
  HRSP: [
    ["Sulfur dioxide", 0.06111111111111111, 0.030555555555555555],
    ["Ammonia", 0.06666666666666667, 0.013333333333333334],
    ["Nitrogen dioxide", 0.007222222222222222, 0.0028888888888888888],
  ],
};

const EXACT = 1e-12;

describe("lifecycle.characterise with seven flows", async () => {
  const found = await call("lifecycle.characterise", { inventory, methods: Object.keys(expected) });

  test.each(Object.entries(expected))("%s scores %d", (code, score) => {
    const { value } = found.scores.find((each: { indicator: string }) => each.indicator === code);
    expect(Math.abs(value / score - 1)).toBeLessThan(EXACT);
  });

  test.each(Object.entries(detail))("%s lists each contribution with the compartment of its factor", (code, lines) => {
    const listed = found.contributions.filter((each: { indicator: string }) => each.indicator === code);
    expect(listed.map((each: { flow: string }) => each.flow)).toEqual(lines.map(([flow]) => flow));
    for (const [i, [, factor, contribution]] of lines.entries()) {
      expect(listed[i].contextUsed).toBe("emission/air");
      expect(Math.abs(listed[i].factor / factor - 1)).toBeLessThan(EXACT);
      expect(Math.abs(listed[i].contribution / contribution - 1)).toBeLessThan(EXACT);
    }
  });

  test("lists phosphate as not characterised in any indicator, and others where they have no factor", () => {
    const of = (flow: string) =>
      found.uncharacterised
        .filter((each: { flow: string }) => each.flow === flow)
        .flatMap((each: { indicators: string[] }) => each.indicators);
    expect(of("Phosphate").sort()).toEqual(Object.keys(expected).sort());
    expect(of("Carbon dioxide").sort()).toEqual(["ACID", "EUTR", "HRSP", "SMOG"]);
    const eutrophication = found.scores.find((each: { indicator: string }) => each.indicator === "EUTR");
    expect([eutrophication.flows, eutrophication.characterised]).toEqual([7, 2]);
    // 0.4 kg and 0.2 kg of 103.25 kg.
    expect(eutrophication.shareOfMass).toBeCloseTo(0.6 / 103.25, 12);
    expect(found.emissions).toMatchObject({ flows: 7, characterised: 6 });
  });
});

describe("The shipped factors", async () => {
  const methods = await shippedMethods(shipped);

  test("have the indicators of TRACI 2.1 as impacts, and sums of energy, land, water and minerals as inventories", () => {
    const kinds = methods.flatMap(({ indicators }) => indicators.map(({ code, kind }) => `${code} ${kind}`));
    expect(kinds.filter((each) => each.endsWith("inventory")).sort()).toEqual(
      ["ENRG", "LAND", "MNRL", "NNRG", "RNRG", "WATR"].map((code) => `${code} inventory`),
    );
    expect(kinds).toHaveLength(19);
  });

  // Two independent copies of the IPCC's tables, EPA's LCIAformatter and openclimatedata, under different names of the gases.
  test.each([
    ["GWP100_AR6", "AR6.GWP100"],
    ["GWP20_AR6", "AR6.GWP20"],
    ["GWP100_AR5", "AR5.GWP100"],
  ])("%s has the values of %s for the gases that both have", (indicator, metric) => {
    const factors = new Map(
      methods.flatMap((each) => each.factors).flatMap((f) => (f.indicator === indicator ? [[f.flow, f.value]] : [])),
    );
    const both = [...gasFlows].filter(([gas, flow]) => factors.has(flow) && publishedValue(metric, gas));
    expect(both.length).toBeGreaterThan(50);
    const other = both.filter(([gas, flow]) => factors.get(flow) !== publishedValue(metric, gas)!.value);
    expect(other.map(([gas, flow]) => `${gas} ${publishedValue(metric, gas)!.value} ${factors.get(flow)}`)).toEqual([]);
  });
});

test("metrics that no report or source at hand has are said to have no gases", () => {
  const gases = Object.fromEntries(metricCoverage().map(({ metric, gases: read }) => [metric, read.length]));
  expect(gases).toMatchObject({ "AR4.GWP20": 2, "AR4.GTP100": 0, "AR5.GWP20": 2, "AR5.GTP100": 0 });
  for (const metric of ["AR4.GWP100", "AR5.GWP100", "AR6.GWP20", "AR6.GWP100", "AR6.GTP100"])
    expect(gases[metric]).toBeGreaterThan(40);
});
