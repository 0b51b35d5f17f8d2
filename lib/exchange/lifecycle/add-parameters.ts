import type { GraphBuilder } from "../../lifecycle/graph/graph-builder.ts";
import type { DistributionSpec } from "../../uncertainty/distributions/distribution-spec.ts";
import type { ScopedParameter } from "./parameter-scope.ts";

/** Adds the parameters of a scope, with their laws, to an inventory: of an activity (its index), or of all of it. */
export function addParameters(
  builder: GraphBuilder,
  parameters: readonly ScopedParameter<DistributionSpec | undefined>[],
  activity: number | undefined,
): void {
  for (const { name, value, formula, extra: law } of parameters)
    builder.addParameter({
      name,
      value,
      ...(formula !== undefined && { formula }),
      ...(activity !== undefined && { activity }),
      ...(law && { law }),
    });
}
