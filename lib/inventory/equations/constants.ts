import type { Constant } from "../equation.ts";

/** Numbers of the guidelines that many equations use, each with its unit. */

/** Molar masses as the guidelines round them, kg/kmol: 44/12 is the CO2 of a mass of carbon. */
const molarMasses = { CO2: 44, CH4: 16, N2O: 44, C: 12, N2: 28, urea: 60 } as const;

/** @param as the substance in the unit, if it differs: `CO2-C`, or "" for a plain mass */
export function molarMass(substance: keyof typeof molarMasses, as: string = substance): Constant {
  return {
    value: molarMasses[substance],
    unit: as === "" ? "kg/kmol" : `kg ${as}/kmol`,
    name: { en: `molar mass of ${substance}`, zh: `${substance} 的摩尔质量` },
  };
}

/** A conversion of units: how many of one are in one of the other. */
export function conversion(value: number, unit: string): Constant {
  return { value, unit, name: { en: "change of unit", zh: "单位换算" } };
}

/** A coefficient of an empirical equation, as printed. */
export function regression(value: number, unit: string): Constant {
  return { value, unit, name: { en: "coefficient of the regression", zh: "回归系数" } };
}

export const PERCENT = conversion(100, "%");

/** The guidelines use a year of 365 days. */
export const DAYS: Constant = { value: 365, unit: "d/yr", name: { en: "days of a year", zh: "一年的天数" } };

/** Density of methane at 20 °C and 1 atm: the guidelines' conversion factor of 0.67e-6 Gg/m³. */
export const METHANE_DENSITY: Constant = {
  value: 0.67,
  unit: "kg CH4/m3 CH4",
  name: { en: "density of methane", zh: "甲烷密度" },
};

/** Energy in a kilogram of methane (Vol 4 Eq 10.21). */
export const METHANE_ENERGY: Constant = {
  value: 55.65,
  unit: "MJ/kg CH4",
  name: { en: "energy content of methane", zh: "甲烷的能量含量" },
};

/** Energy in a kilogram of feed, dry matter (Vol 4 Eq 10.24). */
export const FEED_ENERGY: Constant = {
  value: 18.45,
  unit: "MJ/kg",
  name: { en: "gross energy of feed", zh: "饲料总能" },
};

/** Gas in a cubic metre at 15 °C and 101.325 kPa (Vol 2 Eq 4.2.3). */
export const GAS_AMOUNT: Constant = {
  value: 42.3e-3,
  unit: "kmol/m3",
  name: { en: "amount of gas in a volume", zh: "单位体积气体的物质的量" },
};

/** Molar masses of Vol 3 Ch 2, to two decimals. */
export const M_CO2_OF_CLINKER: Constant = {
  value: 44.01,
  unit: "kg CO2/kmol",
  name: { en: "molar mass of CO2", zh: "CO2 的摩尔质量" },
};
export const M_CAO: Constant = {
  value: 56.08,
  unit: "kg/kmol",
  name: { en: "molar mass of CaO", zh: "CaO 的摩尔质量" },
};
