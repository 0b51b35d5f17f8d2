import type { Kernels } from "../../lib/numeric/kernels.ts";
import { type DenseMatrix, dense } from "../../lib/numeric/matrix.ts";
import { tableMatrix } from "../../lib/numeric/table-arena.ts";

/** Regions × sectors of the tables in the field: WIOD 2013, OECD ICIO-like, EXIOBASE 3 industry by industry. */
export const shapes = [
  { regions: 35, sectors: 41 },
  { regions: 44, sectors: 56 },
  { regions: 49, sectors: 163 },
] as const;

export type Shape = { readonly regions: number; readonly sectors: number };

/** Cells of a synthetic table that are not zero; column sums of A; weight of the domestic cells. */
const DENSITY = 0.46;
const SUMS = [0.2, 0.8] as const;
const HOME = 3;

/** A seeded synthetic table, where the kernels work in place, and what is asked of it. */
export interface BenchTable {
  readonly a: DenseMatrix;
  /** Direct intensities, n × 1. */
  readonly s: DenseMatrix;
  /** Final demand by region, n × R. */
  readonly y: DenseMatrix;
}

/** Exponential cells, about three quarters of every column at home. The same numbers in every engine. */
export function benchTable({ regions, sectors }: Shape, kernels: Kernels): BenchTable {
  const n = regions * sectors;
  const next = numbersFrom(20_260_101);
  const a = tableMatrix(n, sectors, kernels);
  const sums = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const first = i - (i % sectors);
    for (let j = 0; j < n; j++) {
      if (next() >= DENSITY) continue;
      const home = j >= first && j < first + sectors;
      const value = -Math.log(1 - next()) * (home ? HOME * regions : 1);
      a.data[i * n + j] = value;
      sums[j]! += value;
    }
  }
  const scales = sums.map((sum) => (sum > 0 ? (SUMS[0] + (SUMS[1] - SUMS[0]) * next()) / sum : 0));
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) a.data[i * n + j]! *= scales[j]!;
  const s = dense(n, 1, Float64Array.from({ length: n }, next));
  const y = dense(n, regions, Float64Array.from({ length: n * regions }, next));
  return { a, s, y };
}

/** xorshift32: numbers from 0 to below 1. */
export function numbersFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
