import { equation, type Total } from "../equation.ts";
import { conversion } from "./constants.ts";

/** CH4 of rice: IPCC 2006 Guidelines, Vol 4 Ch 5.5. */

export const riceAmendment = equation({
  id: "V4 Eq 5.3 (term)",
  title: { en: "An organic amendment and its conversion", zh: "有机添加物及其转换" },
  symbol: "term",
  unit: "1",
  formula: "ROA * CFOA",
  variables: {
    ROA: { unit: "t/ha", name: { en: "amendment", zh: "有机添加物" } },
    CFOA: { unit: "1", name: { en: "conversion factor", zh: "转换系数" } },
  },
});

export const riceAmendments = equation({
  id: "V4 Eq 5.3",
  title: { en: "Scaling for organic amendments", zh: "有机添加物换算系数" },
  symbol: "SFo",
  unit: "1",
  formula: "(1 + S) ^ 0.59",
  variables: {
    S: { unit: "1", name: { en: "Σ amendment × conversion", zh: "Σ 有机添加物 × 转换系数" } },
  },
});

export const riceFactor = equation({
  id: "V4 Eq 5.2",
  title: { en: "Daily factor of a rice field", zh: "稻田日排放因子" },
  symbol: "EF",
  unit: "kg CH4/ha/d",
  formula: "EFc * SFw * SFp * SFo * SFs",
  variables: {
    EFc: { unit: "kg CH4/ha/d", name: { en: "baseline factor", zh: "基准因子" } },
    SFw: { unit: "1", name: { en: "water during cultivation", zh: "种植期水分管理系数" } },
    SFp: { unit: "1", name: { en: "water before cultivation", zh: "种植前水分管理系数" } },
    SFo: { unit: "1", name: { en: "amendments", zh: "有机添加物" } },
    SFs: { unit: "1", name: { en: "soil and cultivar", zh: "土壤与品种系数" } },
  },
});

export const riceCh4 = equation({
  id: "V4 Eq 5.1",
  title: { en: "CH4 of rice", zh: "稻田 CH4" },
  symbol: "E",
  unit: "Gg CH4",
  formula: "EF * t * A * Gg_per_kg",
  variables: {
    EF: { unit: "kg CH4/ha/d", name: { en: "daily factor", zh: "日排放因子" } },
    t: { unit: "d", name: { en: "days of cultivation", zh: "种植天数" }, range: "days" },
    A: { unit: "ha", name: { en: "area harvested", zh: "收获面积" } },
  },
  constants: { Gg_per_kg: conversion(1e-6, "Gg/kg") },
});

export const amendmentSum: Total = {
  id: "V4 Eq 5.3",
  title: { en: "Σ amendment × conversion", zh: "Σ 有机添加物 × 转换系数" },
  symbol: "S",
};
