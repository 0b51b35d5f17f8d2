import { tableFunctions } from "./mrio/resource/handle.ts";
import { tableKind, whatIfKind } from "./mrio/resource/kinds.ts";
import type { Namespace } from "./namespaces.ts";
import type { Asking } from "./tool/resource-handle.ts";
import { kindsByName } from "./tool/resource-kind.ts";

/**
 * The resources of all domains, as far as cells and the trail know them: for programs that do not load the code which opens
 * them. `resources.ts` has exactly these.
 */
export const resourceKinds = kindsByName([tableKind, whatIfKind]);

/** What namespaces have besides their tools: functions that give handles. */
export const handleFunctions: Readonly<Partial<Record<Namespace, (asking: Asking) => object>>> = {
  consumption: tableFunctions,
};
