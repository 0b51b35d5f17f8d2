/** A node of the graph: a cell and the cells that it reads. */
export interface LinkedCell {
  readonly id: number;
  readonly reads: readonly number[];
}

/** The positions of nodes: layers from left to right; every edge points right unless it is part of a cycle. */
export interface Layout {
  readonly places: ReadonlyMap<number, { layer: number; row: number }>;
  readonly edges: readonly { from: number; to: number }[];
  readonly layers: number;
  /** Rows of the tallest layer. */
  readonly rows: number;
  /** Cells without edges. */
  readonly alone: readonly number[];
}

/** The number of sweeps over the layers that move nodes near their neighbours. */
const SWEEPS = 4;

/** Lays out the dataflow of cells given in document order. */
export function layOut(cells: readonly LinkedCell[]): Layout {
  const known = new Set(cells.map(({ id }) => id));
  const edges = cells.flatMap(({ id, reads }) =>
    [...new Set(reads)].filter((from) => known.has(from) && from !== id).map((from) => ({ from, to: id })),
  );
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const alone = cells.filter(({ id }) => !linked.has(id)).map(({ id }) => id);
  const order = cells.map(({ id }) => id).filter((id) => linked.has(id));
  const layerOf = rank(order, edges);
  const layers: number[][] = [];
  for (const id of order) {
    const layer = layerOf.get(id)!;
    layers[layer] ??= [];
    layers[layer].push(id);
  }
  untangle(layers, edges);
  const places = new Map<number, { layer: number; row: number }>();
  for (const [layer, ids] of layers.entries()) for (const [row, id] of ids.entries()) places.set(id, { layer, row });
  return { places, edges, layers: layers.length, rows: Math.max(0, ...layers.map(({ length }) => length)), alone };
}

/** The layer of each node: one right of the rightmost node that it reads; edges that close a cycle do not count. */
function rank(order: readonly number[], edges: Layout["edges"]): Map<number, number> {
  const readers = new Map<number, number[]>(order.map((id) => [id, []]));
  const missing = new Map<number, number>(order.map((id) => [id, 0]));
  for (const { from, to } of edges) {
    readers.get(from)!.push(to);
    missing.set(to, missing.get(to)! + 1);
  }
  const layers = new Map<number, number>();
  const ready = order.filter((id) => missing.get(id) === 0);
  const waiting = new Set(order);
  while (waiting.size > 0) {
    // Only cycles are left: the first of their cells in the document comes first.
    if (ready.length === 0) ready.push(waiting.values().next().value!);
    for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
      if (!waiting.delete(id)) continue;
      const layer = layers.get(id) ?? 0;
      layers.set(id, layer);
      for (const reader of readers.get(id)!) {
        if (!waiting.has(reader)) continue;
        layers.set(reader, Math.max(layers.get(reader) ?? 0, layer + 1));
        missing.set(reader, missing.get(reader)! - 1);
        if (missing.get(reader)! <= 0) ready.push(reader);
      }
    }
  }
  return layers;
}

/** Sorts each layer by the mean row of its neighbours, in alternating directions, so that few edges cross. */
function untangle(layers: number[][], edges: Layout["edges"]): void {
  const before = new Map<number, number[]>();
  const after = new Map<number, number[]>();
  for (const { from, to } of edges) {
    before.set(to, [...(before.get(to) ?? []), from]);
    after.set(from, [...(after.get(from) ?? []), to]);
  }
  const rows = new Map<number, number>();
  const number = () => {
    for (const ids of layers) for (const [row, id] of ids.entries()) rows.set(id, row);
  };
  number();
  for (let sweep = 0; sweep < SWEEPS; ++sweep) {
    const neighbours = sweep % 2 === 0 ? before : after;
    for (const ids of sweep % 2 === 0 ? layers : layers.toReversed()) {
      const wanted = new Map(ids.map((id) => [id, mean(neighbours.get(id) ?? [], rows) ?? rows.get(id)!]));
      ids.sort((a, b) => wanted.get(a)! - wanted.get(b)!);
      for (const [row, id] of ids.entries()) rows.set(id, row);
    }
  }
}

function mean(ids: readonly number[], rows: ReadonlyMap<number, number>): number | null {
  return ids.length === 0 ? null : ids.reduce((sum, id) => sum + rows.get(id)!, 0) / ids.length;
}
