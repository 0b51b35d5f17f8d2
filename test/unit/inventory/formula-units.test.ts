import { describe, expect, test } from "vitest";
import { type Equation, equation } from "../../../lib/inventory/equation.ts";
import { equations } from "../../../lib/inventory/equations/index.ts";
import { FormulaUnitError, unitRatioOf } from "../../../lib/inventory/formula-unit.ts";

/** Equations whose units do not come out, each with what the guidelines say of it. */
const exempt: Readonly<Record<string, string>> = {
  "V3 Eq 4.26 (C2F6)":
    "F is the “weight fraction of C2F6/CF4, kg C2F6/kg CF4”, which tools have always taken as kg/kg: no ratio of two gases",
  "V4 Eq 10.3":
    "Cfi is “a coefficient which varies for each animal category”, in MJ day⁻¹ kg⁻¹ for a weight to the power of 0.75",
  "V4 Eq 10.6":
    "a regression of NRC (1996): weights to the powers of 0.75 and 1.097 give MJ day⁻¹ by a factor of 22.02",
  "V4 Eq 5.3 (term)":
    "ROA is “in tonne ha⁻¹”, CFOA a conversion factor “in terms of its relative effect”: their product is added to 1",
};

const gasOf = ({ id }: Equation) => (id === "V2 Ch1 1.4.2.1" ? "CO2" : "CH4");

describe("the units of each equation", () => {
  test.each([...equations.values()].filter(({ id }) => !(id in exempt)))("$id: the formula gives its unit", (of) => {
    expect(unitRatioOf(of, gasOf(of))).toBe(1);
  });

  test.each(Object.entries(exempt))("%s is exempt with a reason: %s", (id) => {
    const of = equations.get(id)!;
    expect(() => unitRatioOf(of, gasOf(of))).toThrow(FormulaUnitError);
  });

  test("are refused where what is added differs, an exponential takes a mass, or a factor of a thousand is missing", () => {
    const of = (formula: string, unit = "t C") =>
      equation({
        id: "own",
        title: { en: "own", zh: "自定" },
        symbol: "E",
        unit,
        formula,
        variables: {
          A: { unit: "ha", name: { en: "area", zh: "面积" } },
          C: { unit: "kg C/ha", name: { en: "carbon", zh: "碳" } },
        },
      });
    expect(unitRatioOf(of("A * C"), "CO2")).toBe(1e-3);
    expect(unitRatioOf(of("A * C", "kg C"), "CO2")).toBe(1);
    expect(unitRatioOf(of("if(A == 0, 0, A * C)", "kg C"), "CO2")).toBe(1);
    expect(() => unitRatioOf(of("A * C", "kg CO2e AR6.GWP100"), "CO2")).toThrow(FormulaUnitError);
    expect(() => unitRatioOf(of("A + C"), "CO2")).toThrow(/\+: "kg C\/ha" does not convert to "ha"/);
    expect(() => unitRatioOf(of("exp(A) * C"), "CO2")).toThrow(/exp: "ha" does not convert to "1"/);
    expect(() => unitRatioOf(of("if(A > C, A, A)"), "CO2")).toThrow(/comparison/);
    expect(() => unitRatioOf(of("A ^ 0.75"), "CO2")).toThrow(/base/);
    expect(unitRatioOf(of("A ^ 2 * C / A", "kg C"), "CO2")).toBe(1);
  });
});
