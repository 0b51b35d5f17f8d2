import {
  factorDataset,
  fuelDensityDataset,
  linkDataset,
  premiseDatasets,
  uslciDatasets,
  windTurbineDatasets,
} from "../background/dataset-names.ts";
import { isShipped, type ShippedInventory } from "./request.ts";

/** The table of factors by material. */
export const materialFactorDataset = "factors_value_chain_uk";

/** What assessments read besides: factors of grids and of materials, and codes of countries. */
const assessmentDatasets = ["electricity_intensity", "grid_factors_china", materialFactorDataset, "countries"] as const;

/** The list of imported inventories, which exists where there are any. */
export const importedInventoriesDataset = "imported_inventories";

const ofSource: Readonly<Record<ShippedInventory, readonly string[]>> = {
  uslci: [...uslciDatasets, fuelDensityDataset],
  premise: premiseDatasets,
  background: [...uslciDatasets, fuelDensityDataset, ...premiseDatasets, linkDataset, ...assessmentDatasets],
  "wind-turbines": windTurbineDatasets,
};

/** The datasets that an inventory is opened from: names only, for cells, which do not load the code that reads them. */
export function inventoryDatasets(source: string | undefined, imports: readonly string[] = []): string[] {
  const own =
    source === undefined ? [] : isShipped(source) ? ofSource[source] : Object.values(importedInventoryNames(source));
  const methods = imports.flatMap((name) => {
    const { inventory, indicators, factors } = importedInventoryNames(name);
    return [inventory, indicators, factors];
  });
  return [...own, ...methods, factorDataset];
}

/** The datasets of an imported inventory. */
export interface ImportedInventoryNames {
  /** One row: what the inventory is, where it comes from, and how many rows the others have. */
  readonly inventory: string;
  readonly activities: string;
  readonly products: string;
  readonly flows: string;
  readonly exchanges: string;
  readonly details: string;
  readonly parameters: string;
  readonly indicators: string;
  readonly factors: string;
}

/**
 * "ecoinvent 3.9 cut-off" → `ecoinvent_3_9_cut_off_exchanges` and so on: names that need no quotes in SQL. Letters of every script are
 * kept, because the names of two inventories may have no other.
 */
export function importedInventoryNames(source: string): ImportedInventoryNames {
  const words =
    source
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const base = /^\p{L}/u.test(words[0] ?? "") ? words.join("_") : ["lca", ...words].join("_");
  return {
    inventory: `${base}_inventory`,
    activities: `${base}_activities`,
    products: `${base}_products`,
    flows: `${base}_elementary_flows`,
    exchanges: `${base}_exchanges`,
    details: `${base}_exchange_details`,
    parameters: `${base}_parameters`,
    indicators: `${base}_impact_indicators`,
    factors: `${base}_impact_factors`,
  };
}
