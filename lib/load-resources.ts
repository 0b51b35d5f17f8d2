import { inventoryKind } from "./lifecycle/resource/kinds.ts";
import { tableKind, whatIfKind } from "./mrio/resource/kinds.ts";
import type { Resource } from "./tool/resource.ts";
import type { ResourceKind } from "./tool/resource-kind.ts";

/** A resource whose code is loaded when it is first opened; until then only its kind is known. */
export interface LateResource {
  readonly kind: ResourceKind;
  load(): Promise<Resource>;
}

/** The resources of `resources.ts`, for programs that load the code of a domain on first use. */
export const lateResources: readonly LateResource[] = [
  {
    kind: tableKind,
    load: async () => (await import("./mrio/resource/table-resource.ts")).tableResource,
  },
  {
    kind: whatIfKind,
    load: async () => (await import("./mrio/resource/what-if-resource.ts")).whatIfResource,
  },
  {
    kind: inventoryKind,
    load: async () => (await import("./lifecycle/resource/inventory-resource.ts")).inventoryResource,
  },
];
