import {
  type CsrMatrix,
  cellsOf,
  columnSums,
  csrFromTriplets,
  forEachCell,
  type Matrix,
  toCsr,
  transpose,
} from "./csr.ts";
import { SingularMatrixError } from "./lu.ts";
import { type DenseMatrix, dense } from "./matrix.ts";
import { addTransposedProduct } from "./multiply.ts";
import { strongComponents } from "./strong-components.ts";
import type { Work } from "./work.ts";

/** The convergence of the series I + A + A² + … */
export type Series =
  /** The spectral radius of |A| is at most `bound`, which is below 1: the series converges absolutely. */
  | { readonly kind: "converges"; readonly bound: number }
  /**
   * No cell is negative and the spectral radius is `radius`, 1 or more: the series grows, and (I − A)⁻¹ has negative cells
   * or does not exist. `rows` are the responsible rows, the most important first: members of one strong component of A.
   */
  | { readonly kind: "diverges"; readonly radius: number; readonly rows: readonly number[] }
  /** A has negative cells and the spectral radius of |A| is not known to be below 1: A itself is undecided. */
  | { readonly kind: "open"; readonly negativeCells: number };

/** Passes over A before a solve decides; with negative cells a solve cannot decide, so more passes are made. */
const PASSES = 24;
const MORE_PASSES = 200;

/** Values this near to 1 count as 1: sums of some thousand coefficients are not more accurate. */
const ROUNDING = 1e-10;

/**
 * Determines cheaply whether I + A + A² + … converges (n × n, dimensionless): the largest column sum of |A|ᵗ is at least
 * ρ(|A|)ᵗ, so the series converges as soon as it falls below 1: after one pass if every column sum is below 1, and
 * after a few otherwise. If it does not fall, p = (I − A)⁻ᵀ 1 decides: for A ≥ 0 it is positive if and only if
 * ρ(A) < 1, and then ρ(A) ≤ 1 − 1 / max p.
 *
 * Hawkins & Simon (1949), Econometrica 17: 245–248, doi:10.2307/1905526; Berman & Plemmons (1994), Nonnegative Matrices in
 * the Mathematical Sciences, chapter 6 (M-matrices); Miller & Blair (2009), chapter 2.
 *
 * @param solveOnes returns (I − A)⁻ᵀ 1, n.
 */
export async function seriesOf(a: Matrix, solveOnes: () => Promise<Float64Array>, work: Work): Promise<Series> {
  const n = a.rows;
  const negative = negativePart(a);
  let sums = columnSums(a);
  if (negative) {
    const sizes = columnSums(negative);
    sums = sums.map((sum, j) => sum + 2 * sizes[j]!);
  }
  const overflown = [...sums.keys()].filter((j) => !Number.isFinite(sums[j]));
  if (overflown.length > 0) return { kind: "diverges", radius: Number.POSITIVE_INFINITY, rows: overflown };
  for (let t = 1, passes = negative ? MORE_PASSES : PASSES; t <= passes; t++) {
    const largest = sums.reduce((most, sum) => Math.max(most, sum), 0);
    if (largest < 1 - ROUNDING) return { kind: "converges", bound: largest ** (1 / t) };
    if (t < passes) sums = await absoluteProduct(a, negative, sums, work);
  }
  const weights = await solveOnes().catch((error: unknown) => {
    if (error instanceof SingularMatrixError) return new Float64Array(n);
    throw error;
  });
  const carried = await absoluteProduct(a, negative, weights, work);
  let bound = 0;
  weights.forEach((weight, j) => {
    bound = weight > 0 ? Math.max(bound, carried[j]! / weight) : Number.POSITIVE_INFINITY;
  });
  if (bound < 1 - ROUNDING) return { kind: "converges", bound };
  if (negative) return { kind: "open", negativeCells: negative.values.length };
  return { kind: "diverges", ...heaviest(toCsr(a)) };
}

/** |A|ᵀ p, with |A| = A + 2 N and N the absolute values of the negative cells. */
async function absoluteProduct(
  a: Matrix,
  negative: CsrMatrix | undefined,
  p: Float64Array,
  work: Work,
): Promise<Float64Array> {
  const y = dense(p.length, 1);
  const x: DenseMatrix = dense(p.length, 1, p);
  await addTransposedProduct(1, a, x, y, work);
  if (negative) await addTransposedProduct(2, negative, x, y, work);
  await work.pause();
  return y.data;
}

function negativePart(a: Matrix): CsrMatrix | undefined {
  const cells = cellsOf(a);
  let found = false;
  for (let p = 0; p < cells.length && !found; p++) found = cells[p]! < 0;
  if (!found) return undefined;
  const [rows, columns, values]: [number[], number[], number[]] = [[], [], []];
  forEachCell(a, (i, j, value) => {
    if (value >= 0) return;
    rows.push(i);
    columns.push(j);
    values.push(-value);
  });
  return csrFromTriplets(a.rows, a.columns, rows, columns, values);
}

/** Members below this share of the largest weight are not named. */
const MINOR_SHARE = 0.05;

/**
 * The spectral radius of A ≥ 0 and the responsible rows. It is that of one of the strong components (Frobenius normal
 * form); the weight of a row is the product of its entries in the left and the right Perron vector, which is the derivative
 * of the radius with respect to its diagonal cell.
 */
function heaviest(a: CsrMatrix): { radius: number; rows: number[] } {
  let worst = { radius: 0, rows: [] as number[] };
  const back = transpose(a);
  for (const members of strongComponents(a)) {
    const right = perron(a, members);
    if (right.radius <= worst.radius) continue;
    const left = perron(back, members);
    const weight = members.map((_, p) => right.vector[p]! * left.vector[p]!);
    const order = [...members.keys()].sort((p, q) => weight[q]! - weight[p]! || members[p]! - members[q]!);
    const rows = order.filter((p) => weight[p]! >= MINOR_SHARE * weight[order[0]!]!).map((p) => members[p]!);
    worst = { radius: right.radius, rows };
  }
  return worst;
}

/** Power iteration on a strong component, shifted by the identity, so that it converges even if A is periodic. */
function perron(a: CsrMatrix, members: readonly number[]): { radius: number; vector: Float64Array } {
  const place = new Int32Array(a.rows).fill(-1);
  members.forEach((i, p) => {
    place[i] = p;
  });
  let vector = new Float64Array(members.length).fill(1);
  let radius = 0;
  for (let pass = 0; pass < 500; pass++) {
    const next = new Float64Array(members.length);
    members.forEach((i, p) => {
      for (let q = a.rowStarts[i]!; q < a.rowStarts[i + 1]!; q++) {
        const j = place[a.columnIndices[q]!]!;
        if (j >= 0) next[p]! += a.values[q]! * vector[j]!;
      }
    });
    let [low, high] = [Number.POSITIVE_INFINITY, 0];
    next.forEach((value, p) => {
      low = Math.min(low, value / vector[p]!);
      high = Math.max(high, value / vector[p]!);
    });
    // Collatz–Wielandt: the radius is between the two.
    radius = (low + high) / 2;
    if (high - low <= 1e-8 * high) break;
    const shifted = next.map((value, p) => value + vector[p]!);
    const largest = shifted.reduce((most, value) => Math.max(most, value), 0);
    vector = shifted.map((value) => value / largest);
  }
  return { radius, vector };
}
