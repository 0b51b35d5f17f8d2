import { z } from "zod";
import { messages } from "../message/message.ts";
import type { InputOf } from "../tool/shape.ts";
import { numberIn, ratio } from "../tool/unit.ts";
import { type Estimate, inQuadrature, NaturalInputError, oneSigma } from "./estimate.ts";

const texts = messages("natural", {
  assumedFactorSigma: {
    en: "1 sigma; that of the factor is assumed",
    zh: "1 倍标准差；其中因子的标准差为假定值",
  },
  fireFactors: {
    en: "IPCC 2006 Vol 4 table 2.5 (Andreae & Merlet 2001)",
    zh: "IPCC 2006 第4卷表 2.5（Andreae & Merlet 2001）",
  },
  burntFuel: {
    en: "Seiler & Crutzen (1980): area × fuel × combustion × factor",
    zh: "Seiler & Crutzen（1980）：面积 × 燃料 × 燃烧比例 × 因子",
  },

  negativeArea: {
    en: "area_ha is {area}; expected a number ≥ 0.",
    zh: "area_ha 不应为负，实际为{area}。",
  },
  negativeFuel: {
    en: "fuel_t_ha is {fuel}; expected a number ≥ 0.",
    zh: "fuel_t_ha 不应为负，实际为{fuel}。",
  },
  combustionOutside: {
    en: "combustion is {combustion}; expected a number between 0 and 1.",
    zh: "combustion 应在 0 与 1 之间，实际为{combustion}。",
  },
});

export const fireGases = ["CO2", "CO", "CH4", "N2O", "NOx"] as const;
export type FireGas = (typeof fireGases)[number];

/** Grams of gas per kilogram of dry matter burnt. */
type EmissionFactors = Readonly<Record<FireGas, number>>;

/**
 * IPCC 2006, Vol 4 Ch 2, table 2.5, p. 2.47 (Andreae & Merlet 2001, doi:10.1029/2000GB001382): all read in the IPCC
 * Emission Factor Database (EF IDs 415120 to 515143).
 */
export const fireFactors = {
  "savanna and grassland": { CO2: 1613, CO: 65, CH4: 2.3, N2O: 0.21, NOx: 3.9 },
  "agricultural residues": { CO2: 1515, CO: 92, CH4: 2.7, N2O: 0.07, NOx: 2.5 },
  "tropical forest": { CO2: 1580, CO: 104, CH4: 6.8, N2O: 0.2, NOx: 1.6 },
  "extratropical forest": { CO2: 1569, CO: 107, CH4: 4.7, N2O: 0.26, NOx: 3.0 },
} as const satisfies Record<string, EmissionFactors>;
export type FireVegetation = keyof typeof fireFactors;
export const fireVegetation = Object.keys(fireFactors) as FireVegetation[];

/** Standard deviations of the same table, relative to the value; null if it gives none. */
const FACTOR_SIGMA: Readonly<Record<FireVegetation, Readonly<Record<FireGas, number | null>>>> = {
  "savanna and grassland": { CO2: 95 / 1613, CO: 20 / 65, CH4: 0.9 / 2.3, N2O: 0.1 / 0.21, NOx: 2.4 / 3.9 },
  "agricultural residues": { CO2: 177 / 1515, CO: 84 / 92, CH4: null, N2O: null, NOx: 1 / 2.5 },
  "tropical forest": { CO2: 90 / 1580, CO: 20 / 104, CH4: 2 / 6.8, N2O: null, NOx: 0.7 / 1.6 },
  "extratropical forest": { CO2: 131 / 1569, CO: 37 / 107, CH4: 1.9 / 4.7, N2O: null, NOx: 1.4 / 3 },
};

/** Assumed if the table gives no deviation: the largest that it gives for the gas, rounded up. */
const ASSUMED_SIGMA: Readonly<Record<FireGas, number>> = { CO2: 0.12, CO: 0.92, CH4: 0.41, N2O: 0.48, NOx: 0.62 };

export const fireShape = z.object({
  area_ha: numberIn("ha"),
  /** Dry matter above ground, t/ha. */
  fuel_t_ha: numberIn("t d.m./ha").describe("Dry matter"),
  /** Combustion factor: share of the fuel that burns, 0 to 1. */
  combustion: ratio.describe("Share that burns, 0 to 1"),
  vegetation: z.enum(fireVegetation as [string, ...string[]] as [(typeof fireVegetation)[number]]),
  /** One sigma relative to the value, of area and of fuel times combustion; default 0.2 and 0.3. */
  areaSigma: ratio.min(0).optional().describe("Relative"),
  fuelSigma: ratio.min(0).optional().describe("Relative"),
});
export type Fire = InputOf<typeof fireShape>;

/**
 * M = A · B · α · β · 10⁻³: burnt area, biomass, share burnt, emission factor. t of each gas.
 * Seiler & Crutzen (1980), doi:10.1007/BF00137988; as IPCC 2006 Vol 4 eq. 2.27. Relative sigmas add in quadrature.
 */
export function wildfire(fire: Fire): Record<FireGas, Estimate> {
  const { area_ha: area, fuel_t_ha: fuel, combustion, vegetation } = fire;
  if (!(area >= 0)) throw new NaturalInputError("area_ha", texts.negativeArea({ area }));
  if (!(fuel >= 0)) throw new NaturalInputError("fuel_t_ha", texts.negativeFuel({ fuel }));
  if (!(combustion >= 0 && combustion <= 1))
    throw new NaturalInputError("combustion", texts.combustionOutside({ combustion }));
  const burnt = area * fuel * combustion;
  const activity = [fire.areaSigma ?? 0.2, fire.fuelSigma ?? 0.3];
  const of = (gas: FireGas): Estimate => {
    const value = burnt * fireFactors[vegetation][gas] * 1e-3;
    const ofTable = FACTOR_SIGMA[vegetation][gas];
    const sigma = value * inQuadrature([...activity, ofTable ?? ASSUMED_SIGMA[gas]]);
    return {
      value,
      lo: Math.max(0, value - sigma),
      hi: value + sigma,
      unit: `t ${gas}`,
      interval: ofTable === null ? texts.assumedFactorSigma() : oneSigma(),
      source: texts.fireFactors(),
      method: texts.burntFuel(),
    };
  };
  return { CO2: of("CO2"), CO: of("CO"), CH4: of("CH4"), N2O: of("N2O"), NOx: of("NOx") };
}
