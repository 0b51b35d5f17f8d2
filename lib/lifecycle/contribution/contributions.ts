import type { AssessedSystem } from "../assessed-system.ts";

/** What scores are made of, by indicator. Each list sums to the score. */
export interface Contributions {
  /** h, M. */
  readonly scores: Float64Array;
  /** By node: what its own elementary flows score, P for each of the M indicators. */
  readonly byNode: readonly Float64Array[];
  /** By stage of the life cycle and by place of the activity; null where none is stated. */
  readonly byStage: readonly ReadonlyMap<string | null, number>[];
  readonly byPlace: readonly ReadonlyMap<string | null, number>[];
}

/** The contributions (C B)_j s_j of a solved demand. Heijungs, Kleijn (2001), doi:10.1065/lca2000.12.045. */
export function contributionsOf({ direct, solved }: AssessedSystem, scaling: Float64Array): Contributions {
  const { graph, nodes } = solved.system;
  const M = direct.rows;
  const scores = new Float64Array(M);
  const byNode = Array.from({ length: M }, () => new Float64Array(nodes.length));
  const byStage = byNode.map(() => new Map<string | null, number>());
  const byPlace = byNode.map(() => new Map<string | null, number>());
  for (let m = 0; m < M; m++)
    for (let p = direct.rowStarts[m]!; p < direct.rowStarts[m + 1]!; p++) {
      const j = direct.columnIndices[p]!;
      const value = direct.values[p]! * scaling[j]!;
      if (value === 0) continue;
      const { stage, location } = graph.activities[nodes[j]!.activity]!;
      scores[m]! += value;
      byNode[m]![j] = value;
      byStage[m]!.set(stage, (byStage[m]!.get(stage) ?? 0) + value);
      byPlace[m]!.set(location, (byPlace[m]!.get(location) ?? 0) + value);
    }
  return { scores, byNode, byStage, byPlace };
}
