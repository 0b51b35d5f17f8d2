import { describe, expect, test } from "vitest";
import { prepareSystem, solveProductScores } from "../../../lib/lifecycle/product-system.ts";
import { RandomNumbers } from "../../../lib/lifecycle/uncertainty/random-numbers.ts";
import type { RandomSystem } from "../../../lib/lifecycle/uncertainty/random-system.ts";
import { runDraws } from "../../../lib/lifecycle/uncertainty/run-draws.ts";
import { csrFromTriplets } from "../../../lib/numeric/csr.ts";
import type { Kernels } from "../../../lib/numeric/kernels.ts";
import { dense } from "../../../lib/numeric/matrix.ts";
import { LANES } from "../../../lib/numeric/typescript-lanes.ts";
import { uninterrupted } from "../../../lib/numeric/work.ts";
import { lognormalOf } from "../../../lib/uncertainty/distributions/lognormal.ts";
import { triangular } from "../../../lib/uncertainty/distributions/triangular.ts";
import { numbersFrom } from "../lib/tables.ts";
import { allKernels } from "../numeric/builds.ts";

/**
 * 720 activities that take six products each, with two demands and two indicators: of fewer numbers, draws are made one by one. Lognormal
 * and triangular inputs; some cells are moved by two numbers; some scores of own flows are products of two.
 */
async function randomSystem(sigma: number): Promise<RandomSystem> {
  const [P, inputs] = [720, 6];
  const next = numbersFrom(12);
  const triplets: [number[], number[], number[]] = [[], [], []];
  for (let j = 0; j < P; j++) {
    for (const [at, value] of [j, j, 1].entries()) triplets[at]!.push(value);
    for (let k = 0; k < inputs; k++) {
      const i = Math.floor(next() * P);
      if (i !== j) for (const [at, value] of [i, j, -0.03 - 0.2 * next()].entries()) triplets[at]!.push(value);
    }
  }
  const a = csrFromTriplets(P, P, ...triplets);
  const prepared = prepareSystem({ technosphere: a, references: Int32Array.from({ length: P }, (_, j) => j) });
  const demands = [5, 600].map((at) => Float64Array.from({ length: P }, (_, i) => (i === at ? 2 : 0)));
  const scalings: Float64Array[] = [];
  for (const demand of demands) scalings.push((await prepared.system.solve(demand)).x);
  const direct = [1, 2].map((m) => Float64Array.from({ length: P }, (_, j) => 1 + Math.sin(m * j)));
  const productScores: Float64Array[] = [];
  for (const q of direct) productScores.push((await solveProductScores(prepared, dense(1, P, q))).scores.data);
  const cells: { row: number; column: number; value: number }[] = [];
  for (let i = 0; i < P; i++)
    for (let p = a.rowStarts[i]!; p < a.rowStarts[i + 1]!; p++)
      if (a.columnIndices[p] !== i) cells.push({ row: i, column: a.columnIndices[p]!, value: a.values[p]! });
  const many = cells.length;
  function* laws() {
    for (const [at, { value }] of cells.entries()) {
      const size = Math.abs(value);
      const law =
        at % 50 === 0 ? triangular({ lo: 0.9 * size, mode: size, hi: 1.1 * size }) : lognormalOf(Math.log(size), sigma);
      yield { value, law, sign: -1 as const };
    }
    for (let j = 0; j < P; j++) yield { value: 1, law: lognormalOf(0, 0.1), sign: 1 as const };
  }
  const shared = cells.slice(100, 140).map((cell, k) => ({ ...cell, number: 500 + k, factor: 0.5 }));
  const all = [...cells.map((cell, number) => ({ ...cell, number, factor: 1 })), ...shared];
  const terms = direct.flatMap((q, m) =>
    Array.from(q, (coefficient, column) => ({ m, column, coefficient, number: many + column })),
  );
  return {
    prepared,
    demands,
    scalings,
    direct,
    productScores,
    isFactored: false,
    numbers: new RandomNumbers(laws(), 7),
    cells: {
      row: Int32Array.from(all, ({ row }) => row),
      column: Int32Array.from(all, ({ column }) => column),
      number: Int32Array.from(all, ({ number }) => number),
      factor: Float64Array.from(all, ({ factor }) => factor),
    },
    terms: {
      indicator: Int32Array.from(terms, ({ m }) => m),
      column: Int32Array.from(terms, ({ column }) => column),
      coefficient: Float64Array.from(terms, ({ coefficient }) => coefficient),
      number: Int32Array.from(terms, ({ number }) => number),
      // 1 in the inventory, as the other factor.
      other: Int32Array.from(terms, ({ column }) => (column % 3 === 0 ? many + ((column + 1) % P) : -1)),
    },
  };
}

const [plain, ...compiled] = await allKernels();
// Of equal bits, the faster.
const strict = compiled.find(({ reproducible }) => reproducible) ?? plain!;
const converging = await randomSystem(0.25);

const drawsOf = (system: RandomSystem, draws: number, tolerance: number, kernels: Kernels = strict) =>
  runDraws(system, { draws, tolerance }, { ...uninterrupted, kernels });

describe("draws of a large system, side by side in single precision", () => {
  test("are those that double precision gives, within the tolerance", async () => {
    // Not a multiple of the number of draws side by side.
    const draws = 20 + 8 * LANES + 3;
    const [side, alone] = [await drawsOf(converging, draws, 1e-3), await drawsOf(converging, draws, 1e-7)];
    expect(side.solvedAnew).toBe(0);
    expect(side.sweeps).toBeGreaterThan(0);
    for (const d of [0, 1])
      for (const m of [0, 1]) {
        const sd = Math.sqrt(side.firstOrder[d]![m]!.reduce((sum, each) => sum + each, 0));
        const gaps = Array.from(side.scores[d]![m]!, (score, k) => Math.abs(score - alone.scores[d]![m]![k]!) / sd);
        expect(Math.max(...gaps)).toBeLessThan(2e-3);
        // The draws differ from one another, in every place.
        expect(new Set(side.scores[d]![m]!).size).toBe(draws);
      }
    expect(side.control.draws).toBe(1);
    expect(side.control.ofSpread).toBeLessThan(1e-3);
  });

  test("have the same bits in all builds of the kernels", async () => {
    const wanted = await drawsOf(converging, 41, 1e-3, plain);
    expect(compiled.length).toBeGreaterThan(0);
    for (const kernels of compiled)
      expect((await drawsOf(converging, 41, 1e-3, kernels)).scores).toEqual(wanted.scores);
  });

  test("are solved exactly where the sweeps do not converge, each for itself", async () => {
    const system = await randomSystem(0.85);
    const [side, alone] = [await drawsOf(system, 28, 1e-3), await drawsOf(system, 28, 1e-7)];
    expect(side.solvedAnew).toBeGreaterThan(0);
    side.scores.forEach((row, d) => {
      row.forEach((scores, m) => {
        const sd = Math.sqrt(side.firstOrder[d]![m]!.reduce((sum, each) => sum + each, 0));
        scores.forEach((score, k) => {
          const other = alone.scores[d]![m]![k]!;
          expect(Math.abs(score - other)).toBeLessThan(2e-3 * Math.max(sd, Math.abs(other)));
        });
      });
    });
  });
});
