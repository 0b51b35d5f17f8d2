import { tableKind, whatIfKind } from "./mrio/resource/kinds.ts";
import type { Resource } from "./tool/resource.ts";
import type { ResourceKind } from "./tool/resource-kind.ts";

/** A resource of which only the light half is at hand until it is first opened. */
export interface LateResource {
  readonly kind: ResourceKind;
  load(): Promise<Resource>;
}

/** The same resources as in `resources.ts`, for programs that load the code of a domain when it is first asked for. */
export const lateResources: readonly LateResource[] = [
  {
    kind: tableKind,
    load: async () => (await import("./mrio/resource/table-resource.ts")).tableResource,
  },
  {
    kind: whatIfKind,
    load: async () => (await import("./mrio/resource/what-if-resource.ts")).whatIfResource,
  },
];
