import { spreadLabels } from "./spread-labels.ts";

/** A flow between two named places. */
export interface Flow {
  readonly origin: string;
  readonly destination: string;
  readonly value: number;
}

export interface SankeyNode {
  readonly name: string;
  readonly side: "origin" | "destination";
  readonly value: number;
  /** Its upper and lower edge. */
  readonly top: number;
  readonly bottom: number;
}

/** A band from the right edge of its origin to the left edge of its destination. */
export interface SankeyBand extends Flow {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

export interface Sankey {
  readonly nodes: readonly SankeyNode[];
  readonly bands: readonly SankeyBand[];
}

/**
 * The largest flows, and the rest of each pair of sides as one flow of `rest`. Flows from a place to itself and flows that are not
 * positive are left out.
 */
export function largestFlows(flows: readonly Flow[], count: number): readonly Flow[] {
  return flows
    .filter(({ origin, destination, value }) => origin !== destination && value > 0)
    .sort((a, b) => b.value - a.value)
    .slice(0, count);
}

/**
 * A Sankey diagram of two sides in a height: origins left, destinations right, each in the order of its total. Thickness is
 * proportional to value, in the same scale on both sides; nodes are at least `gap` apart, and as far as their labels need.
 */
export function sankey(flows: readonly Flow[], height: number, gap: number, label: number): Sankey {
  const sides = (["origin", "destination"] as const).map((side) => {
    const totals = new Map<string, number>();
    for (const flow of flows) totals.set(flow[side], (totals.get(flow[side]) ?? 0) + flow.value);
    return { side, totals: [...totals].sort(([, a], [, b]) => b - a) };
  });
  const total = flows.reduce((sum, { value }) => sum + value, 0);
  const most = Math.max(...sides.map(({ totals }) => totals.length), 1);
  // Small nodes take the room of their label: what is left is for values.
  const scale = total > 0 ? Math.max(0, height - most * Math.max(gap, label)) / total : 0;
  const nodes = sides.flatMap(({ side, totals }) => {
    const sizes = totals.map(([, value]) => value * scale);
    const rooms = sizes.map((size) => Math.max(size + gap, label));
    const free = Math.max(0, height - rooms.reduce((sum, room) => sum + room, 0)) / Math.max(1, totals.length);
    let at = 0;
    const wanted = rooms.map((room) => {
      const centre = at + (room + free) / 2;
      at += room + free;
      return centre;
    });
    const centres = spreadLabels(wanted, rooms, [0, height]);
    return totals.map(
      ([name, value], i): SankeyNode => ({
        name,
        side,
        value,
        top: centres[i]! - sizes[i]! / 2,
        bottom: centres[i]! + sizes[i]! / 2,
      }),
    );
  });
  const nodeOf = new Map(nodes.map((node) => [keyOf(node.side, node.name), node]));
  const rank = new Map(nodes.map((node, i) => [keyOf(node.side, node.name), i]));
  const used = new Map<SankeyNode, number>();
  const take = (node: SankeyNode, value: number): readonly [number, number] => {
    const from = node.top + (used.get(node) ?? 0);
    used.set(node, (used.get(node) ?? 0) + value * scale);
    return [from, from + value * scale];
  };
  // Bands leave a node in the order of their destinations, and arrive in the order of their origins, so that few cross.
  const rankOf = (side: SankeyNode["side"], name: string) => rank.get(keyOf(side, name))!;
  const leaving = [...flows].sort(
    (a, b) => rankOf("destination", a.destination) - rankOf("destination", b.destination),
  );
  const starts = new Map(leaving.map((flow) => [flow, take(nodeOf.get(keyOf("origin", flow.origin))!, flow.value)]));
  const arriving = [...flows].sort((a, b) => rankOf("origin", a.origin) - rankOf("origin", b.origin));
  const ends = new Map(
    arriving.map((flow) => [flow, take(nodeOf.get(keyOf("destination", flow.destination))!, flow.value)]),
  );
  return { nodes, bands: flows.map((flow) => ({ ...flow, from: starts.get(flow)!, to: ends.get(flow)! })) };
}

function keyOf(side: SankeyNode["side"], name: string): string {
  return JSON.stringify([side, name]);
}
