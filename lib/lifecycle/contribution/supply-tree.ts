import { type CsrMatrix, transpose } from "../../numeric/csr.ts";
import { MaxHeap } from "../../numeric/max-heap.ts";

/** A solved system for one indicator, as far as its supply chains need it. */
export interface SupplyChains {
  /** A, P × P. */
  readonly technosphere: CsrMatrix;
  /** The row of each activity's reference product. */
  readonly references: Int32Array;
  /** q = C B, P: the score of each activity's own elementary flows. */
  readonly direct: Float64Array;
  /** w = q A⁻¹, P: the score of one unit of each product delivered, all upstream included. */
  readonly productScores: Float64Array;
  /** f, P. */
  readonly demand: Float64Array;
}

export interface SupplyTreeOptions {
  /** Branches below this share of the whole score, in size, are not followed. */
  readonly cutOff?: number;
  /** The largest number of nodes. */
  readonly most?: number;
  readonly depth?: number;
}

/** An activity that supplies its parent, with all that supplies it. */
export interface SupplyNode {
  /** Its index in the tree, and that of what it supplies; −1 for a demand. */
  readonly id: number;
  readonly parent: number;
  readonly depth: number;
  /** Column of the activity. */
  readonly activity: number;
  /** Units of its reference product delivered to the parent; for a waste what it takes in. Negative: a credit. */
  readonly amount: number;
  /** The score of the delivery, upstream included. */
  readonly score: number;
  /** What the activity's own elementary flows score, part of `score`. */
  readonly direct: number;
  /** The score of its suppliers that are not in the tree, part of `score`. */
  readonly remainder: number;
}

/**
 * The supply chains of a demand as a tree, the branches with the largest scores first. Each node's score is that of its own flows, of its
 * children and a remainder, exactly: with loops, too, since w counts what goes round. The scores of the first nodes sum to the whole.
 *
 * Structural path analysis: Crawford (2008), doi:10.1016/j.jenvman.2007.03.024; by adjoint values as in Lenzen, Crawford (2009),
 * doi:10.1021/es902090z.
 */
export function supplyTree(chains: SupplyChains, options: SupplyTreeOptions = {}): SupplyNode[] {
  const { cutOff = 0.01, most = 200, depth: deepest = 30 } = options;
  const { references, direct, productScores, demand } = chains;
  const byColumn = transpose(chains.technosphere);
  const P = demand.length;
  const activityOf = new Int32Array(P);
  references.forEach((row, j) => {
    activityOf[row] = j;
  });
  const diagonal = Float64Array.from(references, (row, j) => cellOf(byColumn, j, row));
  const whole = demand.reduce((sum, amount, i) => sum + productScores[i]! * amount, 0);
  const least = cutOff * Math.abs(whole);
  interface Open extends Omit<SupplyNode, "direct" | "remainder"> {
    direct: number;
    remainder: number;
  }
  const nodes: Open[] = [];
  // Deliveries that wait to be followed, by the size of their score.
  const waiting: { row: number; amount: number; parent: number; depth: number }[] = [];
  const heap = new MaxHeap();
  const offer = (row: number, amount: number, parent: number, depth: number) => {
    if (amount === 0) return;
    heap.push(Math.abs(productScores[row]! * amount), waiting.length);
    waiting.push({ row, amount, parent, depth });
  };
  for (let i = 0; i < P; i++) offer(i, demand[i]!, -1, 0);
  while (heap.size > 0) {
    const { row, amount, parent, depth } = waiting[heap.pop()]!;
    const score = productScores[row]! * amount;
    // Demands are in the tree, whatever they score.
    if (parent >= 0 && (Math.abs(score) < least || nodes.length >= most || depth > deepest)) {
      nodes[parent]!.remainder += score;
      continue;
    }
    const activity = activityOf[row]!;
    const runs = amount / diagonal[activity]!;
    const id = nodes.length;
    nodes.push({
      id,
      parent,
      depth,
      activity,
      amount: amount * Math.sign(diagonal[activity]!),
      score,
      direct: direct[activity]! * runs,
      remainder: 0,
    });
    for (let p = byColumn.rowStarts[activity]!; p < byColumn.rowStarts[activity + 1]!; p++) {
      const input = byColumn.columnIndices[p]!;
      if (input !== row) offer(input, -byColumn.values[p]! * runs, id, depth + 1);
    }
  }
  return nodes;
}

function cellOf(byColumn: CsrMatrix, column: number, row: number): number {
  for (let p = byColumn.rowStarts[column]!; p < byColumn.rowStarts[column + 1]!; p++)
    if (byColumn.columnIndices[p] === row) return byColumn.values[p]!;
  return 0;
}
