import { describe, expect, test } from "vitest";
import { fuelOf, netFromGross } from "../../../../../lib/industry/substance/fuel.ts";
import { shippedSubstances, substancesWith } from "../../../../../lib/industry/substance/substances.ts";
import { realArithmetic } from "../../../../../lib/numeric/automatic/arithmetic.ts";

const lignite = { name: "lignite", analysis: { C: 0.4, H: 0.05, O: 0.4 }, lowerHeatingValue: 12, source: "made up" };

describe("A fuel known by its analysis", () => {
  test("has the enthalpy of its products of combustion plus its heating value", () => {
    const fuel = fuelOf(lignite);
    const at = (name: string) => shippedSubstances.get(name)!.enthalpy(realArithmetic, 298.15);
    const products = (0.4 * 44.009 * at("CO2")) / 12.011 + (0.05 * 18.015 * at("H2O")) / 2.016;
    expect(fuel.enthalpy(realArithmetic, 298.15)).toBeCloseTo(products + 12_000, 6);
    expect(fuel.elements.ash).toBeCloseTo(0.15, 12);
  });

  test("methane described as a fuel has the heat of formation of methane", () => {
    const methane = shippedSubstances.get("CH4")!;
    const described = fuelOf({
      name: "gas",
      analysis: { C: methane.elements.C!, H: methane.elements.H! },
      lowerHeatingValue: methane.lowerHeatingValue,
      source: "CH4",
    });
    const at = { pure: methane, described };
    expect(at.described.enthalpy(realArithmetic, 298.15)).toBeCloseTo(at.pure.enthalpy(realArithmetic, 298.15), 6);
  });

  test.each([
    [{ C: 0.8, H: 0.3 }, "The analysis of x adds up to 1.1, over 1."],
    [{ C: -0.1 }, "The analysis of x gives C as -0.1"],
    [{ C: 0.5, Cl: 0.1 }, "The analysis of x names Cl"],
  ])("refuses %o", (analysis, sentence) => {
    expect(() => fuelOf({ name: "x", analysis, lowerHeatingValue: 20, source: "" })).toThrow(sentence);
  });

  test("refuses a negative heating value and a name that is taken", () => {
    expect(() => fuelOf({ ...lignite, lowerHeatingValue: -1 })).toThrow("The heating value of lignite is -1 MJ/kg");
    expect(() => substancesWith([{ ...lignite, name: "coke" }])).toThrow("fuels names coke");
    expect(() => substancesWith([{ ...lignite, name: "constructor" }])).toThrow("fuels names constructor");
    expect(substancesWith([lignite]).get("lignite")!.lowerHeatingValue).toBe(12);
  });

  test("net and gross differ by the condensation of the water formed", () => {
    // 2.4419 MJ/kg at 25 °C, 8.936 kg of water a kg of hydrogen.
    expect(netFromGross(30, 0.05)).toBeCloseTo(30 - 0.05 * 8.936 * 2.4426, 2);
  });
});
