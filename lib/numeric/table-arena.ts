import { type Arena, heapArena } from "./arena.ts";
import type { CsrMatrix, Matrix } from "./csr.ts";
import type { Kernels } from "./kernels.ts";
import { type DenseMatrix, dense } from "./matrix.ts";
import { step } from "./step.ts";
import type { Work } from "./work.ts";

/** Right-hand sides per batch, and steps per cycle, which bound the memory of the Krylov spaces. */
export const BATCH = 64;
export const CYCLE = 30;

/** Above this share of non-zero cells a dense product is faster than a sparse one, and not much larger. */
const DENSE_FILL = 0.3;

/**
 * A zeroed n × n matrix in the kernels' memory, with additional space for a solver. Fill `data` by
 * blocks of rows and compute coefficients in it, so that a table is in memory once. The untouched part of the arena costs
 * only address space.
 *
 * @param blockSize rows of a diagonal block (sectors).
 */
export function tableMatrix(n: number, blockSize: number, kernels: Kernels): DenseMatrix {
  const arena = kernels.arena(8 * n * n + solverBytes(n, blockSize));
  return dense(n, n, arena.floats(n * n));
}

/** The matrix in the kernels' memory: itself if it is there, otherwise a copy, dense if that is faster. */
export async function settle(a: Matrix, blockSize: number, work: Work): Promise<{ a: Matrix; arena: Arena }> {
  const home = work.kernels.arenaOf(a.kind === "dense" ? a.data : a.values);
  if (home) return { a, arena: home };
  const arena = arenaFor(a, blockSize, work.kernels);
  return { a: arena === heapArena ? a : await copyInto(arena, a, undefined, work), arena };
}

/**
 * The matrix with column j times `scales[j]`, in the kernels' memory, dense if that is faster: A = Z x̂⁻¹ without an
 * intermediate table. The given matrix is not changed.
 */
export function settleScaled(a: Matrix, scales: Float64Array, blockSize: number, work: Work): Promise<Matrix> {
  return copyInto(arenaFor(a, blockSize, work.kernels), a, scales, work);
}

function arenaFor(a: Matrix, blockSize: number, kernels: Kernels): Arena {
  const cells = isDense(a) ? 8 * a.rows * a.columns : 12 * (a as CsrMatrix).values.length + 4 * (a.rows + 1);
  return arenaOrHeap(kernels, cells + solverBytes(a.rows, blockSize));
}

function isDense(a: Matrix): boolean {
  return a.kind === "dense" || a.values.length > DENSE_FILL * a.rows * a.columns;
}

/** Memory for basis vectors and right-hand sides of one batch, the inverted blocks, and their inversion. */
function solverBytes(n: number, blockSize: number): number {
  const size = Math.min(n, blockSize);
  return 8 * (n * BATCH * (CYCLE + 8) + n * size + size * size + 400 * size) + 65_536;
}

/** Without enough memory the table is solved in ordinary memory, by copies of blocks: slower but correct. */
function arenaOrHeap(kernels: Kernels, bytes: number): Arena {
  try {
    return kernels.arena(bytes);
  } catch (error) {
    // The platform's own RangeError, or a fault of that name.
    if (error instanceof Error && error.name === "RangeError") return heapArena;
    throw error;
  }
}

/** Numbers copied between two pauses. */
const VALUES_BETWEEN_PAUSES = 2_000_000;

async function copyInto(arena: Arena, a: Matrix, scales: Float64Array | undefined, work: Work): Promise<Matrix> {
  const { rows, columns } = a;
  const to = isDense(a) ? dense(rows, columns, arena.floats(rows * columns)) : emptyCsr(arena, a as CsrMatrix);
  const rowsPerBlock = Math.max(1, Math.floor(VALUES_BETWEEN_PAUSES / Math.max(1, columns)));
  for (let from = 0; from < rows; from += rowsPerBlock) {
    const end = Math.min(rows, from + rowsPerBlock);
    if (a.kind === "csr") copyCells(a, to, from, end, scales);
    else copyDense(a, to as DenseMatrix, from, end, scales);
    work.progress(end / rows, step.coefficients());
    await work.pause();
  }
  return to;
}

function emptyCsr(arena: Arena, a: CsrMatrix): CsrMatrix {
  const rowStarts = arena.integers(a.rowStarts.length);
  const columnIndices = arena.integers(a.columnIndices.length);
  rowStarts.set(a.rowStarts);
  return { ...a, rowStarts, columnIndices, values: arena.floats(a.values.length) };
}

function copyCells(from: CsrMatrix, to: Matrix, first: number, end: number, scales: Float64Array | undefined): void {
  const { rowStarts, columnIndices, values } = from;
  for (let i = first; i < end; i++) {
    const stop = rowStarts[i + 1]!;
    if (to.kind === "csr") {
      for (let p = rowStarts[i]!; p < stop; p++) {
        const j = columnIndices[p]!;
        to.columnIndices[p] = j;
        to.values[p] = scales ? values[p]! * scales[j]! : values[p]!;
      }
      continue;
    }
    const row = i * to.columns;
    for (let p = rowStarts[i]!; p < stop; p++) {
      const j = columnIndices[p]!;
      to.data[row + j] = scales ? values[p]! * scales[j]! : values[p]!;
    }
  }
}

function copyDense(
  from: DenseMatrix,
  to: DenseMatrix,
  first: number,
  end: number,
  scales: Float64Array | undefined,
): void {
  const n = from.columns;
  to.data.set(from.data.subarray(first * n, end * n), first * n);
  if (!scales) return;
  for (let i = first; i < end; i++) for (let j = 0, p = i * n; j < n; j++) to.data[p++]! *= scales[j]!;
}
