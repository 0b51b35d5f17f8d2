import { equation } from "../equation.ts";
import { DAYS, METHANE_ENERGY, PERCENT, regression } from "./constants.ts";

/** Energy requirements of an animal, MJ/d: IPCC 2006 Guidelines, Vol 4 Ch 10, Eq 10.3 to 10.16. */

export const maintenance = equation({
  id: "V4 Eq 10.3",
  title: { en: "Net energy for maintenance", zh: "维持净能" },
  symbol: "NEm",
  unit: "MJ/head/d",
  formula: "Cfi * Weight ^ 0.75",
  variables: {
    Cfi: { unit: "1", name: { en: "coefficient, MJ/d/kg^0.75", zh: "系数（MJ/d/kg^0.75）" } },
    Weight: { unit: "kg/head", name: { en: "live weight", zh: "活重" } },
  },
});

export const activity = equation({
  id: "V4 Eq 10.4",
  title: { en: "Net energy for activity of cattle and buffalo", zh: "牛的活动净能" },
  symbol: "NEa",
  unit: "MJ/head/d",
  formula: "Ca * NEm",
  variables: {
    Ca: { unit: "1", name: { en: "coefficient of the feeding situation", zh: "饲养状况系数" } },
    NEm: { unit: "MJ/head/d", name: { en: "net energy for maintenance", zh: "维持净能" } },
  },
});

export const sheepActivity = equation({
  id: "V4 Eq 10.5",
  title: { en: "Net energy for activity of sheep", zh: "绵羊的活动净能" },
  symbol: "NEa",
  unit: "MJ/head/d",
  formula: "Ca * Weight",
  variables: {
    Ca: { unit: "MJ/kg/d", name: { en: "coefficient of the feeding situation", zh: "饲养状况系数" } },
    Weight: { unit: "kg/head", name: { en: "live weight", zh: "活重" } },
  },
});

/** a and b of Table 10.6: 2.1 and 0.45 for females, 4.4 and 0.32 for castrates, 2.5 and 0.35 for intact males. */
export const sheepGrowth = equation({
  id: "V4 Eq 10.7",
  title: { en: "Net energy for growth of sheep", zh: "绵羊的生长净能" },
  symbol: "NEg",
  unit: "MJ/head/d",
  formula: "WG * (a + 0.5 * b * (BWi + BWf)) / days",
  variables: {
    WG: { unit: "kg/head", name: { en: "weight gained in the year", zh: "年增重" } },
    a: { unit: "MJ/kg", name: { en: "constant", zh: "常数" } },
    b: { unit: "MJ·head/kg2", name: { en: "constant, MJ/kg²", zh: "常数（MJ/kg²）" } },
    BWi: { unit: "kg/head", name: { en: "weight at weaning", zh: "断奶体重" } },
    BWf: { unit: "kg/head", name: { en: "weight at one year or at slaughter", zh: "一岁或屠宰时体重" } },
  },
  constants: { days: DAYS },
  annual: true,
});

export const sheepLactation = equation({
  id: "V4 Eq 10.9",
  title: { en: "Net energy for lactation of sheep", zh: "绵羊的泌乳净能" },
  symbol: "NEl",
  unit: "MJ/head/d",
  formula: "Milk * EV",
  variables: {
    Milk: { unit: "kg/head/d", name: { en: "milk", zh: "产奶量" } },
    EV: { unit: "MJ/kg", name: { en: "energy of the milk, 4.6", zh: "乳能值（4.6）" } },
  },
});

export const wool = equation({
  id: "V4 Eq 10.12",
  title: { en: "Net energy for wool", zh: "产毛净能" },
  symbol: "NEwool",
  unit: "MJ/head/d",
  formula: "EV * Production / days",
  variables: {
    EV: { unit: "MJ/kg", name: { en: "energy of the wool, 24", zh: "毛能值（24）" } },
    Production: { unit: "kg/head", name: { en: "wool in the year", zh: "年产毛量" } },
  },
  constants: { days: DAYS },
  annual: true,
});

export const growth = equation({
  id: "V4 Eq 10.6",
  title: { en: "Net energy for growth of cattle and buffalo", zh: "牛的生长净能" },
  symbol: "NEg",
  unit: "MJ/head/d",
  formula: "22.02 * (BW / (C * MW)) ^ 0.75 * WG ^ 1.097",
  variables: {
    BW: { unit: "kg/head", name: { en: "mean live weight of the population", zh: "群体平均活重" } },
    C: {
      unit: "1",
      name: { en: "0.8 for females, 1.0 for castrates, 1.2 for bulls", zh: "系数：母牛 0.8，阉牛 1.0，公牛 1.2" },
    },
    MW: { unit: "kg/head", name: { en: "mature weight", zh: "成年体重" } },
    WG: { unit: "kg/head/d", name: { en: "weight gain", zh: "日增重" } },
  },
});

export const lactation = equation({
  id: "V4 Eq 10.8",
  title: { en: "Net energy for lactation of cattle and buffalo", zh: "牛的泌乳净能" },
  symbol: "NEl",
  unit: "MJ/head/d",
  formula: "Milk * (c_0 + c_1 * Fat)",
  variables: {
    Milk: { unit: "kg/head/d", name: { en: "milk", zh: "产奶量" } },
    Fat: { unit: "%", range: "percent", name: { en: "fat of the milk", zh: "乳脂率" } },
  },
  constants: { c_0: regression(1.47, "MJ/kg"), c_1: regression(0.4, "MJ/kg/%") },
});

export const work = equation({
  id: "V4 Eq 10.11",
  title: { en: "Net energy for work", zh: "劳役净能" },
  symbol: "NEwork",
  unit: "MJ/head/d",
  formula: "c_1 * NEm * Hours",
  variables: {
    NEm: { unit: "MJ/head/d", name: { en: "net energy for maintenance", zh: "维持净能" } },
    Hours: { unit: "h/d", name: { en: "hours of work", zh: "劳役小时数" } },
  },
  constants: { c_1: regression(0.1, "d/h") },
});

export const pregnancy = equation({
  id: "V4 Eq 10.13",
  title: { en: "Net energy for pregnancy", zh: "妊娠净能" },
  symbol: "NEp",
  unit: "MJ/head/d",
  formula: "Cp * NEm",
  variables: {
    Cp: { unit: "1", name: { en: "coefficient, 0.10 for cattle", zh: "系数（牛为 0.10）" } },
    NEm: { unit: "MJ/head/d", name: { en: "net energy for maintenance", zh: "维持净能" } },
  },
});

export const maintenanceRatio = equation({
  id: "V4 Eq 10.14",
  title: { en: "Net energy in a diet for maintenance over digestible energy", zh: "日粮维持净能与消化能之比" },
  symbol: "REM",
  unit: "1",
  formula: "1.123 - c_1 * DE + c_2 * DE * DE - c_3 / DE",
  variables: {
    DE: { unit: "%", range: "percent", name: { en: "digestible energy of gross energy", zh: "消化能占总能的比例" } },
  },
  constants: { c_1: regression(4.092e-3, "1/%"), c_2: regression(1.126e-5, "1/%/%"), c_3: regression(25.4, "%") },
});

export const growthRatio = equation({
  id: "V4 Eq 10.15",
  title: { en: "Net energy in a diet for growth over digestible energy", zh: "日粮生长净能与消化能之比" },
  symbol: "REG",
  unit: "1",
  formula: "1.164 - c_1 * DE + c_2 * DE * DE - c_3 / DE",
  variables: {
    DE: { unit: "%", range: "percent", name: { en: "digestible energy of gross energy", zh: "消化能占总能的比例" } },
  },
  constants: { c_1: regression(5.16e-3, "1/%"), c_2: regression(1.308e-5, "1/%/%"), c_3: regression(37.4, "%") },
});

export const grossEnergy = equation({
  id: "V4 Eq 10.16",
  title: { en: "Gross energy intake", zh: "总能摄入量" },
  symbol: "GE",
  unit: "MJ/head/d",
  formula: "((NEm + NEa + NEl + NEwork + NEp) / REM + (NEg + NEwool) / REG) / (DE / percent)",
  variables: {
    NEm: { unit: "MJ/head/d", name: { en: "for maintenance", zh: "维持净能" } },
    NEa: { unit: "MJ/head/d", name: { en: "for activity", zh: "活动净能" } },
    NEl: { unit: "MJ/head/d", name: { en: "for lactation", zh: "泌乳净能" } },
    NEwork: { unit: "MJ/head/d", name: { en: "for work", zh: "劳役净能" } },
    NEp: { unit: "MJ/head/d", name: { en: "for pregnancy", zh: "妊娠净能" } },
    NEg: { unit: "MJ/head/d", name: { en: "for growth", zh: "生长净能" } },
    NEwool: { unit: "MJ/head/d", name: { en: "for wool", zh: "产毛净能" } },
    REM: { unit: "1", name: { en: "for maintenance over digestible", zh: "维持净能与消化能之比" } },
    REG: { unit: "1", name: { en: "for growth over digestible", zh: "生长净能与消化能之比" } },
    DE: { unit: "%", range: "percent", name: { en: "digestible energy of gross energy", zh: "消化能占总能的比例" } },
  },
  constants: { percent: PERCENT },
});

export const entericFactor = equation({
  id: "V4 Eq 10.21",
  title: { en: "CH4 factor of enteric fermentation", zh: "肠道发酵 CH4 因子" },
  symbol: "EF",
  unit: "kg CH4/head/yr",
  formula: "GE * (Ym / percent) * days / E_CH4",
  variables: {
    GE: { unit: "MJ/head/d", name: { en: "gross energy intake", zh: "总能摄入量" } },
    Ym: { unit: "%", range: "percent", name: { en: "methane of gross energy", zh: "甲烷能占总能的比例" } },
  },
  constants: { percent: PERCENT, days: DAYS, E_CH4: METHANE_ENERGY },
});
