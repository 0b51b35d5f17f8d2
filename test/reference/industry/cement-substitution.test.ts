import { expect, test } from "vitest";
import type { PlantDescription } from "../../../lib/industry/plant/plant.ts";
import { runPlant } from "../../../lib/industry/plant/run-plant.ts";
import { molarMassOf } from "../../../lib/industry/substance/atomic-weights.ts";
import type { FuelAnalysis } from "../../../lib/industry/substance/fuel.ts";
import { substancesWith } from "../../../lib/industry/substance/substances.ts";

const CO2_OF_CARBON = molarMassOf({ C: 1, O: 2 }) / molarMassOf({ C: 1 });
const CALCITE_OF_CO2 = molarMassOf({ Ca: 1, C: 1, O: 3 }) / molarMassOf({ C: 1, O: 2 });
const HEATING_VALUE = 20;

/** A fuel by its factor in kg CO2/GJ; what is not carbon is oxygen, so that no ash joins the clinker. */
function fuel(name: string, factor: number): FuelAnalysis {
  const C = (factor * HEATING_VALUE) / 1000 / CO2_OF_CARBON;
  return { name, analysis: { C, O: 1 - C }, lowerHeatingValue: HEATING_VALUE, source: "case" };
}

const substances = substancesWith([fuel("coal", 94.6), fuel("waste, fossil", 91.7), fuel("biomass", 0)]);

/** 1 t of cement: 0.52 t of CO2 of carbonates and 3.3 GJ a tonne of clinker, 2.6 GJ of coal a tonne of calcined clay. */
function cement(clinkerFactor: number, clay: number, electricity: number): PlantDescription {
  const clinker = 1000 * clinkerFactor;
  const calcite = 0.52 * clinker * CALCITE_OF_CO2;
  const burnt = (share: number) => (clinker * 3.3 * share) / HEATING_VALUE;
  return {
    feeds: {
      limestone: { flows: { CaCO3: calcite }, origin: "process" },
      silica: { flows: { SiO2: clinker - calcite + 0.52 * clinker }, origin: "process" },
      coal: { flows: { coal: burnt(0.85) }, origin: "energy" },
      waste: { flows: { "waste, fossil": burnt(0.1) }, origin: "energy" },
      biomass: { flows: { biomass: burnt(0.05) }, origin: "biogenic" },
      clay: { flows: { Al2O3: 1000 * clay }, origin: "process" },
      "coal of clay": { flows: { coal: (1000 * clay * 2.6) / HEATING_VALUE }, origin: "energy" },
      additions: { flows: { SiO2: 1000 * (1 - clinkerFactor - clay) }, origin: "process" },
    },
    units: [
      {
        name: "kiln",
        operation: "kiln",
        inlets: {
          "raw meal": [{ stream: "limestone" }, { stream: "silica" }],
          fuel: [{ stream: "coal" }, { stream: "waste" }, { stream: "biomass" }],
        },
      },
      {
        name: "calciner",
        operation: "kiln",
        inlets: { "raw meal": [{ stream: "clay" }], fuel: [{ stream: "coal of clay" }] },
      },
      {
        name: "mill",
        operation: "mill",
        parameters: { electricity },
        inlets: {
          clinker: [{ stream: "kiln.product" }],
          "calcined clay": [{ stream: "calciner.product" }],
          additions: [{ stream: "additions" }],
        },
      },
    ],
    product: "mill.cement",
    stacks: ["kiln.flue gas", "calciner.flue gas"],
  };
}

const GRID = 0.5366;

test.each([
  ["Portland cement", 0.9, 0, 100, { process: 468, fuel: 266.0526, clay: 0, electricity: 53.66, total: 787.7126 }],
  ["LC3-50", 0.5, 0.3, 95, { process: 260, fuel: 147.807, clay: 73.788, electricity: 50.977, total: 532.572 }],
])("%s: CO2 a tonne by process, fuel, clay and electricity", (_, factor, clay, electricity, expected) => {
  const plant = runPlant(cement(factor, clay, electricity), 1000, substances);
  const of = (stack: string) => plant.stacks.find((each) => each.step === stack)!.byOrigin;
  const computed = {
    process: of("kiln").process,
    fuel: of("kiln").energy,
    clay: of("calciner").energy,
    electricity: plant.electricity * 1000 * GRID,
  };
  for (const [part, value] of Object.entries(computed))
    expect(Math.abs(value - expected[part as keyof typeof expected]), part).toBeLessThan(1e-9 * 1000);
  const total = Object.values(computed).reduce((sum, value) => sum + value, 0);
  expect(total / expected.total).toBeCloseTo(1, 9);
  expect(of("kiln").biogenic).toBe(0);
});
