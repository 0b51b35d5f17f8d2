import type { Message } from "../../message/message.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import type { Allocation, AllocationRule } from "./allocation.ts";
import { demandOf } from "./demand.ts";
import type { ExchangeGraph } from "./exchange-graph.ts";
import { type LinkedSystem, linkedSystem, type SystemOptions } from "./linked-system.ts";

/** One way to attribute burdens, with the name under which it is compared. */
export interface AllocationCase extends Pick<SystemOptions, "model" | "avoided"> {
  readonly name: string;
  readonly allocation: Allocation;
}

/** A product under one rule. */
export interface AllocatedCase<Result> {
  readonly name: string;
  /** Absent if the rule cannot be applied. */
  readonly result?: Result;
  readonly system?: LinkedSystem;
  /** Why not. */
  readonly refused?: Message;
}

/** The rules by name, applied to all activities with several products. */
export function casesOfRules(rules: readonly AllocationRule[]): AllocationCase[] {
  return rules.map((rule) => ({ name: rule, allocation: { rule } }));
}

/**
 * One product under several rules, side by side; a rule that cannot be applied says why and does not hide the others.
 *
 * @param solve what is compared, from the system and its demand: scores, an inventory
 */
export async function compareAllocations<Result>(
  graph: ExchangeGraph,
  demand: { readonly id: string; readonly amount: number; readonly unit?: string | undefined },
  cases: readonly AllocationCase[],
  solve: (system: LinkedSystem, demand: Float64Array) => Result | Promise<Result>,
  options: SystemOptions = {},
): Promise<AllocatedCase<Result>[]> {
  const compared: AllocatedCase<Result>[] = [];
  for (const { name, ...own } of cases) {
    try {
      const system = linkedSystem(graph, { ...options, ...own });
      const result = await solve(system, demandOf(system, demand.id, demand.amount, demand.unit));
      compared.push({ name, system, result });
    } catch (error) {
      if (!(error instanceof LifecycleError)) throw error;
      compared.push({ name, refused: error.said });
    }
  }
  return compared;
}
