import { z } from "zod";
import { messages, type Sentence } from "../message/message.ts";
import type { InputOf, ResultOf } from "../tool/shape.ts";
import { numberIn, ratio } from "../tool/unit.ts";
import { NaturalInputError } from "./estimate.ts";

const texts = messages("natural", {
  celsius: { en: "°C, where the Schmidt number is fitted", zh: "°C，施密特数的拟合范围" },
  practicalScale: { en: "on the practical scale", zh: "实用盐标" },
  share: { en: "a share", zh: "份额" },

  outOfRange: {
    en: "{field} is {value}; expected a number between {lo} and {hi} ({what}).",
    zh: "{field} 应在 {lo} 与 {hi} 之间（{what}），实际为{value}。",
  },
});

/** Hours of a year of 365.25 days. */
const HOURS = 8766;

/** The state of the sea surface and of the air above it. */
export const seaSurfaceShape = z.object({
  temperature_C: numberIn("°C"),
  salinity: numberIn("1"),
  /**
   * Wind at 10 m. For a mean wind, give the mean square too, because the squared mean lacks the variance: `windSquare_m2_s2`.
   */
  wind_m_s: numberIn("m/s"),
  /** Mean of the squared wind, which determines the exchange; default wind_m_s². */
  windSquare_m2_s2: numberIn("m2/s2").optional().describe("Mean of the squared wind; wind_m_s² if left out"),
  fco2_water_uatm: numberIn("µatm"),
  fco2_air_uatm: numberIn("µatm"),
  /** Share of the surface under ice, 0 to 1. */
  ice: ratio.optional().describe("Share under ice, 0 to 1"),
});
export type SeaSurface = InputOf<typeof seaSurfaceShape>;

export const airSeaFluxShape = z.object({
  schmidt: ratio,
  solubility_mol_kg_atm: numberIn("mol/kg/atm"),
  density_kg_m3: numberIn("kg/m3"),
  k_cm_h: numberIn("cm/h"),
  /** Positive from the sea to the air. */
  flux_mol_m2_yr: numberIn("mol/m2/yr"),
});
export type AirSeaFlux = ResultOf<typeof airSeaFluxShape>;

/**
 * Schmidt number of CO2 in sea water of salinity 35, −2 to 40 °C.
 * Wanninkhof (2014), doi:10.4319/lom.2014.12.351, table 1. Sc(20 °C) = 668.344.
 */
export function schmidtNumber(temperature: number): number {
  const t = temperature;
  return 2116.8 + t * (-136.25 + t * (4.7353 + t * (-0.092307 + t * 0.0007555)));
}

/**
 * Natural logarithm of the solubility K0 of CO2, mol kg⁻¹ atm⁻¹. ln K0(S = 35, 25 °C) = −3.5617.
 * Weiss (1974), doi:10.1016/0304-4203(74)90015-2, eq. 12 with the coefficients of table 1 per kilogram.
 */
export function lnSolubility(salinity: number, temperature: number): number {
  const t = (temperature + 273.15) / 100;
  return -60.2409 + 93.4517 / t + 23.3585 * Math.log(t) + salinity * (0.023517 - 0.023656 * t + 0.0047036 * t * t);
}

/** Density of sea water at the surface, kg/m³. Millero & Poisson (1981), doi:10.1016/0198-0149(81)90122-9 (EOS-80). */
export function seaWaterDensity(salinity: number, temperature: number): number {
  const [s, t] = [salinity, temperature];
  const pure =
    999.842594 + t * (6.793952e-2 + t * (-9.09529e-3 + t * (1.001685e-4 + t * (-1.120083e-6 + t * 6.536332e-9))));
  const a = 0.824493 + t * (-4.0899e-3 + t * (7.6438e-5 + t * (-8.2467e-7 + t * 5.3875e-9)));
  const b = -5.72466e-3 + t * (1.0227e-4 - t * 1.6546e-6);
  return pure + a * s + b * s ** 1.5 + 4.8314e-4 * s * s;
}

/** Gas transfer velocity, cm/h: 0.251 ⟨U²⟩ (Sc/660)^−½. Wanninkhof (2014), eq. 4; its uncertainty is 20 %. */
export function transferVelocity(windSquare: number, schmidt: number): number {
  return 0.251 * windSquare * Math.sqrt(660 / schmidt);
}

/**
 * The bulk formula F = k K0 ρ (fCO2,water − fCO2,air) (1 − ice).
 * Throws NaturalInputError if the water is outside the range of the fits or a quantity is impossible.
 */
export function airSeaFlux(surface: SeaSurface): AirSeaFlux {
  check(surface);
  const { temperature_C: t, salinity, wind_m_s: wind, fco2_water_uatm: water, fco2_air_uatm: air, ice = 0 } = surface;
  const schmidt = schmidtNumber(t);
  const solubility = Math.exp(lnSolubility(salinity, t));
  const density = seaWaterDensity(salinity, t);
  const k = transferVelocity(surface.windSquare_m2_s2 ?? wind * wind, schmidt);
  // cm/h → m/yr, µatm → atm.
  const flux = k * 0.01 * HOURS * solubility * density * (water - air) * 1e-6 * (1 - ice);
  return { schmidt, solubility_mol_kg_atm: solubility, density_kg_m3: density, k_cm_h: k, flux_mol_m2_yr: flux };
}

const limits: readonly (readonly [keyof SeaSurface, number, number, Sentence])[] = [
  ["temperature_C", -2, 40, texts.celsius()],
  ["salinity", 0, 45, texts.practicalScale()],
  ["wind_m_s", 0, 60, "m/s"],
  ["windSquare_m2_s2", 0, 3600, "m²/s²"],
  ["fco2_water_uatm", 0, 10_000, "µatm"],
  ["fco2_air_uatm", 0, 10_000, "µatm"],
  ["ice", 0, 1, texts.share()],
];

function check(surface: SeaSurface): void {
  for (const [field, lo, hi, what] of limits) {
    const value = surface[field];
    if (value !== undefined && !(value >= lo && value <= hi))
      throw new NaturalInputError(field, texts.outOfRange({ field, lo, hi, what, value }));
  }
}
