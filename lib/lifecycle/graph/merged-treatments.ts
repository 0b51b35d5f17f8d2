import { messages } from "../../message/message.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { type ActivityFunctions, TECHNOSPHERE } from "./activity-functions.ts";
import type { ExchangeGraph } from "./exchange-graph.ts";
import type { LinkedExchanges } from "./link.ts";

const texts = messages("lifecycle.treatments", {
  severalWastes: {
    en: "Activity {activity} treats several wastes and makes by-products, so it cannot be merged with what gives one of them. Divide it, or use the cut-off model.",
    zh: "活动“{activity}”处理多种废物并产出副产品，无法与产生其中一种废物的活动合并。请拆分该活动，或采用截断模型。",
  },
  takesBack: {
    en: "Activity {activity} takes {waste} back from its treatment, a credit that allocation at the point of substitution does not have. Use the cut-off model.",
    zh: "活动“{activity}”从处理方取回 {waste}，这是一种抵扣，替代点分配不予考虑。请采用截断模型。",
  },
  loop: {
    en: "The wastes of activity {activity} are treated in a loop that makes as much waste as it treats.",
    zh: "活动“{activity}”的废物在循环中处理，所产生的废物与处理的一样多。",
  },
});

/** Treatments that are merged into the activities whose wastes they treat. */
export interface MergedTreatments {
  /** By host: the merged treatments and how often each runs for the host at its own amounts. */
  readonly into: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** By treatment: its hosts, in the order of the inventory. */
  readonly hosts: ReadonlyMap<number, readonly number[]>;
  /** E: 1 for the exchanges that merging makes internal. */
  readonly isInternal: Uint8Array;
}

/**
 * Allocation at the point of substitution: treatments with valuable by-products, and those whose own wastes lead to such, are
 * merged with the activities that give them their wastes, so that all products of both are allocated together. Treatments without
 * by-products need no merging: as linked providers they give the same. A treatment that nobody supplies stays by itself.
 *
 * Wernet et al. (2016), The ecoinvent database version 3 (part I), doi:10.1007/s11367-016-1087-8. How often the treatments run is
 * solved by iteration, so wastes of treatments may go round. Throws LifecycleError, which names the activity.
 */
export function mergeTreatments(
  graph: ExchangeGraph,
  functions: ActivityFunctions,
  { making }: LinkedExchanges,
): MergedTreatments {
  const { activities, products, exchanges } = graph;
  const { activity, amount, type, flow } = exchanges;
  const gives = wasteLinks(graph, functions, making);
  const leads = leadingToByproducts(graph, functions, gives, making);
  const absorbed = reached(leads, gives, making, exchanges);
  const isInternal = new Uint8Array(exchanges.count);
  const into = new Map<number, Map<number, number>>();
  const hosts = new Map<number, number[]>();
  /** Runs of treatments for one run of an activity, by the wastes that it gives directly. */
  const direct = (from: number): [treatment: number, runs: number][] =>
    gives[from]!.flatMap((e) => {
      const to = activity[making[e]!]!;
      if (absorbed[to] === 0) return [];
      isInternal[e] = 1;
      // Nothing given: no run, which would make a product of amount 0.
      if (amount[e] === 0) return [];
      // What is given has the sign of what the treatment takes in; as an output, the other.
      const runs = (type[e] === TECHNOSPHERE ? amount[e]! : -amount[e]!) / amount[making[e]!]!;
      if (runs < 0)
        throw new LifecycleError(
          "treatments",
          texts.takesBack({ activity: activities[from]!.name, waste: products[flow[e]!]!.name }),
        );
      return [[to, runs]] as [number, number][];
    });
  for (let a = 0; a < activities.length; a++) {
    if (absorbed[a] === 1) continue;
    let front = new Map<number, number>();
    for (const [treatment, runs] of direct(a)) front.set(treatment, (front.get(treatment) ?? 0) + runs);
    const runs = new Map<number, number>();
    for (let round = 0; front.size > 0; round++) {
      if (round > ROUNDS) throw new LifecycleError("treatments", texts.loop({ activity: activities[a]!.name }));
      const next = new Map<number, number>();
      for (const [treatment, more] of front) {
        const before = runs.get(treatment) ?? 0;
        runs.set(treatment, before + more);
        if (Math.abs(more) <= NEGLIGIBLE * Math.abs(before)) continue;
        for (const [other, times] of direct(treatment)) next.set(other, (next.get(other) ?? 0) + times * more);
      }
      front = next;
    }
    if (runs.size === 0) continue;
    into.set(a, runs);
    for (const treatment of runs.keys()) {
      const own = hosts.get(treatment);
      if (own) own.push(a);
      else hosts.set(treatment, [a]);
    }
  }
  return { into, hosts, isInternal };
}

/** A change of the runs of a treatment below this share of them is rounding of doubles. */
const NEGLIGIBLE = 1e-16;
/** Rounds of a chain of treatments. A loop that returns 97 % of its waste still ends within. */
const ROUNDS = 2000;

/** By activity: the exchanges by which it gives a waste to a treatment, whose reference is that waste. */
function wasteLinks({ activities, exchanges }: ExchangeGraph, functions: ActivityFunctions, making: Int32Array) {
  const { starts, reference } = functions;
  const { activity, amount } = exchanges;
  return activities.map((_, a) => {
    const given: number[] = [];
    for (let e = starts[a]!; e < starts[a + 1]!; e++) {
      const m = making[e]!;
      if (m >= 0 && amount[m]! < 0 && reference[activity[m]!] === m && activity[m] !== a) given.push(e);
    }
    return given;
  });
}

/** A: 1 for treatments that make by-products, or whose wastes go to such. */
function leadingToByproducts(
  { activities, exchanges }: ExchangeGraph,
  { of, reference }: ActivityFunctions,
  gives: readonly (readonly number[])[],
  making: Int32Array,
): Uint8Array {
  const { activity, amount } = exchanges;
  const isTreatment = (a: number) => reference[a]! >= 0 && amount[reference[a]!]! < 0;
  const givers: number[][] = activities.map(() => []);
  for (const [a, given] of gives.entries()) for (const e of given) givers[activity[making[e]!]!]!.push(a);
  const leads = new Uint8Array(activities.length);
  const queue = [...activities.keys()].filter((a) => isTreatment(a) && of[a]!.length > 1);
  for (const a of queue) leads[a] = 1;
  for (let a = queue.pop(); a !== undefined; a = queue.pop()) {
    if (of[a]!.filter((e) => amount[e]! < 0).length > 1)
      throw new LifecycleError("treatments", texts.severalWastes({ activity: activities[a]!.name }));
    for (const giver of givers[a]!)
      if (isTreatment(giver) && leads[giver] === 0) {
        leads[giver] = 1;
        queue.push(giver);
      }
  }
  return leads;
}

/** A: 1 for those of them that the wastes of other activities reach. */
function reached(
  leads: Uint8Array,
  gives: readonly (readonly number[])[],
  making: Int32Array,
  { activity, amount }: ExchangeGraph["exchanges"],
): Uint8Array {
  const found = new Uint8Array(leads.length);
  const queue = [...leads.keys()].filter((a) => leads[a] === 0);
  for (let a = queue.pop(); a !== undefined; a = queue.pop())
    for (const e of gives[a]!) {
      const to = activity[making[e]!]!;
      if (leads[to] === 0 || found[to] === 1 || amount[e] === 0) continue;
      found[to] = 1;
      queue.push(to);
    }
  return found;
}
