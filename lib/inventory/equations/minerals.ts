import { equation, type Total } from "../equation.ts";
import { M_CAO, M_CO2_OF_CLINKER } from "./constants.ts";

/** Equations of the mineral industry: IPCC 2006 Guidelines, Vol 3 Ch 2. */

export const cementTier1 = equation({
  id: "V3 Eq 2.1",
  title: { en: "CO2 of cement by its clinker, Tier 1", zh: "按熟料计算的水泥 CO2（方法1）" },
  symbol: "E",
  unit: "t CO2",
  formula: "(clinker - Im + Ex) * EF",
  variables: {
    clinker: { unit: "t", name: { en: "clinker in the cement that was produced", zh: "所产水泥中的熟料" } },
    Im: { unit: "t", name: { en: "clinker imported", zh: "熟料进口量" } },
    Ex: { unit: "t", name: { en: "clinker exported", zh: "熟料出口量" } },
    EF: { unit: "t CO2/t", name: { en: "factor of clinker", zh: "熟料排放因子" } },
  },
});

export const clinkerOfCement = equation({
  id: "V3 Eq 2.1 (Ccl)",
  title: { en: "Clinker in cement", zh: "水泥中的熟料" },
  symbol: "clinker",
  unit: "t",
  formula: "M * C",
  variables: {
    M: { unit: "t", name: { en: "cement produced", zh: "水泥产量" } },
    C: { unit: "1", name: { en: "clinker fraction", zh: "熟料比例" }, range: "fraction" },
  },
});

export const cementTier2 = equation({
  id: "V3 Eq 2.2",
  title: { en: "CO2 of clinker, Tier 2", zh: "熟料 CO2（方法2）" },
  symbol: "E",
  unit: "t CO2",
  formula: "Mcl * EFcl * CFckd",
  variables: {
    Mcl: { unit: "t", name: { en: "clinker produced", zh: "熟料产量" } },
    EFcl: { unit: "t CO2/t", name: { en: "factor of clinker", zh: "熟料排放因子" } },
    CFckd: { unit: "1", name: { en: "correction for kiln dust", zh: "窑灰修正系数" } },
  },
});

/** 44.01/56.08 is the CO2 that left with each CaO; 65 % CaO gives 0.51. */
export const clinkerFactor = equation({
  id: "V3 Eq 2.4",
  title: { en: "Factor of clinker from its lime", zh: "由氧化钙含量计算的熟料因子" },
  symbol: "EFcl",
  unit: "t CO2/t",
  formula: "CaO * M_CO2 / M_CaO",
  variables: {
    CaO: {
      unit: "1",
      name: { en: "CaO of clinker that came from carbonates", zh: "熟料中源自碳酸盐的 CaO" },
      range: "fraction",
    },
  },
  constants: { M_CO2: M_CO2_OF_CLINKER, M_CaO: M_CAO },
});

export const kilnDustCorrection = equation({
  id: "V3 Eq 2.5",
  title: { en: "Correction for kiln dust that does not return", zh: "不回窑窑灰的修正系数" },
  symbol: "CFckd",
  unit: "1",
  formula: "1 + Md / Mcl * Cd * Fd * EFc / EFcl",
  variables: {
    Md: { unit: "t", name: { en: "dust that left the kiln", zh: "离窑的窑灰" } },
    Mcl: { unit: "t", name: { en: "clinker produced", zh: "熟料产量" } },
    Cd: { unit: "1", name: { en: "carbonate fraction of the dust", zh: "窑灰中碳酸盐的比例" }, range: "fraction" },
    Fd: { unit: "1", name: { en: "calcination of the dust", zh: "窑灰煅烧率" }, range: "fraction" },
    EFc: { unit: "t CO2/t", name: { en: "factor of the carbonate", zh: "碳酸盐排放因子" } },
    EFcl: { unit: "t CO2/t", name: { en: "factor of clinker", zh: "熟料排放因子" } },
  },
});

export const carbonateCalcination = equation({
  id: "V3 Eq 2.3",
  title: { en: "CO2 of a carbonate that is calcined, Tier 3", zh: "碳酸盐煅烧 CO2（方法3）" },
  symbol: "E",
  unit: "t CO2",
  formula: "M * EF * F",
  variables: {
    M: { unit: "t", name: { en: "carbonate", zh: "碳酸盐" } },
    EF: { unit: "t CO2/t", name: { en: "factor of the carbonate", zh: "碳酸盐排放因子" } },
    F: { unit: "1", name: { en: "calcination achieved", zh: "煅烧率" }, range: "fraction" },
  },
});

export const limeTier2 = equation({
  id: "V3 Eq 2.6",
  title: { en: "CO2 of lime of one type, Tier 2", zh: "某类石灰 CO2（方法2）" },
  symbol: "E",
  unit: "t CO2",
  formula: "M * EF * CFlkd * Ch",
  variables: {
    M: { unit: "t", name: { en: "lime produced", zh: "石灰产量" } },
    EF: { unit: "t CO2/t", name: { en: "factor of the type", zh: "该类型的排放因子" } },
    CFlkd: { unit: "1", name: { en: "correction for kiln dust", zh: "窑灰修正系数" } },
    Ch: { unit: "1", name: { en: "correction for hydrated lime", zh: "熟石灰修正系数" }, range: "fraction" },
  },
});

/** Default mix of the guidelines: 85 % high-calcium, 15 % dolomitic: 0.85 × 0.75 + 0.15 × 0.77. */
export const limeDefaultFactor = equation({
  id: "V3 Eq 2.8",
  title: { en: "Default factor of lime", zh: "石灰缺省因子" },
  symbol: "EF",
  unit: "t CO2/t",
  formula: "0.85 * EFcalcium + 0.15 * EFdolomitic",
  variables: {
    EFcalcium: { unit: "t CO2/t", name: { en: "factor of high-calcium lime", zh: "高钙石灰排放因子" } },
    EFdolomitic: { unit: "t CO2/t", name: { en: "factor of dolomitic lime", zh: "白云质石灰排放因子" } },
  },
});

export const limeFactor = equation({
  id: "V3 Eq 2.9",
  title: { en: "Factor of lime from stoichiometry and content", zh: "由化学计量比和含量计算的石灰因子" },
  symbol: "EF",
  unit: "t CO2/t",
  formula: "SR * C",
  variables: {
    SR: { unit: "t CO2/t", name: { en: "CO2 a CaO or CaO·MgO", zh: "单位 CaO 或 CaO·MgO 的 CO2" } },
    C: { unit: "1", name: { en: "CaO or CaO·MgO content", zh: "CaO 或 CaO·MgO 含量" }, range: "fraction" },
  },
});

export const glassTier1 = equation({
  id: "V3 Eq 2.10",
  title: { en: "CO2 of glass, Tier 1", zh: "玻璃 CO2（方法1）" },
  symbol: "E",
  unit: "t CO2",
  formula: "Mg * EF * (1 - CR)",
  variables: {
    Mg: { unit: "t", name: { en: "glass produced", zh: "玻璃产量" } },
    EF: { unit: "t CO2/t", name: { en: "factor of glass", zh: "玻璃排放因子" } },
    CR: { unit: "1", name: { en: "cullet ratio", zh: "碎玻璃比例" }, range: "fraction" },
  },
});

export const otherCarbonates = equation({
  id: "V3 Eq 2.14",
  title: { en: "CO2 of other uses of carbonates, Tier 1", zh: "碳酸盐其他用途 CO2（方法1）" },
  symbol: "E",
  unit: "t CO2",
  formula: "Mc * (0.85 * EFls + 0.15 * EFd)",
  variables: {
    Mc: { unit: "t", name: { en: "carbonate consumed", zh: "碳酸盐消费量" } },
    EFls: { unit: "t CO2/t", name: { en: "factor of limestone", zh: "石灰石排放因子" } },
    EFd: { unit: "t CO2/t", name: { en: "factor of dolomite", zh: "白云石排放因子" } },
  },
});

export const limeTotal: Total = {
  id: "V3 Eq 2.6",
  title: { en: "CO2 of lime", zh: "石灰 CO2" },
  symbol: "E",
};

export const glassTotal: Total = {
  id: "V3 Eq 2.10",
  title: { en: "CO2 of glass", zh: "玻璃 CO2" },
  symbol: "E",
};
