import type { Flow } from "./sankey.ts";
import type { SupplyFlows, SupplyLink, SupplyNode } from "./supply-sankey.ts";

export interface FlowNetwork extends SupplyFlows {
  /** Indices of the nodes at which a flow ends that goes back. */
  readonly returns: ReadonlySet<number>;
}

interface Draft {
  readonly name: string;
  readonly level: number;
  readonly isReturn: boolean;
}

/**
 * Flows between places that pass them on, as levels from right to left: a place that passes nothing on is at level 0, any other one level
 * above the highest that it reaches. A flow that would close a circle ends at a second node of the place that it goes back to. Flows
 * that are not above zero are left out.
 */
export function flowNetwork(flows: readonly Flow[]): FlowNetwork {
  const drawn = flows.filter(({ value }) => value > 0);
  const outgoing = new Map<string, Flow[]>();
  for (const flow of drawn) outgoing.set(flow.origin, [...(outgoing.get(flow.origin) ?? []), flow]);
  const back = returning(outgoing);
  const nodes = new Map<string, Draft>();
  const levelOf = new Map<string, number>();
  const level = (place: string): number => {
    const known = levelOf.get(place);
    if (known !== undefined) return known;
    const onward = (outgoing.get(place) ?? []).map((flow) => (back.has(flow) ? 0 : level(flow.destination)));
    const found = onward.length === 0 ? 0 : 1 + Math.max(...onward);
    levelOf.set(place, found);
    return found;
  };
  const indexOf = (name: string, isReturn = false) => {
    const key = `${name}\n${isReturn}`;
    if (!nodes.has(key)) nodes.set(key, { name, level: isReturn ? 0 : level(name), isReturn });
    return [...nodes.keys()].indexOf(key);
  };
  const links = new Map<string, SupplyLink>();
  const [into, out] = [new Map<number, number>(), new Map<number, number>()];
  for (const flow of drawn) {
    const from = indexOf(flow.origin);
    const to = indexOf(flow.destination, back.has(flow));
    const key = `${from} ${to}`;
    links.set(key, { from, to, value: (links.get(key)?.value ?? 0) + flow.value });
    out.set(from, (out.get(from) ?? 0) + flow.value);
    into.set(to, (into.get(to) ?? 0) + flow.value);
  }
  const placed = [...nodes.values()];
  return {
    nodes: placed.map(
      ({ name, level: at }, n): SupplyNode => ({
        name,
        level: at,
        value: Math.max(into.get(n) ?? 0, out.get(n) ?? 0),
        direct: null,
      }),
    ),
    links: [...links.values()],
    returns: new Set(placed.flatMap(({ isReturn }, n) => (isReturn ? [n] : []))),
  };
}

/** The flows that lead back to a place from which they come. */
function returning(outgoing: ReadonlyMap<string, readonly Flow[]>): ReadonlySet<Flow> {
  const back = new Set<Flow>();
  const done = new Set<string>();
  const above = new Set<string>();
  const visit = (place: string) => {
    above.add(place);
    for (const flow of outgoing.get(place) ?? []) {
      if (above.has(flow.destination)) back.add(flow);
      else if (!done.has(flow.destination)) visit(flow.destination);
    }
    above.delete(place);
    done.add(place);
  };
  for (const place of outgoing.keys()) if (!done.has(place)) visit(place);
  return back;
}
