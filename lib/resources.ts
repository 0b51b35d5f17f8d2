import { inventoryResource } from "./lifecycle/resource/inventory-resource.ts";
import { tableResource } from "./mrio/resource/table-resource.ts";
import { whatIfResource } from "./mrio/resource/what-if-resource.ts";
import type { Resource } from "./tool/resource.ts";

/** The resources of all domains: large objects that are opened once and cached. */
export const resources: readonly Resource[] = [tableResource, whatIfResource, inventoryResource];
