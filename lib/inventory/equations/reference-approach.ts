import { equation, type Total } from "../equation.ts";
import { conversion, molarMass, PERCENT } from "./constants.ts";

/** The reference approach: CO2 from the supply of fuels. IPCC 2006 Guidelines, Vol 2 Ch 6. */

export const apparentConsumptionPrimary = equation({
  id: "V2 Eq 6.2",
  title: { en: "Apparent consumption of a primary fuel", zh: "一次燃料表观消费量" },
  symbol: "AC",
  unit: "TJ NCV",
  formula: "Production + Imports - Exports - Bunkers - StockChange",
  variables: {
    Production: { unit: "TJ NCV", name: { en: "production", zh: "产量" } },
    Imports: { unit: "TJ NCV", name: { en: "imports", zh: "进口量" } },
    Exports: { unit: "TJ NCV", name: { en: "exports", zh: "出口量" } },
    Bunkers: { unit: "TJ NCV", name: { en: "international bunkers", zh: "国际燃料舱" } },
    StockChange: { unit: "TJ NCV", name: { en: "increase of stocks", zh: "库存增加" }, range: "signed" },
  },
});

/** A secondary fuel can be negative if exports exceed imports; its carbon is counted in the primary fuel. */
export const apparentConsumptionSecondary = equation({
  id: "V2 Eq 6.3",
  title: { en: "Apparent consumption of a secondary fuel", zh: "二次燃料表观消费量" },
  symbol: "AC",
  unit: "TJ NCV",
  formula: "Imports - Exports - Bunkers - StockChange",
  variables: {
    Imports: { unit: "TJ NCV", name: { en: "imports", zh: "进口量" } },
    Exports: { unit: "TJ NCV", name: { en: "exports", zh: "出口量" } },
    Bunkers: { unit: "TJ NCV", name: { en: "international bunkers", zh: "国际燃料舱" } },
    StockChange: { unit: "TJ NCV", name: { en: "increase of stocks", zh: "库存增加" }, range: "signed" },
  },
});

export const excludedCarbon = equation({
  id: "V2 Eq 6.4",
  title: {
    en: "Carbon that is not burnt as fuel: feedstocks, reductants, non-energy products",
    zh: "不作燃料的碳：原料、还原剂和非能源产品",
  },
  symbol: "ExC",
  unit: "Gg C",
  formula: "NEU * CC * Gg_per_t",
  variables: {
    NEU: { unit: "TJ NCV", name: { en: "use as feedstock, reductant or product", zh: "用作原料、还原剂或产品的量" } },
    CC: { unit: "t C/TJ NCV", name: { en: "carbon content", zh: "含碳量" } },
  },
  constants: { Gg_per_t: conversion(1e-3, "Gg/t") },
});

export const referenceEmissions = equation({
  id: "V2 Eq 6.1",
  title: { en: "CO2 by the reference approach", zh: "参考法 CO2" },
  symbol: "E",
  unit: "Gg CO2",
  formula: "(AC * CC * Gg_per_t - ExC) * COF * M_CO2 / M_C",
  variables: {
    AC: { unit: "TJ NCV", name: { en: "apparent consumption", zh: "表观消费量" }, range: "signed" },
    CC: { unit: "t C/TJ NCV", name: { en: "carbon content", zh: "含碳量" } },
    ExC: { unit: "Gg C", name: { en: "excluded carbon", zh: "扣除的碳" } },
    COF: { unit: "1", name: { en: "fraction of carbon oxidised", zh: "碳氧化率" }, range: "fraction" },
  },
  constants: { Gg_per_t: conversion(1e-3, "Gg/t"), M_CO2: molarMass("CO2"), M_C: molarMass("C") },
});

export const approachDifference = equation({
  id: "V2 Ch6 6.8",
  title: { en: "Reference and sectoral approach compared", zh: "参考法与部门法之差" },
  symbol: "D",
  unit: "%",
  formula: "percent * (Reference - Sectoral) / Sectoral",
  variables: {
    Reference: { unit: "Gg CO2", name: { en: "reference approach", zh: "参考法" }, range: "signed" },
    Sectoral: { unit: "Gg CO2", name: { en: "sectoral approach", zh: "部门法" } },
  },
  constants: { percent: PERCENT },
});

export const referenceTotal: Total = {
  id: "V2 Eq 6.1",
  title: { en: "CO2 of all fuels by the reference approach", zh: "参考法全部燃料 CO2" },
  symbol: "E",
};
