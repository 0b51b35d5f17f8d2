import { type Matrix, toCsr, transpose } from "../numeric/csr.ts";
import { dense } from "../numeric/matrix.ts";
import { MaxHeap } from "../numeric/max-heap.ts";
import { addProduct, multiply } from "../numeric/multiply.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";

/** A supply chain from the final product (first) to the emitting sector (last). */
export interface SupplyPath {
  /** Row indices. One entry: direct emissions of the final producer. */
  readonly path: readonly number[];
  /** S_i a_ij … a_kl y_l, units of S × y. */
  readonly value: number;
  /** The subtree of this path: its own value and every longer path that begins with it. */
  readonly through: number;
}

export interface StructuralPaths {
  /** The largest paths by absolute value, largest first. */
  readonly paths: readonly SupplyPath[];
  /** S (I − A)⁻¹ y. */
  readonly total: number;
  /** total − the paths found. */
  readonly remainder: number;
  /** Per layer 0 … maxLayer: its total, the part covered by the paths, and the remainder. */
  readonly layers: readonly { readonly total: number; readonly found: number; readonly remainder: number }[];
  /** The remainder beyond the last layer. */
  readonly beyond: number;
  /**
   * True only if no larger path exists, of any length: false if the search stopped at its limit, or if a path that
   * is longer than `maxLayer` could be as large as the smallest one found.
   */
  readonly complete: boolean;
}

export interface PathOptions {
  /** How many paths to find. */
  readonly count: number;
  /** Longest chain searched: layer 0 is the final producer. Default 12. */
  readonly maxLayer?: number;
  /** Subtrees examined before the search stops; default 5 million. */
  readonly limit?: number;
}

/**
 * Structural path analysis: the `count` largest terms of S (I + A + A² + …) y, with the remainder.
 *
 * Best-first search. A subtree's bound is its weight times U, the emissions with all signs positive within maxLayer
 * layers, so that no larger path can be missed, even if A or S is negative. Children are visited in descending order of
 * the bound and only as far as needed. Paths beyond maxLayer are bounded by the largest product of coefficients along a chain.
 * Defourny & Thorbecke (1984), doi:10.2307/2232220; Lenzen (2003), Struct. Change Econ. Dyn. 14: 1–34.
 *
 * @param S direct intensities of one stressor, n. @param M its multipliers, n. @param y final demand, n (one product: a
 * unit vector).
 */
export async function structuralPaths(
  A: Matrix,
  S: Float64Array,
  M: Float64Array,
  y: Float64Array,
  options: PathOptions,
  work: Work = uninterrupted,
): Promise<StructuralPaths> {
  const { count, maxLayer = 12, limit = 5_000_000 } = options;
  const transposed = toCsr(transpose(A));
  const bounds = await subtreeBounds(transposed, S, maxLayer, work);
  const children = orderedSuppliers(transposed, bounds);
  const roots = [...y.keys()]
    .filter((j) => y[j] !== 0 && bounds[j]! > 0)
    .sort((a, b) => Math.abs(y[b]!) * bounds[b]! - Math.abs(y[a]!) * bounds[a]! || a - b);

  // Nodes of the search tree, in parallel arrays: sector, weight, layer, parent, and place among its siblings.
  const sector: number[] = [];
  const weight: number[] = [];
  const layer: number[] = [];
  const parent: number[] = [];
  const rank: number[] = [];
  const open = new MaxHeap();
  const best = new MaxHeap();
  const add = (from: number, place: number) => {
    const siblings = from < 0 ? roots : children(sector[from]!).suppliers;
    if (place >= siblings.length) return;
    const i = siblings[place]!;
    const value = from < 0 ? y[i]! : weight[from]! * children(sector[from]!).coefficients[place]!;
    const node = sector.push(i) - 1;
    weight.push(value);
    layer.push(from < 0 ? 0 : layer[from]! + 1);
    parent.push(from);
    rank.push(place);
    open.push(Math.abs(value) * bounds[i]!, node);
  };

  add(-1, 0);
  let visited = 0;
  // `best` has the smallest of the best paths on top (negated): a subtree with a lower bound cannot add a path.
  while (open.size > 0 && (best.size < count || open.top > -best.top) && visited < limit) {
    const node = open.pop();
    visited++;
    add(parent[node]!, rank[node]! + 1);
    const size = Math.abs(weight[node]! * S[sector[node]!]!);
    if (size > 0) {
      best.push(-size, -node);
      if (best.size > count) best.pop();
    }
    if (layer[node]! < maxLayer) add(node, 0);
    if (visited % 50_000 === 0) await work.pause();
  }
  const isSearched = open.size === 0 || (best.size >= count && open.top <= -best.top);
  const smallest = best.size >= count ? -best.top : 0;
  const complete = isSearched && (await largestBeyond(transposed, S, y, maxLayer, smallest, work)) <= smallest;

  const nodes: number[] = [];
  while (best.size > 0) nodes.push(-best.pop());
  nodes.reverse();
  const paths = nodes.map((node) => {
    const path: number[] = [];
    for (let at = node; at >= 0; at = parent[at]!) path.unshift(sector[at]!);
    const end = sector[node]!;
    return { path, value: weight[node]! * S[end]!, through: weight[node]! * M[end]! };
  });
  return { paths, complete, ...(await layersOf(A, S, M, y, paths, maxLayer, work)) };
}

/** |S| (I + |A| + … + |A|^depth): an upper bound of a subtree. */
async function subtreeBounds(transposed: Matrix, S: Float64Array, depth: number, work: Work): Promise<Float64Array> {
  const positive = { ...toCsr(transposed), values: toCsr(transposed).values.map(Math.abs) };
  const start = S.map(Math.abs);
  let sum = dense(S.length, 1, start.slice());
  for (let t = 0; t < depth; t++) {
    const next = dense(S.length, 1, start.slice());
    await addProduct(1, positive, sum, next, work);
    sum = next;
  }
  // Rounding must not put a bound below the true value.
  return sum.data.map((value) => value * (1 + 1e-12));
}

/** The number of layers beyond the last that are examined before the question is left open. */
const BEYOND = 400;

/**
 * An upper bound of every single path with more than `maxLayer` rounds, only as tight as needed to fall to `enough`:
 * g_t(j) = max_i |a_ij| g_(t−1)(i), g_0 = |S|, is the largest product along a chain of t rounds that ends in a unit of j. Since
 * g cannot grow if no coefficient exceeds 1, all longer ones are below max g_t · max |y|. Infinite if this gives no bound.
 */
async function largestBeyond(
  transposed: ReturnType<typeof toCsr>,
  S: Float64Array,
  y: Float64Array,
  maxLayer: number,
  enough: number,
  work: Work,
): Promise<number> {
  const largest = (values: Float64Array) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const [demand, coefficient] = [largest(y), largest(transposed.values)];
  const coarse = largest(S) * demand * coefficient ** (maxLayer + 1);
  if (coefficient <= 1 && coarse <= enough) return coarse;
  const { rowStarts, columnIndices, values } = transposed;
  let chains = S.map(Math.abs);
  let seen = 0;
  for (let t = 1; t <= maxLayer + BEYOND; t++) {
    const next = new Float64Array(chains.length);
    for (let j = 0; j < next.length; j++) {
      let most = 0;
      for (let p = rowStarts[j]!; p < rowStarts[j + 1]!; p++) {
        most = Math.max(most, Math.abs(values[p]!) * chains[columnIndices[p]!]!);
      }
      next[j] = most;
    }
    chains = next;
    await work.pause();
    if (t <= maxLayer) continue;
    for (let j = 0; j < y.length; j++) seen = Math.max(seen, Math.abs(y[j]!) * chains[j]!);
    if (seen > enough) return seen;
    const rest = largest(chains) * demand;
    if (rest === 0 || (coefficient <= 1 && rest <= enough)) return Math.max(seen, rest);
  }
  return Number.POSITIVE_INFINITY;
}

interface Suppliers {
  readonly suppliers: number[];
  readonly coefficients: number[];
}

/** Suppliers of a sector in descending order of |a_ij| × bound; sorted on first use. */
function orderedSuppliers(
  transposed: { rowStarts: Int32Array; columnIndices: Int32Array; values: Float64Array },
  bounds: Float64Array,
): (j: number) => Suppliers {
  const known = new Map<number, Suppliers>();
  const { rowStarts, columnIndices, values } = transposed;
  return (j) => {
    let found = known.get(j);
    if (!found) {
      const entries: number[] = [];
      for (let p = rowStarts[j]!; p < rowStarts[j + 1]!; p++) {
        if (values[p] !== 0 && bounds[columnIndices[p]!]! > 0) entries.push(p);
      }
      const key = (p: number) => Math.abs(values[p]!) * bounds[columnIndices[p]!]!;
      entries.sort((a, b) => key(b) - key(a) || a - b);
      found = { suppliers: entries.map((p) => columnIndices[p]!), coefficients: entries.map((p) => values[p]!) };
      known.set(j, found);
    }
    return found;
  };
}

async function layersOf(
  A: Matrix,
  S: Float64Array,
  M: Float64Array,
  y: Float64Array,
  paths: readonly SupplyPath[],
  maxLayer: number,
  work: Work,
) {
  const found = new Float64Array(maxLayer + 1);
  for (const { path, value } of paths) found[path.length - 1]! += value;
  const layers: { total: number; found: number; remainder: number }[] = [];
  let output = dense(y.length, 1, y.slice());
  const total = dot(M, y);
  let beyond = total;
  for (let t = 0; t <= maxLayer; t++) {
    if (t > 0) output = await multiply(A, output, work);
    const whole = dot(S, output.data);
    layers.push({ total: whole, found: found[t]!, remainder: whole - found[t]! });
    beyond -= whole;
  }
  const covered = paths.reduce((sum, { value }) => sum + value, 0);
  return { layers, total, remainder: total - covered, beyond };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
