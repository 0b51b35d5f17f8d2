import { ResourceHandle } from "../../tool/resource-handle.ts";
import type { InventoryRecords } from "../graph/inventory-records.ts";
import type { InventoryRequest, LinkRules, ShippedInventory } from "./request.ts";

/** Labels of an inventory. */
export interface InventoryLabels {
  /** How many there are of each. */
  readonly activities: number;
  readonly products: number;
  readonly flows: number;
  readonly exchanges: number;
}

/** A life-cycle inventory that stays in the worker. A cell keeps this handle and passes it to tools. */
export class InventoryHandle extends ResourceHandle<InventoryRequest> {
  constructor(request: InventoryRequest, labels: Partial<InventoryLabels> = {}) {
    super("inventory", request, labels);
  }

  /** The same inventory, linked and allocated by other rules: `inventory.by({allocation: {rule: "mass"}})`. */
  by(rules: LinkRules): InventoryHandle {
    return new InventoryHandle({ ...this.request, rules: { ...this.request.rules, ...rules } });
  }

  /**
   * The same inventory with amounts drawn from the distributions of its exchanges and parameters, all at once:
   * `inventory.drawn(sample("amounts", uniform({lo: 0, hi: 1})))`. Each number from 0 to 1 names a draw; at 0.5 the amounts are as
   * stated. Cells that read it then have a ±.
   */
  drawn(draw: number): InventoryHandle {
    return new InventoryHandle({ ...this.request, draw });
  }
}

/** The inventory of a handle. */
export interface InventoryOptions extends Partial<InventoryRecords> {
  /** An inventory that ships, or the name of an imported one; with activities, the background that they are written over. */
  source?: ShippedInventory | (string & Record<never, never>);
  /** How it is linked and allocated; default: as its publisher, or the shipped check of it, does. */
  rules?: LinkRules;
  /** Impact methods as data, which can then be named beside those that ship. */
  impactMethods?: NonNullable<InventoryRequest["impactMethods"]>;
  /** Names of imports whose impact methods can be named, too: an import of methods alone serves any inventory. */
  methodsFrom?: readonly string[];
}

/** Functions of `lifecycle` besides its tools. */
export interface InventoryFunctions {
  /**
   * A handle on an inventory: one that ships (`{source: "uslci"}`) or was imported (`{source: "my ecoinvent"}`), activities of the
   * notebook (`{activities: […]}`), or these over that one. It stays in its worker.
   */
  inventory(options: InventoryOptions): InventoryHandle;
}

/** `lifecycle.inventory`. */
export function inventoryFunctions(): InventoryFunctions {
  return {
    inventory: ({ source, rules, impactMethods, methodsFrom, activities, parameters, products, flows } = {}) =>
      new InventoryHandle({
        ...(source !== undefined && { source }),
        ...(activities !== undefined && {
          records: {
            activities,
            ...(parameters !== undefined && { parameters }),
            ...(products !== undefined && { products }),
            ...(flows !== undefined && { flows }),
          },
        }),
        ...(rules !== undefined && { rules }),
        ...(impactMethods !== undefined && { impactMethods }),
        ...(methodsFrom !== undefined && { methodsFrom }),
      }),
  };
}
