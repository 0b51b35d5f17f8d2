import type { CsrMatrix } from "../csr.ts";
import { strongComponents } from "../strong-components.ts";

/** Rows and columns in an order in which the matrix is block triangular. */
export interface BlockOrder {
  /** The row (and column) at each position. */
  readonly order: Int32Array;
  /** Where each block begins, and n. */
  readonly starts: Int32Array;
}

/**
 * An order in which each row needs only columns of its own block and of blocks before it: the strong components of the graph
 * of the matrix, and within each the order in which a search in depth leaves its nodes, which puts most of what a row needs
 * before it. Duff, Reid (1978), ACM TOMS 4: 137–147, doi:10.1145/355780.355785.
 */
export function blockOrder(a: CsrMatrix): BlockOrder {
  const components = strongComponents(a);
  const left = leavingOrder(a);
  const order = Int32Array.from(components.flatMap((nodes) => nodes.sort((i, j) => left[i]! - left[j]!)));
  const starts = new Int32Array(components.length + 1);
  components.forEach(({ length }, c) => {
    starts[c + 1] = starts[c]! + length;
  });
  return { order, starts };
}

/** For each row, the how-manieth a search in depth along the cells leaves. */
function leavingOrder({ rows: n, rowStarts, columnIndices, values }: CsrMatrix): Int32Array {
  const left = new Int32Array(n).fill(-1);
  const isFound = new Uint8Array(n);
  const next = rowStarts.slice(0, n);
  const path: number[] = [];
  let count = 0;
  for (let root = 0; root < n; root++) {
    if (isFound[root]) continue;
    isFound[root] = 1;
    path.push(root);
    while (path.length > 0) {
      const i = path.at(-1)!;
      let p = next[i]!;
      const end = rowStarts[i + 1]!;
      while (p < end && (values[p] === 0 || isFound[columnIndices[p]!])) p++;
      next[i] = p;
      if (p === end) {
        left[i] = count++;
        path.pop();
      } else {
        isFound[columnIndices[p]!] = 1;
        path.push(columnIndices[p]!);
      }
    }
  }
  return left;
}
