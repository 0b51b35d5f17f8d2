import type { ShippedInventory } from "./request.ts";

/** The table of impact factors. */
export const factorDataset = "lcia_factors";

/** Emission factors of electricity grids, for assessments. */
export const gridDatasets = ["electricity_intensity", "grid_factors_china", "countries"] as const;

const ofSource: Readonly<Record<ShippedInventory, readonly string[]>> = {
  uslci: ["uslci_process", "uslci_exchange", "fedefl_flowable"],
  premise: ["premise_inventory", "premise_more_activity", "premise_more_exchange"],
  background: [
    "uslci_process",
    "uslci_exchange",
    "fedefl_flowable",
    "premise_inventory",
    "premise_more_activity",
    "premise_more_exchange",
    "background_link",
    ...gridDatasets,
  ],
  "wind-turbines": ["wind_turbine_exchange"],
};

/** The datasets that an inventory is opened from: names only, for cells, which do not load the code that reads them. */
export function inventoryDatasets(source: ShippedInventory | undefined): string[] {
  return [...(source === undefined ? [] : ofSource[source]), factorDataset];
}
