import { describe, expect, test } from "vitest";
import { runOperation } from "../../../lib/industry/operation/run-operation.ts";
import { Chemistry } from "../../../lib/industry/stream/chemistry.ts";
import type { Stream } from "../../../lib/industry/stream/stream.ts";
import { isMaterial } from "../../../lib/industry/stream/stream.ts";
import { molarMassOf } from "../../../lib/industry/substance/atomic-weights.ts";
import { shippedSubstances, substancesWith } from "../../../lib/industry/substance/substances.ts";
import { aluminiumPfc, steelBalance } from "../../../lib/inventory/ippu/metals.ts";
import { realArithmetic } from "../../../lib/numeric/automatic/arithmetic.ts";

const matter = (flows: Record<string, number>, temperature = 298.15): Stream<number> => ({ flows, temperature });
const chemistry = new Chemistry(realArithmetic, shippedSubstances);
const flow = (stream: Stream<number> | undefined, name: string) =>
  stream && isMaterial(stream) ? chemistry.mass(stream, name) : Number.NaN;

describe("Ammonia, methanol and urea: stoichiometric limits and the electricity of electrolytic routes", () => {
  const hydrogen = { H2: 1 };
  test("1 kg of ammonia takes 0.17756 kg of hydrogen and 0.82244 kg of nitrogen", () => {
    const { result } = runOperation(
      "ammonia synthesis",
      { "make-up gas": matter({ H2: 0.1775585696670777, N2: 0.8224414303329224 }) },
      { conversion: 1, electricity: 550 },
      shippedSubstances,
    );
    expect(flow(result.outlets.ammonia, "NH3")).toBeCloseTo(1, 12);
    expect(flow(result.outlets.purge, "H2")).toBeCloseTo(0, 12);
    expect(flow(result.outlets.purge, "N2")).toBeCloseTo(0, 12);
  });

  test("electrolysis at 52, the loop at 0.55 and air separation at 0.25 kWh/kg come to 9.98866 kWh/kg", () => {
    const cell = runOperation(
      "electrolyser",
      { electricity: { power: 0.052 } },
      { specificElectricity: 52 },
      shippedSubstances,
    );
    expect(flow(cell.result.outlets.hydrogen, "H2")).toBeCloseTo(hydrogen.H2, 12);
    const loop = runOperation(
      "ammonia synthesis",
      { "make-up gas": matter({ H2: 0.1775585696670777, N2: 0.8224414303329224 }) },
      { conversion: 1, electricity: 550 },
      shippedSubstances,
    );
    const loopElectricity = loop.result.demands.electricity as { power: number };
    const perKilogram = 52 * 0.1775585696670777 + loopElectricity.power * 1000 + 0.25 * 0.8224414303329224;
    expect(perKilogram / 9.988655980271272).toBeCloseTo(1, 9);
    expect(1.7 / perKilogram).toBeCloseTo(0.17019306735137266, 9);
  });

  test("1 kg of methanol takes 0.18875 kg of hydrogen and 1.37348 kg of CO2", () => {
    const { result } = runOperation(
      "methanol synthesis",
      { "make-up gas": matter({ H2: 0.18875226265526496, CO2: 1.3734785593907994 }) },
      { conversion: 1 },
      shippedSubstances,
    );
    expect(flow(result.outlets.methanol, "methanol")).toBeCloseTo(1, 9);
    expect(flow(result.outlets.purge, "H2")).toBeCloseTo(0, 9);
    expect(flow(result.outlets.purge, "CO2")).toBeCloseTo(0, 9);
  });

  test("urea: 2 NH3 + CO2 → CO(NH2)2 + H2O by mass", () => {
    const urea = molarMassOf({ C: 1, H: 4, N: 2, O: 1 });
    expect((2 * molarMassOf({ N: 1, H: 3 })) / urea).toBeCloseTo(0.5671706407353136, 9);
    expect(molarMassOf({ C: 1, O: 2 }) / urea).toBeCloseTo(0.7327993872385774, 9);
  });
});

describe("Carbon of an integrated steel plant, per tonne of crude steel", () => {
  const fractions = { coke: 0.83, "pulverised coal": 0.67, limestone: 0.12, scrap: 0.04, steel: 0.01 };
  const masses = { coke: 450, "pulverised coal": 160, limestone: 150, scrap: 120 };
  const balance = (into: Readonly<Record<string, number>>) =>
    steelBalance(
      Object.entries(into).map(([material, mass]) => ({
        material,
        mass,
        carbon: fractions[material as keyof typeof fractions],
      })),
      [{ material: "steel", mass: 1000, carbon: fractions.steel }],
    ).emissions[0]!.value;

  test("tier 2 gives 1809.5 kg of CO2, and 1794.9 kg with 50 kg less coke and 56 kg more coal", () => {
    expect(balance(masses) / 1809.5).toBeCloseTo(1, 12);
    const changed = { ...masses, coke: 400, "pulverised coal": 216 };
    expect(balance(changed) / 1794.9066666666665).toBeCloseTo(1, 12);
  });

  test("the carbon in materials with these contents is the carbon of their streams: 503.5 kg", () => {
    const substances = substancesWith(
      (["pulverised coal", "limestone", "scrap"] as const).map((name) => ({
        name,
        analysis: { C: fractions[name] },
        lowerHeatingValue: 0,
        source: "case",
      })),
    );
    const own = new Chemistry(realArithmetic, substances);
    const carbon = own.atoms({ flows: masses, temperature: 298.15 }).C! * 12.011;
    expect(carbon).toBeCloseTo(503.5, 9);
  });
});

test("Perfluorocarbons of a smelter: the slope method gives 32.175 t of CF4 and 3.893 t of C2F6", () => {
  const { emissions } = aluminiumPfc({ aluminium: 500_000, minutes: 0.25 * 1.8, slope: 0.143, ratio: 0.121 });
  const [cf4, c2f6] = emissions.map(({ value }) => value / 1000);
  expect(cf4! / 32.175).toBeCloseTo(1, 12);
  expect(c2f6! / 3.8931749999999994).toBeCloseTo(1, 12);
  // GWPs of AR5 and AR6 as the case states them.
  expect((cf4! * 6630 + c2f6! * 11_100) / 256_534.49249999993).toBeCloseTo(1, 12);
  expect((cf4! * 7380 + c2f6! * 12_400) / 285_726.86999999994).toBeCloseTo(1, 12);
});

describe("Published heats, from the polynomials alone", () => {
  test("hydrogen has a net calorific value of 119.96 MJ/kg, and methane one of natural gases", () => {
    // The reference table of processes states 119.96 MJ/kg; IPCC 2006 Vol. 2 table 1.2 has 46.5 to 50.4 TJ/Gg for natural gas.
    expect(shippedSubstances.get("H2")!.lowerHeatingValue).toBeCloseTo(119.96, 1);
    expect(shippedSubstances.get("CH4")!.lowerHeatingValue).toBeGreaterThan(46.5);
    expect(shippedSubstances.get("CH4")!.lowerHeatingValue).toBeLessThan(50.4);
  });

  test("the stoichiometric hydrogen of Fe2O3 is 54.1 kg per tonne of iron", () => {
    const { result } = runOperation(
      "hydrogen direct reduction",
      { pellets: matter({ Fe2O3: 1429.7 }), hydrogen: matter({ H2: 60 }) },
      { metallisation: 1 },
      shippedSubstances,
    );
    const iron = flow(result.outlets["direct reduced iron"], "Fe");
    expect((1000 * (60 - flow(result.outlets["top gas"], "H2"))) / iron).toBeCloseTo(54.1, 1);
  });

  test("process CO2 of clinker with 65 % of CaO is 0.5101 t/t", () => {
    const { result } = runOperation(
      "kiln",
      { "raw meal": matter({ CaCO3: (650 * 100.086) / 56.077, SiO2: 350 }), fuel: matter({ H2: 40 }) },
      {},
      shippedSubstances,
    );
    const clinker = Object.values((result.outlets.product as { flows: Record<string, number> }).flows);
    expect(clinker.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1000, 6);
    // The table has 44.01/56.08, the IUPAC weights 44.009/56.077.
    expect(flow(result.outlets["flue gas"], "CO2") / 1000).toBeCloseTo(0.5101, 4);
  });

  test("aluminium takes 1.8895 t of alumina a tonne", () => {
    const { result } = runOperation("Hall-Heroult cell", { alumina: matter({ Al2O3: 1889.5 }) }, {}, shippedSubstances);
    expect(flow(result.outlets.aluminium, "Al")).toBeCloseTo(1000, 0);
  });
});
