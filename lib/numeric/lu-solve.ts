import { Fault } from "../message/fault.ts";
import { messages } from "../message/message.ts";
import { copyBlock } from "./copy-block.ts";
import { factorLu, type LuFactors, PANEL, WIDE } from "./lu.ts";
import { type DenseMatrix, dense } from "./matrix.ts";
import { step } from "./step.ts";
import { swapRows } from "./typescript-kernels.ts";
import { uninterrupted, type Work } from "./work.ts";

const texts = messages("numeric", {
  rightHandSideOfFactors: {
    en: "The right-hand side has {rows} rows, the system {n}.",
    zh: "右端项有 {rows} 行，而方程组有 {n} 行。",
  },
});

/** X of A X = B (n × w) from the factors; blocks of rows are eliminated by gemm. */
export async function solveLu(factors: LuFactors, b: DenseMatrix, work: Work = uninterrupted): Promise<DenseMatrix> {
  return byWidth(factors, b, (x, w) => solveInPlace(factors, x, w, work));
}

/** X ← A⁻¹ X for an n × w array, in place; fast if X is in the factors' arena. */
export async function solveInPlace(factors: LuFactors, x: Float64Array, w: number, work: Work): Promise<void> {
  const { n, lu, pivots } = factors;
  const { kernels } = work;
  for (let k = 0; k < n; k++) if (pivots[k] !== k) swapRows(x, w, k, pivots[k]!);
  for (let k = 0; k < n; k += PANEL) {
    const m = Math.min(PANEL, n - k);
    kernels.gemm(m, w, k, -1, lu, k * n, n, x, 0, w, x, k * w, w);
    kernels.solveTriangle("lower", m, w, lu, k * n + k, n, x, k * w, w);
    await work.pause();
  }
  for (let end = n; end > 0; end -= PANEL) {
    const k = Math.max(0, end - PANEL);
    kernels.gemm(end - k, w, n - end, -1, lu, k * n + end, n, x, end * w, w, x, k * w, w);
    kernels.solveTriangle("upper", end - k, w, lu, k * n + k, n, x, k * w, w);
    await work.pause();
  }
}

/** X of Aᵀ X = B (n × w) from the factors of A: Uᵀ, then Lᵀ, then the row swaps in reverse order. */
export async function solveLuTransposed(
  factors: LuFactors,
  b: DenseMatrix,
  work: Work = uninterrupted,
): Promise<DenseMatrix> {
  return byWidth(factors, b, async (x, w) => {
    const { n, lu, pivots } = factors;
    const { kernels } = work;
    for (let k = 0; k < n; k += PANEL) {
      const m = Math.min(PANEL, n - k);
      kernels.gemmTransposed(m, w, k, -1, lu, k, n, x, 0, w, x, k * w, w);
      kernels.solveTriangle("upperTransposed", m, w, lu, k * n + k, n, x, k * w, w);
      await work.pause();
    }
    for (let end = n; end > 0; end -= PANEL) {
      const k = Math.max(0, end - PANEL);
      kernels.gemmTransposed(end - k, w, n - end, -1, lu, end * n + k, n, x, end * w, w, x, k * w, w);
      kernels.solveTriangle("lowerTransposed", end - k, w, lu, k * n + k, n, x, k * w, w);
      await work.pause();
    }
    for (let k = n - 1; k >= 0; k--) if (pivots[k] !== k) swapRows(x, w, k, pivots[k]!);
  });
}

/** A⁻¹. Form it only if the inverse itself is needed. */
export async function invert(matrix: DenseMatrix, work: Work = uninterrupted): Promise<DenseMatrix> {
  const n = matrix.rows;
  const inverse = dense(n, n);
  await invertByColumns(await factorLu(matrix, work), work, (from, part) => putColumns(inverse, from, part));
  return inverse;
}

/** A⁻¹ in blocks of columns, so that it need not be in memory as a whole: `take(from, block)` gets columns from, from + 1, … */
export async function invertByColumns(
  factors: LuFactors,
  work: Work,
  take: (from: number, columns: DenseMatrix) => void,
): Promise<void> {
  const { n } = factors;
  for (let from = 0; from < n; from += WIDE) {
    const w = Math.min(WIDE, n - from);
    const unit = dense(n, w);
    for (let c = 0; c < w; c++) unit.data[(from + c) * w + c] = 1;
    take(from, await solveLu(factors, unit, work));
    work.progress((from + w) / n, step.inverting());
  }
}

export function columnsOf(b: DenseMatrix, from: number, to: number): DenseMatrix {
  const part = dense(b.rows, to - from);
  copyBlock(b.rows, to - from, b.data, from, b.columns, part.data, 0, to - from);
  return part;
}

export function putColumns(x: DenseMatrix, from: number, part: DenseMatrix): void {
  copyBlock(part.rows, part.columns, part.data, 0, part.columns, x.data, from, x.columns);
}

async function byWidth(
  { n, arena }: LuFactors,
  b: DenseMatrix,
  solve: (x: Float64Array, w: number) => Promise<void>,
): Promise<DenseMatrix> {
  if (b.rows !== n) throw new Fault(texts.rightHandSideOfFactors({ rows: b.rows, n }), { name: "RangeError" });
  const result = dense(n, b.columns);
  for (let from = 0; from < b.columns; from += WIDE) {
    const w = Math.min(WIDE, b.columns - from);
    const x = arena.floats(n * w);
    try {
      copyBlock(n, w, b.data, from, b.columns, x, 0, w);
      await solve(x, w);
      copyBlock(n, w, x, 0, w, result.data, from, b.columns);
    } finally {
      arena.give(x);
    }
  }
  return result;
}
