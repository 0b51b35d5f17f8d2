import { z } from "zod";
import { messages } from "../message/message.ts";
import type { InputOf } from "../tool/shape.ts";
import { numberIn, ratio } from "../tool/unit.ts";
import { type Estimate, NaturalInputError } from "./estimate.ts";

const texts = messages("natural", {
  sigmaOfBiomass: { en: "1 sigma of the old stand's biomass (30 %)", zh: "成熟林生物量的 1 倍标准差（30 %）" },
  givenStand: { en: "the stand given", zh: "所给的林分" },
  growthOfStand: {
    en: "Chapman–Richards growth; soil with one time constant",
    zh: "Chapman–Richards 生长曲线；土壤取单一时间常数",
  },

  notPositive: {
    en: "{field} is {value}; expected a number > 0.",
    zh: "{field} 应为正数，实际为{value}。",
  },
  fractionOutside: {
    en: "carbonFraction is {value}; expected a number between 0 and 1.",
    zh: "carbonFraction 应在 0 与 1 之间，实际为{value}。",
  },
});

/** A regrowing stand and its soil. */
export const standShape = z.object({
  area_ha: numberIn("ha"),
  /** Above-ground dry matter of an old stand, t/ha, and the growth rate, 1/yr. */
  biomass_t_ha: numberIn("t d.m./ha").describe("Above-ground dry matter of an old stand"),
  rate: numberIn("1/yr").default(0.04).describe("1/yr"),
  /** Shape of the curve: 1 saturates from the start, 3 starts slowly. */
  shape: ratio.default(2),
  rootToShoot: ratio.min(0).default(0.25),
  carbonFraction: numberIn("t C/t d.m.").default(0.47),
  /** Present and final soil carbon, t C/ha, and the years in which the difference decreases to 1/e. */
  soilNow_tC_ha: numberIn("t C/ha").min(0),
  soilThen_tC_ha: numberIn("t C/ha").min(0),
  soilYears: numberIn("yr").default(20),
});
export type Stand = InputOf<typeof standShape>;

export interface StandYear {
  readonly age: number;
  readonly biomass_tC: number;
  readonly soil_tC: number;
  /** Change from the previous year; positive is a sink. */
  readonly sink: Estimate;
}

/**
 * Carbon of a stand from age 0 on: B(t) = B∞ (1 − e^(−k t))^p, with roots, and S(t) = S∞ − (S∞ − S₀) e^(−t/τ).
 * Chapman–Richards: Richards (1959), doi:10.1093/jxb/10.2.290. The range of a sink uses B∞ ± 30 %, one sigma.
 */
export function standCarbon(stand: Stand, ages: number): StandYear[] {
  for (const field of ["area_ha", "biomass_t_ha", "rate", "shape", "soilYears"] as const)
    if (!(stand[field] > 0) || !Number.isFinite(stand[field]))
      throw new NaturalInputError(field, texts.notPositive({ field, value: stand[field] }));
  if (!(stand.carbonFraction > 0 && stand.carbonFraction < 1))
    throw new NaturalInputError("carbonFraction", texts.fractionOutside({ value: stand.carbonFraction }));
  const dense = stand.area_ha * stand.biomass_t_ha * (1 + stand.rootToShoot) * stand.carbonFraction;
  const biomass = (t: number) => dense * (-Math.expm1(-stand.rate * t)) ** stand.shape;
  const soil = (t: number) =>
    stand.area_ha *
    (stand.soilThen_tC_ha - (stand.soilThen_tC_ha - stand.soilNow_tC_ha) * Math.exp(-t / stand.soilYears));
  return Array.from({ length: ages }, (_, i) => {
    const age = i + 1;
    const grown = biomass(age) - biomass(i);
    const value = grown + soil(age) - soil(i);
    return {
      age,
      biomass_tC: biomass(age),
      soil_tC: soil(age),
      sink: {
        value,
        lo: value - 0.3 * grown,
        hi: value + 0.3 * grown,
        unit: "t C/yr",
        interval: texts.sigmaOfBiomass(),
        source: texts.givenStand(),
        method: texts.growthOfStand(),
      },
    };
  });
}
