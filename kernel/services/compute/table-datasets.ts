import { importedNames } from "../imported-names.ts";
import type { TableRequest } from "./table-handle.ts";

/** The year of the shipped release whose datasets carry the plain names. */
export const lastShippedYear = 2011;

/** The datasets that make a shipped table, by what each holds. */
export interface ShippedNames {
  readonly regions: string;
  readonly sectors: string;
  readonly flows: string;
  readonly finalDemand: string;
  readonly emissions: string;
}

export function shippedNames(year: number, regions = 41): ShippedNames {
  const small = regions === 7;
  const of = (noun: string) =>
    small ? `mrio7_${noun}` : year === lastShippedYear ? `mrio_${noun}` : `mrio_${noun}_${year}`;
  return {
    regions: small ? "mrio7_regions" : "mrio_regions",
    sectors: "mrio_sectors",
    flows: of("flows"),
    finalDemand: of("final_demand"),
    emissions: small ? "mrio7_co2" : "mrio_co2",
  };
}

/** The datasets that a table is made of; of a table that a tool made, those of the tables that it took. */
export function datasetsOfTable({ source, year, regions, made }: TableRequest): string[] {
  if (made) return [...new Set(Object.values(made.tables).flatMap(datasetsOfTable))];
  return Object.values(source === undefined ? shippedNames(year, regions) : importedNames(source, year));
}
