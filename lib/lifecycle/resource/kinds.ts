import { messages } from "../../message/message.ts";
import type { ResourceKind } from "../../tool/resource-kind.ts";
import { inventoryDatasets } from "./dataset-names.ts";
import { InventoryHandle, type InventoryLabels } from "./handle.ts";
import type { InventoryRequest } from "./request.ts";

const texts = messages("lifecycle.resource", {
  inventory: { en: "life-cycle inventory", zh: "生命周期清单" },
});

/** A life-cycle inventory: activities, products, elementary flows and the exchanges between them. */
export const inventoryKind: ResourceKind<InventoryRequest> = {
  name: "inventory",
  title: texts.inventory(),
  tool: "lifecycle.score",
  datasets: ({ source, methodsFrom = [] }) => inventoryDatasets(source, methodsFrom),
  handle: (request, labels) => new InventoryHandle(request, labels as Partial<InventoryLabels>),
};
