import { equation, type Total } from "../equation.ts";
import { molarMass } from "./constants.ts";

/** Equations of the metal industry: IPCC 2006 Guidelines, Vol 3 Ch 4. */

const product = {
  AD: { unit: "t", name: { en: "product", zh: "产品" } },
  EF: { unit: "t CO2/t", name: { en: "factor", zh: "因子" } },
} as const;

export const coke = equation({
  id: "V3 Eq 4.1",
  title: { en: "CO2 of coke ovens, Tier 1 (reported in energy)", zh: "焦炉 CO2（方法1，在能源部门报告）" },
  symbol: "E",
  unit: "t CO2",
  formula: "AD * EF",
  variables: product,
});

export const steelTier1 = equation({
  id: "V3 Eq 4.4",
  title: { en: "CO2 of steel by furnace, Tier 1", zh: "按炉型的钢 CO2（方法1）" },
  symbol: "E",
  unit: "t CO2",
  formula: "AD * EF",
  variables: product,
});

export const pigIron = equation({
  id: "V3 Eq 4.5",
  title: { en: "CO2 of pig iron that is not made into steel", zh: "未炼成钢的生铁 CO2" },
  symbol: "E",
  unit: "t CO2",
  formula: "AD * EF",
  variables: product,
});

export const directReducedIron = equation({
  id: "V3 Eq 4.6",
  title: { en: "CO2 of direct reduced iron, Tier 1", zh: "直接还原铁 CO2（方法1）" },
  symbol: "E",
  unit: "t CO2",
  formula: "AD * EF",
  variables: product,
});

export const sinter = equation({
  id: "V3 Eq 4.7",
  title: { en: "CO2 of sinter, Tier 1", zh: "烧结矿 CO2（方法1）" },
  symbol: "E",
  unit: "t CO2",
  formula: "AD * EF",
  variables: product,
});

export const pellet = equation({
  id: "V3 Eq 4.8",
  title: { en: "CO2 of pellets, Tier 1", zh: "球团矿 CO2（方法1）" },
  symbol: "E",
  unit: "t CO2",
  formula: "AD * EF",
  variables: product,
});

export const ferroalloyTier1 = equation({
  id: "V3 Eq 4.15",
  title: { en: "CO2 of ferroalloys, Tier 1", zh: "铁合金 CO2（方法1）" },
  symbol: "E",
  unit: "t CO2",
  formula: "AD * EF",
  variables: product,
});

export const leadTier1 = equation({
  id: "V3 Eq 4.32",
  title: { en: "CO2 of lead, Tier 1", zh: "铅 CO2（方法1）" },
  symbol: "E",
  unit: "t CO2",
  formula: "AD * EF",
  variables: product,
});

export const zincTier1 = equation({
  id: "V3 Eq 4.33",
  title: { en: "CO2 of zinc, Tier 1", zh: "锌 CO2（方法1）" },
  symbol: "E",
  unit: "t CO2",
  formula: "AD * EF",
  variables: product,
});

export const carbonFlow = equation({
  id: "V3 Eq 4.9 (term)",
  title: { en: "Carbon in a material", zh: "物料中的碳" },
  symbol: "C",
  unit: "t C",
  formula: "M * C",
  variables: {
    M: { unit: "t", name: { en: "material", zh: "物料" } },
    C: { unit: "t C/t", name: { en: "carbon content", zh: "含碳量" } },
  },
});

export const steelTier2 = equation({
  id: "V3 Eq 4.9",
  title: { en: "CO2 of iron and steel from the carbon balance, Tier 2", zh: "钢铁碳平衡法 CO2（方法2）" },
  symbol: "E",
  unit: "t CO2",
  formula: "(Cin - Cout) * M_CO2 / M_C",
  variables: {
    Cin: { unit: "t C", name: { en: "carbon that goes in", zh: "投入的碳" } },
    Cout: { unit: "t C", name: { en: "carbon in steel, iron and gas that goes out", zh: "钢、铁和外供煤气带出的碳" } },
  },
  constants: { M_CO2: molarMass("CO2"), M_C: molarMass("C") },
});

export const reducingAgent = equation({
  id: "V3 Eq 4.16 (agents)",
  title: { en: "CO2 of a reducing agent", zh: "还原剂 CO2" },
  symbol: "E",
  unit: "t CO2",
  formula: "M * EF",
  variables: {
    M: { unit: "t", name: { en: "reducing agent", zh: "还原剂" } },
    EF: { unit: "t CO2/t", name: { en: "factor", zh: "因子" } },
  },
});

export const ferroalloyTier2 = equation({
  id: "V3 Eq 4.16",
  title: { en: "CO2 of ferroalloys by reducing agents, Tier 2", zh: "按还原剂的铁合金 CO2（方法2）" },
  symbol: "E",
  unit: "t CO2",
  formula: "Agents + (Cin - Cout) * M_CO2 / M_C",
  variables: {
    Agents: { unit: "t CO2", name: { en: "reducing agents times their factors", zh: "各还原剂乘以其因子" } },
    Cin: { unit: "t C", name: { en: "carbon of ore and slag formers", zh: "矿石和造渣剂的碳" } },
    Cout: { unit: "t C", name: { en: "carbon in products and waste", zh: "产品和废料中的碳" } },
  },
  constants: { M_CO2: molarMass("CO2"), M_C: molarMass("C") },
});

export const aluminiumCo2Tier1 = equation({
  id: "V3 Eq 4.20",
  title: { en: "CO2 of anodes by technology, Tier 1", zh: "按技术的阳极 CO2（方法1）" },
  symbol: "E",
  unit: "t CO2",
  formula: "AD * EF",
  variables: product,
});

export const prebakedAnodes = equation({
  id: "V3 Eq 4.21",
  title: { en: "CO2 of prebaked anodes, Tier 2", zh: "预焙阳极 CO2（方法2）" },
  symbol: "E",
  unit: "t CO2",
  formula: "NAC * MP * (1 - Sa - Asha) * M_CO2 / M_C",
  variables: {
    NAC: { unit: "t/t", name: { en: "net anode consumption", zh: "阳极净耗" } },
    MP: { unit: "t", name: { en: "aluminium produced", zh: "铝产量" } },
    Sa: { unit: "1", name: { en: "sulphur of the anodes", zh: "阳极含硫量" }, range: "fraction" },
    Asha: { unit: "1", name: { en: "ash of the anodes", zh: "阳极灰分" }, range: "fraction" },
  },
  constants: { M_CO2: molarMass("CO2"), M_C: molarMass("C", "") },
});

export const pfcTier1 = equation({
  id: "V3 Eq 4.25",
  title: { en: "PFC of aluminium, Tier 1", zh: "电解铝 PFC（方法1）" },
  symbol: "E",
  unit: "kg {gas}",
  formula: "EF * MP",
  variables: {
    EF: { unit: "kg {gas}/t Al", name: { en: "default factor", zh: "缺省因子" } },
    MP: { unit: "t Al", name: { en: "aluminium produced", zh: "铝产量" } },
  },
});

export const pfcSlope = equation({
  id: "V3 Eq 4.26",
  title: { en: "CF4 of aluminium by the slope method", zh: "斜率法电解铝 CF4" },
  symbol: "E",
  unit: "kg CF4",
  formula: "S * AEM * MP",
  variables: {
    S: { unit: "kg CF4·d/t Al/min", name: { en: "slope coefficient", zh: "斜率系数" } },
    AEM: {
      unit: "min/d",
      range: "minutes",
      name: { en: "anode effect minutes a cell-day", zh: "每槽日阳极效应分钟数" },
    },
    MP: { unit: "t Al", name: { en: "aluminium produced", zh: "铝产量" } },
  },
});

export const pfcOvervoltage = equation({
  id: "V3 Eq 4.27",
  title: { en: "CF4 of aluminium by the overvoltage method", zh: "过电压法电解铝 CF4" },
  symbol: "E",
  unit: "kg CF4",
  formula: "OVC * AEO * MP / CE",
  variables: {
    OVC: {
      unit: "kg CF4/t Al",
      name: { en: "overvoltage coefficient, for each millivolt", zh: "过电压系数（每毫伏）" },
    },
    AEO: { unit: "1", name: { en: "anode effect overvoltage in millivolt", zh: "阳极效应过电压（毫伏）" } },
    CE: { unit: "1", name: { en: "current efficiency", zh: "电流效率" }, range: "fraction" },
    MP: { unit: "t Al", name: { en: "aluminium produced", zh: "铝产量" } },
  },
});

export const hexafluoroethane = equation({
  id: "V3 Eq 4.26 (C2F6)",
  title: { en: "C2F6 in addition to CF4", zh: "与 CF4 相伴的 C2F6" },
  symbol: "E",
  unit: "kg C2F6",
  formula: "E * F",
  variables: {
    E: { unit: "kg CF4", name: { en: "CF4 emitted", zh: "CF4 排放量" } },
    F: { unit: "kg/kg", name: { en: "C2F6 over CF4", zh: "C2F6 与 CF4 之比" } },
  },
});

export const magnesiumCo2 = equation({
  id: "V3 Eq 4.28",
  title: { en: "CO2 of raw magnesium, Tier 1", zh: "原镁 CO2（方法1）" },
  symbol: "E",
  unit: "t CO2",
  formula: "AD * EF",
  variables: product,
});

export const magnesiumSf6 = equation({
  id: "V3 Eq 4.30",
  title: { en: "SF6 of magnesium casting, Tier 1", zh: "镁铸造 SF6（方法1）" },
  symbol: "E",
  unit: "kg SF6",
  formula: "MG * EF",
  variables: {
    MG: { unit: "t", name: { en: "magnesium handled", zh: "镁处理量" } },
    EF: { unit: "kg SF6/t", name: { en: "factor", zh: "因子" } },
  },
});

export const steelCarbonIn: Total = {
  id: "V3 Eq 4.9",
  title: { en: "Carbon that goes in", zh: "投入的碳" },
  symbol: "Cin",
};

export const steelCarbonOut: Total = {
  id: "V3 Eq 4.9",
  title: { en: "Carbon that goes out", zh: "产出的碳" },
  symbol: "Cout",
};

export const reducingAgents: Total = {
  id: "V3 Eq 4.16",
  title: { en: "CO2 of reducing agents", zh: "还原剂 CO2" },
  symbol: "Agents",
};

export const ferroalloyCarbonIn: Total = {
  id: "V3 Eq 4.16",
  title: { en: "Carbon of ore and slag formers", zh: "矿石和造渣剂的碳" },
  symbol: "Cin",
};

export const ferroalloyCarbonOut: Total = {
  id: "V3 Eq 4.16",
  title: { en: "Carbon of products and waste", zh: "产品和废料的碳" },
  symbol: "Cout",
};
