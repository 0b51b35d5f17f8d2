import { equation } from "../equation.ts";

/** Equations of fuel combustion: IPCC 2006 Guidelines, Vol 2 Ch 1 to 3. */

export const fuelEnergy = equation(
  "V2 Ch1 1.4.1.2",
  "Fuel in energy units",
  "FC",
  "TJ NCV",
  { M: "Gg | mass of fuel", NCV: "TJ NCV/Gg | net calorific value" },
  ({ M, NCV }) => M * NCV,
);

/** 0.95 for coal and oil, 0.90 for natural gas (Vol 2 Ch 1, Box 1.1). */
export const netFromGross = equation(
  "V2 Ch1 Box 1.1",
  "Net from gross calorific value",
  "NCV",
  "TJ NCV",
  { GCV: "TJ GCV | energy on the gross basis", r: "TJ NCV/TJ GCV | net over gross" },
  ({ GCV, r }) => GCV * r,
);

export const factorFromCarbon = equation(
  "V2 Ch1 1.4.2.1",
  "CO2 factor from carbon content",
  "EF",
  "kg {gas}/TJ NCV",
  { CC: "kg C/GJ NCV | carbon content", COF: "1 | fraction of carbon oxidised | fraction" },
  ({ CC, COF }) => ((CC * COF * 44) / 12) * 1000,
);

export const stationaryEmissions = equation(
  "V2 Eq 2.1",
  "Emissions from stationary combustion",
  "E",
  "kg {gas}",
  { FC: "TJ NCV | fuel consumed", EF: "kg {gas}/TJ NCV | emission factor" },
  ({ FC, EF }) => FC * EF,
);

export const stationaryTechnologyEmissions = equation(
  "V2 Eq 2.3",
  "Emissions from stationary combustion by technology",
  "E",
  "kg {gas}",
  { FC: "TJ NCV | fuel consumed by the technology", EF: "kg {gas}/TJ NCV | emission factor of the technology" },
  ({ FC, EF }) => FC * EF,
);

export const technologyFuel = equation(
  "V2 Eq 2.4",
  "Fuel consumed by a technology",
  "FC_tech",
  "TJ NCV",
  { FC: "TJ NCV | fuel consumed", P: "1 | share of the technology | fraction" },
  ({ FC, P }) => FC * P,
);

export const roadCo2 = equation(
  "V2 Eq 3.2.1",
  "CO2 from road transport",
  "E",
  "kg {gas}",
  { Fuel: "TJ NCV | fuel sold", EF: "kg {gas}/TJ NCV | emission factor" },
  ({ Fuel, EF }) => Fuel * EF,
);

export const ureaCatalystCo2 = equation(
  "V2 Eq 3.2.2",
  "CO2 from urea-based catalysts",
  "E",
  "Gg CO2",
  { Activity: "Gg | urea-based additive consumed", Purity: "1 | mass fraction of urea | fraction" },
  ({ Activity, Purity }) => (Activity * 12 * Purity * 44) / 60 / 12,
);

export const roadOtherGases = equation(
  "V2 Eq 3.2.3",
  "CH4 and N2O from road transport, Tier 1",
  "E",
  "kg {gas}",
  { Fuel: "TJ NCV | fuel sold", EF: "kg {gas}/TJ NCV | emission factor" },
  ({ Fuel, EF }) => Fuel * EF,
);

export const roadByVehicle = equation(
  "V2 Eq 3.2.4",
  "CH4 and N2O from road transport by vehicle and control, Tier 2",
  "E",
  "kg {gas}",
  { Fuel: "TJ NCV | fuel of the vehicle type", EF: "kg {gas}/TJ NCV | factor of type and control" },
  ({ Fuel, EF }) => Fuel * EF,
);

export const roadByDistance = equation(
  "V2 Eq 3.2.5",
  "CH4 and N2O from road transport by distance, Tier 3",
  "E",
  "kg {gas}",
  { Distance: "km | distance, engine warm", EF: "kg {gas}/km | factor by distance", C: "kg {gas} | cold starts" },
  ({ Distance, EF, C }) => Distance * EF + C,
);

export const fuelByDistance = equation(
  "V2 Eq 3.2.6",
  "Fuel estimated from distance",
  "Fuel",
  "TJ NCV",
  {
    Vehicles: "vehicle | vehicles",
    Distance: "km/vehicle | distance a vehicle",
    Consumption: "TJ NCV/km | fuel by distance",
  },
  ({ Vehicles, Distance, Consumption }) => Vehicles * Distance * Consumption,
);

export const railEmissions = equation(
  "V2 Eq 3.4.1",
  "Emissions from railways, Tier 1",
  "E",
  "kg {gas}",
  { Fuel: "TJ NCV | fuel", EF: "kg {gas}/TJ NCV | emission factor" },
  ({ Fuel, EF }) => Fuel * EF,
);

export const navigationEmissions = equation(
  "V2 Eq 3.5.1",
  "Emissions from water-borne navigation",
  "E",
  "kg {gas}",
  { Fuel: "TJ NCV | fuel", EF: "kg {gas}/TJ NCV | emission factor" },
  ({ Fuel, EF }) => Fuel * EF,
);

export const aviationEmissions = equation(
  "V2 Eq 3.6.1",
  "Emissions from aviation, Tier 1",
  "E",
  "kg {gas}",
  { Fuel: "TJ NCV | fuel", EF: "kg {gas}/TJ NCV | emission factor" },
  ({ Fuel, EF }) => Fuel * EF,
);

export const landingEmissions = equation(
  "V2 Eq 3.6.3",
  "Emissions of landing and take-off, Tier 2",
  "E_LTO",
  "kg {gas}",
  { N: "1 | landing and take-off cycles", EF: "kg {gas} | emissions a cycle" },
  ({ N, EF }) => N * EF,
);

export const landingFuel = equation(
  "V2 Eq 3.6.4",
  "Fuel of landing and take-off",
  "Fuel_LTO",
  "t",
  { N: "1 | landing and take-off cycles", FC: "t | fuel a cycle" },
  ({ N, FC }) => N * FC,
);

export const cruiseEmissions = equation(
  "V2 Eq 3.6.5",
  "Emissions of cruise, Tier 2",
  "E_cruise",
  "kg {gas}",
  { Fuel: "t | fuel in all", Fuel_LTO: "t | fuel of landing and take-off", EF: "kg {gas}/t | factor of cruise" },
  ({ Fuel, Fuel_LTO, EF }) => (Fuel - Fuel_LTO) * EF,
);
