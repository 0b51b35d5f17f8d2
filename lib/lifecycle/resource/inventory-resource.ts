import { messages } from "../../message/message.ts";
import { defineResource } from "../../tool/resource.ts";
import { inventoryKind } from "./kinds.ts";
import { appliedPart, openInventory, readPart } from "./open-inventory.ts";
import type { OpenedInventory } from "./opened-inventory.ts";
import { type InventoryRequest, shippedInventories } from "./request.ts";
import { inventoryRequest } from "./request-schema.ts";

const texts = messages("lifecycle.resource", {
  opening: { en: "opening the inventory", zh: "打开生命周期清单" },
});

/** Bytes of an exchange in the graph, its links and the cells of the matrices. */
const BYTES_PER_EXCHANGE = 120;

/** A life-cycle inventory with its square system. */
export const inventoryResource = defineResource<InventoryRequest, OpenedInventory>({
  kind: inventoryKind,
  request: inventoryRequest,
  opening: texts.opening(),
  open: (request, { read }, work) => openInventory(request, read, work),
  labels: ({ graph: { activities, products, flows, exchanges } }) => ({
    activities: activities.length,
    products: products.length,
    flows: flows.length,
    exchanges: exchanges.count,
  }),
  size: ({ graph: { exchanges } }) => BYTES_PER_EXCHANGE * exchanges.count,
  overlay: {
    // Cells, scenarios and draws of one notebook differ in a few amounts: what is read for them is read once.
    base: readPart,
    apply: (base, request) => base.with(appliedPart(request)),
  },
  typing: {
    modules: ["lib/lifecycle/resource/handle.ts", "lib/lifecycle/resource/request.ts"],
    types: ["InventoryHandle", "InventoryOptions", "InventoryLabels"],
    handle: "InventoryHandle",
    made: "InventoryHandle",
    labels: "InventoryLabels",
    namespaces: { lifecycle: "InventoryFunctions" },
  },
  staticCall: {
    function: "lifecycle.inventory",
    requests(written) {
      const source = written.get("source");
      if (!written.has("source")) return [{}];
      const named = shippedInventories.filter((each) => typeof source !== "string" || each === source);
      return named.map((each) => ({ source: each }));
    },
  },
});
