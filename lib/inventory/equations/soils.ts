import { equation, type Total } from "../equation.ts";
import { conversion, molarMass } from "./constants.ts";

/** N2O of managed soils, CO2 of liming and urea: IPCC 2006 Guidelines, Vol 4 Ch 11. */

export const animalManureNitrogen = equation({
  id: "V4 Eq 11.4",
  title: { en: "Manure nitrogen that is applied to soils", zh: "施入土壤的粪便氮" },
  symbol: "F_AM",
  unit: "kg N",
  formula: "N_MMS * (1 - (FracFEED + FracFUEL + FracCNST))",
  variables: {
    N_MMS: { unit: "kg N", name: { en: "managed manure nitrogen that is left", zh: "管理粪便的剩余氮" } },
    FracFEED: { unit: "1", name: { en: "used as feed", zh: "用作饲料的比例" }, range: "fraction" },
    FracFUEL: { unit: "1", name: { en: "used as fuel", zh: "用作燃料的比例" }, range: "fraction" },
    FracCNST: { unit: "1", name: { en: "used for building", zh: "用作建材的比例" }, range: "fraction" },
  },
});

export const residueNitrogen = equation({
  id: "V4 Eq 11.6",
  title: { en: "Nitrogen of crop residues", zh: "作物秸秆氮" },
  symbol: "F_CR",
  unit: "kg N",
  formula: "Crop * FracRenew * ((1 - FracBurnt) * RAG * NAG * (1 - FracRemove) + RBG * NBG)",
  variables: {
    Crop: { unit: "kg", name: { en: "harvest, dry matter", zh: "收获量（干物质）" } },
    RAG: { unit: "1", name: { en: "residue above ground over harvest", zh: "地上秸秆与收获量之比" } },
    NAG: { unit: "kg N/kg", name: { en: "nitrogen above ground", zh: "地上部分含氮量" } },
    FracRemove: { unit: "1", name: { en: "residue removed", zh: "移走的秸秆比例" }, range: "fraction" },
    FracBurnt: {
      unit: "1",
      name: { en: "residue burnt times its combustion factor", zh: "焚烧的秸秆比例乘以燃烧系数" },
      range: "fraction",
    },
    RBG: { unit: "1", name: { en: "residue below ground over harvest", zh: "地下秸秆与收获量之比" } },
    NBG: { unit: "kg N/kg", name: { en: "nitrogen below ground", zh: "地下部分含氮量" } },
    FracRenew: { unit: "1", name: { en: "area renewed a year", zh: "年更新面积比例" }, range: "fraction" },
  },
});

export const mineralisedNitrogen = equation({
  id: "V4 Eq 11.8",
  title: { en: "Nitrogen mineralised where soil carbon is lost", zh: "土壤碳损失引起的矿化氮" },
  symbol: "F_SOM",
  unit: "kg N",
  formula: "dC / R * kg_per_t",
  variables: {
    dC: { unit: "t C", name: { en: "soil carbon lost", zh: "土壤碳损失" } },
    R: {
      unit: "t C/t N",
      name: {
        en: "C to N ratio, 15 for forest and grassland, 10 for cropland",
        zh: "碳氮比（林地和草地 15，农地 10）",
      },
    },
  },
  constants: { kg_per_t: conversion(1000, "kg/t") },
});

export const directInputs = equation({
  id: "V4 Eq 11.1 (inputs)",
  title: { en: "Direct N2O-N of nitrogen inputs", zh: "氮输入的直接 N2O-N" },
  symbol: "N2O-N_inputs",
  unit: "kg N2O-N",
  formula: "(F_SN + F_ON + F_CR + F_SOM) * EF1",
  variables: {
    F_SN: { unit: "kg N", name: { en: "synthetic fertiliser", zh: "化肥氮" } },
    F_ON: { unit: "kg N", name: { en: "organic fertiliser", zh: "有机肥氮" } },
    F_CR: { unit: "kg N", name: { en: "crop residues", zh: "作物秸秆氮" } },
    F_SOM: { unit: "kg N", name: { en: "mineralised", zh: "矿化氮" } },
    EF1: { unit: "kg N2O-N/kg N", name: { en: "factor", zh: "因子" } },
  },
});

export const floodedRiceInputs = equation({
  id: "V4 Eq 11.1 (rice)",
  title: { en: "Direct N2O-N of flooded rice", zh: "水田的直接 N2O-N" },
  symbol: "N2O-N_FR",
  unit: "kg N2O-N",
  formula: "F * EF1FR",
  variables: {
    F: { unit: "kg N", name: { en: "all inputs to flooded rice", zh: "水田全部氮输入" } },
    EF1FR: { unit: "kg N2O-N/kg N", name: { en: "factor", zh: "因子" } },
  },
});

export const organicSoils = equation({
  id: "V4 Eq 11.1 (OS)",
  title: { en: "Direct N2O-N of drained organic soils", zh: "排水有机土壤的直接 N2O-N" },
  symbol: "N2O-N_OS",
  unit: "kg N2O-N",
  formula: "F_OS * EF2",
  variables: {
    F_OS: { unit: "ha", name: { en: "drained organic soil", zh: "排水有机土壤" } },
    EF2: { unit: "kg N2O-N/ha/yr", name: { en: "factor", zh: "因子" } },
  },
  annual: true,
});

export const pasture = equation({
  id: "V4 Eq 11.1 (PRP)",
  title: { en: "Direct N2O-N of urine and dung on pasture", zh: "放牧粪尿的直接 N2O-N" },
  symbol: "N2O-N_PRP",
  unit: "kg N2O-N",
  formula: "F_PRP * EF3",
  variables: {
    F_PRP: { unit: "kg N", name: { en: "urine and dung", zh: "粪尿氮" } },
    EF3: { unit: "kg N2O-N/kg N", name: { en: "factor of the animals", zh: "该类牲畜的因子" } },
  },
});

export const deposition = equation({
  id: "V4 Eq 11.9",
  title: { en: "Indirect N2O-N of deposition", zh: "沉降的间接 N2O-N" },
  symbol: "N2O-N_ATD",
  unit: "kg N2O-N",
  formula: "(F_SN * FracGASF + (F_ON + F_PRP) * FracGASM) * EF4",
  variables: {
    F_SN: { unit: "kg N", name: { en: "synthetic fertiliser", zh: "化肥氮" } },
    FracGASF: { unit: "1", name: { en: "share that volatilises", zh: "挥发比例" }, range: "fraction" },
    F_ON: { unit: "kg N", name: { en: "organic fertiliser", zh: "有机肥氮" } },
    F_PRP: { unit: "kg N", name: { en: "urine and dung", zh: "粪尿氮" } },
    FracGASM: { unit: "1", name: { en: "share that volatilises", zh: "挥发比例" }, range: "fraction" },
    EF4: { unit: "kg N2O-N/kg N", name: { en: "factor", zh: "因子" } },
  },
});

export const leaching = equation({
  id: "V4 Eq 11.10",
  title: { en: "Indirect N2O-N of leaching and run-off", zh: "淋溶径流的间接 N2O-N" },
  symbol: "N2O-N_L",
  unit: "kg N2O-N",
  formula: "(F_SN + F_ON + F_PRP + F_CR + F_SOM) * FracLEACH * EF5",
  variables: {
    F_SN: { unit: "kg N", name: { en: "synthetic fertiliser", zh: "化肥氮" } },
    F_ON: { unit: "kg N", name: { en: "organic fertiliser", zh: "有机肥氮" } },
    F_PRP: { unit: "kg N", name: { en: "urine and dung", zh: "粪尿氮" } },
    F_CR: { unit: "kg N", name: { en: "crop residues", zh: "作物秸秆氮" } },
    F_SOM: { unit: "kg N", name: { en: "mineralised", zh: "矿化氮" } },
    FracLEACH: { unit: "1", name: { en: "share that leaches", zh: "淋溶比例" }, range: "fraction" },
    EF5: { unit: "kg N2O-N/kg N", name: { en: "factor", zh: "因子" } },
  },
});

export const n2oOfNitrogen = equation({
  id: "V4 Ch11 44/28",
  title: { en: "N2O of N2O-N", zh: "由 N2O-N 换算的 N2O" },
  symbol: "N2O",
  unit: "kg N2O",
  formula: "N * M_N2O / M_N2",
  variables: {
    N: { unit: "kg N2O-N", name: { en: "nitrogen in N2O", zh: "N2O 中的氮" } },
  },
  constants: { M_N2O: molarMass("N2O"), M_N2: molarMass("N2", "N2O-N") },
});

export const liming = equation({
  id: "V4 Eq 11.12",
  title: { en: "Carbon of liming", zh: "石灰施用的碳" },
  symbol: "C",
  unit: "t C",
  formula: "Ml * EFl + Md * EFd",
  variables: {
    Ml: { unit: "t", name: { en: "limestone", zh: "石灰石" } },
    EFl: { unit: "t C/t", name: { en: "factor of limestone", zh: "石灰石排放因子" } },
    Md: { unit: "t", name: { en: "dolomite", zh: "白云石" } },
    EFd: { unit: "t C/t", name: { en: "factor of dolomite", zh: "白云石排放因子" } },
  },
});

export const urea = equation({
  id: "V4 Eq 11.13",
  title: { en: "Carbon of urea", zh: "尿素施用的碳" },
  symbol: "C",
  unit: "t C",
  formula: "M * EF",
  variables: {
    M: { unit: "t", name: { en: "urea", zh: "尿素" } },
    EF: { unit: "t C/t", name: { en: "factor", zh: "因子" } },
  },
});

export const co2OfCarbon = equation({
  id: "V4 Ch11 44/12",
  title: { en: "CO2 of carbon", zh: "由碳换算的 CO2" },
  symbol: "E",
  unit: "t CO2",
  formula: "C * M_CO2 / M_C",
  variables: {
    C: { unit: "t C", name: { en: "carbon", zh: "碳" } },
  },
  constants: { M_CO2: molarMass("CO2"), M_C: molarMass("C") },
});

export const pastureNitrogen: Total = {
  id: "V4 Eq 11.5",
  title: { en: "Urine and dung on pasture", zh: "放牧粪尿" },
  symbol: "F_PRP",
};

export const directNitrogen: Total = {
  id: "V4 Eq 11.1",
  title: { en: "Direct N2O-N", zh: "直接 N2O-N" },
  symbol: "N2O-N_Direct",
};

export const indirectNitrogen: Total = {
  id: "V4 Eq 11.9 + 11.10",
  title: { en: "Indirect N2O-N", zh: "间接 N2O-N" },
  symbol: "N2O-N_Indirect",
};

/** Inputs of one kind, on flooded rice and elsewhere. */
const withRice = (symbol: string, title: Total["title"]): Total => ({ id: "V4 Eq 11.1", title, symbol });

export const inputTotals = {
  F_SN: withRice("F_SN", { en: "Synthetic fertiliser, flooded rice included", zh: "合成肥料（含水田）" }),
  F_ON: withRice("F_ON", { en: "Organic fertiliser, flooded rice included", zh: "有机肥料（含水田）" }),
  F_CR: withRice("F_CR", { en: "Crop residues, flooded rice included", zh: "作物残余（含水田）" }),
  F_SOM: withRice("F_SOM", { en: "Mineralised nitrogen, flooded rice included", zh: "矿化氮（含水田）" }),
};
