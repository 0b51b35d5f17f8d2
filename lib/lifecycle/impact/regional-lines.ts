import type { AssessedSystem } from "../assessed-system.ts";
import { timesVector } from "../product-system.ts";
import type { FlowContribution, InventoryLine, Uncharacterised } from "./assessed-inventory.ts";

/**
 * The elementary flows of a solved demand, one line a flow; where methods have factors for places, one line for each place at which
 * the flow is emitted or taken. The unit of each is that of the inventory.
 */
export function inventoryLines({ solved, characteriser }: AssessedSystem, scaling: Float64Array): InventoryLine[] {
  const { graph, nodes, biosphere } = solved.system;
  const line = (e: number, amount: number): InventoryLine => {
    const { id, name: flow, compartment, unit, cas } = graph.flows[e]!;
    return { id, flow, compartment, unit, cas: cas ?? undefined, amount };
  };
  if (!characteriser.isRegionalised) {
    const amounts = timesVector(biosphere, scaling);
    return graph.flows.flatMap((_, e) => (amounts[e] === 0 ? [] : [line(e, amounts[e]!)]));
  }
  return graph.flows.flatMap((_, e) => {
    const byPlace = new Map<string | null, number>();
    for (let p = biosphere.rowStarts[e]!; p < biosphere.rowStarts[e + 1]!; p++) {
      const j = biosphere.columnIndices[p]!;
      const place = graph.activities[nodes[j]!.activity]!.location;
      byPlace.set(place, (byPlace.get(place) ?? 0) + biosphere.values[p]! * scaling[j]!);
    }
    return [...byPlace].flatMap(([place, amount]) =>
      amount === 0 ? [] : [{ ...line(e, amount), location: place ?? undefined }],
    );
  });
}

/** Contributions of one flow at several places as one, the largest first within each indicator. */
export function contributionsByFlow(contributions: readonly FlowContribution[]): Omit<FlowContribution, "factor">[] {
  const found = new Map<string, Omit<FlowContribution, "factor">>();
  for (const { factor: _, ...each } of contributions) {
    const key = JSON.stringify([each.indicator, each.flow, each.compartment, each.unit]);
    const before = found.get(key);
    found.set(
      key,
      before
        ? {
            ...before,
            amount: before.amount + each.amount,
            value: before.value + each.value,
            share: before.share === null || each.share === null ? null : before.share + each.share,
          }
        : each,
    );
  }
  const order = [...new Set([...found.values()].map(({ indicator }) => indicator))];
  return [...found.values()].sort(
    (p, q) => order.indexOf(p.indicator) - order.indexOf(q.indicator) || Math.abs(q.value) - Math.abs(p.value),
  );
}

/** Flows without a factor at several places as one. */
export function uncharacterisedByFlow(lines: readonly Uncharacterised[]): Uncharacterised[] {
  const found = new Map<string, Uncharacterised>();
  for (const each of lines) {
    const key = JSON.stringify([each.flow, each.compartment, each.unit, each.reason, each.indicators]);
    const before = found.get(key);
    found.set(key, before ? { ...before, amount: before.amount + each.amount } : each);
  }
  return [...found.values()];
}
