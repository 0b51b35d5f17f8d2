import { heapArena } from "./arena.ts";
import type { Kernels, Triangle } from "./kernels.ts";
import { regionSums } from "./region-sums.ts";
import {
  exponentialLanes,
  gatherLanes,
  lengthenLanes,
  moveLanes,
  normalLanes,
  sweepLanes,
  weighLanes,
} from "./typescript-lanes.ts";
import { csrGemm, csrTransposedGemm, gemm, gemmTransposed, gemv, gemvTransposed } from "./typescript-products.ts";

/** The kernels in TypeScript: the reference for every other build, and the fallback without WASM. */
export const typescriptKernels: Kernels = {
  name: "TypeScript",
  reproducible: true,
  block: 5_000_000,
  arena: () => heapArena,
  arenaOf: () => heapArena,
  gemm,
  gemmTransposed,
  gemv,
  gemvTransposed,
  csrGemm,
  csrTransposedGemm,
  luPanel,
  solveTriangle,
  columnDots,
  subtractColumns,
  scaleColumns,
  regionSums,
  sweepLanes,
  moveLanes,
  gatherLanes,
  weighLanes,
  lengthenLanes,
  normalLanes,
  exponentialLanes,
};

/** The same as in the assembly, because it determines the order of the sums in an upward solve. */
const SOLVED = 16;

function luPanel(rows: number, columns: number, a: Float64Array, pivots: Int32Array): number {
  for (let j = 0; j < columns; j++) {
    const best = pivotRow(rows, columns, j, a);
    const pivot = a[best * columns + j]!;
    if (pivot === 0 || !Number.isFinite(pivot)) return j;
    pivots[j] = best;
    if (best !== j) swapRows(a, columns, j, best);
    for (let i = j + 1; i < rows; i++) {
      const factor = a[i * columns + j]! / pivot;
      a[i * columns + j] = factor;
      for (let c = j + 1; c < columns; c++) a[i * columns + c]! -= factor * a[j * columns + c]!;
    }
  }
  return -1;
}

/** NaN takes precedence, so that it is detected. */
function pivotRow(rows: number, columns: number, j: number, a: Float64Array): number {
  let best = j;
  let largest = Math.abs(a[j * columns + j]!);
  for (let i = j + 1; i < rows && !Number.isNaN(largest); i++) {
    const size = Math.abs(a[i * columns + j]!);
    if (size <= largest) continue;
    largest = size;
    best = i;
  }
  return best;
}

/** Swaps rows i and j of a matrix with `width` columns. */
export function swapRows(a: Float64Array, width: number, i: number, j: number): void {
  for (let p = i * width, q = j * width, end = p + width; p < end; p++, q++) {
    const swapped = a[p]!;
    a[p] = a[q]!;
    a[q] = swapped;
  }
}

function solveTriangle(
  triangle: Triangle,
  m: number,
  w: number,
  t: Float64Array,
  tAt: number,
  ldt: number,
  x: Float64Array,
  xAt: number,
  ldx: number,
): void {
  // Row i of X less rows from … to − 1 times t[at + p step]. Four rows share one pass over row i, subtracted one after the other,
  // which leaves the bits as they are.
  const subtract = (i: number, from: number, to: number, at: number, step: number) => {
    const row = xAt + i * ldx;
    let p = from;
    for (; p + 4 <= to; p += 4) {
      const q = at + p * step;
      const [t0, t1, t2, t3] = [t[q]!, t[q + step]!, t[q + 2 * step]!, t[q + 3 * step]!];
      const x0 = xAt + p * ldx;
      const x1 = x0 + ldx;
      const x2 = x1 + ldx;
      const x3 = x2 + ldx;
      for (let c = 0; c < w; c++)
        x[row + c] = x[row + c]! - t0 * x[x0 + c]! - t1 * x[x1 + c]! - t2 * x[x2 + c]! - t3 * x[x3 + c]!;
    }
    for (; p < to; p++) {
      const factor = t[at + p * step]!;
      const other = xAt + p * ldx;
      for (let c = 0; c < w; c++) x[row + c]! -= factor * x[other + c]!;
    }
  };
  const divide = (i: number) => {
    const pivot = t[tAt + i * ldt + i]!;
    for (let c = xAt + i * ldx, end = c + w; c < end; c++) x[c]! /= pivot;
  };
  if (triangle === "lower") {
    for (let i = 0; i < m; i++) subtract(i, 0, i, tAt + i * ldt, 1);
  } else if (triangle === "upperTransposed") {
    for (let i = 0; i < m; i++) {
      subtract(i, 0, i, tAt + i, ldt);
      divide(i);
    }
  } else if (triangle === "lowerTransposed") {
    for (let i = m - 1; i >= 0; i--) subtract(i, i + 1, m, tAt + i, ldt);
  } else {
    // From the last block up; each block updates the rows above it before the next block begins.
    for (let end = m; end > 0; end -= SOLVED) {
      const k = Math.max(0, end - SOLVED);
      for (let i = end - 1; i >= 0; i--) {
        subtract(i, Math.max(k, i + 1), end, tAt + i * ldt, 1);
        if (i >= k) divide(i);
      }
    }
  }
}

function columnDots(n: number, w: number, x: Float64Array, y: Float64Array, out: Float64Array): void {
  out.fill(0, 0, w);
  for (let at = 0; at < n * w; at += w) for (let c = 0; c < w; c++) out[c]! += x[at + c]! * y[at + c]!;
}

function subtractColumns(n: number, w: number, factors: Float64Array, x: Float64Array, y: Float64Array): void {
  for (let at = 0; at < n * w; at += w) for (let c = 0; c < w; c++) y[at + c]! -= factors[c]! * x[at + c]!;
}

function scaleColumns(n: number, w: number, factors: Float64Array, x: Float64Array): void {
  for (let at = 0; at < n * w; at += w) for (let c = 0; c < w; c++) x[at + c]! *= factors[c]!;
}
