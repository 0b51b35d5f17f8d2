import { equation, type Total } from "../equation.ts";
import { conversion, DAYS, molarMass } from "./constants.ts";

/** Biological treatment (Vol 5 Ch 4), incineration and open burning (Ch 5). */

const burnt = {
  SW: { unit: "Gg", name: { en: "waste burnt, wet", zh: "焚烧量（湿基）" } },
  dm: { unit: "1", name: { en: "dry matter", zh: "干物质含量" }, range: "fraction" },
  CF: { unit: "1", name: { en: "carbon of dry matter", zh: "干物质含碳量" }, range: "fraction" },
  FCF: { unit: "1", name: { en: "fossil share of carbon", zh: "碳中化石碳比例" }, range: "fraction" },
  OF: { unit: "1", name: { en: "oxidised", zh: "氧化比例" }, range: "fraction" },
} as const;

export const biologicalCh4 = equation({
  id: "V5 Eq 4.1",
  title: { en: "CH4 of biological treatment", zh: "生物处理 CH4" },
  symbol: "E",
  unit: "Gg CH4",
  formula: "M * EF * kg_per_g - R",
  variables: {
    M: { unit: "Gg", name: { en: "waste treated", zh: "处理量" } },
    EF: { unit: "g CH4/kg", name: { en: "factor, by the same basis wet or dry", zh: "因子（同为湿基或干基）" } },
    R: { unit: "Gg CH4", name: { en: "recovered", zh: "回收量" } },
  },
  constants: { kg_per_g: conversion(1e-3, "kg/g") },
});

export const biologicalN2o = equation({
  id: "V5 Eq 4.2",
  title: { en: "N2O of biological treatment", zh: "生物处理 N2O" },
  symbol: "E",
  unit: "Gg N2O",
  formula: "M * EF * kg_per_g",
  variables: {
    M: { unit: "Gg", name: { en: "waste treated", zh: "处理量" } },
    EF: { unit: "g N2O/kg", name: { en: "factor, by the same basis wet or dry", zh: "因子（同为湿基或干基）" } },
  },
  constants: { kg_per_g: conversion(1e-3, "kg/g") },
});

export const incinerationCo2 = equation({
  id: "V5 Eq 5.2",
  title: { en: "Fossil CO2 of waste that is burnt", zh: "废弃物焚烧的化石源 CO2" },
  symbol: "E",
  unit: "Gg CO2",
  formula: "SW * dm * CF * FCF * OF * M_CO2 / M_C",
  variables: burnt,
  constants: { M_CO2: molarMass("CO2"), M_C: molarMass("C", "") },
});

export const incinerationBiogenicCo2 = equation({
  id: "V5 Eq 5.2 (biogenic)",
  title: { en: "Biogenic CO2 of waste that is burnt, for information", zh: "废弃物焚烧的生物源 CO2（信息项）" },
  symbol: "E_biogenic",
  unit: "Gg CO2 biogenic",
  formula: "SW * dm * CF * (1 - FCF) * OF * M_CO2 / M_C",
  variables: burnt,
  constants: { M_CO2: molarMass("CO2", "CO2 biogenic"), M_C: molarMass("C", "") },
});

export const liquidWasteCo2 = equation({
  id: "V5 Eq 5.3",
  title: { en: "CO2 of fossil liquid waste", zh: "化石液态废弃物 CO2" },
  symbol: "E",
  unit: "Gg CO2",
  formula: "AL * CL * OF * M_CO2 / M_C",
  variables: {
    AL: { unit: "Gg", name: { en: "liquid waste", zh: "液态废弃物" } },
    CL: { unit: "1", name: { en: "carbon", zh: "碳" }, range: "fraction" },
    OF: { unit: "1", name: { en: "oxidised", zh: "氧化比例" }, range: "fraction" },
  },
  constants: { M_CO2: molarMass("CO2"), M_C: molarMass("C", "") },
});

export const incinerationCh4 = equation({
  id: "V5 Eq 5.4",
  title: { en: "CH4 of waste that is burnt", zh: "废弃物焚烧 CH4" },
  symbol: "E",
  unit: "Gg CH4",
  formula: "IW * EF * Gg_per_kg",
  variables: {
    IW: { unit: "Gg", name: { en: "waste burnt, wet", zh: "焚烧量（湿基）" } },
    EF: { unit: "kg CH4/Gg", name: { en: "factor", zh: "因子" } },
  },
  constants: { Gg_per_kg: conversion(1e-6, "Gg/kg") },
});

const dryBasis = {
  IW: { unit: "Gg", name: { en: "waste burnt, wet", zh: "焚烧量（湿基）" } },
  dm: { unit: "kg dry waste/kg", name: { en: "dry matter", zh: "干物质含量" }, range: "fraction" },
} as const;

/** With a factor by dry waste. */
export const incinerationDryCh4 = equation({
  id: "V5 Eq 5.4 (dry)",
  title: { en: "CH4 of waste that is burnt, by a factor of dry waste", zh: "废弃物焚烧 CH4（按干基因子）" },
  symbol: "E",
  unit: "Gg CH4",
  formula: "IW * dm * EF * Gg_per_kg",
  variables: { ...dryBasis, EF: { unit: "kg CH4/Gg dry waste", name: { en: "factor", zh: "因子" } } },
  constants: { Gg_per_kg: conversion(1e-6, "Gg/kg") },
});

/** With a factor by dry waste, as Table 5.6 states that of open burning. */
export const incinerationDryN2o = equation({
  id: "V5 Eq 5.5 (dry)",
  title: { en: "N2O of waste that is burnt, by a factor of dry waste", zh: "废弃物焚烧 N2O（按干基因子）" },
  symbol: "E",
  unit: "Gg N2O",
  formula: "IW * dm * EF * Gg_per_kg",
  variables: { ...dryBasis, EF: { unit: "kg N2O/Gg dry waste", name: { en: "factor", zh: "因子" } } },
  constants: { Gg_per_kg: conversion(1e-6, "Gg/kg") },
});

export const incinerationN2o = equation({
  id: "V5 Eq 5.5",
  title: { en: "N2O of waste that is burnt", zh: "废弃物焚烧 N2O" },
  symbol: "E",
  unit: "Gg N2O",
  formula: "IW * EF * Gg_per_kg",
  variables: {
    IW: { unit: "Gg", name: { en: "waste burnt, wet", zh: "焚烧量（湿基）" } },
    EF: { unit: "kg N2O/Gg", name: { en: "factor", zh: "因子" } },
  },
  constants: { Gg_per_kg: conversion(1e-6, "Gg/kg") },
});

export const openlyBurnt = equation({
  id: "V5 Eq 5.7",
  title: { en: "Waste that is burnt in the open", zh: "露天焚烧的废弃物" },
  symbol: "MSW_B",
  unit: "Gg",
  formula: "P * Pfrac * MSWP * Bfrac * days * Gg_per_kg",
  variables: {
    P: { unit: "person", name: { en: "population", zh: "人口" } },
    Pfrac: { unit: "1", name: { en: "share of people who burn waste", zh: "焚烧垃圾的人口比例" }, range: "fraction" },
    MSWP: { unit: "kg/person/d", name: { en: "waste of a person", zh: "人均垃圾量" } },
    Bfrac: { unit: "1", name: { en: "share of the waste that is burnt", zh: "垃圾的焚烧比例" }, range: "fraction" },
  },
  constants: { days: DAYS, Gg_per_kg: conversion(1e-6, "Gg/kg") },
  annual: true,
});

export const burntTotal: Total = {
  id: "V5 Eq 5.2",
  title: { en: "Of all kinds of waste", zh: "各类废弃物合计" },
  symbol: "E",
};

export const treatedTotal: Total = {
  id: "V5 Eq 4.1",
  title: { en: "Of all treatments", zh: "各处理方式合计" },
  symbol: "E",
};
