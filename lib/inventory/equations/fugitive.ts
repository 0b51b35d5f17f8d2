import { equation, type Total } from "../equation.ts";
import { conversion, GAS_AMOUNT, METHANE_DENSITY, molarMass } from "./constants.ts";

/** Equations of fugitive emissions: IPCC 2006 Guidelines, Vol 2 Ch 4. */

const coal = {
  coal: { unit: "t", name: { en: "raw coal produced", zh: "原煤产量" } },
  EF: { unit: "m3 CH4/t", name: { en: "methane a tonne", zh: "吨煤甲烷量" } },
} as const;

export const undergroundMining = equation({
  id: "V2 Eq 4.1.3",
  title: { en: "Underground mining", zh: "井工开采" },
  symbol: "E_mining",
  unit: "kg CH4",
  formula: "coal * EF * rho",
  variables: coal,
  constants: { rho: METHANE_DENSITY },
});

export const undergroundPostMining = equation({
  id: "V2 Eq 4.1.4",
  title: { en: "Post-mining of underground coal", zh: "井工矿矿后活动" },
  symbol: "E_post",
  unit: "kg CH4",
  formula: "coal * EF * rho",
  variables: coal,
  constants: { rho: METHANE_DENSITY },
});

export const surfaceMining = equation({
  id: "V2 Eq 4.1.7",
  title: { en: "Surface mining", zh: "露天开采" },
  symbol: "E_mining",
  unit: "kg CH4",
  formula: "coal * EF * rho",
  variables: coal,
  constants: { rho: METHANE_DENSITY },
});

export const surfacePostMining = equation({
  id: "V2 Eq 4.1.8",
  title: { en: "Post-mining of surface coal", zh: "露天矿矿后活动" },
  symbol: "E_post",
  unit: "kg CH4",
  formula: "coal * EF * rho",
  variables: coal,
  constants: { rho: METHANE_DENSITY },
});

export const undergroundTotal = equation({
  id: "V2 Eq 4.1.2",
  title: { en: "CH4 of underground mines", zh: "井工矿 CH4" },
  symbol: "E",
  unit: "kg CH4",
  formula: "mining + post - recovered",
  variables: {
    mining: { unit: "kg CH4", name: { en: "emissions of mining", zh: "开采排放" } },
    post: { unit: "kg CH4", name: { en: "emissions after mining", zh: "矿后活动排放" } },
    recovered: { unit: "kg CH4", name: { en: "methane recovered and used or flared", zh: "回收利用或火炬燃烧的甲烷" } },
  },
});

export const drainedFlaredCo2 = equation({
  id: "V2 Eq 4.1.5a",
  title: { en: "CO2 of drained methane that is flared", zh: "抽采甲烷火炬燃烧的 CO2" },
  symbol: "E",
  unit: "kg CO2",
  formula: "0.98 * V * rho * M_CO2 / M_CH4",
  variables: {
    V: { unit: "m3 CH4", name: { en: "methane flared", zh: "火炬燃烧的甲烷" } },
  },
  constants: { rho: METHANE_DENSITY, M_CO2: molarMass("CO2"), M_CH4: molarMass("CH4") },
});

export const drainedUnburnt = equation({
  id: "V2 Eq 4.1.5b",
  title: { en: "CH4 of flaring that stays unburnt", zh: "火炬未燃尽的 CH4" },
  symbol: "E",
  unit: "kg CH4",
  formula: "0.02 * V * rho",
  variables: {
    V: { unit: "m3 CH4", name: { en: "methane flared", zh: "火炬燃烧的甲烷" } },
  },
  constants: { rho: METHANE_DENSITY },
});

export const abandonedMines = equation({
  id: "V2 Eq 4.1.10",
  title: { en: "CH4 of abandoned mines, Tier 1", zh: "废弃矿井 CH4（方法1）" },
  symbol: "E",
  unit: "kg CH4",
  formula: "mines * gassy * EF * rho",
  variables: {
    mines: { unit: "1", name: { en: "abandoned mines that are not flooded", zh: "未淹没的废弃矿井数" } },
    gassy: { unit: "1", name: { en: "share that are gassy", zh: "瓦斯矿井比例" }, range: "fraction" },
    EF: { unit: "m3 CH4/yr", name: { en: "factor of a mine by the time since it closed", zh: "按关闭年限的单井因子" } },
  },
  constants: { rho: METHANE_DENSITY },
  annual: true,
});

export const oilAndGasSegment = equation({
  id: "V2 Eq 4.2.1",
  title: { en: "Emissions of a segment of the oil and gas industry, Tier 1", zh: "油气系统某环节的排放（方法1）" },
  symbol: "E",
  unit: "Gg {gas}",
  formula: "A * EF",
  variables: {
    A: { unit: "1000 m3", name: { en: "activity of the segment", zh: "该环节的活动数据" } },
    EF: { unit: "Gg {gas}/1000 m3", name: { en: "emission factor", zh: "排放因子" } },
  },
});

export const gasVented = equation({
  id: "V2 Eq 4.2.3",
  title: { en: "Gas vented of what oil production brings up, Tier 2", zh: "原油生产伴生气放空（方法2）" },
  symbol: "E_vent",
  unit: "Gg {gas}",
  formula: "GOR * Q * (1 - CE) * (1 - Xflared) * M * y * n * Gg_per_kg",
  variables: {
    GOR: { unit: "m3/m3", name: { en: "gas-to-oil ratio", zh: "气油比" } },
    Q: { unit: "m3", name: { en: "oil produced", zh: "原油产量" } },
    CE: { unit: "1", name: { en: "share that is conserved", zh: "回收利用比例" }, range: "fraction" },
    Xflared: {
      unit: "1",
      name: { en: "flared share of what is wasted", zh: "放空气体中火炬燃烧的比例" },
      range: "fraction",
    },
    M: { unit: "kg/kmol", name: { en: "molar mass of the gas", zh: "气体摩尔质量" } },
    y: { unit: "1", name: { en: "mole fraction of the gas", zh: "气体摩尔分数" }, range: "fraction" },
  },
  constants: { n: GAS_AMOUNT, Gg_per_kg: conversion(1e-6, "Gg {gas}/kg") },
});

export const allSegments: Total = {
  id: "V2 Eq 4.2.2",
  title: { en: "Emissions of all segments", zh: "各环节排放合计" },
  symbol: "E",
};

export const surfaceMines: Total = {
  id: "V2 Eq 4.1.6",
  title: { en: "CH4 of surface mines", zh: "露天矿 CH4" },
  symbol: "E",
};

export const recoveredMethane: Total = {
  id: "V2 Eq 4.1.2",
  title: { en: "CH4 recovered", zh: "回收的 CH4" },
  symbol: "R",
};

export const undergroundMines: Total = {
  id: "V2 Eq 4.1.2",
  title: { en: "CH4 of underground mines, with what flaring leaves", zh: "井工矿 CH4（含火炬未燃尽部分）" },
  symbol: "E",
};
