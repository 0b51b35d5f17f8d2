import { carriedDatasets } from "./carried-datasets.ts";
import type { TableRequest } from "./request.ts";

/** The years of the shipped release, WIOD 2013. The datasets of the last year have names without a year. */
export const firstShippedYear = 1995;
export const lastShippedYear = 2011;

/** The datasets of a shipped table, by content. */
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

/** The datasets of one imported table of one year. */
export interface ImportedNames {
  readonly output: string;
  readonly flows: string;
  readonly finalDemand: string;
  readonly demandColumns: string;
  readonly stressors: string;
  readonly emissions: string;
}

/** "EXIOBASE 3 ixi", 2011 → `exiobase_3_ixi_2011_flows` and so on: names that need no quotes in SQL. */
export function importedNames(source: string, year: number): ImportedNames {
  const base = `${sourceName(source)}_${year}`;
  return {
    output: `${base}_output`,
    flows: `${base}_flows`,
    finalDemand: `${base}_final_demand`,
    demandColumns: `${base}_demand_columns`,
    stressors: `${base}_stressors`,
    emissions: `${base}_emissions`,
  };
}

function sourceName(source: string): string {
  const name = source
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  return /^[a-z]/.test(name) ? name : `table_${name}`;
}

/** The datasets of a table, unless a tool made it. */
export function datasetsOfTable({ source, year, regions, modelled }: TableRequest): string[] {
  if (modelled) return [...Object.values(shippedNames(lastShippedYear)), ...carriedDatasets];
  return Object.values(source === undefined ? shippedNames(year, regions) : importedNames(source, year));
}
