import { LifecycleError } from "../lifecycle-error.ts";
import type { ActivityFunctions } from "./activity-functions.ts";
import {
  type AllocatedProduct,
  type Allocation,
  type AllocationChoice,
  choiceFor,
  type FallbackRule,
  sharesOf,
} from "./allocation.ts";
import type { ExchangeGraph } from "./exchange-graph.ts";

/**
 * How the rule of an activity came about.
 * - `chosen`: the rule that was asked for.
 * - `fallback`: a rule of `fallback`, because a product lacks what those before it need.
 * - `unallocated`: none of them can be applied. All burdens stay with the reference product, which is no allocation: the products bear
 *   between none and all of them.
 */
export const allocationStates = ["chosen", "fallback", "unallocated"] as const;
export type AllocationState = (typeof allocationStates)[number];

export interface ChosenAllocation extends AllocationChoice {
  readonly state: AllocationState;
}

/** The allocation of one activity with several products that can bear burdens. */
export interface ActivityAllocation extends ChosenAllocation {
  /** Index of the activity. */
  readonly activity: number;
}

/** By activity: the production exchanges that can bear burdens: its functions, without residues. */
export function bearingExchanges({ exchanges: { details } }: ExchangeGraph, own: readonly number[]): readonly number[] {
  const bearing = own.filter((exchange) => details.get(exchange)?.residue !== true);
  return bearing.length === 0 ? own : bearing;
}

/**
 * The rule of each activity with several products that can bear burdens; activities without a rule have no entry. A rule that the caller
 * names for one activity is applied or refused; the general rule gives way to `fallback`, if there is one.
 */
export function activityAllocations(
  graph: ExchangeGraph,
  { of, reference }: ActivityFunctions,
  allocation: Allocation,
): ReadonlyMap<number, ChosenAllocation> {
  const { products, exchanges } = graph;
  const found = new Map<number, ChosenAllocation>();
  for (const [a, own] of of.entries()) {
    const bearing = bearingExchanges(graph, own);
    if (bearing.length < 2) continue;
    const described = bearing.map((e): AllocatedProduct => {
      const { name, unit } = products[exchanges.flow[e]!]!;
      return { name, unit, amount: exchanges.amount[e]!, properties: exchanges.details.get(e)?.properties };
    });
    const chosen = chosenAllocation(allocation, graph.activities[a]!.id, described, bearing.indexOf(reference[a]!));
    if (chosen) found.set(a, chosen);
  }
  return found;
}

/** The rule of an activity with these products; undefined if none is chosen for it. */
export function chosenAllocation(
  allocation: Allocation,
  id: string,
  products: readonly AllocatedProduct[],
  reference: number,
): ChosenAllocation | undefined {
  const choice = choiceFor(allocation, id);
  if (choice === undefined) return undefined;
  const { fallback, byActivity } = allocation;
  const isOwn = byActivity !== undefined && Object.hasOwn(byActivity, id);
  const { rule } = choice;
  if (fallback === undefined || isOwn || rule === "none" || rule === "substitution" || rule === "subdivision")
    return { ...choice, state: "chosen" };
  const applicable = [rule, ...fallback].find((each) => applies(each, products, reference));
  if (applicable === rule) return { ...choice, state: "chosen" };
  return applicable === undefined ? { rule: "none", state: "unallocated" } : { rule: applicable, state: "fallback" };
}

function applies(rule: FallbackRule, products: readonly AllocatedProduct[], reference: number): boolean {
  try {
    sharesOf("", products, rule, reference);
    return true;
  } catch (error) {
    if (error instanceof LifecycleError) return false;
    throw error;
  }
}
