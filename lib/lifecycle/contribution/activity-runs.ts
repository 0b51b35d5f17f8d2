import type { LinkedSystem } from "../graph/linked-system.ts";

/**
 * How often each activity runs at its own amounts, A. An activity with several nodes counts by the largest of their scalings: as often as
 * it has to run.
 */
export function activityRuns({ nodesOf }: LinkedSystem, scaling: Float64Array): Float64Array {
  return Float64Array.from(nodesOf, (nodes) =>
    nodes.reduce((most, node) => (Math.abs(scaling[node]!) > Math.abs(most) ? scaling[node]! : most), 0),
  );
}
