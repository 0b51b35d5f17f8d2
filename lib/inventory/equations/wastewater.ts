import { equation, type Total } from "../equation.ts";
import { conversion, DAYS, molarMass } from "./constants.ts";

/** Wastewater: IPCC 2006 Guidelines, Vol 5 Ch 6. */

export const wastewaterFactor = equation({
  id: "V5 Eq 6.2",
  title: { en: "CH4 factor of a treatment", zh: "某处理方式的 CH4 因子" },
  symbol: "EF",
  unit: "kg CH4/kg",
  formula: "Bo * MCF",
  variables: {
    Bo: {
      unit: "kg CH4/kg",
      name: { en: "methane that organics can give, by BOD or COD", zh: "最大产甲烷能力（按 BOD 或 COD）" },
    },
    MCF: { unit: "1", name: { en: "methane correction", zh: "甲烷修正因子（MCF）" }, range: "fraction" },
  },
});

export const domesticOrganics = equation({
  id: "V5 Eq 6.3",
  title: { en: "Organics in domestic wastewater in a year", zh: "生活污水年有机物量" },
  symbol: "TOW",
  unit: "kg",
  formula: "P * BOD * kg_per_g * I * days",
  variables: {
    P: { unit: "person", name: { en: "population", zh: "人口" } },
    BOD: { unit: "g/person/d", name: { en: "BOD of a person", zh: "人均 BOD" } },
    I: { unit: "1", name: { en: "correction for industry, 1.25 or 1", zh: "工业修正系数（1.25 或 1）" } },
  },
  constants: { kg_per_g: conversion(1e-3, "kg/g"), days: DAYS },
  annual: true,
});

export const domesticCh4 = equation({
  id: "V5 Eq 6.1",
  title: { en: "CH4 of domestic wastewater by pathway", zh: "按途径的生活污水 CH4" },
  symbol: "E",
  unit: "kg CH4",
  formula: "U * T * EF * (TOW - S) - R",
  variables: {
    U: { unit: "1", name: { en: "share of the income group", zh: "该收入组的份额" }, range: "fraction" },
    T: { unit: "1", name: { en: "use of the treatment", zh: "处理方式利用率" }, range: "fraction" },
    EF: { unit: "kg CH4/kg", name: { en: "factor of the treatment", zh: "该处理方式的因子" } },
    TOW: { unit: "kg", name: { en: "organics", zh: "有机物" } },
    S: { unit: "kg", name: { en: "organics removed as sludge", zh: "随污泥去除的有机物" } },
    R: { unit: "kg CH4", name: { en: "recovered", zh: "回收量" } },
  },
});

export const industrialOrganics = equation({
  id: "V5 Eq 6.6",
  title: { en: "Organics in industrial wastewater", zh: "工业废水有机物" },
  symbol: "TOW",
  unit: "kg",
  formula: "P * W * COD",
  variables: {
    P: { unit: "t", name: { en: "product", zh: "产品" } },
    W: { unit: "m3/t", name: { en: "wastewater", zh: "废水" } },
    COD: { unit: "kg/m3", name: { en: "COD", zh: "化学需氧量（COD）" } },
  },
});

export const industrialCh4 = equation({
  id: "V5 Eq 6.4",
  title: { en: "CH4 of industrial wastewater", zh: "工业废水 CH4" },
  symbol: "E",
  unit: "kg CH4",
  formula: "(TOW - S) * EF - R",
  variables: {
    TOW: { unit: "kg", name: { en: "organics", zh: "有机物" } },
    S: { unit: "kg", name: { en: "organics removed as sludge", zh: "随污泥去除的有机物" } },
    EF: { unit: "kg CH4/kg", name: { en: "factor of the treatment", zh: "该处理方式的因子" } },
    R: { unit: "kg CH4", name: { en: "recovered", zh: "回收量" } },
  },
});

export const effluentNitrogen = equation({
  id: "V5 Eq 6.8",
  title: { en: "Nitrogen in effluent in a year", zh: "出水年含氮量" },
  symbol: "N_effluent",
  unit: "kg N",
  formula: "P * Protein * FracNPR * FnonCon * FindCom - Nsludge",
  variables: {
    P: { unit: "person", name: { en: "population", zh: "人口" } },
    Protein: { unit: "kg/person/yr", name: { en: "protein eaten", zh: "蛋白质摄入量" } },
    FracNPR: { unit: "kg N/kg", name: { en: "nitrogen of protein", zh: "蛋白质含氮量" } },
    FnonCon: {
      unit: "1",
      name: { en: "factor for protein not eaten, 1.1 to 1.4", zh: "未食用蛋白质系数（1.1 至 1.4）" },
    },
    FindCom: { unit: "1", name: { en: "factor for industry, 1.25", zh: "工业系数（1.25）" } },
    Nsludge: { unit: "kg N", name: { en: "nitrogen removed with sludge", zh: "随污泥去除的氮" } },
  },
  annual: true,
});

export const effluentN2o = equation({
  id: "V5 Eq 6.7",
  title: { en: "N2O of effluent", zh: "出水 N2O" },
  symbol: "E",
  unit: "kg N2O",
  formula: "N * EF * M_N2O / M_N2",
  variables: {
    N: { unit: "kg N", name: { en: "nitrogen in effluent", zh: "出水含氮量" } },
    EF: { unit: "kg N2O-N/kg N", name: { en: "factor", zh: "因子" } },
  },
  constants: { M_N2O: molarMass("N2O"), M_N2: molarMass("N2", "N2O-N") },
});

export const plantN2o = equation({
  id: "V5 Eq 6.9",
  title: { en: "N2O of advanced treatment plants", zh: "深度处理污水厂 N2O" },
  symbol: "E",
  unit: "kg N2O",
  formula: "P * Tplant * FindCom * EF * kg_per_g",
  variables: {
    P: { unit: "person", name: { en: "population", zh: "人口" } },
    Tplant: { unit: "1", name: { en: "share served by such plants", zh: "此类污水厂的服务比例" }, range: "fraction" },
    FindCom: { unit: "1", name: { en: "factor for industry, 1.25", zh: "工业系数（1.25）" } },
    EF: { unit: "g N2O/person/yr", name: { en: "factor, 3.2", zh: "因子（3.2）" } },
  },
  constants: { kg_per_g: conversion(1e-3, "kg/g") },
  annual: true,
});

export const pathwaysTotal: Total = {
  id: "V5 Eq 6.1",
  title: { en: "CH4 of all pathways", zh: "各途径 CH4 合计" },
  symbol: "E",
};

export const sectorsTotal: Total = {
  id: "V5 Eq 6.4",
  title: { en: "CH4 of all sectors", zh: "各行业 CH4 合计" },
  symbol: "E",
};
