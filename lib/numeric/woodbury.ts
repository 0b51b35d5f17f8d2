import { Fault } from "../message/fault.ts";
import { messages } from "../message/message.ts";
import type { LeontiefSystem } from "./leontief.ts";
import { SingularMatrixError } from "./lu.ts";
import { type DenseMatrix, dense, maxNorm } from "./matrix.ts";
import { addProduct, addTransposedProduct } from "./multiply.ts";
import { swapRows, typescriptKernels } from "./typescript-kernels.ts";
import { uninterrupted, type Work } from "./work.ts";

const texts = messages("numeric", {
  changeShapes: {
    en: "Shapes do not fit: U {uRows} × {uColumns}, V {vRows} × {vColumns}, X {xRows} × {xColumns} for n = {n}.",
    zh: "形状不符：n = {n} 时，U 为 {uRows} × {uColumns}，V 为 {vRows} × {vColumns}，X 为 {xRows} × {xColumns}。",
  },
  strengthCount: {
    en: "{count} strengths were given for {r} changes.",
    zh: "给出了 {count} 个幅度，而改动有 {r} 项。",
  },
});

/** A change of the coefficients by r rank-one terms: A' = A + U diag(θ) Vᵀ, U and V n × r. θ = 0 is the unchanged table. */
export interface LowRankChange {
  readonly u: DenseMatrix;
  readonly v: DenseMatrix;
}

/** Solutions of the changed system from that of the unchanged table: microseconds each, no pass over A. */
export interface Woodbury {
  readonly rank: number;
  /** Relative residual of the set-up solve. */
  readonly residual: number;
  /** Passes over A in the set-up. */
  readonly iterations: number;
  /** Z = (I − A)⁻¹ U (n × r), or (I − A)⁻ᵀ V. */
  readonly z: DenseMatrix;
  /** Vᵀ X (r × w) of any X (n × w), or Uᵀ X: the argument of `weights`. */
  project(x: DenseMatrix, work?: Work): Promise<DenseMatrix>;
  /**
   * q (r × w) with X' = X + Z q, r² (r / 3 + w) multiply-adds, independent of n: for callers that have contracted X and Z
   * already. `right` is the projection of X; default: that of the base. Throws like `frame`.
   */
  weights(theta: ArrayLike<number>, right?: DenseMatrix): Float64Array;
  /**
   * X' (n × w) for the strengths θ (r of them), n r w multiply-adds; written into `into` if given.
   * Throws RangeError for a wrong number of strengths and SingularMatrixError if the changed table has no inverse.
   */
  frame(theta: ArrayLike<number>, into?: DenseMatrix): DenseMatrix;
  /**
   * Whether A' has a spectral radius of 1 or more, for A ≥ 0 with one below 1, U, V ≥ 0 and strengths of −1 and more. Exact, r³
   * at most: decreases are applied first, A⁻ = A − U diag(θ⁻) Vᵀ; then I − A' = (I − A⁻) − U diag(θ⁺) Vᵀ is a regular
   * splitting, so that ρ(A') < 1 if and only if ρ(diag(θ⁺) Vᵀ (I − A⁻)⁻¹ U) < 1. Varga (2000), Matrix Iterative Analysis,
   * chapter 3.
   */
  grows(theta: ArrayLike<number>): boolean;
  /** Largest |b − (I − A') X'| divided by the largest |b|: one pass over A, to check a frame. */
  check(theta: ArrayLike<number>, work?: Work): Promise<number>;
}

/**
 * Prepares changes of (I − A) X = B, with the solution `base` of the unchanged table, by Sherman–Morrison–Woodbury:
 *
 *     X' = X + Z q,   Z = (I − A)⁻¹ U,   (I − diag(θ) Vᵀ Z) q = diag(θ) Vᵀ X.
 *
 * One solve with r right-hand sides. With `transposed` the same for (I − A)ᵀ X = B, with U and V swapped: the
 * multipliers of a changed table. Exact, not a linearisation.
 * Hager (1989), SIAM Review 31: 221–239, doi:10.1137/1031049.
 */
export async function prepareWoodbury(
  system: LeontiefSystem,
  { u, v }: LowRankChange,
  base: DenseMatrix,
  work: Work = uninterrupted,
  transposed = false,
): Promise<Woodbury> {
  const n = system.a.rows;
  const r = u.columns;
  if (u.rows !== n || v.rows !== n || v.columns !== r || base.rows !== n) {
    throw new Fault(
      texts.changeShapes({
        uRows: u.rows,
        uColumns: u.columns,
        vRows: v.rows,
        vColumns: v.columns,
        xRows: base.rows,
        xColumns: base.columns,
        n,
      }),
      { name: "RangeError" },
    );
  }
  const [from, to] = transposed ? [u, v] : [v, u];
  const solved = await (transposed ? system.solveTransposed(to, work) : system.solve(to, work));
  const z = solved.x;
  const vz = await transposedProduct(from, z, work);
  const vx = await transposedProduct(from, base, work);
  const w = base.columns;

  function weights(theta: ArrayLike<number>, right: DenseMatrix = vx): Float64Array {
    if (theta.length !== r) throw new Fault(texts.strengthCount({ count: theta.length, r }), { name: "RangeError" });
    const matrix = new Float64Array(r * r);
    for (let i = 0; i < r; i++) {
      for (let j = 0; j < r; j++) matrix[i * r + j] = (i === j ? 1 : 0) - theta[i]! * vz.data[i * r + j]!;
    }
    const q = right.data.map((value, p) => theta[Math.floor(p / right.columns)]! * value);
    solveSmall(r, matrix, right.columns, q);
    return q;
  }

  function grows(theta: ArrayLike<number>): boolean {
    const raised = Array.from({ length: r }, (_, t) => t).filter((t) => theta[t]! > 0);
    if (raised.length === 0) return false;
    // C = Vᵀ Z; with the decreases of A, C⁻ = (I + C diag(θ⁻))⁻¹ C.
    const c = vz.data.map((value) => Math.max(0, value));
    if (raised.length < r) {
      const lowered = c.map((value, p) => (Math.floor(p / r) === p % r ? 1 : 0) + value * Math.max(0, -theta[p % r]!));
      solveSmall(r, lowered, r, c);
    }
    const size = raised.length;
    const gains = new Float64Array(size * size);
    raised.forEach((t, p) => {
      raised.forEach((s, q) => {
        gains[q * size + p] = theta[t]! * c[t * r + s]!;
      });
    });
    const sums = new Float64Array(size);
    gains.forEach((value, p) => {
      sums[Math.floor(p / size)]! += value;
    });
    if (sums.every((sum) => sum < 1)) return false;
    // (I − G)ᵀ p = 1 has a positive solution if and only if ρ(G) < 1.
    const system = gains.map((value, p) => (Math.floor(p / size) === p % size ? 1 : 0) - value);
    const p = new Float64Array(size).fill(1);
    try {
      solveSmall(size, system, 1, p);
    } catch (error) {
      if (error instanceof SingularMatrixError) return true;
      throw error;
    }
    return p.some((value) => !(value > 0));
  }

  function frame(theta: ArrayLike<number>, into = dense(n, w)): DenseMatrix {
    const q = weights(theta);
    const x = into.data;
    x.set(base.data);
    for (let i = 0; i < n; i++) {
      for (let t = 0; t < r; t++) {
        const factor = z.data[i * r + t]!;
        for (let c = 0; c < w; c++) x[i * w + c]! += factor * q[t * w + c]!;
      }
    }
    return into;
  }

  async function check(theta: ArrayLike<number>, checking: Work = work): Promise<number> {
    // b − (I − A') x' = (I − A)(x − x') + U diag(θ) Vᵀ x': the right-hand side itself is not needed.
    const x = frame(theta);
    const gap = dense(n, w);
    for (let p = 0; p < gap.data.length; p++) gap.data[p] = base.data[p]! - x.data[p]!;
    const rest = dense(n, w, gap.data.slice());
    const b = dense(n, w, base.data.slice());
    const product = transposed ? addTransposedProduct : addProduct;
    await product(-1, system.a, gap, rest, checking);
    await product(-1, system.a, base, b, checking);
    const vx1 = await transposedProduct(from, x, checking);
    vx1.data.forEach((value, p) => {
      vx1.data[p] = theta[Math.floor(p / w)]! * value;
    });
    await addProduct(1, to, vx1, rest, checking);
    return maxNorm(rest.data) / (maxNorm(b.data) || 1);
  }

  const { residual, iterations } = solved;
  const project = (x: DenseMatrix, projecting: Work = work) => transposedProduct(from, x, projecting);
  return { rank: r, residual, iterations, z, project, weights, grows, frame, check };
}

async function transposedProduct(a: DenseMatrix, x: DenseMatrix, work: Work): Promise<DenseMatrix> {
  const y = dense(a.columns, x.columns);
  await addTransposedProduct(1, a, x, y, work);
  return y;
}

/** Q ← M⁻¹ Q for a small r × r matrix, which is overwritten. */
function solveSmall(r: number, matrix: Float64Array, w: number, q: Float64Array): void {
  const pivots = new Int32Array(r);
  const bad = typescriptKernels.luPanel(r, r, matrix, pivots);
  if (bad >= 0) throw new SingularMatrixError(bad);
  for (let k = 0; k < r; k++) if (pivots[k] !== k) swapRows(q, w, k, pivots[k]!);
  typescriptKernels.solveTriangle("lower", r, w, matrix, 0, r, q, 0, w);
  typescriptKernels.solveTriangle("upper", r, w, matrix, 0, r, q, 0, w);
}
