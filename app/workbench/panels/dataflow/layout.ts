/** A node of the graph: a cell and the cells that it reads. */
export interface LinkedCell {
  readonly id: number;
  readonly reads: readonly number[];
}

/**
 * The graph as a list: one row for each linked cell, in document order, and beside the rows a lane for each cell that is read, from
 * its row to those of its readers.
 */
export interface Layout {
  /** The row of each linked cell. */
  readonly rows: ReadonlyMap<number, number>;
  readonly edges: readonly { from: number; to: number }[];
  /** The lane of each cell that is read; 0 is the one next to the rows. */
  readonly lanes: ReadonlyMap<number, number>;
  /** How many lanes there are. */
  readonly width: number;
  /** Cells without edges. */
  readonly alone: readonly number[];
}

/** The most lanes; in a notebook with more overlapping reads, the widest share the last lane. */
const MAX_LANES = 16;

/** Lays out the dataflow of cells given in document order. */
export function layOut(cells: readonly LinkedCell[]): Layout {
  const known = new Set(cells.map(({ id }) => id));
  const edges = cells.flatMap(({ id, reads }) =>
    [...new Set(reads)].filter((from) => known.has(from) && from !== id).map((from) => ({ from, to: id })),
  );
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const order = cells.map(({ id }) => id).filter((id) => linked.has(id));
  const rows = new Map(order.map((id, row) => [id, row]));
  const lanes = findLanes(rows, edges);
  return {
    rows,
    edges,
    lanes,
    width: Math.max(0, ...lanes.values()) + (lanes.size > 0 ? 1 : 0),
    alone: cells.map(({ id }) => id).filter((id) => !linked.has(id)),
  };
}

/** Gives each cell that is read the innermost lane that is free along its span; short spans first, so that they stay inside. */
function findLanes(rows: ReadonlyMap<number, number>, edges: Layout["edges"]): Map<number, number> {
  const spans = new Map<number, { first: number; last: number }>();
  for (const { from, to } of edges) {
    const { first, last } = spans.get(from) ?? { first: rows.get(from)!, last: rows.get(from)! };
    const row = rows.get(to)!;
    spans.set(from, { first: Math.min(first, row), last: Math.max(last, row) });
  }
  const byLength = [...spans].sort(([, a], [, b]) => a.last - a.first - (b.last - b.first) || a.first - b.first);
  const taken: Uint8Array[] = [];
  const lanes = new Map<number, number>();
  for (const [id, { first, last }] of byLength) {
    let lane = 0;
    while (lane < MAX_LANES - 1 && taken[lane]?.subarray(first, last + 1).includes(1)) lane += 1;
    taken[lane] ??= new Uint8Array(rows.size);
    taken[lane]!.fill(1, first, last + 1);
    lanes.set(id, lane);
  }
  return lanes;
}
