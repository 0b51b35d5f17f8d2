import { equation } from "../equation.ts";

/** Energy that an animal needs, MJ a day: IPCC 2006 Guidelines, Vol 4 Ch 10, Eq 10.3 to 10.16. */

const MJ = "MJ/head/d";

export const maintenance = equation(
  "V4 Eq 10.3",
  "Net energy for maintenance",
  "NEm",
  MJ,
  { Cfi: "1 | coefficient, MJ/d/kg^0.75", Weight: "kg/head | live weight" },
  ({ Cfi, Weight }) => Cfi * Weight ** 0.75,
);

export const activity = equation(
  "V4 Eq 10.4",
  "Net energy for activity of cattle and buffalo",
  "NEa",
  MJ,
  { Ca: "1 | coefficient of the feeding situation", NEm: `${MJ} | net energy for maintenance` },
  ({ Ca, NEm }) => Ca * NEm,
);

export const sheepActivity = equation(
  "V4 Eq 10.5",
  "Net energy for activity of sheep",
  "NEa",
  MJ,
  { Ca: "MJ/kg/d | coefficient of the feeding situation", Weight: "kg/head | live weight" },
  ({ Ca, Weight }) => Ca * Weight,
);

/** a and b of Table 10.6: 2.1 and 0.45 for females, 4.4 and 0.32 for castrates, 2.5 and 0.35 for intact males. */
export const sheepGrowth = equation(
  "V4 Eq 10.7",
  "Net energy for growth of sheep",
  "NEg",
  MJ,
  {
    WG: "kg/head | weight gained in the year",
    a: "MJ/kg | constant",
    b: "1 | constant, MJ/kg²",
    BWi: "kg/head | weight at weaning",
    BWf: "kg/head | weight at one year or at slaughter",
  },
  ({ WG, a, b, BWi, BWf }) => (WG * (a + 0.5 * b * (BWi + BWf))) / 365,
);

export const sheepLactation = equation(
  "V4 Eq 10.9",
  "Net energy for lactation of sheep",
  "NEl",
  MJ,
  { Milk: "kg/head/d | milk", EV: "MJ/kg | energy of the milk, 4.6" },
  ({ Milk, EV }) => Milk * EV,
);

export const wool = equation(
  "V4 Eq 10.12",
  "Net energy for wool",
  "NEwool",
  MJ,
  { EV: "MJ/kg | energy of the wool, 24", Production: "kg/head | wool in the year" },
  ({ EV, Production }) => (EV * Production) / 365,
);

export const growth = equation(
  "V4 Eq 10.6",
  "Net energy for growth of cattle and buffalo",
  "NEg",
  MJ,
  {
    BW: "kg/head | mean live weight of the population",
    C: "1 | 0.8 for females, 1.0 for castrates, 1.2 for bulls",
    MW: "kg/head | mature weight",
    WG: "kg/head/d | weight gain",
  },
  ({ BW, C, MW, WG }) => 22.02 * (BW / (C * MW)) ** 0.75 * WG ** 1.097,
);

export const lactation = equation(
  "V4 Eq 10.8",
  "Net energy for lactation of cattle and buffalo",
  "NEl",
  MJ,
  { Milk: "kg/head/d | milk", Fat: "% | fat of the milk" },
  ({ Milk, Fat }) => Milk * (1.47 + 0.4 * Fat),
);

export const work = equation(
  "V4 Eq 10.11",
  "Net energy for work",
  "NEwork",
  MJ,
  { NEm: `${MJ} | net energy for maintenance`, Hours: "h/d | hours of work" },
  ({ NEm, Hours }) => 0.1 * NEm * Hours,
);

export const pregnancy = equation(
  "V4 Eq 10.13",
  "Net energy for pregnancy",
  "NEp",
  MJ,
  { Cp: "1 | coefficient, 0.10 for cattle", NEm: `${MJ} | net energy for maintenance` },
  ({ Cp, NEm }) => Cp * NEm,
);

export const maintenanceRatio = equation(
  "V4 Eq 10.14",
  "Net energy in a diet for maintenance over digestible energy",
  "REM",
  "1",
  { DE: "% | digestible energy of gross energy" },
  ({ DE }) => 1.123 - 4.092e-3 * DE + 1.126e-5 * DE * DE - 25.4 / DE,
);

export const growthRatio = equation(
  "V4 Eq 10.15",
  "Net energy in a diet for growth over digestible energy",
  "REG",
  "1",
  { DE: "% | digestible energy of gross energy" },
  ({ DE }) => 1.164 - 5.16e-3 * DE + 1.308e-5 * DE * DE - 37.4 / DE,
);

export const grossEnergy = equation(
  "V4 Eq 10.16",
  "Gross energy intake",
  "GE",
  MJ,
  {
    NEm: `${MJ} | for maintenance`,
    NEa: `${MJ} | for activity`,
    NEl: `${MJ} | for lactation`,
    NEwork: `${MJ} | for work`,
    NEp: `${MJ} | for pregnancy`,
    NEg: `${MJ} | for growth`,
    NEwool: `${MJ} | for wool`,
    REM: "1 | for maintenance over digestible",
    REG: "1 | for growth over digestible",
    DE: "% | digestible energy of gross energy",
  },
  ({ NEm, NEa, NEl, NEwork, NEp, NEg, NEwool, REM, REG, DE }) =>
    ((NEm + NEa + NEl + NEwork + NEp) / REM + (NEg + NEwool) / REG) / (DE / 100),
);

export const entericFactor = equation(
  "V4 Eq 10.21",
  "CH4 factor of enteric fermentation",
  "EF",
  "kg CH4/head/yr",
  { GE: `${MJ} | gross energy intake`, Ym: "% | methane of gross energy" },
  // 55.65 MJ are in a kilogram of methane; the guidelines reckon a year of 365 days.
  ({ GE, Ym }) => (GE * (Ym / 100) * 365) / 55.65,
);
