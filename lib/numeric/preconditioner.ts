import { type Arena, heapArena } from "./arena.ts";
import type { Matrix } from "./csr.ts";
import { factorInPlace, SingularMatrixError } from "./lu.ts";
import { solveInPlace } from "./lu-solve.ts";
import { type DenseMatrix, dense } from "./matrix.ts";
import { step } from "./step.ts";
import { uninterrupted, type Work } from "./work.ts";

/** The diagonal blocks of (I − A), inverted: block b is a size × size matrix for rows b·size … (b + 1)·size − 1. */
export interface BlockJacobi {
  readonly size: number;
  readonly inverses: readonly DenseMatrix[];
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
): Promise<BlockJacobi> {
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

/** v ← M⁻¹ u for u, v of n × w; with transposed blocks if `transposed`. */
export function applyBlocks(
  { size, inverses }: BlockJacobi,
  transposed: boolean,
  u: DenseMatrix,
  v: DenseMatrix,
  work: Work = uninterrupted,
): void {
  v.data.fill(0);
  const { kernels } = work;
  const w = u.columns;
  inverses.forEach(({ rows: n, data }, b) => {
    const at = b * size * w;
    if (w === 1) {
      const gemv = transposed ? kernels.gemvTransposed : kernels.gemv;
      gemv(n, n, 1, data, 0, n, u.data.subarray(at, at + n), v.data.subarray(at, at + n));
    } else {
      const gemm = transposed ? kernels.gemmTransposed : kernels.gemm;
      gemm(n, w, n, 1, data, 0, n, u.data, at, w, v.data, at, w);
    }
  });
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
      for (let p = a.rowStarts[at + i]!; p < a.rowStarts[at + i + 1]!; p++) {
        const j = a.columnIndices[p]! - at;
        if (j >= 0 && j < size) block[i * size + j] = -a.values[p]!;
      }
    }
    block[i * size + i]! += 1;
  }
}
