/** An order of elimination and what is known of it. */
export interface EliminationOrder {
  /** `order[k]` is the k-th node to eliminate. */
  readonly order: Int32Array;
  /** Upper bound of the number of nodes, beside itself, that the k-th is connected with when it is eliminated. */
  readonly degree: Int32Array;
}

/** Nodes with more than this many times √n neighbours are eliminated last: they would be looked at in every step. */
const DENSE = 10;

/**
 * An order of elimination that fills in little: approximate minimum degree on an undirected graph, as a quotient graph with
 * element absorption, mass elimination and merging of nodes that cannot be told apart.
 * Amestoy, Davis, Duff (1996), SIAM J. Matrix Anal. Appl. 17: 886–905, doi:10.1137/S0895479894278952.
 *
 * @param neighbours for each of the n nodes, its neighbours without itself, each once.
 */
export function minimumDegree(neighbours: readonly ArrayLike<number>[]): EliminationOrder {
  const n = neighbours.length;
  const bound = Math.max(16, DENSE * Math.sqrt(n));
  const isLate = Uint8Array.from(neighbours, ({ length }) => (length > bound ? 1 : 0));
  // A node is a variable until it is eliminated, when it becomes an element: the clique of its neighbours.
  const variables: number[][] = neighbours.map((list, i) =>
    isLate[i] ? [] : Array.from(list).filter((j) => !isLate[j]),
  );
  const elements: number[][] = Array.from({ length: n }, () => []);
  const clique: (number[] | null)[] = new Array(n).fill(null);
  /** How many nodes a variable stands for; 0 once it is eliminated or merged into another. */
  const weight = new Int32Array(n).fill(1);
  const merged: number[][] = Array.from({ length: n }, () => []);
  const degree = Int32Array.from(variables, ({ length }) => length);
  const queue = new DegreeQueue(n);
  const late: number[] = [];
  for (let i = 0; i < n; i++) {
    if (isLate[i]) late.push(i);
    else queue.put(i, degree[i]!);
  }
  const order = new Int32Array(n);
  const degrees = new Int32Array(n);
  const mark = new Int32Array(n);
  let stamp = 0;
  /** |Lₑ \ Lₚ| of the elements that touch the pivot's clique, valid where `seen` has the pivot's stamp. */
  const outside = new Int32Array(n);
  const seen = new Int32Array(n);
  const size = (list: readonly number[]) => list.reduce((sum, i) => sum + weight[i]!, 0);
  let done = 0;
  const remaining = n - late.length;

  while (done < remaining) {
    const p = queue.take();
    // The clique of the pivot: its variables and those of its elements, which it absorbs.
    stamp++;
    mark[p] = stamp;
    const own: number[] = [];
    const add = (i: number) => {
      if (weight[i]! === 0 || mark[i] === stamp) return;
      mark[i] = stamp;
      own.push(i);
    };
    variables[p]!.forEach(add);
    for (const e of elements[p]!) {
      clique[e]?.forEach(add);
      clique[e] = null;
    }
    const count = eliminate(p, size(own));
    weight[p] = 0;
    variables[p] = [];
    elements[p] = [];
    for (const i of own)
      for (const e of elements[i]!) {
        const members = clique[e];
        if (!members) continue;
        if (seen[e] !== stamp) {
          seen[e] = stamp;
          outside[e] = size(members);
        }
        outside[e]! -= weight[i]!;
      }
    let wide = size(own);
    const alike = new Map<number, number[]>();
    for (const i of own) {
      queue.remove(i);
      const kept = elements[i]!.filter((e) => {
        if (!clique[e]) return false;
        // An element within the pivot's clique says nothing more.
        if (outside[e] === 0) clique[e] = null;
        return clique[e] !== null;
      });
      const near = variables[i]!.filter((j) => weight[j]! > 0 && mark[j] !== stamp);
      const others = wide - weight[i]!;
      const far = kept.reduce((sum, e) => sum + outside[e]!, 0);
      degree[i] = Math.min(remaining - done - weight[i]!, degree[i]! - count + others, size(near) + others + far);
      variables[i] = near;
      elements[i] = [...kept, p];
      if (near.length === 0 && kept.length === 0) {
        // Connected with the clique alone: it fills in nothing more and goes with the pivot.
        eliminate(i, others);
        wide = others;
        weight[i] = 0;
        continue;
      }
      const hash = near.reduce((sum, j) => sum + j, 0) + kept.reduce((sum, e) => sum + e, 0);
      const bucket = alike.get(hash);
      if (bucket) bucket.push(i);
      else alike.set(hash, [i]);
    }
    for (const bucket of alike.values()) mergeAlike(bucket);
    clique[p] = own.filter((i) => weight[i]! > 0);
    for (const i of clique[p]) queue.put(i, Math.max(0, degree[i]!));
  }
  for (const i of late) {
    order[done] = i;
    degrees[done] = n - done - 1;
    done++;
  }
  return { order, degree: degrees };

  /** Puts a variable and all that it stands for into the order; returns how many. */
  function eliminate(i: number, connected: number): number {
    let from = done;
    const put = (j: number) => {
      order[done++] = j;
      merged[j]!.forEach(put);
    };
    put(i);
    const count = done - from;
    for (let left = count - 1; from < done; from++, left--) degrees[from] = connected + late.length + left;
    return count;
  }

  function mergeAlike(bucket: readonly number[]): void {
    for (let a = 0; a < bucket.length; a++) {
      const i = bucket[a]!;
      if (weight[i] === 0) continue;
      for (let b = a + 1; b < bucket.length; b++) {
        const j = bucket[b]!;
        if (weight[j] === 0 || !sameSet(variables[i]!, variables[j]!) || !sameSet(elements[i]!, elements[j]!)) continue;
        degree[i] = degree[i]! - weight[j]!;
        weight[i] = weight[i]! + weight[j]!;
        weight[j] = 0;
        merged[i]!.push(j);
        variables[j] = [];
        elements[j] = [];
      }
    }
  }

  function sameSet(a: readonly number[], b: readonly number[]): boolean {
    if (a.length !== b.length) return false;
    const set = new Set(a);
    return b.every((each) => set.has(each));
  }
}

/** Nodes by their degree, in lists that are linked both ways. */
class DegreeQueue {
  private readonly first: Int32Array;
  private readonly next: Int32Array;
  private readonly before: Int32Array;
  private readonly at: Int32Array;
  private least = 0;

  constructor(n: number) {
    this.first = new Int32Array(n + 1).fill(-1);
    this.next = new Int32Array(n).fill(-1);
    this.before = new Int32Array(n).fill(-1);
    this.at = new Int32Array(n).fill(-1);
  }

  put(i: number, degree: number): void {
    const head = this.first[degree]!;
    this.next[i] = head;
    this.before[i] = -1;
    if (head >= 0) this.before[head] = i;
    this.first[degree] = i;
    this.at[i] = degree;
    this.least = Math.min(this.least, degree);
  }

  remove(i: number): void {
    const degree = this.at[i]!;
    if (degree < 0) return;
    const [next, before] = [this.next[i]!, this.before[i]!];
    if (before >= 0) this.next[before] = next;
    else this.first[degree] = next;
    if (next >= 0) this.before[next] = before;
    this.at[i] = -1;
  }

  /** Removes and returns a node of the least degree. */
  take(): number {
    while (this.first[this.least]! < 0) this.least++;
    const i = this.first[this.least]!;
    this.remove(i);
    return i;
  }
}
