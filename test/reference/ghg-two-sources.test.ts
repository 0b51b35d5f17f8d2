import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inOtherMetric } from "../../lib/quantity/other-metric.ts";
import { quantity } from "../../lib/quantity/quantity.ts";
import { numbersOf, tableOf, textsOf } from "../unit/datasets/shipped.ts";
import cases from "./quantity/ghg-2022-by-gas.json" with { type: "json" };

// The case's own tolerance: the same sums over the same rows, in another order.
const near = (actual: number, expected: number) =>
  expect(Math.abs(actual / expected - 1), `${actual} beside ${expected}`).toBeLessThanOrEqual(cases.tolerance_relative);

const jones = tableOf("gases_countries");
const [jonesCode, jonesYear] = [textsOf(jones, "iso3"), numbersOf(jones, "year")];
const ofJones = (iso3: string, column: string): number =>
  jones.getChild(column)!.get(jonesCode.findIndex((code, row) => code === iso3 && jonesYear[row] === 2022));

const edgar = tableOf("nonco2_countries");
const [edgarCode, edgarGas] = [textsOf(edgar, "iso3"), textsOf(edgar, "gas")];
const [edgarYear, edgarMass] = [numbersOf(edgar, "year"), numbersOf(edgar, "emissions_mtco2e_ar5")];
const ofEdgar = (iso3: string, gas: string): number =>
  edgarCode.reduce(
    (sum, code, row) => sum + (code === iso3 && edgarGas[row] === gas && edgarYear[row] === 2022 ? edgarMass[row]! : 0),
    0,
  );

const AR6 = "Mt CO2e AR6.GWP100";

describe.each(Object.entries(cases.expected))("the gases of %s in 2022 by two sources", (iso3, expected) => {
  test("CO2 with land use, CH4 and N2O by Jones et al. (AR6)", () => {
    const parts = ["co2_mt", "ch4_mtco2e_ar6", "n2o_mtco2e_ar6"].map((column) => ofJones(iso3, column));
    near(parts[0]!, expected.jones_co2_incl_luc);
    near(parts[1]!, expected.jones_ch4_ar6);
    near(parts[2]!, expected.jones_n2o_ar6);
    near(parts[0]! + parts[1]! + parts[2]!, expected.jones_three_gases_ar6);
  });

  test("CH4, N2O and fluorinated gases by EDGAR (AR5)", () => {
    near(ofEdgar(iso3, "CH4"), expected.edgar_ch4_ar5);
    near(ofEdgar(iso3, "N2O"), expected.edgar_n2o_ar5);
    near(ofEdgar(iso3, "F-gases"), expected.edgar_fgases_ar5);
  });

  test("N2O of both beside each other, by one metric", () => {
    const converted = inOtherMetric(quantity(ofJones(iso3, "n2o_mtco2e_ar6"), AR6), "N2O", "AR5.GWP100");
    near(converted.value, expected.jones_n2o_as_ar5);
    expect(converted.unit).toBe("Mt CO2e AR5.GWP100");
    near(ofEdgar(iso3, "N2O") / converted.value, expected.n2o_ratio_edgar_to_jones);
  });
});

describe("a total by another metric", () => {
  test.each(["AR5.GWP100", "UNFCCC.GWP100", "AR4.GWP100"])("of CH4 by AR6 is refused for %s", (metric) => {
    expect(() => inOtherMetric(quantity(1864, AR6), "CH4", metric)).toThrow(
      /A total of CH4 by AR6.GWP100 cannot become one by .*does not say how much is which/,
    );
  });

  test.each(["F-gases", "HFCs", "GHG", "R-410A"])("of %s is refused: it is not one gas", (gas) => {
    expect(() => inOtherMetric(quantity(461, "Mt CO2e AR5.GWP100"), gas, "AR6.GWP100")).toThrow(/is not one gas/);
  });

  test("of methane converts where neither report tells its origins apart", () => {
    expect(inOtherMetric(quantity(21, "kt CO2e SAR.GWP100"), "CH4", "AR4.GWP100")).toMatchObject({ value: 25 });
  });

  test("of methane is refused for each horizon of AR5 and AR6, though the table has one of its factors alone", () => {
    expect(() => inOtherMetric(quantity(34, "kt CO2e AR5CCF.GWP100"), "CH4", "AR4.GWP100")).toThrow(
      /AR5CCF.GWP100 has one/,
    );
  });

  test("needs to be a total by a metric", () => {
    expect(() => inOtherMetric(quantity(2, "kt N2O"), "N2O", "AR5.GWP100")).toThrow('"kt N2O" is no CO2e');
    expect(() => inOtherMetric(quantity(2, "kt CO2e SAR.GWP100"), "NF3", "AR5.GWP100")).toThrow(
      "NF3 has no value in SAR.GWP100",
    );
  });

  test("comes back from the other metric", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        fc.constantFrom("N2O", "SF6", "CF4"),
        (value, gas) => {
          const there = inOtherMetric(quantity(value, AR6), gas, "AR5.GWP100");
          const back = inOtherMetric(there, gas, "AR6.GWP100");
          // Two roundings each way.
          expect(Math.abs(back.value / value - 1)).toBeLessThan(1e-15);
          expect(back.unit).toBe(AR6);
        },
      ),
    );
  });
});
