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

/** What is known of the series I + A + A² + … */
export type Series =
  /** The spectral radius of |A| is at most `bound`, which is below 1: the series converges, whatever the order of its terms. */
  | { readonly kind: "converges"; readonly bound: number }
  /**
   * No cell is negative and the spectral radius is `radius`, 1 or more: the series grows, and (I − A)⁻¹ has negative cells
   * or does not exist. `rows` carry it, the heaviest first: members of one strong component of A.
   */
  | { readonly kind: "diverges"; readonly radius: number; readonly rows: readonly number[] }
  /** A has negative cells and the spectral radius of |A| is not known to be below 1: nothing follows for A itself. */
  | { readonly kind: "open"; readonly negativeCells: number };

/** Passes over A before the system is solved for the answer; with negative cells no solve gives it, and patience must. */
const PASSES = 24;
const PATIENT_PASSES = 200;

/** What is this near to 1 counts as 1: the sums of some thousand coefficients are not known more closely. */
const ROUNDING = 1e-10;

/**
 * Whether I + A + A² + … converges (n × n, dimensionless), cheaply: the largest column sum of |A|ᵗ is at least ρ(|A|)ᵗ, so
 * that it settles the question as soon as it falls below 1, after one pass where every column adds up to less than 1 and
 * after a few where some do not. Where it does not fall, p = (I − A)⁻ᵀ 1 decides: for A ≥ 0 it is positive if and only if
 * ρ(A) < 1, and then ρ(A) ≤ 1 − 1 / max p.
 *
 * Hawkins & Simon (1949), Econometrica 17: 245–248, doi:10.2307/1905526; Berman & Plemmons (1994), Nonnegative Matrices in
 * the Mathematical Sciences, chapter 6 (M-matrices); Miller & Blair (2009), chapter 2.
 *
 * @param solveOnes gives (I − A)⁻ᵀ 1, n.
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
  for (let t = 1, passes = negative ? PATIENT_PASSES : PASSES; t <= passes; t++) {
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

/** |A|ᵀ p, with |A| = A + 2 N and N the sizes of the negative cells. */
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

/** Members below this share of the heaviest one's weight are not named. */
const LIGHT = 0.05;

/**
 * The spectral radius of A ≥ 0 and the rows that carry it. It is that of one of the strong components (Frobenius normal
 * form); how much a row carries is the product of its entries in the left and the right Perron vector, which is what the
 * radius gains by a rise of its diagonal cell.
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
    const rows = order.filter((p) => weight[p]! >= LIGHT * weight[order[0]!]!).map((p) => members[p]!);
    worst = { radius: right.radius, rows };
  }
  return worst;
}

/** Power iteration on a strong component, shifted by the unit matrix, so that it converges also where A is periodic. */
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
    // Collatz–Wielandt: the radius lies between the two.
    radius = (low + high) / 2;
    if (high - low <= 1e-8 * high) break;
    const shifted = next.map((value, p) => value + vector[p]!);
    const largest = shifted.reduce((most, value) => Math.max(most, value), 0);
    vector = shifted.map((value) => value / largest);
  }
  return { radius, vector };
}
