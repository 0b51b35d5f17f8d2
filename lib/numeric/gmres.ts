import { type Arena, heapArena } from "./arena.ts";
import { type DenseMatrix, dense } from "./matrix.ts";
import { addProduct, addTransposedProduct } from "./multiply.ts";
import { type BlockOperator, solveLowerBlocks, subtractUpperBlocks } from "./preconditioner.ts";
import { step } from "./step.ts";
import { uninterrupted, type Work } from "./work.ts";

/** I − A, or its transpose, with its preconditioner and the memory of its vectors. */
export interface LeontiefOperator extends BlockOperator {
  readonly arena?: Arena;
}

/** Y ← Y + α A X, or Aᵀ if the operator is transposed. */
export function addOperatorProduct(
  alpha: number,
  { a, transposed }: Pick<LeontiefOperator, "a" | "transposed">,
  x: DenseMatrix,
  y: DenseMatrix,
  work: Work,
): Promise<void> {
  return (transposed ? addTransposedProduct : addProduct)(alpha, a, x, y, work);
}

/**
 * One cycle of right-preconditioned GMRES for (I − A) X = R, all right-hand sides in lockstep.
 *
 * Each right-hand side has its own Krylov space and stopping test, so its answer has the same bits regardless of
 * the others; together they share every pass over A. Modified Gram–Schmidt, Givens rotations.
 * Saad & Schultz (1986), SIAM J. Sci. Stat. Comput. 7: 856–869, doi:10.1137/0907058; Saad (2003), algorithm 9.5.
 *
 * @param residual n × w; replaced by the correction X.
 * @param target per column, the 2-norm of the residual at which it stops.
 * @returns the number of steps of the slowest column.
 */
export async function gmresCycle(
  operator: LeontiefOperator,
  residual: DenseMatrix,
  target: Float64Array,
  maxSteps: number,
  work: Work = uninterrupted,
): Promise<number> {
  const { rows: n, columns: w } = residual;
  const { arena = heapArena } = operator;
  const { kernels } = work;
  const columns = Array.from({ length: w }, () => new KrylovColumn(maxSteps));
  const vector = () => dense(n, w, arena.floats(n * w));
  const v = vector();
  const factors = arena.floats(w);
  const basis: DenseMatrix[] = [];
  const push = (from: Float64Array, scales: Float64Array) => {
    const next = vector();
    next.data.set(from);
    factors.set(scales);
    kernels.scaleColumns(n, w, factors, next.data);
    basis.push(next);
  };
  try {
    const norms = columnNorms(residual, work);
    columns.forEach((column, c) => {
      column.begin(norms[c]!, target[c]!);
    });
    push(residual.data, norms.map(inverseOrZero));
    const next = residual;
    let steps = 0;
    while (steps < maxSteps && columns.some((column) => column.active)) {
      next.data.set(basis[steps]!.data);
      await solveLowerBlocks(operator, next, v, work);
      next.data.set(basis[steps]!.data);
      await subtractUpperBlocks(operator, v, next, work);
      for (let i = 0; i <= steps; i++) {
        await work.pause();
        kernels.columnDots(n, w, basis[i]!.data, next.data, factors);
        kernels.subtractColumns(n, w, factors, basis[i]!.data, next.data);
        columns.forEach((column, c) => {
          column.h[i] = factors[c]!;
        });
      }
      const lengths = columnNorms(next, work);
      columns.forEach((column, c) => {
        column.advance(lengths[c]!);
      });
      steps++;
      if (columns.some((column) => column.active)) {
        // A finished column gets a zero vector, which costs nothing and avoids a division by zero.
        push(
          next.data,
          lengths.map((length, c) => (columns[c]!.active ? inverseOrZero(length) : 0)),
        );
      }
      work.progress(Math.min(...columns.map((column) => column.done)), step.solving());
      await work.pause();
    }
    v.data.fill(0);
    const weights = columns.map((column) => column.weights());
    for (let i = 0; i < steps; i++) {
      factors.set(weights.map((weight) => -(weight[i] ?? 0)));
      kernels.subtractColumns(n, w, factors, basis[i]!.data, v.data);
    }
    await solveLowerBlocks(operator, v, residual, work);
    return steps;
  } finally {
    arena.give(v.data, factors, ...basis.map(({ data }) => data));
  }
}

/** The least-squares problem of one right-hand side: its Hessenberg matrix, rotated to triangular form step by step. */
class KrylovColumn {
  active = false;
  readonly h: Float64Array;
  private steps = 0;
  private target = 0;
  private start = 0;
  private readonly g: Float64Array;
  private readonly cosines: Float64Array;
  private readonly sines: Float64Array;
  private readonly triangle: Float64Array[] = [];

  constructor(maxSteps: number) {
    this.h = new Float64Array(maxSteps + 1);
    this.g = new Float64Array(maxSteps + 1);
    this.cosines = new Float64Array(maxSteps);
    this.sines = new Float64Array(maxSteps);
  }

  begin(norm: number, target: number): void {
    this.target = target;
    this.start = norm;
    this.g[0] = norm;
    this.active = norm > target;
  }

  /** The progress of the residual to its target, on a logarithmic scale from 0 to 1. */
  get done(): number {
    const now = Math.abs(this.g[this.steps]!);
    if (!this.active || now <= this.target) return 1;
    return Math.max(0, Math.log(this.start / now) / Math.log(this.start / this.target));
  }

  /** Adds the finished column `h[0 … steps]` and the norm of the new basis vector. */
  advance(length: number): void {
    if (!this.active) return;
    const j = this.steps;
    const column = this.h.slice(0, j + 1);
    for (let i = 0; i < j; i++) {
      const upper = column[i]!;
      const lower = column[i + 1]!;
      column[i] = this.cosines[i]! * upper + this.sines[i]! * lower;
      column[i + 1] = this.cosines[i]! * lower - this.sines[i]! * upper;
    }
    const diagonal = Math.hypot(column[j]!, length);
    // A zero diagonal means that the space cannot grow and does not contain the answer: stop without this step.
    if (diagonal === 0) {
      this.active = false;
      return;
    }
    this.cosines[j] = column[j]! / diagonal;
    this.sines[j] = length / diagonal;
    column[j] = diagonal;
    this.triangle.push(column);
    this.g[j + 1] = -this.sines[j]! * this.g[j]!;
    this.g[j]! *= this.cosines[j]!;
    this.steps++;
    this.active = Math.abs(this.g[j + 1]!) > this.target && length > 0;
  }

  /** The weights of the basis vectors in the answer. */
  weights(): Float64Array {
    const y = this.g.slice(0, this.steps);
    for (let i = this.steps - 1; i >= 0; i--) {
      for (let j = i + 1; j < this.steps; j++) y[i]! -= this.triangle[j]![i]! * y[j]!;
      y[i]! /= this.triangle[i]![i]!;
    }
    return y;
  }
}

/** The 2-norm of every column. */
export function columnNorms(x: DenseMatrix, work: Work = uninterrupted): Float64Array {
  const squares = new Float64Array(x.columns);
  work.kernels.columnDots(x.rows, x.columns, x.data, x.data, squares);
  return squares.map(Math.sqrt);
}

function inverseOrZero(value: number): number {
  return value > 0 ? 1 / value : 0;
}
