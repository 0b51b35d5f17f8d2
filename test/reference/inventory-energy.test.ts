import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { selectFactor } from "../../lib/factors/selection.ts";
import { referenceApproach } from "../../lib/inventory/energy/reference-approach.ts";
import { aviationTier2, coalMine, combustion } from "../../lib/inventory/energy/tiers.ts";
import { stationaryEmissions } from "../../lib/inventory/equations/combustion.ts";
import { gasVented } from "../../lib/inventory/equations/fugitive.ts";
import { approachDifference } from "../../lib/inventory/equations/reference-approach.ts";
import { findEquation } from "../../lib/inventory/find-equation.ts";
import { evaluate } from "../../lib/inventory/steps.ts";
import { shippedFactors } from "../unit/factors/shipped-factors.ts";

const { factors } = shippedFactors();

const factorOf = (category: string, activity: string, gas: string, parameter = "EF") =>
  selectFactor({ category, activity, parameter, ...(gas ? { gas } : {}) }, factors).factor;

describe("stationary combustion by the defaults of Volume 2", () => {
  const of = (fuel: string, category: string, amount: { value: number; unit: string }) =>
    combustion([
      {
        fuel,
        amount,
        ncv: factorOf("1.A", fuel, "", "NCV"),
        factors: Object.fromEntries(["CO2", "CH4", "N2O"].map((gas) => [gas, factorOf(category, fuel, gas)])),
      },
    ]);

  test("1 Gg of other bituminous coal in a power plant gives 25.8 TJ × 94.6, 1 and 1.5", () => {
    const { emissions, steps } = of("Other Bituminous Coal", "1.A.1.a", { value: 1, unit: "kt" });
    expect(emissions.map(({ value, unit }) => [Math.round(value * 1e6) / 1e6, unit])).toEqual([
      [2_440_680, "kg CO2"],
      [25.8, "kg CH4"],
      [38.7, "kg N2O"],
    ]);
    expect(steps.map(({ symbol, equation }) => `${symbol}: ${equation}`)).toEqual([
      "FC: V2 Ch1 1.4.1.2",
      "E: V2 Eq 2.1",
      "E: V2 Eq 2.1",
      "E: V2 Eq 2.1",
      "E: V2 Eq 2.2",
      "E: V2 Eq 2.2",
      "E: V2 Eq 2.2",
    ]);
    expect(steps[0]).toMatchObject({
      value: 25.8,
      unit: "TJ NCV",
      inputs: { M: { value: 1, unit: "Gg" }, NCV: { value: 25.8 } },
    });
  });

  test("natural gas on the gross basis is brought to net first", () => {
    const fuel = {
      fuel: "Natural Gas",
      amount: { value: 100, unit: "TJ GCV" },
      factors: { CO2: factorOf("1.A", "Natural Gas", "CO2") },
    };
    expect(() => combustion([fuel])).toThrow(
      "TJ GCV is on the gross basis; say net over gross, 0.95 for coal and oil, 0.90 for gas.",
    );
    expect(combustion([{ ...fuel, netOverGross: 0.9 }]).emissions[0]).toMatchObject({
      value: 90 * 56_100,
      unit: "kg CO2",
    });
  });

  test("the carbon content of anthracite gives its factor: 26.8 × 44/12 = 98.3 t/TJ", () => {
    const { steps } = combustion([
      { fuel: "Anthracite", amount: 1, carbonContent: factorOf("1.A", "Anthracite", "", "CC") },
    ]);
    expect(steps[0]!.value).toBeCloseTo(98_266.67, 2);
  });

  test("CO2 of wood is kept apart from CO2 of gas", () => {
    const { emissions } = combustion([
      { fuel: "Wood/Wood Waste", amount: 10, factors: { "CO2 biogenic": factorOf("1.A", "Wood/Wood Waste", "CO2") } },
      { fuel: "Natural Gas", amount: 10, factors: { CO2: factorOf("1.A", "Natural Gas", "CO2") } },
    ]);
    expect(emissions.map(({ unit, value }) => [unit, value])).toEqual([
      ["kg CO2 biogenic", 1_120_000],
      ["kg CO2", 561_000],
    ]);
  });
});

describe("bad input to an equation", () => {
  const given = { FC: { value: 3, unit: "kt" }, EF: 56_100 };
  test.each([
    [given, "V2 Eq 2.1, gas: FC (fuel consumed) is 3 kt; expected an energy of NCV (TJ NCV)."],
    [{ ...given, FC: -3 }, "V2 Eq 2.1, gas: FC (fuel consumed) is -3 TJ NCV; 0 or more is expected."],
    [{ EF: 56_100 }, "V2 Eq 2.1, gas: FC (fuel consumed) is missing; a number in TJ NCV is expected."],
    [{ FC: 3, EF: { value: 56_100, unit: "kg CH4/TJ" } }, "expected a mass of CO2 per energy of NCV"],
    [{ FC: Number.NaN, EF: 1 }, "is NaN; expected a number in TJ NCV."],
  ])("%o ends with a sentence", (bad, sentence) => {
    expect(() =>
      evaluate(stationaryEmissions, bad as { FC: number; EF: number }, { gas: "CO2", label: "gas" }),
    ).toThrow(sentence);
  });

  test("a share of 30 is taken for per cent that were not said", () => {
    const vented = { GOR: 100, Q: 1e6, CE: 30, Xflared: 0.5, M: 16, y: 0.8 };
    expect(() => evaluate(gasVented, vented, { gas: "CH4" })).toThrow(
      "CE (share that is conserved) is 30; expected a fraction between 0 and 1. Write 30 %",
    );
    const said = evaluate(gasVented, { ...vented, CE: { value: 30, unit: "%" } }, { gas: "CH4" });
    // 1e8 m³ × 0.7 × 0.5 × 16 kg/kmol × 0.8 × 42.3e-3 kmol/m³ = 18.95 Gg.
    expect(said.value).toBeCloseTo(18.9504, 6);
  });
});

describe("mobile combustion", () => {
  test("road transport takes the equations of its own chapter", () => {
    const { emissions, steps } = combustion(
      [
        {
          fuel: "Gas/Diesel Oil",
          amount: { value: 1, unit: "PJ" },
          factors: {
            CO2: factorOf("1.A.3.b", "Gas/Diesel Oil", "CO2"),
            N2O: factorOf("1.A.3.b", "Gas/Diesel Oil", "N2O"),
          },
        },
      ],
      "road",
    );
    expect(emissions.map(({ value }) => value)).toEqual([74_100_000, 3900]);
    expect(steps.map(({ equation }) => equation)).toEqual(["V2 Eq 3.2.1", "V2 Eq 3.2.3", "V2 Eq 3.2.1", "V2 Eq 3.2.3"]);
  });

  test("aviation of Tier 2 adds landings to cruise", () => {
    const { emissions } = aviationTier2({
      gas: "CO2",
      cycles: 100,
      fuel: { value: 1000, unit: "t" },
      fuelPerCycle: 0.8,
      emissionsPerCycle: 2500,
      cruiseFactor: { value: 3150, unit: "kg CO2/t" },
    });
    expect(emissions[0]!.value).toBe(100 * 2500 + (1000 - 80) * 3150);
  });
});

describe("coal mines", () => {
  test("1 Mt of underground coal gives 18 + 2.5 m³/t × 0.67 kg/m³", () => {
    const { emissions } = coalMine({
      kind: "underground",
      coal: { value: 1, unit: "Mt" },
      mining: 18,
      postMining: 2.5,
    });
    expect(emissions[0]!.value).toBeCloseTo(13_735_000, 3);
    expect(emissions[1]!.value).toBe(0);
  });

  test("what is recovered is taken off by Eq 4.1.2, after Eq 4.1.3 and 4.1.4 gave what is released", () => {
    const { steps } = coalMine({ kind: "underground", coal: 1e6, mining: 18, postMining: 2.5, used: 1e6 });
    expect(steps.find(({ title }) => title === "CH4 of underground mines")).toMatchObject({
      equation: "V2 Eq 4.1.2",
      value: 12_735_000,
    });
    expect(steps.map(({ equation }) => equation)).not.toContain("V2 Eq 4.1.1");
    expect(findEquation("V2 Eq 4.1.2").title.en).toBe("CH4 of underground mines");
    expect(() => findEquation("V2 Eq 4.1.1")).toThrow('There is no equation "V2 Eq 4.1.1".');
  });

  test("flaring of 1e6 m³ takes 0.67 kt off, gives 2 % of it back and 1.8 kt of CO2", () => {
    const mine = { kind: "underground", coal: { value: 1, unit: "Mt" }, mining: 18, postMining: 2.5 } as const;
    const [without, flared] = [coalMine(mine), coalMine({ ...mine, flared: { value: 1, unit: "1000000 m3 CH4" } })];
    expect(without.emissions[0]!.value - flared.emissions[0]!.value).toBeCloseTo(0.98 * 670_000, 3);
    expect(flared.emissions[1]!.value).toBeCloseTo(0.98 * 670_000 * (44 / 16), 3);
  });
});

describe("the reference approach", () => {
  const coal = {
    fuel: "coal",
    production: { value: 1000, unit: "TJ" },
    imports: 200,
    exports: 100,
    stockChange: { value: -50, unit: "TJ" },
    nonEnergyUse: 100,
    carbonContent: { value: 25.8, unit: "kg C/GJ" },
    oxidised: 0.98,
  };

  test("follows Eq 6.1 to 6.4 step by step", () => {
    const { emissions, steps } = referenceApproach([coal]);
    // (1150 × 25.8 − 100 × 25.8) t C × 0.98 × 44/12.
    expect(emissions[0]!.value).toBeCloseTo((1050 * 25.8 * 0.98 * 44) / 12 / 1000, 10);
    expect(steps.map(({ symbol, equation }) => `${symbol} ${equation}`)).toEqual([
      "AC V2 Eq 6.2",
      "ExC V2 Eq 6.4",
      "E V2 Eq 6.1",
      "E V2 Eq 6.1",
    ]);
  });

  test("agrees with the sectoral approach where all that is supplied is burnt", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        fc.double({ min: 10, max: 30, noNaN: true }),
        (energy, content) => {
          const reference = referenceApproach([{ fuel: "any", production: energy, carbonContent: content }])
            .emissions[0]!;
          const sectoral = combustion([{ fuel: "any", amount: energy, carbonContent: content }]).emissions[0]!;
          const D = evaluate(approachDifference, { Reference: reference, Sectoral: sectoral });
          expect(Math.abs(D.value)).toBeLessThan(1e-10);
        },
      ),
    );
  });

  test("a secondary fuel that left the country comes out negative", () => {
    const { emissions } = referenceApproach([
      { fuel: "Gas/Diesel Oil", imports: 10, exports: 30, carbonContent: 20.2 },
    ]);
    expect(emissions[0]!.value).toBeCloseTo((-20 * 20.2 * 44) / 12 / 1000, 12);
  });
});
