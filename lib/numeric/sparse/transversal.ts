/** The rows that a column may be assigned to. */
export interface Candidate {
  readonly row: number;
  /** Candidates with 1 are taken only where those with 0 do not suffice. */
  readonly cost: 0 | 1;
}

export type Transversal =
  | {
      /** The row of each column, each row once. */
      readonly rowOf: Int32Array;
      /** Columns that could exchange their rows at the same cost; empty if the assignment is the only one. */
      readonly ambiguous: readonly number[];
    }
  /** Columns that have fewer rows between them than they are. */
  | { readonly rowOf: null; readonly competing: readonly number[] };

/**
 * Assigns each of n columns a row of its own, at the least cost, and says whether another assignment costs as little:
 * augmenting paths, the shortest first (Kuhn 1955; Tomizawa 1971, doi:10.1002/net.3230010206). For some thousand columns.
 */
export function transversal(candidates: readonly (readonly Candidate[])[]): Transversal {
  const n = candidates.length;
  const rowOf = new Int32Array(n).fill(-1);
  const costOf = new Int8Array(n);
  const columnOf = new Int32Array(n).fill(-1);
  for (let matched = 0; matched < n; ) {
    const step = shortestPaths((j) => (rowOf[j]! < 0 ? 0 : Number.POSITIVE_INFINITY));
    let end = -1;
    for (let i = 0; i < n; i++)
      if (columnOf[i]! < 0 && Number.isFinite(step.toRow[i]!) && (end < 0 || step.toRow[i]! < step.toRow[end]!))
        end = i;
    if (end < 0) return { rowOf: null, competing: competingWith(rowOf.indexOf(-1)) };
    for (let i = end; i >= 0; ) {
      const j = step.from[i]!;
      const before = rowOf[j]!;
      rowOf[j] = i;
      costOf[j] = candidates[j]!.find(({ row }) => row === i)!.cost;
      columnOf[i] = j;
      i = before;
    }
    matched++;
  }
  return { rowOf, ambiguous: exchangeable() };

  /** Least costs from columns, which start at the given costs, to columns and rows along unmatched and back along matched cells. */
  function shortestPaths(start: (j: number) => number) {
    const toColumn = Float64Array.from({ length: n }, (_, j) => start(j));
    const toRow = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(n).fill(-1);
    let queue = Array.from({ length: n }, (_, j) => j).filter((j) => Number.isFinite(toColumn[j]!));
    while (queue.length > 0) {
      const later = new Set<number>();
      for (const j of queue)
        for (const { row, cost } of candidates[j]!) {
          if (rowOf[j] === row || toColumn[j]! + cost >= toRow[row]!) continue;
          toRow[row] = toColumn[j]! + cost;
          from[row] = j;
          const next = columnOf[row]!;
          if (next < 0) continue;
          toColumn[next] = toRow[row]! - costOf[next]!;
          later.add(next);
        }
      queue = [...later];
    }
    return { toColumn, toRow, from };
  }

  /** All columns that share the rows of an unmatched column, by way of each other. */
  function competingWith(first: number): number[] {
    const found = new Set([first]);
    for (const j of found) for (const { row } of candidates[j]!) if (columnOf[row]! >= 0) found.add(columnOf[row]!);
    return [...found].sort((a, b) => a - b);
  }

  /** Columns on a cycle of exchanges that changes no cost. */
  function exchangeable(): number[] {
    const { toColumn } = shortestPaths(() => 0);
    const free = candidates.map((list, j) =>
      list.flatMap(({ row, cost }) => {
        const other = columnOf[row]!;
        return other !== j && toColumn[j]! + cost - costOf[other]! === toColumn[other] ? [other] : [];
      }),
    );
    // What is on no cycle falls away when nodes without a successor are removed again and again, and so in reverse.
    const isKept = new Uint8Array(n).fill(1);
    for (const edges of [free, reversed(free)]) {
      const left = edges.map((list) => list.filter((k) => isKept[k]).length);
      const into = reversed(edges);
      const queue = Array.from({ length: n }, (_, j) => j).filter((j) => isKept[j] && left[j] === 0);
      for (const j of queue) {
        isKept[j] = 0;
        for (const k of into[j]!) if (isKept[k] && --left[k]! === 0) queue.push(k);
      }
    }
    return Array.from({ length: n }, (_, j) => j).filter((j) => isKept[j]);
  }
}

function reversed(edges: readonly (readonly number[])[]): number[][] {
  const into: number[][] = edges.map(() => []);
  edges.forEach((list, j) => {
    for (const k of list) into[k]!.push(j);
  });
  return into;
}
