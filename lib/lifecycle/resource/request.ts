import type { InventoryRecords } from "../graph/inventory-records.ts";
import type { SystemOptions } from "../graph/linked-system.ts";
import type { MethodRecord } from "../impact/method-records.ts";

/** Inventories that ship. */
export const shippedInventories = ["uslci", "premise", "background", "wind-turbines"] as const;
export type ShippedInventory = (typeof shippedInventories)[number];

export function isShipped(source: string): source is ShippedInventory {
  return (shippedInventories as readonly string[]).includes(source);
}

/** How an inventory becomes a square system, as plain data. */
export type LinkRules = Pick<
  SystemOptions,
  "allocation" | "avoided" | "cutSelfSupply" | "linksFreeCoproducts" | "missing" | "model" | "preferred" | "providers"
>;

/** An inventory: one that ships or was imported, and activities of the notebook over it or by themselves. */
export interface InventoryRequest {
  /** An inventory that ships, or the name of one that was imported into this browser. */
  readonly source?: string | undefined;
  readonly records?: InventoryRecords | undefined;
  /** Over the rules of the source. */
  readonly rules?: LinkRules | undefined;
  /** From 0 to 1: which draw of its laws gives the amounts; without it, or at 0.5, they are as stated. */
  readonly draw?: number | undefined;
  /** Impact methods as data, besides those that ship and those of the source. */
  readonly impactMethods?: readonly MethodRecord[] | undefined;
  /** Names of imports whose impact methods can be chosen, too. */
  readonly methodsFrom?: readonly string[] | undefined;
}
