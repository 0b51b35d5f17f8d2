import { fuelMeasures } from "../../lifecycle/background/fuel-measures.ts";
import type { Read } from "../../tool/read.ts";
import type { FuelTable } from "./finding.ts";

/** Names of fuels in DESNZ's table, by those of the guidelines. */
const names: Readonly<Record<string, string>> = {
  "Gas/Diesel Oil": "Liquid fuels · Diesel (100% mineral diesel)",
  "Motor Gasoline": "Liquid fuels · Petrol (100% mineral petrol)",
  "Liquefied Petroleum Gases": "Gaseous fuels · LPG",
  "Residual Fuel Oil": "Liquid fuels · Fuel oil",
  "Jet Kerosene": "Liquid fuels · Aviation turbine fuel",
  "Aviation Gasoline": "Liquid fuels · Aviation spirit",
  "Other Kerosene": "Liquid fuels · Burning oil",
  "Natural Gas": "Gaseous fuels · Natural gas",
  "Natural Gas|lng": "Gaseous fuels · LNG",
  "Natural Gas|cng": "Gaseous fuels · CNG",
};

/** Biofuels, whose factors outside of scopes are per litre and per kilogram. */
const biofuels: Readonly<Record<string, string>> = {
  Biodiesels: "Outside of scopes · Biofuel · Biodiesel ME",
  Biogasoline: "Outside of scopes · Biofuel · Bioethanol",
};

const SOURCE = "DESNZ conversion factors 2025 (factors_value_chain_uk)";

/** Densities and heat values that follow from DESNZ's factors of one fuel in several units. */
export async function fuelTable(read: Read): Promise<FuelTable> {
  const [measures, columns] = await Promise.all([fuelMeasures(read), read("factors_value_chain_uk")]);
  const [activity, unit, value] = [columns.texts("activity"), columns.texts("unit"), columns.numbers("factor")];
  const factors = new Map<string, number>();
  for (let row = 0; row < columns.rows; row++)
    factors.set(`${activity[row]}|${unit[row]!.slice(unit[row]!.indexOf("/") + 1)}`, value[row]!);
  const bio = (fuel: string) => {
    const [litre, kilogram] = ["L", "kg"].map((per) => factors.get(`${biofuels[fuel]}|${per}`));
    return litre !== undefined && kilogram !== undefined && kilogram > 0 ? litre / kilogram : undefined;
  };
  const sourced = (found: number | undefined) => (found === undefined ? undefined : { value: found, source: SOURCE });
  return {
    density: (fuel, form) => {
      const name = names[form === null ? fuel : `${fuel}|${form}`];
      return sourced((name === undefined ? undefined : measures.density.get(name)) ?? bio(fuel));
    },
    heat: (fuel) => sourced(names[fuel] === undefined ? undefined : measures.perVolume.m3.get(names[fuel])),
  };
}
