import { z } from "zod";
import { messages } from "../message/message.ts";
import type { InputOf } from "../tool/shape.ts";
import { numberIn, ratio } from "../tool/unit.ts";
import { type Estimate, NaturalInputError } from "./estimate.ts";

const texts = messages("natural", {
  assumedFlux: { en: "flux ± 50 %, assumed", zh: "通量 ± 50 %，假定值" },
  givenFlux: { en: "range of the flux given", zh: "所给通量的范围" },
  areasAndFluxes: { en: "the areas and fluxes given", zh: "所给的面积与通量" },
  areaByFlux: { en: "area × flux × days", zh: "面积 × 通量 × 天数" },
  areaByWarmFlux: { en: "area × flux × days, Q10 {q10}", zh: "面积 × 通量 × 天数，Q10 为 {q10}" },

  negativeOfWater: {
    en: "{name}: {field} is {value}; expected a number ≥ 0.",
    zh: "{name}：{field} 不应为负，实际为{value}。",
  },
  daysOfYear: {
    en: "{name}: a year has no {days} days.",
    zh: "{name}：一年没有 {days} 天。",
  },
  oneTemperature: {
    en: "{name}: set both temperature_C and reference_C, or neither.",
    zh: "{name}：temperature_C 与 reference_C 应同时给出，或都不给出。",
  },
});

/** The source of results from the caller's own figures. */
export const { areasAndFluxes } = texts;

/** A wetland or an inland water of one kind. */
export const waterShape = z.object({
  name: z.string(),
  area_km2: numberIn("km2"),
  /** Flux of CH4 while wet and not frozen, mg CH4/m²/day, at the reference temperature if given. */
  flux_mg_m2_day: numberIn("mg CH4/m2/d"),
  days: numberIn("d").min(0).max(366).describe("Of the year"),
  /** Mean and reference temperature, °C, and the factor per 10 °C. */
  temperature_C: numberIn("°C").optional(),
  reference_C: numberIn("°C").optional(),
  q10: ratio.positive().optional(),
  /** Smallest and largest flux; default: 0.5 and 1.5 times the flux. */
  flux_lo: numberIn("mg CH4/m2/d").optional(),
  flux_hi: numberIn("mg CH4/m2/d").optional(),
});
export type Water = InputOf<typeof waterShape>;

/**
 * CH4 = area × flux × days × Q10^((T − Tref)/10). Tg CH4/yr.
 * The Q10 form: Walter & Heimann (2000), doi:10.1029/1999GB001204. In many maps areas of waters overlap with wetlands: a
 * lake in both is counted twice.
 */
export function waterMethane(water: Water): Estimate {
  const { area_km2: area, flux_mg_m2_day: flux, days, q10 = 2 } = water;
  for (const [field, value] of Object.entries({ area_km2: area, days }))
    if (!(value >= 0)) throw new NaturalInputError(field, texts.negativeOfWater({ name: water.name, field, value }));
  if (days > 366) throw new NaturalInputError("days", texts.daysOfYear({ name: water.name, days }));
  if ((water.temperature_C === undefined) !== (water.reference_C === undefined))
    throw new NaturalInputError("reference_C", texts.oneTemperature({ name: water.name }));
  const warmth = ((water.temperature_C ?? 0) - (water.reference_C ?? 0)) / 10;
  // km² → m² (1e6), mg → Tg (1e-15).
  const tg = (mg: number) => area * 1e6 * mg * days * q10 ** warmth * 1e-15;
  const [a, b] = [tg(water.flux_lo ?? flux * 0.5), tg(water.flux_hi ?? flux * 1.5)];
  return {
    value: tg(flux),
    lo: Math.min(a, b),
    hi: Math.max(a, b),
    unit: "Tg CH4/yr",
    interval: water.flux_lo === undefined ? texts.assumedFlux() : texts.givenFlux(),
    source: areasAndFluxes(),
    method: warmth === 0 ? texts.areaByFlux() : texts.areaByWarmFlux({ q10 }),
  };
}
