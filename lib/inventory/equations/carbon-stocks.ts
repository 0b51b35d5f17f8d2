import { equation, type Total } from "../equation.ts";
import { conversion, molarMass } from "./constants.ts";

/** Changes of carbon stocks on land: IPCC 2006 Guidelines, Vol 4 Ch 2. A gain of carbon is positive, its CO2 negative. */

export const biomassChange = equation({
  id: "V4 Eq 2.7",
  title: { en: "Change of carbon in biomass, gains less losses", zh: "生物量碳变化（增加减损失）" },
  symbol: "dC_B",
  unit: "t C",
  formula: "dC_G - dC_L",
  variables: {
    dC_G: { unit: "t C", name: { en: "gains", zh: "增加量" } },
    dC_L: { unit: "t C", name: { en: "losses", zh: "损失量" } },
  },
});

export const stockDifference = equation({
  id: "V4 Eq 2.5",
  title: { en: "Change of carbon by the stock difference", zh: "储量差法碳变化" },
  symbol: "dC",
  unit: "t C",
  formula: "(C2 - C1) / (t2 - t1)",
  variables: {
    C1: { unit: "t C", name: { en: "stock at the first time", zh: "期初碳储量" } },
    C2: { unit: "t C", name: { en: "stock at the second time", zh: "期末碳储量" } },
    t1: { unit: "1", name: { en: "first year", zh: "起始年份" }, range: "signed" },
    t2: { unit: "1", name: { en: "second year", zh: "终止年份" }, range: "signed" },
  },
});

export const biomassGain = equation({
  id: "V4 Eq 2.9",
  title: { en: "Gain of carbon by growth", zh: "生长的碳增加" },
  symbol: "dC_G",
  unit: "t C",
  formula: "A * G_TOTAL * CF",
  variables: {
    A: { unit: "ha", name: { en: "area", zh: "面积" } },
    G_TOTAL: { unit: "t d.m./ha/yr", name: { en: "growth above and below ground", zh: "地上和地下生长量" } },
    CF: { unit: "t C/t d.m.", name: { en: "carbon fraction", zh: "含碳率" } },
  },
  annual: true,
});

export const carbonGain = equation({
  id: "V4 Eq 2.9 (in carbon)",
  title: { en: "Gain of carbon by growth that is given in carbon", zh: "以碳计生长量的碳增加" },
  symbol: "dC_G",
  unit: "t C",
  formula: "A * G",
  variables: {
    A: { unit: "ha", name: { en: "area", zh: "面积" } },
    G: { unit: "t C/ha/yr", name: { en: "growth", zh: "生长量" } },
  },
  annual: true,
});

export const totalGrowth = equation({
  id: "V4 Eq 2.10",
  title: { en: "Growth above and below ground", zh: "地上和地下生长量" },
  symbol: "G_TOTAL",
  unit: "t d.m./ha/yr",
  formula: "G_W * (1 + R)",
  variables: {
    G_W: { unit: "t d.m./ha/yr", name: { en: "growth above ground", zh: "地上生长量" } },
    R: { unit: "1", name: { en: "root to shoot", zh: "根冠比" } },
  },
});

export const growthFromIncrement = equation({
  id: "V4 Eq 2.10 (Tier 2)",
  title: { en: "Growth from the increment of timber", zh: "由木材增量计算的生长量" },
  symbol: "G_TOTAL",
  unit: "t d.m./ha/yr",
  formula: "I_V * BCEF_I * (1 + R)",
  variables: {
    I_V: { unit: "m3/ha/yr", name: { en: "increment of merchantable volume", zh: "商品材蓄积年增量" } },
    BCEF_I: { unit: "t d.m./m3", name: { en: "conversion and expansion", zh: "转换与扩展系数" } },
    R: { unit: "1", name: { en: "root to shoot", zh: "根冠比" } },
  },
});

export const biomassLoss = equation({
  id: "V4 Eq 2.11",
  title: { en: "Loss of carbon in biomass", zh: "生物量碳损失" },
  symbol: "dC_L",
  unit: "t C",
  formula: "L_wood + L_fuel + L_dist",
  variables: {
    L_wood: { unit: "t C", name: { en: "wood removed", zh: "木材采伐" } },
    L_fuel: { unit: "t C", name: { en: "fuelwood", zh: "薪柴" } },
    L_dist: { unit: "t C", name: { en: "disturbance", zh: "扰动损失" } },
  },
});

export const woodRemovals = equation({
  id: "V4 Eq 2.12",
  title: { en: "Carbon of wood removals", zh: "木材采伐的碳" },
  symbol: "L_wood",
  unit: "t C",
  formula: "H * BCEF_R * (1 + R) * CF",
  variables: {
    H: { unit: "m3", name: { en: "roundwood removed", zh: "原木采伐量" } },
    BCEF_R: { unit: "t d.m./m3", name: { en: "conversion and expansion", zh: "转换与扩展系数" } },
    R: { unit: "1", name: { en: "root to shoot", zh: "根冠比" } },
    CF: { unit: "t C/t d.m.", name: { en: "carbon fraction", zh: "含碳率" } },
  },
});

export const fuelwoodRemovals = equation({
  id: "V4 Eq 2.13",
  title: { en: "Carbon of fuelwood removals", zh: "薪柴采集的碳" },
  symbol: "L_fuel",
  unit: "t C",
  formula: "(FG_trees * BCEF_R * (1 + R) + FG_part * D) * CF",
  variables: {
    FG_trees: { unit: "m3", name: { en: "fuelwood from whole trees", zh: "整株薪柴" } },
    BCEF_R: { unit: "t d.m./m3", name: { en: "conversion and expansion", zh: "转换与扩展系数" } },
    R: { unit: "1", name: { en: "root to shoot", zh: "根冠比" } },
    FG_part: { unit: "m3", name: { en: "fuelwood from parts of trees", zh: "枝桠薪柴" } },
    D: { unit: "t d.m./m3", name: { en: "wood density", zh: "木材密度" } },
    CF: { unit: "t C/t d.m.", name: { en: "carbon fraction", zh: "含碳率" } },
  },
});

export const disturbanceLoss = equation({
  id: "V4 Eq 2.14",
  title: { en: "Carbon lost by disturbance", zh: "扰动损失的碳" },
  symbol: "L_dist",
  unit: "t C",
  formula: "A * B_W * (1 + R) * CF * fd",
  variables: {
    A: { unit: "ha", name: { en: "area disturbed", zh: "受扰动面积" } },
    B_W: { unit: "t d.m./ha", name: { en: "biomass above ground", zh: "地上生物量" } },
    R: { unit: "1", name: { en: "root to shoot", zh: "根冠比" } },
    CF: { unit: "t C/t d.m.", name: { en: "carbon fraction", zh: "含碳率" } },
    fd: { unit: "1", name: { en: "share of biomass lost", zh: "生物量损失比例" }, range: "fraction" },
  },
});

export const conversionChange = equation({
  id: "V4 Eq 2.15",
  title: { en: "Change of carbon in biomass of converted land", zh: "转换土地的生物量碳变化" },
  symbol: "dC_B",
  unit: "t C",
  formula: "dC_G + dC_CONV - dC_L",
  variables: {
    dC_G: { unit: "t C", name: { en: "gains", zh: "增加量" } },
    dC_CONV: { unit: "t C", name: { en: "initial change", zh: "初始变化" }, range: "signed" },
    dC_L: { unit: "t C", name: { en: "losses", zh: "损失量" } },
  },
});

export const initialConversion = equation({
  id: "V4 Eq 2.16",
  title: { en: "Initial change of carbon where land is converted", zh: "土地转换的初始碳变化" },
  symbol: "dC_CONV",
  unit: "t C",
  formula: "(B_AFTER - B_BEFORE) * A * CF",
  variables: {
    B_AFTER: { unit: "t d.m./ha", name: { en: "biomass after", zh: "转换后生物量" } },
    B_BEFORE: {
      unit: "t d.m./ha",
      name: { en: "biomass before, above and below ground", zh: "转换前生物量（地上和地下）" },
    },
    A: { unit: "ha", name: { en: "area converted in the year", zh: "当年转换面积" } },
    CF: { unit: "t C/t d.m.", name: { en: "carbon fraction", zh: "含碳率" } },
  },
});

export const deadMatterGainLoss = equation({
  id: "V4 Eq 2.18",
  title: { en: "Change of carbon in dead organic matter, gains less losses", zh: "死有机质碳变化（输入减输出）" },
  symbol: "dC_DOM",
  unit: "t C",
  formula: "A * (DOM_in - DOM_out) * CF",
  variables: {
    A: { unit: "ha", name: { en: "area", zh: "面积" } },
    DOM_in: { unit: "t d.m./ha/yr", name: { en: "comes in", zh: "输入量" } },
    DOM_out: { unit: "t d.m./ha/yr", name: { en: "goes out", zh: "输出量" } },
    CF: { unit: "t C/t d.m.", name: { en: "carbon fraction", zh: "含碳率" } },
  },
  annual: true,
});

export const deadMatterConversion = equation({
  id: "V4 Eq 2.23",
  title: { en: "Change of carbon in dead organic matter of converted land", zh: "转换土地的死有机质碳变化" },
  symbol: "dC_DOM",
  unit: "t C",
  formula: "(Cn - Co) * A / T",
  variables: {
    Cn: { unit: "t C/ha", name: { en: "under the new use", zh: "新用途下" } },
    Co: { unit: "t C/ha", name: { en: "under the old use", zh: "原用途下" } },
    A: { unit: "ha", name: { en: "area", zh: "面积" } },
    T: { unit: "yr", name: { en: "years of transition", zh: "过渡年数" } },
  },
  annual: true,
});

export const soilStock = equation({
  id: "V4 Eq 2.25 (SOC)",
  title: { en: "Carbon of mineral soil under a use", zh: "某用途下矿质土壤碳" },
  symbol: "SOC",
  unit: "t C",
  formula: "SOCref * FLU * FMG * FI * A",
  variables: {
    SOCref: { unit: "t C/ha", name: { en: "reference stock", zh: "参考碳储量" } },
    FLU: { unit: "1", name: { en: "land use", zh: "土地利用因子" } },
    FMG: { unit: "1", name: { en: "management", zh: "管理因子" } },
    FI: { unit: "1", name: { en: "input", zh: "输入因子" } },
    A: { unit: "ha", name: { en: "area", zh: "面积" } },
  },
});

export const mineralSoilChange = equation({
  id: "V4 Eq 2.25",
  title: { en: "Change of carbon in mineral soils a year", zh: "矿质土壤年碳变化" },
  symbol: "dC_Mineral",
  unit: "t C",
  formula: "(SOC0 - SOCbefore) / D",
  variables: {
    SOC0: { unit: "t C", name: { en: "stock now", zh: "当前储量" } },
    SOCbefore: { unit: "t C", name: { en: "stock before", zh: "此前储量" } },
    D: { unit: "yr", name: { en: "years that the change takes, 20 by default", zh: "变化所需年数（缺省 20）" } },
  },
  annual: true,
});

export const organicSoilLoss = equation({
  id: "V4 Eq 2.26",
  title: { en: "Carbon lost by drained organic soils", zh: "排水有机土壤的碳损失" },
  symbol: "L_Organic",
  unit: "t C",
  formula: "A * EF",
  variables: {
    A: { unit: "ha", name: { en: "area", zh: "面积" } },
    EF: { unit: "t CO2-C/ha/yr", name: { en: "factor", zh: "因子" } },
  },
  annual: true,
});

export const fireEmissions = equation({
  id: "V4 Eq 2.27",
  title: { en: "Emissions of fire", zh: "火烧排放" },
  symbol: "L_fire",
  unit: "t {gas}",
  formula: "A * MB * Cf * Gef * kg_per_g",
  variables: {
    A: { unit: "ha", name: { en: "area burnt", zh: "过火面积" } },
    MB: { unit: "t d.m./ha", name: { en: "fuel there is", zh: "可燃物量" } },
    Cf: { unit: "1", name: { en: "share that burns", zh: "燃烧比例" }, range: "fraction" },
    Gef: { unit: "g {gas}/kg d.m.", name: { en: "factor", zh: "因子" } },
  },
  constants: { kg_per_g: conversion(1e-3, "kg/g") },
});

export const co2OfStockChange = equation({
  id: "V4 Ch2 −44/12",
  title: { en: "CO2 of a change of carbon stocks", zh: "碳储量变化的 CO2" },
  symbol: "E",
  unit: "t CO2",
  formula: "if(dC == 0, 0, -dC * M_CO2 / M_C)",
  variables: {
    dC: { unit: "t C", name: { en: "change of stocks", zh: "碳储量变化" }, range: "signed" },
  },
  constants: { M_CO2: molarMass("CO2"), M_C: molarMass("C") },
});

export const deadMatterTotal: Total = {
  id: "V4 Eq 2.17",
  title: { en: "Change of dead wood and litter", zh: "枯木和枯落物变化" },
  symbol: "dC_DOM",
};

export const soilTotal: Total = {
  id: "V4 Eq 2.24",
  title: { en: "Change of carbon in soils", zh: "土壤碳变化" },
  symbol: "dC_Soils",
};

export const landTotal: Total = {
  id: "V4 Eq 2.1",
  title: { en: "CO2 of all land uses", zh: "全部土地利用 CO2" },
  symbol: "E_AFOLU",
};
