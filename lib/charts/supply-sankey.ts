import { spreadLabels } from "./spread-labels.ts";

/** The end of a supply chain: what it supplies, up to the product, stands before it in the path. */
export interface SupplyChain {
  /** Names from the product to the supplier. */
  readonly path: readonly string[];
  /** With all upstream of it; negative for a credit. */
  readonly value: number;
  /** Of the last one's own flows, part of `value`. */
  readonly direct: number;
}

/** What of a node is its own, and what comes to it. */
export interface SupplyNode {
  /** Null for the suppliers that are not shown by themselves. */
  readonly name: string | null;
  /** Suppliers between it and the product; 0 is the product. */
  readonly level: number;
  readonly value: number;
  /** Of its own flows; null where what comes to it is not followed. */
  readonly direct: number | null;
}

export interface SupplyLink {
  /** Indices of nodes: the supplier, one level above what it supplies. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

export interface SupplyFlows {
  readonly nodes: readonly SupplyNode[];
  readonly links: readonly SupplyLink[];
}

interface Draft {
  name: string | null;
  level: number;
  value: number;
  direct: number | null;
}

/** Below this share of the largest value a remainder is a rounding. */
const ROUNDING = 1e-9;
/** Suppliers below this share of the largest value do not stand by themselves: their bands could not be seen. */
const LEAST = 0.005;

/**
 * Supply chains as flows between levels: suppliers of one name at one level are one node, however many chains lead to it. At each level
 * the `most` largest stand by themselves if they are not too thin to see; all others, and what the chains leave as a remainder, are one node, which is not followed.
 * What a node receives and what is its own sum to its value.
 */
export function supplyFlows(chains: readonly SupplyChain[], levels: number, most: number): SupplyFlows {
  const keyed = new Map(chains.map((chain) => [JSON.stringify(chain.path), chain]));
  const children = new Map<string, SupplyChain[]>();
  for (const chain of chains) {
    const parent = JSON.stringify(chain.path.slice(0, -1));
    if (chain.path.length > 1 && !keyed.has(parent)) continue;
    children.set(parent, [...(children.get(parent) ?? []), chain]);
  }
  const nodes: Draft[] = [];
  const links = new Map<string, { from: number; to: number; value: number }>();
  const largest = chains.reduce((size, { value }) => Math.max(size, Math.abs(value)), 0);
  const nodeAt = (level: number, name: string | null) => {
    const found = nodes.findIndex((node) => node.level === level && node.name === name);
    return found >= 0 ? found : nodes.push({ name, level, value: 0, direct: null }) - 1;
  };
  const link = (from: number, to: number, value: number) => {
    const key = `${from} ${to}`;
    const known = links.get(key) ?? { from, to, value: 0 };
    known.value += value;
    links.set(key, known);
  };
  const keep = (found: readonly SupplyChain[]) => {
    const sizes = new Map<string, number>();
    for (const { path, value } of found) sizes.set(path.at(-1)!, (sizes.get(path.at(-1)!) ?? 0) + Math.abs(value));
    const order = [...sizes].sort(([, a], [, b]) => b - a);
    return new Set(order.slice(0, most).flatMap(([name, size]) => (size < LEAST * largest ? [] : [name])));
  };
  let at: readonly { readonly chain: SupplyChain; readonly node: number }[] = [];
  for (const chain of children.get("[]") ?? []) {
    const node = nodeAt(0, chain.path.at(-1)!);
    nodes[node]!.value += chain.value;
    at = [...at, { chain, node }];
  }
  for (let level = 1; level < levels && at.length > 0; level++) {
    const below = at.map(({ chain, node }) => ({
      chain,
      node,
      inputs: children.get(JSON.stringify(chain.path)) ?? [],
    }));
    const kept = keep(below.flatMap(({ inputs }) => inputs));
    const next: { chain: SupplyChain; node: number }[] = [];
    for (const { chain, node, inputs } of below) {
      const own = nodes[node]!;
      own.direct = (own.direct ?? 0) + chain.direct;
      let rest = chain.value - chain.direct;
      for (const input of inputs) {
        if (!kept.has(input.path.at(-1)!)) continue;
        const supplier = nodeAt(level, input.path.at(-1)!);
        nodes[supplier]!.value += input.value;
        link(supplier, node, input.value);
        next.push({ chain: input, node: supplier });
        rest -= input.value;
      }
      if (Math.abs(rest) <= ROUNDING * largest) continue;
      const others = nodeAt(level, null);
      nodes[others]!.value += rest;
      link(others, node, rest);
    }
    at = next;
  }
  return { nodes, links: [...links.values()] };
}

export interface PlacedNode extends SupplyNode {
  readonly top: number;
  readonly bottom: number;
  /** The middle of the room for its label. */
  readonly middle: number;
}

/** A band from the right edge of a supplier to the left edge of what it supplies. */
export interface PlacedLink extends SupplyLink {
  readonly start: readonly [number, number];
  readonly end: readonly [number, number];
}

/**
 * Supply flows laid out in a height: the product right, its suppliers one column further left each. Thickness is the size of a value, in
 * one scale for all columns; each node has at least the room of its label. Suppliers stand in the order of what they supply, the
 * largest first, and others last.
 *
 * @param rooms Height of the label of each node.
 */
export function supplyLayout({ nodes, links }: SupplyFlows, height: number, rooms: readonly number[], gap: number) {
  const levels = nodes.reduce((most, { level }) => Math.max(most, level + 1), 0);
  const incoming = nodes.map((_, n) => links.filter(({ to }) => to === n));
  const outgoing = nodes.map((_, n) => links.filter(({ from }) => from === n));
  // Credits and burdens of one node offset in its value, but both have a thickness.
  const sizes = nodes.map(({ value, direct }, n) =>
    Math.max(
      Math.abs(value),
      incoming[n]!.reduce((sum, { value: each }) => sum + Math.abs(each), Math.abs(direct ?? 0)),
      outgoing[n]!.reduce((sum, { value: each }) => sum + Math.abs(each), 0),
    ),
  );
  const columns = Array.from({ length: levels }, (_, level) =>
    [...nodes.keys()].filter((n) => nodes[n]!.level === level),
  );
  const scale = columns.reduce((least, column) => {
    const total = column.reduce((sum, n) => sum + sizes[n]!, 0);
    const room = column.reduce((sum, n) => sum + Math.max(rooms[n]!, gap), 0);
    return total > 0 ? Math.min(least, Math.max(0, height - room) / total) : least;
  }, Number.POSITIVE_INFINITY);
  const unit = Number.isFinite(scale) ? scale : 0;
  const placed: PlacedNode[] = [];
  const starts = new Map<SupplyLink, readonly [number, number]>();
  const ends = new Map<SupplyLink, readonly [number, number]>();
  const middleOf = (n: number) => placed[n]!.middle;
  for (const column of columns) {
    // The middle of what a node supplies, by its size; others come last.
    const wantedOf = (n: number) => {
      const sum = outgoing[n]!.reduce((all, { value }) => all + Math.abs(value), 0);
      if (sum === 0) return height / 2;
      return outgoing[n]!.reduce((all, { to, value }) => all + (middleOf(to) * Math.abs(value)) / sum, 0);
    };
    // In whole pixels, so that roundings do not decide the order.
    const wanted = new Map(column.map((n) => [n, Math.round(wantedOf(n))]));
    const order = [...column].sort(
      (a, b) =>
        Number(nodes[a]!.name === null) - Number(nodes[b]!.name === null) ||
        wanted.get(a)! - wanted.get(b)! ||
        sizes[b]! - sizes[a]!,
    );
    const heights = order.map((n) => Math.max(sizes[n]! * unit + gap, rooms[n]!));
    const total = heights.reduce((sum, each) => sum + each, 0);
    // A column is centred on what it supplies, as far as it fits.
    const centre = order.reduce((sum, n) => sum + wanted.get(n)!, 0) / Math.max(1, order.length);
    let at = Math.min(Math.max(0, centre - total / 2), Math.max(0, height - total));
    const targets = heights.map((each) => {
      const middle = at + each / 2;
      at += each;
      return middle;
    });
    const centres = spreadLabels(targets, heights, [0, height]);
    for (const [i, n] of order.entries()) {
      const half = (sizes[n]! * unit) / 2;
      placed[n] = { ...nodes[n]!, top: centres[i]! - half, bottom: centres[i]! + half, middle: centres[i]! };
    }
  }
  for (const [n, node] of placed.entries()) {
    let [left, right] = [node.top, node.top];
    for (const each of [...incoming[n]!].sort((a, b) => middleOf(a.from) - middleOf(b.from))) {
      const size = Math.abs(each.value) * unit;
      ends.set(each, [left, left + size]);
      left += size;
    }
    for (const each of [...outgoing[n]!].sort((a, b) => middleOf(a.to) - middleOf(b.to))) {
      const size = Math.abs(each.value) * unit;
      starts.set(each, [right, right + size]);
      right += size;
    }
  }
  return {
    levels,
    nodes: placed,
    links: links.map((each): PlacedLink => ({ ...each, start: starts.get(each)!, end: ends.get(each)! })),
    /** Pixels for one unit of a value. */
    scale: unit,
  };
}
