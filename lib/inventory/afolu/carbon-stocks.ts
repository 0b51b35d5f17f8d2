import { equation } from "../equation.ts";

/** Changes of carbon stocks on land: IPCC 2006 Guidelines, Vol 4 Ch 2. A gain of carbon is positive, its CO2 negative. */

export const biomassChange = equation(
  "V4 Eq 2.7",
  "Change of carbon in biomass, gains less losses",
  "dC_B",
  "t C",
  { dC_G: "t C | gains", dC_L: "t C | losses" },
  ({ dC_G, dC_L }) => dC_G - dC_L,
);

export const stockDifference = equation(
  "V4 Eq 2.5",
  "Change of carbon by the stock difference",
  "dC",
  "t C",
  {
    C1: "t C | stock at the first time",
    C2: "t C | stock at the second time",
    t1: "1 | first year | signed",
    t2: "1 | second year | signed",
  },
  ({ C1, C2, t1, t2 }) => (C2 - C1) / (t2 - t1),
);

export const biomassGain = equation(
  "V4 Eq 2.9",
  "Gain of carbon by growth",
  "dC_G",
  "t C",
  { A: "ha | area", G_TOTAL: "t d.m./ha/yr | growth above and below ground", CF: "t C/t d.m. | carbon fraction" },
  ({ A, G_TOTAL, CF }) => A * G_TOTAL * CF,
);

export const carbonGain = equation(
  "V4 Eq 2.9 (in carbon)",
  "Gain of carbon by growth that is given in carbon",
  "dC_G",
  "t C",
  { A: "ha | area", G: "t C/ha/yr | growth" },
  ({ A, G }) => A * G,
);

export const totalGrowth = equation(
  "V4 Eq 2.10",
  "Growth above and below ground",
  "G_TOTAL",
  "t d.m./ha/yr",
  { G_W: "t d.m./ha/yr | growth above ground", R: "1 | root to shoot" },
  ({ G_W, R }) => G_W * (1 + R),
);

export const growthFromIncrement = equation(
  "V4 Eq 2.10 (Tier 2)",
  "Growth from the increment of timber",
  "G_TOTAL",
  "t d.m./ha/yr",
  {
    I_V: "m3/ha/yr | increment of merchantable volume",
    BCEF_I: "t d.m./m3 | conversion and expansion",
    R: "1 | root to shoot",
  },
  ({ I_V, BCEF_I, R }) => I_V * BCEF_I * (1 + R),
);

export const biomassLoss = equation(
  "V4 Eq 2.11",
  "Loss of carbon in biomass",
  "dC_L",
  "t C",
  { L_wood: "t C | wood removed", L_fuel: "t C | fuelwood", L_dist: "t C | disturbance" },
  ({ L_wood, L_fuel, L_dist }) => L_wood + L_fuel + L_dist,
);

export const woodRemovals = equation(
  "V4 Eq 2.12",
  "Carbon of wood removals",
  "L_wood",
  "t C",
  {
    H: "m3 | roundwood removed",
    BCEF_R: "t d.m./m3 | conversion and expansion",
    R: "1 | root to shoot",
    CF: "t C/t d.m. | carbon fraction",
  },
  ({ H, BCEF_R, R, CF }) => H * BCEF_R * (1 + R) * CF,
);

export const fuelwoodRemovals = equation(
  "V4 Eq 2.13",
  "Carbon of fuelwood removals",
  "L_fuel",
  "t C",
  {
    FG_trees: "m3 | fuelwood from whole trees",
    BCEF_R: "t d.m./m3 | conversion and expansion",
    R: "1 | root to shoot",
    FG_part: "m3 | fuelwood from parts of trees",
    D: "t d.m./m3 | wood density",
    CF: "t C/t d.m. | carbon fraction",
  },
  ({ FG_trees, BCEF_R, R, FG_part, D, CF }) => (FG_trees * BCEF_R * (1 + R) + FG_part * D) * CF,
);

export const disturbanceLoss = equation(
  "V4 Eq 2.14",
  "Carbon lost by disturbance",
  "L_dist",
  "t C",
  {
    A: "ha | area disturbed",
    B_W: "t d.m./ha | biomass above ground",
    R: "1 | root to shoot",
    CF: "t C/t d.m. | carbon fraction",
    fd: "1 | share of biomass lost | fraction",
  },
  ({ A, B_W, R, CF, fd }) => A * B_W * (1 + R) * CF * fd,
);

export const conversionChange = equation(
  "V4 Eq 2.15",
  "Change of carbon in biomass of converted land",
  "dC_B",
  "t C",
  { dC_G: "t C | gains", dC_CONV: "t C | initial change | signed", dC_L: "t C | losses" },
  ({ dC_G, dC_CONV, dC_L }) => dC_G + dC_CONV - dC_L,
);

export const initialConversion = equation(
  "V4 Eq 2.16",
  "Initial change of carbon where land is converted",
  "dC_CONV",
  "t C",
  {
    B_AFTER: "t d.m./ha | biomass after",
    B_BEFORE: "t d.m./ha | biomass before, above and below ground",
    A: "ha | area converted in the year",
    CF: "t C/t d.m. | carbon fraction",
  },
  ({ B_AFTER, B_BEFORE, A, CF }) => (B_AFTER - B_BEFORE) * A * CF,
);

export const deadMatterGainLoss = equation(
  "V4 Eq 2.18",
  "Change of carbon in dead organic matter, gains less losses",
  "dC_DOM",
  "t C",
  {
    A: "ha | area",
    DOM_in: "t d.m./ha/yr | comes in",
    DOM_out: "t d.m./ha/yr | goes out",
    CF: "t C/t d.m. | carbon fraction",
  },
  ({ A, DOM_in, DOM_out, CF }) => A * (DOM_in - DOM_out) * CF,
);

export const deadMatterConversion = equation(
  "V4 Eq 2.23",
  "Change of carbon in dead organic matter of converted land",
  "dC_DOM",
  "t C",
  { Cn: "t C/ha | under the new use", Co: "t C/ha | under the old use", A: "ha | area", T: "yr | years of transition" },
  ({ Cn, Co, A, T }) => ((Cn - Co) * A) / T,
);

export const soilStock = equation(
  "V4 Eq 2.25 (SOC)",
  "Carbon of mineral soil under a use",
  "SOC",
  "t C",
  {
    SOCref: "t C/ha | reference stock",
    FLU: "1 | land use",
    FMG: "1 | management",
    FI: "1 | input",
    A: "ha | area",
  },
  ({ SOCref, FLU, FMG, FI, A }) => SOCref * FLU * FMG * FI * A,
);

export const mineralSoilChange = equation(
  "V4 Eq 2.25",
  "Change of carbon in mineral soils a year",
  "dC_Mineral",
  "t C",
  { SOC0: "t C | stock now", SOCbefore: "t C | stock before", D: "yr | years that the change takes, 20 by default" },
  ({ SOC0, SOCbefore, D }) => (SOC0 - SOCbefore) / D,
);

export const organicSoilLoss = equation(
  "V4 Eq 2.26",
  "Carbon lost by drained organic soils",
  "L_Organic",
  "t C",
  { A: "ha | area", EF: "t CO2-C/ha/yr | factor" },
  ({ A, EF }) => A * EF,
);

export const fireEmissions = equation(
  "V4 Eq 2.27",
  "Emissions of fire",
  "L_fire",
  "t {gas}",
  {
    A: "ha | area burnt",
    MB: "t d.m./ha | fuel there is",
    Cf: "1 | share that burns | fraction",
    Gef: "g {gas}/kg d.m. | factor",
  },
  ({ A, MB, Cf, Gef }) => A * MB * Cf * Gef * 1e-3,
);

export const co2OfStockChange = equation(
  "V4 Ch2 −44/12",
  "CO2 of a change of carbon stocks",
  "E",
  "t CO2",
  { dC: "t C | change of stocks | signed" },
  // Minus zero is no number to report.
  ({ dC }) => (dC === 0 ? 0 : (-dC * 44) / 12),
);
