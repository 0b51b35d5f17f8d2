import { type Arena, heapArena } from "./arena.ts";
import { firstFrom, type Matrix } from "./csr.ts";
import { factorInPlace, SingularMatrixError } from "./lu.ts";
import { solveInPlace } from "./lu-solve.ts";
import { type DenseMatrix, dense } from "./matrix.ts";
import { addPart } from "./multiply.ts";
import { step } from "./step.ts";
import { uninterrupted, type Work } from "./work.ts";

/** The diagonal blocks of (I − A), inverted: block b is a size × size matrix for rows b·size … (b + 1)·size − 1. */
export interface DiagonalBlocks {
  readonly size: number;
  readonly inverses: readonly DenseMatrix[];
}

/** I − A, or its transpose, with the inverses of its diagonal blocks. */
export interface BlockOperator {
  readonly a: Matrix;
  readonly transposed: boolean;
  readonly blocks: DiagonalBlocks;
}

/**
 * Inverts the diagonal blocks of I − A. For a multi-regional table they are the domestic economies, with most of
 * all deliveries; only international trade remains for the iteration.
 * A singular block is replaced by the identity: the iteration then takes longer but stays correct.
 */
export async function invertDiagonalBlocks(
  a: Matrix,
  size: number,
  work: Work = uninterrupted,
  arena: Arena = heapArena,
): Promise<DiagonalBlocks> {
  const inverses: DenseMatrix[] = [];
  // Progress is the number of finished blocks, not the progress within a block.
  const silent: Work = { kernels: work.kernels, pause: () => work.pause(), progress() {} };
  for (let at = 0; at < a.rows; at += size) {
    const n = Math.min(size, a.rows - at);
    const inverse = dense(n, n, arena.floats(n * n));
    try {
      const factors = await factorInPlace(n, silent, arena, (block) => fillLeontiefBlock(a, at, n, block));
      try {
        setIdentity(inverse);
        await solveInPlace(factors, inverse.data, n, work);
      } finally {
        arena.give(factors.lu, factors.pivots);
      }
    } catch (error) {
      if (!(error instanceof SingularMatrixError)) {
        arena.give(inverse.data, ...inverses.map(({ data }) => data));
        throw error;
      }
      setIdentity(inverse);
    }
    inverses.push(inverse);
    work.progress((at + n) / a.rows, step.diagonalBlocks());
    await work.pause();
  }
  return { size, inverses };
}

function setIdentity({ rows: n, data }: DenseMatrix): void {
  data.fill(0);
  for (let i = 0; i < n; i++) data[i * n + i] = 1;
}

/**
 * v ← M⁻¹ u with M the block lower triangle of I − A, or of its transpose: block Gauss–Seidel. With U the strict upper block
 * triangle of A, I − A = M − U and (I − A) M⁻¹ u = u − U v: both together read A once, as a product with it does. The table of 2011
 * takes 8 passes instead of the 10 of the diagonal blocks alone; random tables, whose trade has no pattern, gain nothing.
 * Saad (2003), Iterative Methods for Sparse Linear Systems, section 4.1.
 *
 * @param u n × w; used as memory, its content is lost.
 */
export async function solveLowerBlocks(
  { a, transposed, blocks }: BlockOperator,
  u: DenseMatrix,
  v: DenseMatrix,
  work: Work = uninterrupted,
): Promise<void> {
  const n = a.rows;
  v.data.fill(0);
  for (const [b, inverse] of blocks.inverses.entries()) {
    const from = b * blocks.size;
    const to = from + inverse.rows;
    if (!transposed) await addPart(1, a, { from, to, first: 0, last: from }, false, v, u, work);
    applyBlock(inverse, from, transposed, u, v, work);
    if (transposed) await addPart(1, a, { from, to, first: to, last: n }, true, v, u, work);
    await work.pause();
  }
}

/** y ← y − U v, with U the strict upper block triangle of A, or of its transpose. */
export async function subtractUpperBlocks(
  { a, transposed, blocks }: BlockOperator,
  v: DenseMatrix,
  y: DenseMatrix,
  work: Work = uninterrupted,
): Promise<void> {
  const n = a.rows;
  for (const [b, inverse] of blocks.inverses.entries()) {
    const from = b * blocks.size;
    const to = from + inverse.rows;
    const columns = transposed ? { first: 0, last: from } : { first: to, last: n };
    await addPart(-1, a, { from, to, ...columns }, transposed, v, y, work);
    await work.pause();
  }
}

/** Rows at … of v ← v + D⁻¹ u for one diagonal block D, or its transpose. */
function applyBlock(
  { rows: n, data }: DenseMatrix,
  at: number,
  transposed: boolean,
  u: DenseMatrix,
  v: DenseMatrix,
  { kernels }: Work,
): void {
  const w = u.columns;
  if (w === 1) {
    const gemv = transposed ? kernels.gemvTransposed : kernels.gemv;
    gemv(n, n, 1, data, 0, n, u.data.subarray(at, at + n), v.data.subarray(at, at + n));
  } else {
    const gemm = transposed ? kernels.gemmTransposed : kernels.gemm;
    gemm(n, w, n, 1, data, 0, n, u.data, at * w, w, v.data, at * w, w);
  }
}

/** The block of I − A that starts at row and column `at`. */
export function leontiefBlock(a: Matrix, at: number, size: number): DenseMatrix {
  const block = dense(size, size);
  fillLeontiefBlock(a, at, size, block.data);
  return block;
}

/** The rows from … to − 1 of the same, written into a zeroed size × size array. */
export function fillLeontiefBlock(a: Matrix, at: number, size: number, block: Float64Array, from = 0, to = size): void {
  for (let i = from; i < to; i++) {
    if (a.kind === "dense") {
      for (let j = 0; j < size; j++) block[i * size + j] = -a.data[(at + i) * a.columns + at + j]!;
    } else {
      const end = a.rowStarts[at + i + 1]!;
      for (let p = firstFrom(a.columnIndices, a.rowStarts[at + i]!, end, at); p < end; p++) {
        const j = a.columnIndices[p]! - at;
        if (j >= size) break;
        block[i * size + j] = -a.values[p]!;
      }
    }
    block[i * size + i]! += 1;
  }
}
