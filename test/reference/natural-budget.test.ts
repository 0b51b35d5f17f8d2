import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { closeBudget } from "../../lib/natural/carbon-budget.ts";
import { budgetCarbon, budgetEnsemble } from "../../lib/natural/tools/budget-carbon.ts";
import { budgetMethane, budgetNitrousOxide } from "../../lib/natural/tools/budget-gases.ts";
import { budgetManagedLand } from "../../lib/natural/tools/budget-managed-land.ts";
import { callTool } from "../../lib/tool/call.ts";
import { rowsOf } from "./natural/shipped-rows.ts";

const anchors: { cases: Record<string, string | number>[] } = JSON.parse(
  readFileSync(new URL("natural/gcb-anchors.json", import.meta.url), "utf8"),
);
const budget = await callTool(budgetCarbon, { rows: rowsOf("carbon_budget_global") });
const termOf = (of: { readonly terms: readonly { term: string; value: number }[] }, name: string) =>
  of.terms.find(({ term }) => term === name)!.value;

describe("the global carbon budget", () => {
  test.each(anchors.cases)("of $name closes to 1e-9 against its own terms, and leaves the printed imbalance", (row) => {
    const closed = closeBudget({
      year: 0,
      fossil: Number(row.E_FF),
      landUseChange: Number(row.E_LUC),
      atmosphericGrowth: Number(row.G_ATM),
      oceanSink: Number(row.S_OCEAN),
      landSink: Number(row.S_LAND),
    });
    expect(Math.abs(closed.closure)).toBeLessThan(1e-9);
    // Five terms printed to 0.1 may each be 0.05 off: the printed imbalance was rounded apart from them. Seen: up to 0.1.
    expect(Math.abs(termOf(closed, "B_IM") - Number(row.B_IM))).toBeLessThan(0.11);
  });

  test("closes every year from 1959 to 2024 to 1e-9", () => {
    expect(budget.years.map(({ year }) => year)).toEqual(Array.from({ length: 66 }, (_, i) => 1959 + i));
    expect(budget.identities[0]!.largest).toBeLessThan(1e-9);
  });

  test("leaves the imbalance as published, to the rounding of seven terms to five decimals", () => {
    expect(budget.identities[1]!.largest).toBeLessThan(3.5e-5);
  });

  test("has for 2014 to 2023 the terms of the edition before, within its revisions", async () => {
    const { mean } = await callTool(budgetCarbon, {
      rows: rowsOf("carbon_budget_global"),
      from: 2014,
      to: 2023,
      carbonation: "deducted",
    });
    // The growth of the atmosphere and fossil emissions are measured and counted: editions differ by less than 0.1.
    expect(termOf(mean, "E_FF")).toBeCloseTo(9.7, 0);
    expect(Math.abs(termOf(mean, "G_ATM") - 5.2)).toBeLessThan(0.1);
    // Land: the edition of 2025 moved S_LAND down and E_LUC and S_OCEAN up, by less than one sigma each.
    expect(Math.abs(termOf(mean, "S_OCEAN") - 2.9)).toBeLessThan(0.4);
    expect(Math.abs(termOf(mean, "S_LAND") - 3.2)).toBeLessThan(0.9);
    expect(Math.abs(termOf(mean, "E_LUC") - 1.1)).toBeLessThan(0.7);
  });

  test("is in Gt CO2 3.664 times what it is in Gt C", async () => {
    const rows = rowsOf("carbon_budget_global");
    const co2 = await callTool(budgetCarbon, { rows, unit: "Gt CO2/yr" });
    expect(termOf(co2.years[65]!, "E_FF")).toBeCloseTo(38.5986, 3);
    expect(co2.identities[0]!.largest).toBeLessThan(1e-9);
  });
});

describe("the models of the carbon budget", () => {
  const rows = rowsOf("carbon_budget_models");

  test("are ten ocean models and nine products, twenty vegetation models and four bookkeeping models", async () => {
    const { components, combinations } = await callTool(budgetEnsemble, { rows, from: 2014, to: 2023 });
    const roles = components.flatMap(({ models }) => models.map(({ role }) => role));
    const count = (role: string) => roles.filter((each) => each === role).length;
    expect([count("ocean model"), count("observation product")]).toEqual([10, 9]);
    expect([count("vegetation model"), count("bookkeeping model")]).toEqual([20, 4]);
    expect(combinations.count).toBe(19 * 20 * 4);
  });

  test("have the means that Table 5 and 6 print for 2014 to 2023", async () => {
    const { components } = await callTool(budgetEnsemble, { rows, from: 2014, to: 2023 });
    const [ocean, land, use] = components;
    expect(ocean!.budget).toBeCloseTo(2.9, 1);
    expect(Math.abs(land!.budget - 3.2)).toBeLessThan(0.05);
    expect(Math.abs(use!.budget - 1.1)).toBeLessThan(0.05);
    // The budget's land-use change is the mean of its four bookkeeping models, peat included.
    expect(Math.abs(use!.spread.value - use!.budget)).toBeLessThan(0.01);
    expect(Math.abs(land!.spread.value - land!.budget)).toBeLessThan(0.01);
  });

  test("that agree with the budget do not move its imbalance", async () => {
    const { components } = await callTool(budgetEnsemble, { rows, from: 2014, to: 2023 });
    const land = components[1]!;
    const mean = land.models.reduce((sum, { imbalanceShift }) => sum + imbalanceShift, 0) / land.models.length;
    expect(Math.abs(mean)).toBeLessThan(0.01);
  });
});

describe("the methane budget of 2008 to 2017", () => {
  const rows = rowsOf("methane_budget");
  const series = rowsOf("atmosphere_annual") as unknown as { gas: string; year: number; mole_fraction: number }[];
  const ch4 = series
    .filter(({ gas }) => gas === "CH4")
    .map(({ year, mole_fraction }) => ({ year, moleFraction: mole_fraction }));

  test("has bottom-up sources of 737 and sinks of 625 Tg, and an imbalance that the atmosphere does not allow", async () => {
    const bottom = await callTool(budgetMethane, { rows, approach: "bottom_up" });
    expect([bottom.sources, bottom.sinks, bottom.surplus]).toEqual([737, 625, 112]);
    expect(bottom.imbalance).toBeCloseTo(112 - 18.2, 9);
  });

  test("closes top-down within the rounding of its terms", async () => {
    const top = await callTool(budgetMethane, { rows, approach: "top_down" });
    expect([top.sources, top.sinks]).toEqual([577, 556]);
    // The table prints total sources 576: its parts, printed to 1 Tg each, add to 577.
    expect(Math.abs(top.imbalance)).toBeLessThan(3);
  });

  test("grows by the measured mole fractions as the table says, 17.3 to 19.0 Tg a year", async () => {
    const measured = await callTool(budgetMethane, { rows, approach: "top_down", moleFractions: ch4 });
    // The table took another record and another reading of the ends of the decade: 5 % apart.
    expect(measured.growth).toBeGreaterThan(17.3 * 0.95);
    expect(measured.growth).toBeLessThan(19 * 1.05);
  });

  test("has parts that add to their totals within the rounding of each part", async () => {
    for (const approach of ["bottom_up", "top_down"] as const) {
      const { checks } = await callTool(budgetMethane, { rows, approach });
      expect(checks.length).toBeGreaterThan(3 - Number(approach === "top_down"));
      // Up to three parts and the total, each rounded to 1 Tg, and means over different sets of models.
      for (const { check, apart } of checks) expect(Math.abs(apart), check).toBeLessThanOrEqual(2);
    }
  });
});

describe("the nitrous oxide budget of 2007 to 2016", () => {
  const series = rowsOf("atmosphere_annual") as unknown as { gas: string; year: number; mole_fraction: number }[];
  const moleFractions = series
    .filter(({ gas }) => gas === "N2O")
    .map(({ year, mole_fraction }) => ({ year, moleFraction: mole_fraction }));

  test("has 17.0 Tg N of sources, 43 % of them anthropogenic, and a loss and growth as published", async () => {
    const n2o = await callTool(budgetNitrousOxide, { rows: rowsOf("nitrous_oxide_budget"), moleFractions });
    expect(n2o.sources.value).toBeCloseTo(17.0, 9);
    expect([n2o.sources.lo, n2o.sources.hi]).toEqual([12.2, 23.4]);
    expect(n2o.anthropogenicShare).toBeCloseTo(0.43, 2);
    // Tian et al. (2020): chemical sink 13.5 (12.4 to 14.6), growth 4.3 (3.8 to 4.8) Tg N a year.
    expect(n2o.loss.value).toBeGreaterThan(12.4);
    expect(n2o.loss.value).toBeLessThan(14.6);
    expect(n2o.growth).toBeGreaterThan(3.8);
    expect(n2o.growth).toBeLessThan(4.8);
    expect(Math.abs(n2o.imbalance)).toBeLessThan(1.5);
  });
});

describe("the managed-land proxy", () => {
  test("turns a sink of land into a part of the inventory: China 2021, where the models disagree in sign", async () => {
    const of = <T>(name: Parameters<typeof rowsOf>[0]) =>
      (rowsOf(name) as unknown as (T & { iso3: string; year: number })[]).filter(
        ({ iso3, year }) => iso3 === "CHN" && year === 2021,
      );
    const models = of<{ model: string; mtc: number }>("land_use_change_countries").map(({ model, mtc }) => ({
      model,
      value: mtc * 3.664,
    }));
    expect(models.map(({ value }) => Math.sign(value))).toContain(-1);
    const [inventory] = of<{ net_mtco2: number; source: string }>("land_use_reported");
    const [territory] = of<{ production_mtco2: number }>("carbon_budget_countries");
    const reported = { value: inventory!.net_mtco2, source: inventory!.source };
    const choice = await callTool(budgetManagedLand, { fossil: territory!.production_mtco2, models, reported });
    expect(choice.choices.map(({ principle }) => principle)).toEqual([
      "fossil only",
      "bookkeeping",
      "bookkeeping",
      "bookkeeping",
      "managed-land proxy",
    ]);
    expect(choice.indirectSink!.value).toBeCloseTo(choice.bookkeeping.value + 1346.499, 9);
    // 1,346.499 of 11,284.398 Mt.
    expect(choice.choices.at(-1)!.percent).toBeCloseTo(-11.93, 2);
  });
});
