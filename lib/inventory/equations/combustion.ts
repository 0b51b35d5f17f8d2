import { equation, type Total } from "../equation.ts";
import { conversion, molarMass } from "./constants.ts";

/** Equations of fuel combustion: IPCC 2006 Guidelines, Vol 2 Ch 1 to 3. */

export const fuelEnergy = equation({
  id: "V2 Ch1 1.4.1.2",
  title: { en: "Fuel in energy units", zh: "以能量计的燃料" },
  symbol: "FC",
  unit: "TJ NCV",
  formula: "M * NCV",
  variables: {
    M: { unit: "Gg", name: { en: "mass of fuel", zh: "燃料质量" } },
    NCV: { unit: "TJ NCV/Gg", name: { en: "net calorific value", zh: "净热值" } },
  },
});

/** 0.95 for coal and oil, 0.90 for natural gas (Vol 2 Ch 1, Box 1.1). */
export const netFromGross = equation({
  id: "V2 Ch1 Box 1.1",
  title: { en: "Net from gross calorific value", zh: "由高热值换算净热值" },
  symbol: "NCV",
  unit: "TJ NCV",
  formula: "GCV * r",
  variables: {
    GCV: { unit: "TJ GCV", name: { en: "energy on the gross basis", zh: "按高热值计的能量" } },
    r: { unit: "TJ NCV/TJ GCV", name: { en: "net over gross", zh: "净热值与高热值之比" } },
  },
});

export const factorFromCarbon = equation({
  id: "V2 Ch1 1.4.2.1",
  title: { en: "CO2 factor from carbon content", zh: "由含碳量计算的 CO2 因子" },
  symbol: "EF",
  unit: "kg {gas}/TJ NCV",
  formula: "CC * COF * M_CO2 / M_C * GJ_per_TJ",
  variables: {
    CC: { unit: "kg C/GJ NCV", name: { en: "carbon content", zh: "含碳量" } },
    COF: { unit: "1", name: { en: "fraction of carbon oxidised", zh: "碳氧化率" }, range: "fraction" },
  },
  constants: { M_CO2: molarMass("CO2", "{gas}"), M_C: molarMass("C"), GJ_per_TJ: conversion(1000, "GJ/TJ") },
});

export const stationaryEmissions = equation({
  id: "V2 Eq 2.1",
  title: { en: "Emissions from stationary combustion", zh: "固定源燃烧排放" },
  symbol: "E",
  unit: "kg {gas}",
  formula: "FC * EF",
  variables: {
    FC: { unit: "TJ NCV", name: { en: "fuel consumed", zh: "燃料消费量" } },
    EF: { unit: "kg {gas}/TJ NCV", name: { en: "emission factor", zh: "排放因子" } },
  },
});

export const stationaryTechnologyEmissions = equation({
  id: "V2 Eq 2.3",
  title: { en: "Emissions from stationary combustion by technology", zh: "按技术的固定源燃烧排放" },
  symbol: "E",
  unit: "kg {gas}",
  formula: "FC * EF",
  variables: {
    FC: { unit: "TJ NCV", name: { en: "fuel consumed by the technology", zh: "该技术的燃料消费量" } },
    EF: { unit: "kg {gas}/TJ NCV", name: { en: "emission factor of the technology", zh: "该技术的排放因子" } },
  },
});

export const technologyFuel = equation({
  id: "V2 Eq 2.4",
  title: { en: "Fuel consumed by a technology", zh: "某技术的燃料消费量" },
  symbol: "FC_tech",
  unit: "TJ NCV",
  formula: "FC * P",
  variables: {
    FC: { unit: "TJ NCV", name: { en: "fuel consumed", zh: "燃料消费量" } },
    P: { unit: "1", name: { en: "share of the technology", zh: "该技术的份额" }, range: "fraction" },
  },
});

export const roadCo2 = equation({
  id: "V2 Eq 3.2.1",
  title: { en: "CO2 from road transport", zh: "道路交通 CO2" },
  symbol: "E",
  unit: "kg {gas}",
  formula: "Fuel * EF",
  variables: {
    Fuel: { unit: "TJ NCV", name: { en: "fuel sold", zh: "燃料销售量" } },
    EF: { unit: "kg {gas}/TJ NCV", name: { en: "emission factor", zh: "排放因子" } },
  },
});

export const ureaCatalystCo2 = equation({
  id: "V2 Eq 3.2.2",
  title: { en: "CO2 from urea-based catalysts", zh: "尿素类催化转化剂 CO2" },
  symbol: "E",
  unit: "Gg CO2",
  formula: "Activity * M_C * Purity * M_CO2 / M_urea / M_C",
  variables: {
    Activity: { unit: "Gg", name: { en: "urea-based additive consumed", zh: "尿素类添加剂消费量" } },
    Purity: { unit: "1", name: { en: "mass fraction of urea", zh: "尿素质量分数" }, range: "fraction" },
  },
  constants: { M_CO2: molarMass("CO2"), M_C: molarMass("C"), M_urea: molarMass("urea", "") },
});

export const roadOtherGases = equation({
  id: "V2 Eq 3.2.3",
  title: { en: "CH4 and N2O from road transport, Tier 1", zh: "道路交通 CH4 和 N2O（方法1）" },
  symbol: "E",
  unit: "kg {gas}",
  formula: "Fuel * EF",
  variables: {
    Fuel: { unit: "TJ NCV", name: { en: "fuel sold", zh: "燃料销售量" } },
    EF: { unit: "kg {gas}/TJ NCV", name: { en: "emission factor", zh: "排放因子" } },
  },
});

export const roadByVehicle = equation({
  id: "V2 Eq 3.2.4",
  title: {
    en: "CH4 and N2O from road transport by vehicle and control, Tier 2",
    zh: "按车型和控制技术的道路交通 CH4 和 N2O（方法2）",
  },
  symbol: "E",
  unit: "kg {gas}",
  formula: "Fuel * EF",
  variables: {
    Fuel: { unit: "TJ NCV", name: { en: "fuel of the vehicle type", zh: "该车型的燃料消费量" } },
    EF: { unit: "kg {gas}/TJ NCV", name: { en: "factor of type and control", zh: "按车型和控制技术的因子" } },
  },
});

export const roadByDistance = equation({
  id: "V2 Eq 3.2.5",
  title: { en: "CH4 and N2O from road transport by distance, Tier 3", zh: "按里程的道路交通 CH4 和 N2O（方法3）" },
  symbol: "E",
  unit: "kg {gas}",
  formula: "Distance * EF + C",
  variables: {
    Distance: { unit: "km", name: { en: "distance, engine warm", zh: "热机行驶里程" } },
    EF: { unit: "kg {gas}/km", name: { en: "factor by distance", zh: "按里程的因子" } },
    C: { unit: "kg {gas}", name: { en: "cold starts", zh: "冷启动排放" } },
  },
});

export const fuelByDistance = equation({
  id: "V2 Eq 3.2.6",
  title: { en: "Fuel estimated from distance", zh: "由里程估算的燃料" },
  symbol: "Fuel",
  unit: "TJ NCV",
  formula: "Vehicles * Distance * Consumption",
  variables: {
    Vehicles: { unit: "vehicle", name: { en: "vehicles", zh: "车辆数" } },
    Distance: { unit: "km/vehicle", name: { en: "distance a vehicle", zh: "每车行驶里程" } },
    Consumption: { unit: "TJ NCV/km", name: { en: "fuel by distance", zh: "单位里程燃料消费量" } },
  },
});

export const railEmissions = equation({
  id: "V2 Eq 3.4.1",
  title: { en: "Emissions from railways, Tier 1", zh: "铁路排放（方法1）" },
  symbol: "E",
  unit: "kg {gas}",
  formula: "Fuel * EF",
  variables: {
    Fuel: { unit: "TJ NCV", name: { en: "fuel", zh: "燃料" } },
    EF: { unit: "kg {gas}/TJ NCV", name: { en: "emission factor", zh: "排放因子" } },
  },
});

export const navigationEmissions = equation({
  id: "V2 Eq 3.5.1",
  title: { en: "Emissions from water-borne navigation", zh: "水运排放" },
  symbol: "E",
  unit: "kg {gas}",
  formula: "Fuel * EF",
  variables: {
    Fuel: { unit: "TJ NCV", name: { en: "fuel", zh: "燃料" } },
    EF: { unit: "kg {gas}/TJ NCV", name: { en: "emission factor", zh: "排放因子" } },
  },
});

export const aviationEmissions = equation({
  id: "V2 Eq 3.6.1",
  title: { en: "Emissions from aviation, Tier 1", zh: "航空排放（方法1）" },
  symbol: "E",
  unit: "kg {gas}",
  formula: "Fuel * EF",
  variables: {
    Fuel: { unit: "TJ NCV", name: { en: "fuel", zh: "燃料" } },
    EF: { unit: "kg {gas}/TJ NCV", name: { en: "emission factor", zh: "排放因子" } },
  },
});

export const landingEmissions = equation({
  id: "V2 Eq 3.6.3",
  title: { en: "Emissions of landing and take-off, Tier 2", zh: "起降循环排放（方法2）" },
  symbol: "E_LTO",
  unit: "kg {gas}",
  formula: "N * EF",
  variables: {
    N: { unit: "1", name: { en: "landing and take-off cycles", zh: "起降循环（LTO）次数" } },
    EF: { unit: "kg {gas}", name: { en: "emissions a cycle", zh: "每次循环的排放" } },
  },
});

export const landingFuel = equation({
  id: "V2 Eq 3.6.4",
  title: { en: "Fuel of landing and take-off", zh: "起降循环燃料" },
  symbol: "Fuel_LTO",
  unit: "t",
  formula: "N * FC",
  variables: {
    N: { unit: "1", name: { en: "landing and take-off cycles", zh: "起降循环（LTO）次数" } },
    FC: { unit: "t", name: { en: "fuel a cycle", zh: "每次循环的燃料" } },
  },
});

export const cruiseEmissions = equation({
  id: "V2 Eq 3.6.5",
  title: { en: "Emissions of cruise, Tier 2", zh: "巡航排放（方法2）" },
  symbol: "E_cruise",
  unit: "kg {gas}",
  formula: "(Fuel - Fuel_LTO) * EF",
  variables: {
    Fuel: { unit: "t", name: { en: "fuel in all", zh: "燃料总量" } },
    Fuel_LTO: { unit: "t", name: { en: "fuel of landing and take-off", zh: "起降循环的燃料" } },
    EF: { unit: "kg {gas}/t", name: { en: "factor of cruise", zh: "巡航因子" } },
  },
});

export const allFuels: Total = {
  id: "V2 Eq 2.2",
  title: { en: "Emissions of all fuels", zh: "全部燃料的排放" },
  symbol: "E",
};

export const aviation: Total = {
  id: "V2 Eq 3.6.2",
  title: { en: "Emissions of aviation", zh: "航空排放" },
  symbol: "E",
};
