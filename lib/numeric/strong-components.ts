import type { CsrMatrix } from "./csr.ts";

/**
 * The strong components of the graph i → j of the cells a_ij ≠ 0 (n × n): sets of rows that all reach each other. A row
 * without mutual reachability is a single component. Tarjan (1972), SIAM J. Comput. 1: 146–160, doi:10.1137/0201010,
 * without recursion.
 */
export function strongComponents({ rows: n, rowStarts, columnIndices, values }: CsrMatrix): number[][] {
  const found = new Int32Array(n).fill(-1);
  const low = new Int32Array(n);
  const isOpen = new Uint8Array(n);
  const next = rowStarts.slice(0, n);
  const stack: number[] = [];
  const components: number[][] = [];
  let count = 0;
  for (let root = 0; root < n; root++) {
    if (found[root]! >= 0) continue;
    const path = [root];
    while (path.length > 0) {
      const i = path.at(-1)!;
      if (found[i]! < 0) {
        found[i] = low[i] = count++;
        stack.push(i);
        isOpen[i] = 1;
      }
      let child = -1;
      for (let p = next[i]!; p < rowStarts[i + 1]! && child < 0; p++) {
        next[i] = p + 1;
        if (values[p] === 0) continue;
        const j = columnIndices[p]!;
        if (found[j]! < 0) child = j;
        else if (isOpen[j]) low[i] = Math.min(low[i]!, found[j]!);
      }
      if (child >= 0) {
        path.push(child);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[i]!);
      if (low[i] !== found[i]) continue;
      const component: number[] = [];
      for (let j = -1; j !== i; ) {
        j = stack.pop()!;
        isOpen[j] = 0;
        component.push(j);
      }
      components.push(component.sort((p, q) => p - q));
    }
  }
  return components;
}
