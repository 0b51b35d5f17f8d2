import { equation, type Total } from "../equation.ts";
import { conversion, DAYS, FEED_ENERGY, METHANE_DENSITY, molarMass, PERCENT } from "./constants.ts";

/** Enteric fermentation and manure: IPCC 2006 Guidelines, Vol 4 Ch 10. A year's emissions, so masses, not rates. */

export const enteric = equation({
  id: "V4 Eq 10.19",
  title: { en: "CH4 of enteric fermentation in a year", zh: "肠道发酵年 CH4" },
  symbol: "E",
  unit: "Gg CH4",
  formula: "EF * N / kg_per_Gg",
  variables: {
    EF: { unit: "kg CH4/head/yr", name: { en: "factor", zh: "因子" } },
    N: { unit: "head", name: { en: "animals", zh: "存栏数" } },
  },
  constants: { kg_per_Gg: conversion(1e6, "kg/Gg") },
  annual: true,
});

export const manureCh4 = equation({
  id: "V4 Eq 10.22",
  title: { en: "CH4 of manure in a year", zh: "粪便管理年 CH4" },
  symbol: "E",
  unit: "Gg CH4",
  formula: "EF * N / kg_per_Gg",
  variables: {
    EF: { unit: "kg CH4/head/yr", name: { en: "factor", zh: "因子" } },
    N: { unit: "head", name: { en: "animals", zh: "存栏数" } },
  },
  constants: { kg_per_Gg: conversion(1e6, "kg/Gg") },
  annual: true,
});

export const manureFactor = equation({
  id: "V4 Eq 10.23",
  title: { en: "CH4 factor of manure", zh: "粪便管理 CH4 因子" },
  symbol: "EF",
  unit: "kg CH4/head/yr",
  formula: "VS * days * Bo * rho * MCFMS",
  variables: {
    VS: { unit: "kg/head/d", name: { en: "volatile solids", zh: "挥发性固体" } },
    Bo: { unit: "m3 CH4/kg", name: { en: "methane that they can give", zh: "最大产甲烷能力" } },
    MCFMS: {
      unit: "1",
      name: { en: "Σ methane conversion × share of the systems", zh: "Σ 甲烷转化因子 × 管理系统份额" },
      range: "fraction",
    },
  },
  constants: { days: DAYS, rho: METHANE_DENSITY },
});

export const volatileSolids = equation({
  id: "V4 Eq 10.24",
  title: { en: "Volatile solids", zh: "挥发性固体" },
  symbol: "VS",
  unit: "kg/head/d",
  formula: "(GE * (1 - DE / percent) + UE * GE) * ((1 - ASH) / E_feed)",
  variables: {
    GE: { unit: "MJ/head/d", name: { en: "gross energy intake", zh: "总能摄入量" } },
    DE: { unit: "%", range: "percent", name: { en: "digestible energy of gross energy", zh: "消化能占总能的比例" } },
    UE: { unit: "1", name: { en: "urinary energy of gross energy", zh: "尿能占总能的比例" }, range: "fraction" },
    ASH: { unit: "1", name: { en: "ash of manure", zh: "粪便灰分" }, range: "fraction" },
  },
  constants: { percent: PERCENT, E_feed: FEED_ENERGY },
});

export const nitrogenExcretion = equation({
  id: "V4 Eq 10.30",
  title: { en: "Nitrogen excreted in a year", zh: "年氮排泄量" },
  symbol: "Nex",
  unit: "kg N/head/yr",
  formula: "Nrate * TAM / kg_per_t * days",
  variables: {
    Nrate: { unit: "kg N/t/d", name: { en: "nitrogen by live weight", zh: "单位活重的氮排泄量" } },
    TAM: { unit: "kg/head", name: { en: "animal mass", zh: "动物体重" } },
  },
  constants: { kg_per_t: conversion(1000, "kg/t"), days: DAYS },
});

export const manureDirectN2o = equation({
  id: "V4 Eq 10.25",
  title: { en: "Direct N2O of manure in a system", zh: "某管理系统粪便的直接 N2O" },
  symbol: "N2O_D",
  unit: "kg N2O",
  formula: "N * Nex * MS * EF3 * M_N2O / M_N2",
  variables: {
    N: { unit: "head", name: { en: "animals", zh: "存栏数" } },
    Nex: { unit: "kg N/head/yr", name: { en: "nitrogen excreted", zh: "氮排泄量" } },
    MS: { unit: "1", name: { en: "share of the system", zh: "该系统的份额" }, range: "fraction" },
    EF3: { unit: "kg N2O-N/kg N", name: { en: "factor of the system", zh: "该系统的因子" } },
  },
  constants: { M_N2O: molarMass("N2O"), M_N2: molarMass("N2", "N2O-N") },
  annual: true,
});

export const manureVolatilised = equation({
  id: "V4 Eq 10.26",
  title: { en: "Nitrogen of manure that volatilises", zh: "粪便挥发的氮" },
  symbol: "N_vol",
  unit: "kg N",
  formula: "N * Nex * MS * FracGasMS",
  variables: {
    N: { unit: "head", name: { en: "animals", zh: "存栏数" } },
    Nex: { unit: "kg N/head/yr", name: { en: "nitrogen excreted", zh: "氮排泄量" } },
    MS: { unit: "1", name: { en: "share of the system", zh: "该系统的份额" }, range: "fraction" },
    FracGasMS: { unit: "1", name: { en: "share that volatilises", zh: "挥发比例" }, range: "fraction" },
  },
  annual: true,
});

export const manureIndirectN2o = equation({
  id: "V4 Eq 10.27",
  title: { en: "Indirect N2O of what volatilised of manure", zh: "粪便挥发氮的间接 N2O" },
  symbol: "N2O_G",
  unit: "kg N2O",
  formula: "N_vol * EF4 * M_N2O / M_N2",
  variables: {
    N_vol: { unit: "kg N", name: { en: "nitrogen volatilised", zh: "挥发的氮" } },
    EF4: { unit: "kg N2O-N/kg N", name: { en: "factor of deposition", zh: "沉降因子" } },
  },
  constants: { M_N2O: molarMass("N2O"), M_N2: molarMass("N2", "N2O-N") },
});

export const entericTotal: Total = {
  id: "V4 Eq 10.20",
  title: { en: "CH4 of all enteric sources", zh: "肠道发酵 CH4 合计" },
  symbol: "E",
};

export const manureTotal: Total = {
  id: "V4 Eq 10.22",
  title: { en: "CH4 of all manure sources", zh: "粪便管理 CH4 合计" },
  symbol: "E",
};

export const volatilisedNitrogen: Total = {
  id: "V4 Eq 10.26",
  title: { en: "Nitrogen volatilised", zh: "挥发的氮" },
  symbol: "N_vol",
};

export const manureDirectTotal: Total = {
  id: "V4 Eq 10.25",
  title: { en: "Direct N2O of manure", zh: "粪便的直接 N2O" },
  symbol: "N2O_D",
};
