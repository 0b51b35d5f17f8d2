import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { selectFactor } from "../../lib/factors/selection.ts";
import {
  adipicAcidTier2,
  ammoniaTier1,
  nitricAcidTier1,
  petrochemicalCo2,
} from "../../lib/inventory/equations/chemicals.ts";
import { pfcTier1, prebakedAnodes, steelTier1 } from "../../lib/inventory/equations/metals.ts";
import {
  clinkerFactor,
  glassTier1,
  limeDefaultFactor,
  otherCarbonates,
} from "../../lib/inventory/equations/minerals.ts";
import { lubricants, refrigerantBalance } from "../../lib/inventory/equations/products.ts";
import { aluminiumPfc, steelBalance } from "../../lib/inventory/ippu/metals.ts";
import { cement, lime } from "../../lib/inventory/ippu/minerals.ts";
import { equipmentStock } from "../../lib/inventory/ippu/products.ts";
import { evaluate } from "../../lib/inventory/steps.ts";
import { shippedFactors } from "../unit/factors/shipped-factors.ts";

const { factors } = shippedFactors();
const factor = (category: string, activity: string, more: object = {}) =>
  selectFactor({ category, activity, ...more }, factors).factor;

describe("cement", () => {
  test("clinker of 65 % CaO gives 0.5101 t CO2/t (Eq 2.4), which the default rounds to 0.51 and 0.52 with dust", () => {
    const step = evaluate(clinkerFactor, { CaO: 0.65 });
    expect(step.value).toBeCloseTo(0.5101, 4);
    expect(step.value * 1.02).toBeCloseTo(factor("2.A.1", "clinker").value, 2);
  });

  test("of Tier 1 counts clinker, less imports, plus exports", () => {
    const { emissions } = cement({
      tier: 1,
      cement: { value: 10, unit: "Mt" },
      clinkerFraction: { value: 75, unit: "%" },
      imports: { value: 0.5, unit: "Mt" },
      exports: 0,
    });
    expect(emissions[0]).toMatchObject({ unit: "t CO2", gas: "CO2" });
    expect(emissions[0]!.value).toBeCloseTo(7e6 * 0.52, 4);
  });

  test("of Tier 2 takes 1.02 for dust unless the dust is known", () => {
    const plain = cement({ tier: 2, clinker: { value: 1, unit: "Mt clinker" } });
    expect(plain.emissions[0]!.value).toBeCloseTo((1e6 * 0.65 * 1.02 * 44.01) / 56.08, 3);
    const { steps } = cement({ tier: 2, clinker: 100, dust: { mass: 5, carbonate: 0.8, calcination: 0.5 } });
    expect(steps.map(({ symbol, equation }) => [symbol, equation])).toEqual([
      ["EFcl", "V3 Eq 2.4"],
      ["CFckd", "V3 Eq 2.5"],
      ["E", "V3 Eq 2.2"],
    ]);
    expect(steps[1]!.value).toBeCloseTo(1 + (0.05 * 0.8 * 0.5 * 0.43971) / ((0.65 * 44.01) / 56.08), 12);
  });
});

describe("lime, glass and carbonates", () => {
  test("high-calcium lime is 0.785 × 0.95 = 0.75 t/t, as in Table 2.4", () => {
    const { steps } = lime([{ type: "high-calcium", mass: 100, stoichiometry: 0.785, content: 0.95, dust: 1 }]);
    expect(steps[0]!.value).toBeCloseTo(factor("2.A.2", "high-calcium quicklime").value, 2);
  });

  test("the default of Eq 2.8 is 0.75", () => {
    const of = {
      EFcalcium: factor("2.A.2", "high-calcium quicklime"),
      EFdolomitic: factor("2.A.2", "dolomitic lime", { technology: "developing countries" }),
    };
    expect(evaluate(limeDefaultFactor, of).value).toBeCloseTo(0.75, 2);
  });

  test("glass of 50 % cullet gives half of 0.2", () => {
    expect(evaluate(glassTier1, { Mg: 1000, EF: factor("2.A.3", "glass"), CR: 0.5 }).value).toBe(100);
  });

  test("other carbonates take 85 % limestone and 15 % dolomite", () => {
    const of = { Mc: 1000, EFls: factor("2.A.1", "limestone CaCO3"), EFd: factor("2.A.4", "dolomite CaMg(CO3)2") };
    expect(evaluate(otherCarbonates, of).value).toBeCloseTo(850 * 0.43971 + 150 * 0.47732, 9);
  });
});

describe("chemicals", () => {
  test.each([
    [30.2, 15.3, "modern EU conventional reforming, natural gas: fuel 30.2 GJ/t, C 15.3 kg/GJ"],
    [37.5, 15.3, "average EU mixed, natural gas 37.5 GJ/t"],
    [36, 21, "partial oxidation modern 36 GJ/t (21 kg C/GJ)"],
  ])("ammonia of %d GJ/t and %d kg C/GJ has the factor of Table 3.1", (FR, CCF, technology) => {
    const step = evaluate(ammoniaTier1, { AP: 1, FR, CCF, COF: 1, R: 0 });
    expect(step.value).toBeCloseTo(factor("2.B.1", "ammonia", { technology }).value, 3);
  });

  test("CO2 recovered for urea is taken off", () => {
    expect(
      evaluate(ammoniaTier1, { AP: 1000, FR: 30.2, CCF: 15.3, COF: 1, R: { value: 1, unit: "kt CO2" } }).value,
    ).toBeCloseTo(694.22, 2);
  });

  test("nitric and adipic acid", () => {
    const plant = factor("2.B.2", "nitric acid", { technology: "medium pressure plant" });
    expect(evaluate(nitricAcidTier1, { EF: plant, NAP: { value: 2, unit: "kt" } }).value).toBe(14_000);
    const abated = { AAP: 1000, EF: factor("2.B.3", "adipic acid"), DF: 0.95, ASUF: 0.98 };
    expect(evaluate(adipicAcidTier2, abated, { gas: "N2O" }).value).toBeCloseTo(300_000 * (1 - 0.931), 6);
  });

  test("petrochemicals are weighed by the geographic adjustment factor of Eq 3.15, in per cent, 100 where none applies", () => {
    const ethylene = { PP: 1000, EF: { value: 1.73, unit: "t CO2/t" } };
    expect(evaluate(petrochemicalCo2, { ...ethylene, GAF: 100 }).value).toBeCloseTo(1730, 9);
    expect(evaluate(petrochemicalCo2, { ...ethylene, GAF: 110 }).value).toBeCloseTo(1903, 9);
    expect(evaluate(petrochemicalCo2, { ...ethylene, GAF: { value: 0.9, unit: "1" } }).value).toBeCloseTo(1557, 9);
    expect(() => evaluate(petrochemicalCo2, ethylene as never)).toThrow("GAF (geographic adjustment factor");
  });
});

describe("metals", () => {
  test("the world's mix of steel furnaces gives the default of 1.06", () => {
    const mix = [
      ["BOF", 0.65],
      ["EAF", 0.3],
      ["OHF", 0.05],
    ] as const;
    const sum = mix.reduce(
      (total, [technology, AD]) =>
        total + evaluate(steelTier1, { AD, EF: factor("2.C.1", "steel", { technology }) }).value,
      0,
    );
    expect(sum).toBeCloseTo(factor("2.C.1", "steel").value, 2);
  });

  test("a works' carbon balance is what goes in less what goes out, times 44/12", () => {
    const carbon = (activity: string) => factor("2.C.1", activity, { parameter: "C" });
    const { emissions, steps } = steelBalance(
      [
        { material: "coke", mass: { value: 400, unit: "kt" }, carbon: carbon("Coke") },
        { material: "limestone", mass: { value: 100, unit: "kt" }, carbon: carbon("Limestone") },
      ],
      [{ material: "steel", mass: { value: 1, unit: "Mt" }, carbon: carbon("Steel") }],
    );
    expect(emissions[0]!.value).toBeCloseTo(((332_000 + 12_000 - 10_000) * 44) / 12, 6);
    expect(steps).toHaveLength(6);
  });

  test("prebaked anodes of 0.45 t/t with 2 % sulphur and 0.4 % ash give 1.61 t CO2/t, near the 1.6 of Tier 1", () => {
    const step = evaluate(prebakedAnodes, {
      NAC: 0.45,
      MP: 1,
      Sa: { value: 2, unit: "%" },
      Asha: { value: 0.4, unit: "%" },
    });
    expect(step.value).toBeCloseTo(1.6104, 4);
    expect(
      Math.abs(step.value / factor("2.C.3", "aluminium", { gas: "CO2", technology: "prebake" }).value - 1),
    ).toBeLessThan(0.1);
  });

  test("PFC by slope: 0.143 × 0.5 min × 100 kt, and C2F6 beside it", () => {
    const of = (parameter: string) => factor("2.C.3", "aluminium", { parameter, technology: "CWPB" });
    const { emissions } = aluminiumPfc({
      aluminium: { value: 100, unit: "kt" },
      minutes: 0.5,
      slope: of("S"),
      ratio: of("F"),
    });
    expect(emissions.map(({ gas, value }) => [gas, Math.round(value * 1e6) / 1e6])).toEqual([
      ["CF4", 7150],
      ["C2F6", 865.15],
    ]);
    expect(
      evaluate(
        pfcTier1,
        { EF: factor("2.C.3", "aluminium", { gas: "CF4", technology: "CWPB" }), MP: 1000 },
        { gas: "CF4" },
      ).value,
    ).toBe(400);
  });
});

describe("products", () => {
  test("lubricants: 20 t C/TJ × 0.2 oxidised", () => {
    expect(evaluate(lubricants, { LC: 1, CC: { value: 20, unit: "kg C/GJ" }, ODU: 0.2 }).value).toBeCloseTo(
      (20 * 0.2 * 44) / 12,
      12,
    );
  });

  test("the mass balance of refrigerants", () => {
    expect(
      evaluate(refrigerantBalance, { Sales: 100, Charge: 60, Retired: 20, Destroyed: 5 }, { gas: "HFC134a" }),
    ).toMatchObject({ value: 55, unit: "t HFC134a" });
  });

  test("a stock loses what is charged, recovers it, or still holds it", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 1, maxLength: 30 }),
        share,
        share,
        share,
        fc.integer({ min: 1, max: 15 }),
        fc.boolean(),
        (charged, chargingLoss, annualLoss, recovery, lifetime, refilled) => {
          const years = equipmentStock({
            gas: "HFC134a",
            firstYear: 1990,
            charged,
            chargingLoss,
            annualLoss,
            lifetime,
            recovery,
            refilled,
          });
          const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
          const went =
            sum(years.map(({ result, recovered }) => result.emissions[0]!.value + recovered)) + years.at(-1)!.bank;
          const came = sum(charged) + sum(years.map((year) => year.refilled));
          // Thirty years of sums: some dozens of roundings of the whole.
          expect(Math.abs(went - came)).toBeLessThanOrEqual(1e-12 * (came + 1));
        },
      ),
    );
  });
});
