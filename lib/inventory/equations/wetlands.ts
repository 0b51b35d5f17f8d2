import { equation, type Total } from "../equation.ts";
import { conversion, molarMass } from "./constants.ts";

/**
 * Wetlands: peat extraction and flooded land (IPCC 2006 Guidelines, Vol 4 Ch 7), drained and rewetted organic soils (2013
 * Wetlands Supplement, Ch 2 and 3), reservoirs (2019 Refinement, Vol 4 Ch 7).
 */

export const peatOnSite = equation({
  id: "V4 Eq 7.6",
  title: { en: "Carbon lost on site by peat extraction", zh: "泥炭开采就地碳损失" },
  symbol: "C_onsite",
  unit: "t C",
  formula: "Arich * EFrich + Apoor * EFpoor",
  variables: {
    Arich: {
      unit: "ha",
      name: { en: "nutrient-rich peatland drained for extraction", zh: "为采泥炭而排水的富营养泥炭地" },
    },
    EFrich: { unit: "t CO2-C/ha/yr", name: { en: "factor", zh: "因子" } },
    Apoor: {
      unit: "ha",
      name: { en: "nutrient-poor peatland drained for extraction", zh: "为采泥炭而排水的贫营养泥炭地" },
    },
    EFpoor: { unit: "t CO2-C/ha/yr", name: { en: "factor", zh: "因子" } },
  },
  annual: true,
});

export const peatOffSite = equation({
  id: "V4 Eq 7.5",
  title: { en: "Carbon of peat that is taken away", zh: "运走泥炭的碳" },
  symbol: "C_offsite",
  unit: "t C",
  formula: "Wt * Cfraction",
  variables: {
    Wt: { unit: "t", name: { en: "air-dry peat extracted", zh: "风干泥炭开采量" } },
    Cfraction: { unit: "t C/t", name: { en: "carbon of air-dry peat", zh: "风干泥炭含碳量" } },
  },
});

export const peatCo2 = equation({
  id: "V4 Eq 7.3",
  title: { en: "CO2 of peat extraction", zh: "泥炭开采 CO2" },
  symbol: "E",
  unit: "t CO2",
  formula: "(C_onsite + C_offsite) * M_CO2 / M_C",
  variables: {
    C_onsite: { unit: "t C", name: { en: "lost on site", zh: "就地损失" } },
    C_offsite: { unit: "t C", name: { en: "taken away", zh: "运走的碳" } },
  },
  constants: { M_CO2: molarMass("CO2"), M_C: molarMass("C") },
});

export const rewettedCh4 = equation({
  id: "V4 2013 Eq 3.8",
  title: { en: "CH4 of rewetted organic soils", zh: "再湿有机土壤 CH4" },
  symbol: "E",
  unit: "t CH4",
  formula: "A * EF * M_CH4 / M_C / kg_per_t",
  variables: {
    A: { unit: "ha", name: { en: "area rewetted", zh: "再湿面积" } },
    EF: { unit: "kg CH4-C/ha/yr", name: { en: "factor", zh: "因子" } },
  },
  constants: { M_CH4: molarMass("CH4"), M_C: molarMass("C", "CH4-C"), kg_per_t: conversion(1000, "kg/t") },
  annual: true,
});

export const drainedCo2 = equation({
  id: "V4 2013 Eq 2.3",
  title: { en: "CO2 on site of drained organic soils", zh: "排水有机土壤就地 CO2" },
  symbol: "E",
  unit: "t CO2",
  formula: "A * EF * M_CO2 / M_C",
  variables: {
    A: { unit: "ha", name: { en: "area drained", zh: "排水面积" } },
    EF: { unit: "t CO2-C/ha/yr", name: { en: "factor", zh: "因子" } },
  },
  constants: { M_CO2: molarMass("CO2"), M_C: molarMass("C", "CO2-C") },
  annual: true,
});

export const wetlandCh4 = equation({
  id: "V4 2013 Eq 5.1",
  title: { en: "CH4 of inland wetlands on mineral soil", zh: "内陆矿质土湿地 CH4" },
  symbol: "E",
  unit: "t CH4",
  formula: "A * EF / kg_per_t",
  variables: {
    A: { unit: "ha", name: { en: "area", zh: "面积" } },
    EF: { unit: "kg CH4/ha/yr", name: { en: "factor", zh: "因子" } },
  },
  constants: { kg_per_t: conversion(1000, "kg/t") },
  annual: true,
});

export const reservoirCh4 = equation({
  id: "V4 2019 Eq 7.10",
  title: {
    en: "CH4 of a reservoir older than 20 years, its surface and what leaves below the dam",
    zh: "建成 20 年以上水库的 CH4（水面与坝下）",
  },
  symbol: "E",
  unit: "t CH4",
  formula: "A * EF * alpha * (1 + Rd) / kg_per_t",
  variables: {
    A: { unit: "ha", name: { en: "mean surface in the year", zh: "年平均水面面积" } },
    EF: { unit: "kg CH4/ha/yr", name: { en: "factor of the climate", zh: "该气候区的因子" } },
    alpha: {
      unit: "1",
      name: { en: "trophic adjustment, 1 if it is not known", zh: "营养状态修正系数（未知时为 1）" },
    },
    Rd: { unit: "1", name: { en: "downstream over surface emissions, 0.09", zh: "下游与水面排放之比（0.09）" } },
  },
  constants: { kg_per_t: conversion(1000, "kg/t") },
  annual: true,
});

export const wetlandTotal: Total = {
  id: "V4 Ch7",
  title: { en: "Of all wetlands", zh: "全部湿地合计" },
  symbol: "E",
};
