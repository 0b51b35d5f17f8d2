import type { ShippedInventory } from "./request.ts";

/** The table of impact factors. */
export const factorDataset = "lcia_factors";

const ofSource: Readonly<Record<ShippedInventory, readonly string[]>> = {
  uslci: ["uslci_process", "uslci_exchange", "fedefl_flowable"],
  premise: ["premise_inventory", "premise_more_activity", "premise_more_exchange"],
  "wind-turbines": ["wind_turbine_exchange"],
};

/** The datasets that an inventory is opened from: names only, for cells, which do not load the code that reads them. */
export function inventoryDatasets(source: ShippedInventory | undefined): string[] {
  return [...(source === undefined ? [] : ofSource[source]), factorDataset];
}
