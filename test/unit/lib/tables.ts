import fc from "fast-check";
import { inputOutputTable } from "../../../lib/mrio/table.ts";
import { csrFromDense } from "../../../lib/numeric/csr.ts";
import { dense } from "../../../lib/numeric/matrix.ts";

/** A source of numbers in [0, 1) from a seed (mulberry32): the same table for the same seed, on any machine. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A random table with some sectors without output, some inventories drawn down, and households that emit. */
export function randomTable(seed: number, R: number, N: number, categories = 1, K = 1, density = 0.6) {
  const next = numbersFrom(seed);
  const n = R * N;
  const dead = Array.from({ length: n }, () => next() < 0.05);
  const Z = dense(n, n);
  const Y = dense(n, R * categories);
  const F = dense(K, n);
  for (let i = 0; i < n; i++) {
    if (dead[i]) continue;
    for (let j = 0; j < n; j++) {
      const domestic = Math.floor(i / N) === Math.floor(j / N);
      if (!dead[j] && next() < density) Z.data[i * n + j] = next() * (domestic ? 10 : 2);
    }
    let sum = 0;
    for (let c = 0; c < Y.columns; c++) sum += Y.data[i * Y.columns + c] = next() < 0.1 ? -next() : next() * n;
    // All in all every sector sells to final demand: A x < x, so that rounds of supply die away.
    if (sum <= 0) Y.data[i * Y.columns]! += 1 - sum;
    for (let k = 0; k < K; k++) F.data[k * n + i] = next() * 100;
  }
  const FY = dense(K, R * categories);
  FY.data.forEach((_, p) => {
    FY.data[p] = next() * 50;
  });
  return inputOutputTable({
    regions: Array.from({ length: R }, (_, r) => `R${r}`),
    sectors: Array.from({ length: N }, (_, s) => `s${s}`),
    Z: csrFromDense(Z),
    Y,
    yRegions: Array.from({ length: R * categories }, (_, c) => Math.floor(c / categories)),
    F,
    FY,
    stressors: Array.from({ length: K }, (_, k) => `gas ${k}`),
    units: { money: "M$", stressors: Array.from({ length: K }, () => "kt") },
  });
}

export const anyTable = fc
  .record({
    seed: fc.integer(),
    R: fc.integer({ min: 1, max: 4 }),
    N: fc.integer({ min: 1, max: 6 }),
    categories: fc.integer({ min: 1, max: 3 }),
    K: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ seed, R, N, categories, K }) => randomTable(seed, R, N, categories, K));
