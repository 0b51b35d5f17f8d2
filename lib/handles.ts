import { inventoryFunctions } from "./lifecycle/resource/handle.ts";
import { inventoryKind } from "./lifecycle/resource/kinds.ts";
import { tableFunctions } from "./mrio/resource/handle.ts";
import { tableKind, whatIfKind } from "./mrio/resource/kinds.ts";
import type { Namespace } from "./namespaces.ts";
import type { ResourceClient } from "./tool/resource-handle.ts";
import { kindsByName } from "./tool/resource-kind.ts";

/**
 * The light half of all domains' resources, for cells, the trail and other programs that do not load the code which opens
 * them. `resources.ts` has exactly these.
 */
export const resourceKinds = kindsByName([tableKind, whatIfKind, inventoryKind]);

/** Functions of namespaces besides their tools, which return handles. */
export const handleFunctions: Readonly<Partial<Record<Namespace, (client: ResourceClient) => object>>> = {
  consumption: tableFunctions,
  lifecycle: inventoryFunctions,
};
