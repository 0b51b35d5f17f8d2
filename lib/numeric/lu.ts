import { Fault } from "../message/fault.ts";
import { messages } from "../message/message.ts";
import { type Arena, heapArena } from "./arena.ts";
import { copyBlock } from "./copy-block.ts";
import type { Kernels } from "./kernels.ts";
import type { DenseMatrix } from "./matrix.ts";
import { step } from "./step.ts";
import { uninterrupted, type Work } from "./work.ts";

const texts = messages("numeric", {
  singular: {
    en: "The matrix is singular: no usable pivot in column {column}.",
    zh: "矩阵奇异：第 {column} 列没有可用的主元。",
  },

  notSquare: {
    en: "LU needs a square matrix, not {n} × {columns}.",
    zh: "LU 分解需要方阵，而不是 {n} × {columns}。",
  },
});

/** P A = L U: unit lower L and upper U share one n × n matrix; `pivots[k]` is the row swapped with row k. */
export interface LuFactors {
  readonly n: number;
  readonly lu: Float64Array;
  readonly pivots: Int32Array;
  /** The memory of the factors, and of right-hand sides during a solve. */
  readonly arena: Arena;
}

/**
 * Thrown if a pivot is zero or NaN: the matrix has no inverse. `column` is the column of the pivot, `columns` those that
 * depend on each other, as far as they were determined.
 */
export class SingularMatrixError extends Fault {
  override readonly name = "SingularMatrixError";
  readonly column: number;
  readonly columns: readonly number[];
  constructor(column: number, columns: readonly number[] = [column]) {
    super(texts.singular({ column }));
    this.column = column;
    this.columns = columns;
  }
}

/** Columns factored by one kernel call, and rows solved by one. */
export const PANEL = 64;
/**
 * Columns whose updates are applied to the rest of the matrix together. The rest passes through memory once per block: at
 * n = 7,987 that is 32 times, while panels alone would need 125.
 */
const BLOCK = 256;
/** Right-hand sides solved together, which bounds the memory and the time between two pauses. */
export const WIDE = 128;
/** Columns updated together, the block size of gemm. */
const COLUMNS = 1024;
/** Below this a separate arena costs more than it saves. */
const SMALL = 64;

/**
 * LU factorisation with partial pivoting of a square matrix, right-looking on two levels: blocks of 256 columns, factored
 * in panels of 64. Every element gets its updates in ascending order for any block size, so the bits do not depend on
 * it. 1/3 n³ multiply-adds. The matrix is copied. Throws SingularMatrixError, and RangeError without enough memory.
 * Golub & Van Loan, Matrix Computations, 4th ed., algorithms 3.4.1 and 3.2.4 (blocked).
 *
 * @param arena the memory for the factors; default: a new arena.
 */
export async function factorLu(matrix: DenseMatrix, work: Work = uninterrupted, arena?: Arena): Promise<LuFactors> {
  const n = matrix.rows;
  if (matrix.columns !== n) throw new Fault(texts.notSquare({ n, columns: matrix.columns }), { name: "RangeError" });
  return factorInPlace(n, work, arena ?? arenaForLu(n, work.kernels), (a) => a.set(matrix.data));
}

/** The same for a matrix that `fill` writes into a zeroed n × n array, which avoids a second copy of a large matrix. */
export async function factorInPlace(
  n: number,
  work: Work,
  arena: Arena,
  fill: (a: Float64Array) => void | Promise<void>,
): Promise<LuFactors> {
  const a = arena.floats(n * n);
  const pivots = arena.integers(n);
  const panel = arena.floats(n * PANEL);
  const panelPivots = arena.integers(PANEL);
  const { kernels } = work;
  try {
    await fill(a);
    for (let k = 0; k < n; k += BLOCK) {
      const end = Math.min(n, k + BLOCK);
      for (let j = k; j < end; j += PANEL) {
        const next = Math.min(end, j + PANEL);
        factorPanel(kernels, a, n, j, next, { panel, panelPivots, pivots });
        await work.pause();
        await update(a, n, j, next, end, work);
      }
      for (let j = k; j < end; j++) if (pivots[j] !== j) swapOutside(a, n, j, pivots[j]!, k, end);
      await work.pause();
      await update(a, n, k, end, n, work);
      work.progress(1 - ((n - end) / n) ** 3, step.factorising());
    }
    return { n, lu: a, pivots, arena };
  } catch (error) {
    arena.give(a, pivots);
    throw error;
  } finally {
    arena.give(panel, panelPivots);
  }
}

/** Memory for the factors of an n × n matrix and the right-hand sides solved together. */
export function arenaForLu(n: number, kernels: Kernels): Arena {
  return n < SMALL ? heapArena : kernels.arena(8 * (n * n + n * (PANEL + WIDE + 2)) + 4096);
}

interface PanelArrays {
  readonly panel: Float64Array;
  readonly panelPivots: Int32Array;
  readonly pivots: Int32Array;
}

/** Factors the columns from … to − 1 below row `from`; rows are swapped in all columns of the block. */
function factorPanel(kernels: Kernels, a: Float64Array, n: number, from: number, to: number, arena: PanelArrays): void {
  const { panel, panelPivots, pivots } = arena;
  const wide = to - from;
  const tall = n - from;
  copyBlock(tall, wide, a, from * n + from, n, panel, 0, wide);
  const bad = kernels.luPanel(tall, wide, panel, panelPivots);
  if (bad >= 0) throw new SingularMatrixError(from + bad);
  copyBlock(tall, wide, panel, 0, wide, a, from * n + from, n);
  const first = from - (from % BLOCK);
  const last = Math.min(n, first + BLOCK);
  for (let j = 0; j < wide; j++) {
    const other = from + panelPivots[j]!;
    pivots[from + j] = other;
    if (other === from + j) continue;
    swapCells(a, n, from + j, other, first, from);
    swapCells(a, n, from + j, other, to, last);
  }
}

/** U₁₂ ← L₁₁⁻¹ A₁₂ and A₂₂ ← A₂₂ − L₂₁ U₁₂ for the columns from `end` to `limit` − 1, with L of the columns k … end − 1. */
async function update(a: Float64Array, n: number, k: number, end: number, limit: number, work: Work): Promise<void> {
  const { kernels } = work;
  const wide = end - k;
  // By columns first, so that a packed block of U₁₂ serves many rows.
  for (let j = end; j < limit; j += COLUMNS) {
    const columns = Math.min(COLUMNS, limit - j);
    kernels.solveTriangle("lower", wide, columns, a, k * n + k, n, a, k * n + j, n);
    await work.pause();
    const rowsPerBlock = rowsOf(kernels, wide * columns);
    for (let i = end; i < n; i += rowsPerBlock) {
      const m = Math.min(rowsPerBlock, n - i);
      kernels.gemm(m, columns, wide, -1, a, i * n + k, n, a, k * n + j, n, a, i * n + j, n);
      await work.pause();
    }
  }
}

/** Rows updated between two pauses: whole packed blocks of 96 if they fit. */
function rowsOf(kernels: Kernels, multiplyAddsPerRow: number): number {
  const rows = kernels.block / multiplyAddsPerRow;
  return rows >= 96 ? Math.floor(rows / 96) * 96 : Math.max(8, Math.floor(rows));
}

/** Swaps rows i and j outside of the columns from … to − 1, which have been swapped already. */
function swapOutside(a: Float64Array, n: number, i: number, j: number, from: number, to: number): void {
  swapCells(a, n, i, j, 0, from);
  swapCells(a, n, i, j, to, n);
}

function swapCells(a: Float64Array, n: number, i: number, j: number, from: number, to: number): void {
  for (let c = from, p = i * n + from, q = j * n + from; c < to; c++, p++, q++) {
    const swapped = a[p]!;
    a[p] = a[q]!;
    a[q] = swapped;
  }
}
