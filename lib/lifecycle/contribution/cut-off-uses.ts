import { BIOSPHERE, PRODUCTION } from "../graph/activity-functions.ts";
import type { LinkedSystem } from "../graph/linked-system.ts";
import { activityRuns } from "./activity-runs.ts";

/** A product that is cut off, as far as a demand takes it. */
export interface CutOffUse {
  /** Index of the product. */
  readonly product: number;
  /** In its unit; negative: given to be treated. */
  readonly amount: number;
  /** How many activities take or give it. */
  readonly activities: number;
}

/** What is cut off for a demand. */
export interface CutOffUses {
  readonly uses: readonly CutOffUse[];
  /** How many inputs of activities that run are cut off, and how many inputs they have. */
  readonly cut: number;
  readonly inputs: number;
  readonly share: number | null;
}

/**
 * What a solved demand takes of products whose making is not in the system, the most widely used first, and its share of the inputs of
 * all activities that run, by count: how much of the score is missing is not known from it. Null if there are no inputs.
 */
export function cutOffUses(system: LinkedSystem, scaling: Float64Array): CutOffUses {
  const { graph, cutOffs } = system;
  const { activity, type } = graph.exchanges;
  const runs = activityRuns(system, scaling);
  let inputs = 0;
  for (let e = 0; e < graph.exchanges.count; e++)
    if (type[e] !== BIOSPHERE && type[e] !== PRODUCTION && runs[activity[e]!] !== 0) inputs++;
  const byProduct = new Map<number, { amount: number; activities: Set<number> }>();
  let count = 0;
  for (const cutOff of cutOffs) {
    const times = runs[cutOff.activity]!;
    if (times === 0) continue;
    count++;
    const use = byProduct.get(cutOff.product) ?? { amount: 0, activities: new Set() };
    byProduct.set(cutOff.product, use);
    use.amount += times * cutOff.amount;
    use.activities.add(cutOff.activity);
  }
  const uses = [...byProduct].map(([product, { amount, activities }]) => ({
    product,
    amount,
    activities: activities.size,
  }));
  return {
    uses: uses.sort((p, q) => q.activities - p.activities || p.product - q.product),
    cut: count,
    inputs,
    share: inputs === 0 ? null : count / inputs,
  };
}
