import { Fault } from "../message/fault.ts";
import { type Message, messages } from "../message/message.ts";
import { heapArena } from "./arena.ts";
import type { Matrix } from "./csr.ts";
import { addOperatorProduct, columnNorms, gmresCycle, type LeontiefOperator } from "./gmres.ts";
import { arenaForLu, factorInPlace, type LuFactors } from "./lu.ts";
import { columnsOf, invertByColumns, putColumns, solveLu, solveLuTransposed } from "./lu-solve.ts";
import { type DenseMatrix, dense } from "./matrix.ts";
import { fillLeontiefBlock, invertDiagonalBlocks } from "./preconditioner.ts";
import { type Series, seriesOf } from "./series.ts";
import { step } from "./step.ts";
import { BATCH, CYCLE, settle } from "./table-arena.ts";
import { uninterrupted, type Work } from "./work.ts";

const texts = messages("numeric", {
  coefficientsNotSquare: {
    en: "A must be square, not {rows} × {columns}.",
    zh: "A 必须是方阵，而不是 {rows} × {columns}。",
  },
  gaveUp: {
    en: "The iteration stood at a relative residual of {residual} after {iterations} passes, so the system was solved by LU.",
    zh: "迭代 {iterations} 次后相对残差为 {residual}，因此改用 LU 求解。",
  },
  rightHandSide: {
    en: "The right-hand side has {rows} rows, A has {expected}.",
    zh: "右端项有 {rows} 行，而 A 有 {expected} 行。",
  },
});

/** A solved system and how it was solved. Every right-hand side is a column of `x`. */
export interface Solution {
  readonly x: DenseMatrix;
  /** Largest over the right-hand sides of ‖b − (I − A)x‖∞ / ‖b‖∞, computed from the solution, not estimated. */
  readonly residual: number;
  /** Passes over A; 0 for a direct solve. */
  readonly iterations: number;
  readonly method: "block Gauss–Seidel GMRES" | "LU";
  /** Why the iteration was replaced by LU; absent if it converged. */
  readonly fallback?: Message;
}

export interface LeontiefOptions {
  /** Relative 2-norm at which a right-hand side counts as solved. */
  readonly tolerance?: number;
  /** Passes over A before LU takes over. */
  readonly maxIterations?: number;
  /** "auto": LU if there is one block or n ≤ 300, where it is faster; otherwise the iteration. */
  readonly method?: "auto" | "iteration" | "LU";
}

/** (I − A) X = B and (I − A)ᵀ X = B for one A and many right-hand sides. Shared parts are computed once. */
export interface LeontiefSystem {
  readonly a: Matrix;
  solve(b: DenseMatrix, work?: Work): Promise<Solution>;
  solveTransposed(b: DenseMatrix, work?: Work): Promise<Solution>;
  /** Whether I + A + A² + … converges, determined once: a few passes over A, or one solve if they do not decide. */
  series(work?: Work): Promise<Series>;
  /**
   * L = (I − A)⁻¹, only on request: 2.7 n³ multiply-adds, while a solve takes a few n². In blocks of columns, so that it
   * need not be in memory as a whole: `take(from, block)` gets columns from, from + 1, … (n × w). Throws SingularMatrixError.
   */
  inverse(take: (from: number, columns: DenseMatrix) => void, work?: Work): Promise<void>;
}

const SMALL = 300;
const ITERATION = "block Gauss–Seidel GMRES";

/**
 * Prepares the Leontief system of the n × n coefficient matrix A, whose diagonal blocks have `blockSize` rows
 * (the number of sectors). Nothing is computed before the first solve.
 */
export function leontiefSystem(a: Matrix, blockSize: number, options: LeontiefOptions = {}): LeontiefSystem {
  if (a.rows !== a.columns)
    throw new Fault(texts.coefficientsNotSquare({ rows: a.rows, columns: a.columns }), { name: "RangeError" });
  const { tolerance = 1e-12, maxIterations = 120, method = "auto" } = options;
  const direct = method === "LU" || (method === "auto" && (a.rows <= SMALL || blockSize >= a.rows));
  const home = lazy(async (work) => (a.rows <= SMALL ? { a, arena: heapArena } : await settle(a, blockSize, work)));
  const prepared = lazy(async (work) => {
    const settled = await home(work);
    return { ...settled, blocks: await invertDiagonalBlocks(settled.a, blockSize, work, settled.arena) };
  });
  const factors = lazy((work) => factorLeontief(a, work));

  async function run(b: DenseMatrix, transposed: boolean, work: Work): Promise<Solution> {
    if (b.rows !== a.rows)
      throw new Fault(texts.rightHandSide({ rows: b.rows, expected: a.rows }), { name: "RangeError" });
    if (b.columns === 0) return { x: dense(a.rows, 0), residual: 0, iterations: 0, method: direct ? "LU" : ITERATION };
    if (direct) return solveDirectly({ a, transposed }, await factors(work), b, work);
    const operator = { ...(await prepared(work)), transposed };
    const iterated = await iterate(operator, b, tolerance, maxIterations, work);
    if (iterated.converged) return iterated.solution;
    const { residual, iterations } = iterated.solution;
    const fallback = texts.gaveUp({ residual: residual.toExponential(1), iterations });
    return { ...(await solveDirectly(operator, await factors(work), b, work)), iterations, fallback };
  }

  const series = lazy((work) => {
    const ones = dense(a.rows, 1, new Float64Array(a.rows).fill(1));
    return seriesOf(a, async () => (await run(ones, true, work)).x.data, work);
  });

  return {
    a,
    series: (work = uninterrupted) => series(work),
    solve: (b, work = uninterrupted) => run(b, false, work),
    solveTransposed: (b, work = uninterrupted) => run(b, true, work),
    inverse: async (take, work = uninterrupted) => invertByColumns(await factors(work), work, take),
  };
}

/** LU of I − A in a separate arena, filled by blocks of rows. */
function factorLeontief(a: Matrix, work: Work): Promise<LuFactors> {
  const n = a.rows;
  return factorInPlace(n, work, arenaForLu(n, work.kernels), async (block) => {
    const rowsPerBlock = Math.max(1, Math.floor(2_000_000 / Math.max(1, n)));
    for (let from = 0; from < n; from += rowsPerBlock) {
      fillLeontiefBlock(a, 0, n, block, from, Math.min(n, from + rowsPerBlock));
      await work.pause();
    }
  });
}

async function solveDirectly(
  operator: Pick<LeontiefOperator, "a" | "transposed">,
  factors: LuFactors,
  b: DenseMatrix,
  work: Work,
): Promise<Solution> {
  const x = await (operator.transposed ? solveLuTransposed : solveLu)(factors, b, work);
  const r = dense(b.rows, b.columns);
  await leontiefResidual(operator, x, b, r, work);
  return { x, residual: relativeResidual(r, b), iterations: 0, method: "LU" };
}

async function iterate(
  operator: LeontiefOperator,
  b: DenseMatrix,
  tolerance: number,
  maxIterations: number,
  work: Work,
): Promise<{ solution: Solution; converged: boolean }> {
  const n = b.rows;
  const { arena = heapArena } = operator;
  const x = dense(n, b.columns);
  let residual = 0;
  let iterations = 0;
  let converged = true;
  for (let from = 0; from < b.columns && converged; from += BATCH) {
    const part = columnsOf(b, from, Math.min(b.columns, from + BATCH));
    const w = part.columns;
    const target = columnNorms(part, work).map((norm) => norm * tolerance);
    const answer = dense(n, w, arena.floats(n * w));
    const rest = dense(n, w, arena.floats(n * w));
    try {
      rest.data.set(part.data);
      for (let steps = 0; ; ) {
        const taken = await gmresCycle(operator, rest, target, Math.min(CYCLE, maxIterations - steps), work);
        for (let p = 0; p < n * w; p++) answer.data[p]! += rest.data[p]!;
        await work.pause();
        steps += taken;
        iterations = Math.max(iterations, steps);
        await leontiefResidual(operator, answer, part, rest, work);
        // Rounding leaves the true residual slightly above that of GMRES; a factor of 10 distinguishes this from failure.
        if (columnNorms(rest, work).every((norm, c) => norm <= 10 * target[c]!)) break;
        if (taken === 0 || steps >= maxIterations) {
          converged = false;
          break;
        }
      }
      residual = Math.max(residual, relativeResidual(rest, part));
      putColumns(x, from, answer);
    } finally {
      arena.give(answer.data, rest.data);
    }
    work.progress(Math.min(1, (from + BATCH) / b.columns), step.solving());
  }
  return { solution: { x, residual, iterations, method: ITERATION }, converged };
}

/** R ← B − (I − A) X, or with Aᵀ. */
async function leontiefResidual(
  operator: Pick<LeontiefOperator, "a" | "transposed">,
  x: DenseMatrix,
  b: DenseMatrix,
  r: DenseMatrix,
  work: Work,
): Promise<void> {
  for (let p = 0; p < r.data.length; p++) r.data[p] = b.data[p]! - x.data[p]!;
  await addOperatorProduct(1, operator, x, r, work);
}

/** Largest over the columns of ‖r‖∞ / ‖b‖∞; a column of zeros counts with ‖r‖∞ itself. */
function relativeResidual(r: DenseMatrix, b: DenseMatrix): number {
  const w = b.columns;
  let worst = 0;
  for (let c = 0; c < w; c++) {
    let size = 0;
    let error = 0;
    for (let at = c; at < b.data.length; at += w) {
      size = Math.max(size, Math.abs(b.data[at]!));
      error = Math.max(error, Math.abs(r.data[at]!));
    }
    worst = Math.max(worst, size > 0 ? error / size : error);
  }
  return worst;
}

/** Computes on first use. A cancelled run is not cached, so the next one starts again. */
function lazy<T>(compute: (work: Work) => Promise<T>): (work: Work) => Promise<T> {
  let value: T | undefined;
  return async (work) => {
    value ??= await compute(work);
    return value;
  };
}
