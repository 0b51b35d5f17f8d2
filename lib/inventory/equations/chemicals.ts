import { equation, type Total } from "../equation.ts";
import { conversion, molarMass, PERCENT } from "./constants.ts";

/** Equations of the chemical industry: IPCC 2006 Guidelines, Vol 3 Ch 3. */

const abated = {
  AAP: { unit: "t", name: { en: "product", zh: "产品" } },
  EF: { unit: "kg {gas}/t", name: { en: "factor without abatement", zh: "未减排时的因子" } },
  DF: { unit: "1", name: { en: "destruction by the abatement", zh: "减排装置的去除率" }, range: "fraction" },
  ASUF: { unit: "1", name: { en: "share of time that it runs", zh: "减排装置的运行率" }, range: "fraction" },
} as const;

const product = {
  AD: { unit: "t", name: { en: "raw material or product", zh: "原料或产品量" } },
  EF: { unit: "kg {gas}/t", name: { en: "factor", zh: "因子" } },
} as const;

/** The CO2 bound in urea is recovered here and emitted where the urea is used (3.C.3, 1.A.3.b.vi). */
export const ammoniaTier1 = equation({
  id: "V3 Eq 3.1",
  title: { en: "CO2 of ammonia", zh: "合成氨 CO2" },
  symbol: "E",
  unit: "t CO2",
  formula: "AP * FR * CCF * COF * M_CO2 / M_C / kg_per_t - R",
  variables: {
    AP: { unit: "t", name: { en: "ammonia produced", zh: "合成氨产量" } },
    FR: { unit: "GJ NCV/t", name: { en: "fuel a tonne, as feed and fuel", zh: "吨产品燃料量（含原料与燃料）" } },
    CCF: { unit: "kg C/GJ NCV", name: { en: "carbon content of the fuel", zh: "燃料含碳量" } },
    COF: { unit: "1", name: { en: "fraction of carbon oxidised", zh: "碳氧化率" }, range: "fraction" },
    R: { unit: "t CO2", name: { en: "CO2 recovered, for urea or storage", zh: "用于尿素或封存的回收 CO2" } },
  },
  constants: { M_CO2: molarMass("CO2"), M_C: molarMass("C"), kg_per_t: conversion(1000, "kg/t") },
});

export const nitricAcidTier1 = equation({
  id: "V3 Eq 3.5",
  title: { en: "N2O of nitric acid, Tier 1", zh: "硝酸 N2O（方法1）" },
  symbol: "E",
  unit: "kg N2O",
  formula: "EF * NAP",
  variables: {
    EF: { unit: "kg N2O/t HNO3", name: { en: "factor of the plant type", zh: "该类装置的排放因子" } },
    NAP: { unit: "t HNO3", name: { en: "nitric acid produced", zh: "硝酸产量" } },
  },
});

export const nitricAcidTier2 = equation({
  id: "V3 Eq 3.6",
  title: { en: "N2O of nitric acid, Tier 2", zh: "硝酸 N2O（方法2）" },
  symbol: "E",
  unit: "kg {gas}",
  formula: "AAP * EF * (1 - DF * ASUF)",
  variables: abated,
});

export const adipicAcidTier1 = equation({
  id: "V3 Eq 3.7",
  title: { en: "N2O of adipic acid, Tier 1", zh: "己二酸 N2O（方法1）" },
  symbol: "E",
  unit: "kg N2O",
  formula: "EF * AAP",
  variables: {
    EF: { unit: "kg N2O/t", name: { en: "factor", zh: "因子" } },
    AAP: { unit: "t", name: { en: "adipic acid produced", zh: "己二酸产量" } },
  },
});

export const adipicAcidTier2 = equation({
  id: "V3 Eq 3.8",
  title: { en: "N2O of adipic acid, Tier 2", zh: "己二酸 N2O（方法2）" },
  symbol: "E",
  unit: "kg {gas}",
  formula: "AAP * EF * (1 - DF * ASUF)",
  variables: abated,
});

export const caprolactam = equation({
  id: "V3 Eq 3.10",
  title: { en: "N2O of caprolactam, Tier 2", zh: "己内酰胺 N2O（方法2）" },
  symbol: "E",
  unit: "kg {gas}",
  formula: "AAP * EF * (1 - DF * ASUF)",
  variables: abated,
});

export const carbide = equation({
  id: "V3 Eq 3.11",
  title: { en: "Emissions of carbide, Tier 1", zh: "电石（碳化物）排放（方法1）" },
  symbol: "E",
  unit: "kg {gas}",
  formula: "AD * EF",
  variables: product,
});

export const titaniumDioxide = equation({
  id: "V3 Eq 3.12",
  title: { en: "CO2 of titanium dioxide", zh: "钛白粉 CO2" },
  symbol: "E",
  unit: "kg {gas}",
  formula: "AD * EF",
  variables: product,
});

export const sodaAsh = equation({
  id: "V3 Eq 3.14",
  title: { en: "CO2 of natural soda ash", zh: "天然纯碱 CO2" },
  symbol: "E",
  unit: "kg {gas}",
  formula: "AD * EF",
  variables: product,
});

export const petrochemicalCo2 = equation({
  id: "V3 Eq 3.15",
  title: { en: "CO2 of petrochemicals, Tier 1", zh: "石油化工 CO2（方法1）" },
  symbol: "E",
  unit: "t CO2",
  formula: "PP * EF * GAF / percent",
  variables: {
    PP: { unit: "t", name: { en: "petrochemical produced", zh: "石化产品产量" } },
    EF: { unit: "t CO2/t", name: { en: "factor of the process and feedstock", zh: "该工艺和原料的排放因子" } },
    GAF: {
      unit: "%",
      name: {
        en: "geographic adjustment factor of ethylene, 100 for any other product",
        zh: "乙烯的地理调整因子，其他产品取 100",
      },
    },
  },
  constants: { percent: PERCENT },
});

export const petrochemicalCh4 = equation({
  id: "V3 Eq 3.24",
  title: { en: "CH4 of petrochemicals, Tier 1", zh: "石油化工 CH4（方法1）" },
  symbol: "E",
  unit: "kg {gas}",
  formula: "AD * EF",
  variables: product,
});

export const hfc23Tier1 = equation({
  id: "V3 Eq 3.30",
  title: { en: "HFC-23 of HCFC-22 production, Tier 1", zh: "HCFC-22 生产的 HFC-23（方法1）" },
  symbol: "E",
  unit: "kg HFC23",
  formula: "P * EF",
  variables: {
    P: { unit: "t", name: { en: "HCFC-22 produced", zh: "HCFC-22 产量" } },
    EF: { unit: "kg HFC23/t", name: { en: "factor", zh: "因子" } },
  },
});

export const ammoniaTotal: Total = {
  id: "V3 Eq 3.1",
  title: { en: "CO2 of all ammonia plants", zh: "全部合成氨装置 CO2" },
  symbol: "E",
};

export const nitricAcidTotal: Total = {
  id: "V3 Eq 3.6",
  title: { en: "N2O of nitric acid", zh: "硝酸 N2O" },
  symbol: "E",
};

export const adipicAcidTotal: Total = {
  id: "V3 Eq 3.8",
  title: { en: "N2O of adipic acid", zh: "己二酸 N2O" },
  symbol: "E",
};

export const caprolactamTotal: Total = {
  id: "V3 Eq 3.10",
  title: { en: "N2O of caprolactam", zh: "己内酰胺 N2O" },
  symbol: "E",
};
