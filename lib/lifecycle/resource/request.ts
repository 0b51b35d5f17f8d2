import type { InventoryRecords } from "../graph/inventory-records.ts";
import type { SystemOptions } from "../graph/linked-system.ts";

/** Inventories that ship. */
export const shippedInventories = ["uslci", "premise", "background", "wind-turbines"] as const;
export type ShippedInventory = (typeof shippedInventories)[number];

/** How an inventory becomes a square system, as plain data. */
export type LinkRules = Pick<
  SystemOptions,
  "allocation" | "avoided" | "cutSelfSupply" | "linksFreeCoproducts" | "missing" | "model" | "preferred" | "providers"
>;

/** An inventory: one that ships, and activities of the notebook over it or by themselves. */
export interface InventoryRequest {
  readonly source?: ShippedInventory | undefined;
  readonly records?: InventoryRecords | undefined;
  /** Over the rules of the source. */
  readonly rules?: LinkRules | undefined;
}
