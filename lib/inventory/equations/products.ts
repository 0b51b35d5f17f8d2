import { equation, type Total } from "../equation.ts";
import { molarMass } from "./constants.ts";

/** Product use: lubricants and waxes (Vol 3 Ch 5), fluorinated gases by stock (Ch 7), electrical equipment (Ch 8). */

const nonEnergy = {
  LC: { unit: "TJ NCV", name: { en: "lubricant or wax used", zh: "润滑剂或石蜡用量" } },
  CC: { unit: "t C/TJ NCV", name: { en: "carbon content", zh: "含碳量" } },
  ODU: { unit: "1", name: { en: "share oxidised during use", zh: "使用中氧化的比例" }, range: "fraction" },
} as const;

export const lubricants = equation({
  id: "V3 Eq 5.2",
  title: { en: "CO2 of lubricants", zh: "润滑剂 CO2" },
  symbol: "E",
  unit: "t CO2",
  formula: "LC * CC * ODU * M_CO2 / M_C",
  variables: nonEnergy,
  constants: { M_CO2: molarMass("CO2"), M_C: molarMass("C") },
});

export const paraffinWax = equation({
  id: "V3 Eq 5.4",
  title: { en: "CO2 of paraffin waxes", zh: "石蜡 CO2" },
  symbol: "E",
  unit: "t CO2",
  formula: "LC * CC * ODU * M_CO2 / M_C",
  variables: nonEnergy,
  constants: { M_CO2: molarMass("CO2"), M_C: molarMass("C") },
});

export const netConsumption = equation({
  id: "V3 Eq 7.1",
  title: { en: "Net consumption of a gas", zh: "气体净消费量" },
  symbol: "NC",
  unit: "t {gas}",
  formula: "Production + Imports - Exports - Destruction",
  variables: {
    Production: { unit: "t {gas}", name: { en: "production", zh: "产量" } },
    Imports: { unit: "t {gas}", name: { en: "imports", zh: "进口量" } },
    Exports: { unit: "t {gas}", name: { en: "exports", zh: "出口量" } },
    Destruction: { unit: "t {gas}", name: { en: "destruction", zh: "销毁量" } },
  },
});

export const compositeFactor = equation({
  id: "V3 Eq 7.2A",
  title: { en: "Emissions by a composite factor, Tier 1a", zh: "综合因子法排放（方法1a）" },
  symbol: "E",
  unit: "t {gas}",
  formula: "NC * EF",
  variables: {
    NC: { unit: "t {gas}", name: { en: "net consumption", zh: "净消费量" }, range: "signed" },
    EF: { unit: "1", name: { en: "composite factor", zh: "综合排放因子" }, range: "fraction" },
  },
});

export const promptUse = equation({
  id: "V3 Eq 7.6",
  title: {
    en: "Emissions of aerosols and solvents: half this year, half the next",
    zh: "气雾剂和溶剂排放：当年一半，次年一半",
  },
  symbol: "E",
  unit: "t {gas}",
  formula: "S * EF + Sbefore * (1 - EF)",
  variables: {
    S: { unit: "t {gas}", name: { en: "used this year", zh: "当年用量" } },
    Sbefore: { unit: "t {gas}", name: { en: "used the year before", zh: "上年用量" } },
    EF: { unit: "1", name: { en: "share of the first year", zh: "首年份额" }, range: "fraction" },
  },
});

export const refrigerantBalance = equation({
  id: "V3 Eq 7.9",
  title: { en: "Emissions of refrigerants by mass balance", zh: "质量平衡法制冷剂排放" },
  symbol: "E",
  unit: "t {gas}",
  formula: "Sales - Charge + Retired - Destroyed",
  variables: {
    Sales: { unit: "t {gas}", name: { en: "sales of new refrigerant", zh: "新制冷剂销售量" } },
    Charge: { unit: "t {gas}", name: { en: "charge of new equipment", zh: "新设备充注量" } },
    Retired: { unit: "t {gas}", name: { en: "original charge of equipment retired", zh: "报废设备的初始充注量" } },
    Destroyed: { unit: "t {gas}", name: { en: "destroyed on purpose", zh: "有意销毁量" } },
  },
});

export const containers = equation({
  id: "V3 Eq 7.11",
  title: { en: "Losses of containers", zh: "容器损失" },
  symbol: "E_containers",
  unit: "t {gas}",
  formula: "RM * c",
  variables: {
    RM: {
      unit: "t {gas}",
      name: { en: "refrigerant on the market for new equipment and servicing", zh: "用于新设备和维修的市售制冷剂" },
    },
    c: { unit: "1", name: { en: "share lost", zh: "损失率" }, range: "fraction" },
  },
});

export const charging = equation({
  id: "V3 Eq 7.12",
  title: { en: "Losses at the first charge", zh: "初次充注损失" },
  symbol: "E_charge",
  unit: "t {gas}",
  formula: "M * k",
  variables: {
    M: { unit: "t {gas}", name: { en: "charged into new equipment", zh: "新设备充注量" } },
    k: { unit: "1", name: { en: "share lost", zh: "损失率" }, range: "fraction" },
  },
});

export const lifetimeLoss = equation({
  id: "V3 Eq 7.13",
  title: { en: "Losses during lifetime", zh: "使用期损失" },
  symbol: "E_lifetime",
  unit: "t {gas}",
  formula: "B * x",
  variables: {
    B: { unit: "t {gas}", name: { en: "bank in equipment in use", zh: "在用设备中的存量" } },
    x: { unit: "1/yr", name: { en: "share lost a year", zh: "年泄漏率" }, range: "fraction" },
  },
  annual: true,
});

export const endOfLife = equation({
  id: "V3 Eq 7.14",
  title: { en: "Losses at the end of life", zh: "报废期损失" },
  symbol: "E_end",
  unit: "t {gas}",
  formula: "M * p * (1 - eta)",
  variables: {
    M: { unit: "t {gas}", name: { en: "charged d years ago into what is retired", zh: "报废设备 d 年前的充注量" } },
    p: { unit: "1", name: { en: "charge that is left", zh: "剩余充注量" }, range: "fraction" },
    eta: { unit: "1", name: { en: "share recovered of what is left", zh: "剩余量的回收率" }, range: "fraction" },
  },
});

export const switchgearTier1 = equation({
  id: "V3 Eq 8.1",
  title: { en: "SF6 of electrical equipment, Tier 1", zh: "电气设备 SF6（方法1）" },
  symbol: "E",
  unit: "t SF6",
  formula: "Made * EFmade + Bank * EFuse + Retired * EFend",
  variables: {
    Made: { unit: "t SF6", name: { en: "used in manufacture", zh: "制造用量" } },
    EFmade: { unit: "1", name: { en: "share lost in manufacture", zh: "制造泄漏率" }, range: "fraction" },
    Bank: { unit: "t SF6", name: { en: "in installed equipment", zh: "在役设备中的量" } },
    EFuse: { unit: "1", name: { en: "share lost a year", zh: "年泄漏率" }, range: "fraction" },
    Retired: { unit: "t SF6", name: { en: "in retired equipment", zh: "报废设备中的量" } },
    EFend: { unit: "1", name: { en: "share lost at disposal", zh: "处置泄漏率" }, range: "fraction" },
  },
});

export const equipmentTotal: Total = {
  id: "V3 Eq 7.10",
  title: { en: "Emissions of equipment", zh: "设备排放" },
  symbol: "E",
};
