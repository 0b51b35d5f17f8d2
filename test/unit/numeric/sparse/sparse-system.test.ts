import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsrMatrix, csrFromDense, csrFromTriplets, toDense } from "../../../../lib/numeric/csr.ts";
import { factorLu, SingularMatrixError } from "../../../../lib/numeric/lu.ts";
import { solveLu } from "../../../../lib/numeric/lu-solve.ts";
import { dense, denseFromRows, transposeDense } from "../../../../lib/numeric/matrix.ts";
import { minimumDegree } from "../../../../lib/numeric/sparse/minimum-degree.ts";
import { factorSparse, orderOf } from "../../../../lib/numeric/sparse/sparse-lu.ts";
import { sparseSystem } from "../../../../lib/numeric/sparse/sparse-system.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";

const sparse = (rows: number[][]) => csrFromDense(denseFromRows(rows));

/** A diagonal of ±1 and some cells, of any sign, beside it. */
const matrices = (strength: number) =>
  fc
    .integer({ min: 1, max: 60 })
    .chain((n) =>
      fc.record({
        n: fc.constant(n),
        signs: fc.array(fc.constantFrom(1, -1), { minLength: n, maxLength: n }),
        cells: fc.array(
          fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.double({ min: -strength, max: strength, noNaN: true })),
          { maxLength: 4 * n },
        ),
      }),
    )
    .map(({ n, signs, cells }): CsrMatrix => {
      const apart = cells.filter(([i, j]) => i !== j);
      return csrFromTriplets(
        n,
        n,
        [...signs.keys(), ...apart.map(([i]) => i)],
        [...signs.keys(), ...apart.map(([, j]) => j)],
        [...signs, ...apart.map(([, , value]) => value)],
      );
    });

function productOf(
  { rows, columns, rowStarts, columnIndices, values }: CsrMatrix,
  x: Float64Array,
  transposed: boolean,
) {
  const y = new Float64Array(transposed ? columns : rows);
  for (let i = 0; i < rows; i++)
    for (let p = rowStarts[i]!; p < rowStarts[i + 1]!; p++) {
      const j = columnIndices[p]!;
      if (transposed) y[j]! += values[p]! * x[i]!;
      else y[i]! += values[p]! * x[j]!;
    }
  return y;
}

/** Largest |A x − b| beside the largest |A||x| + |b|: rounding alone leaves some ε of it. */
function backwardError(a: CsrMatrix, x: Float64Array, b: Float64Array, transposed: boolean): number {
  const found = productOf(a, x, transposed);
  const sizes = productOf({ ...a, values: a.values.map(Math.abs) }, x.map(Math.abs), transposed);
  let worst = 0;
  const largest = sizes.reduce((most, size, i) => Math.max(most, size + Math.abs(b[i]!)), 0);
  found.forEach((value, i) => {
    worst = Math.max(worst, Math.abs(value - b[i]!) / largest);
  });
  return worst;
}

const rightOf = (n: number) => Float64Array.from({ length: n }, (_, i) => ((7 * i) % 11) - 4);

describe("sparse LU", () => {
  it("solves A x = b and Aᵀ x = b to rounding, whatever the pattern and the signs", async () => {
    await fc.assert(
      fc.asyncProperty(matrices(0.9), async (a) => {
        const b = rightOf(a.rows);
        // Pivots of 0.01 of the largest may grow the error a hundredfold in a step; refinement is the system's task.
        const lu = await factorSparse(a, uninterrupted).catch((error) => {
          if (error instanceof SingularMatrixError) return null;
          throw error;
        });
        if (!lu) return;
        expect(backwardError(a, await lu.solve(b, uninterrupted), b, false)).toBeLessThan(1e-10);
        expect(backwardError(a, await lu.solveTransposed(b, uninterrupted), b, true)).toBeLessThan(1e-10);
      }),
    );
  });

  it("fills a chain in not at all, and an arrow only if its tip goes first", async () => {
    const n = 200;
    const arrow = csrFromTriplets(
      n,
      n,
      [...Array(n).keys(), ...Array(n - 1).fill(0), ...Array.from({ length: n - 1 }, (_, i) => i + 1)],
      [...Array(n).keys(), ...Array.from({ length: n - 1 }, (_, i) => i + 1), ...Array(n - 1).fill(0)],
      [...Array(n).fill(n), ...Array(2 * (n - 1)).fill(-1)],
    );
    const { cells } = await factorSparse(arrow, uninterrupted);
    expect(cells).toBeLessThanOrEqual(arrow.values.length + 4);
    expect(orderOf(arrow).order.indexOf(0)).toBeGreaterThanOrEqual(n - 2);
  });

  it("orders every node once, with the nodes that all know last", () => {
    fc.assert(
      fc.property(matrices(1), (a) => {
        const { order, degree } = orderOf(a);
        expect([...order].sort((p, q) => p - q)).toEqual([...Array(a.rows).keys()]);
        degree.forEach((d, k) => {
          expect(d).toBeLessThan(a.rows - k);
        });
      }),
    );
    // 500 nodes that all know two others, who know each other.
    const star = Array.from({ length: 502 }, (_, i) =>
      i < 500 ? [500, 501] : [...Array(502).keys()].filter((j) => j !== i),
    );
    expect([...minimumDegree(star).order.slice(-2)].sort()).toEqual([500, 501]);
  });
});

describe("a sparse system", () => {
  it("adds up the mode that outlasts the others: 0.95 of each product goes into all others alike", async () => {
    const n = 40;
    const taken = -0.95 / (n - 1);
    const a = sparse(Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : taken))));
    const b = Float64Array.from({ length: n }, (_, i) => i + 1);
    const { x, iterations, method } = await sparseSystem(a).solve(b);
    // Sweeps alone take off a tenth each, so that 14 digits take some 300 of them.
    expect({ method, few: iterations < 40 }).toEqual({ method: "sweeps", few: true });
    expect(backwardError(a, x, b, false)).toBeLessThan(1e-13);
  });

  it("has the solution of the dense one", async () => {
    await fc.assert(
      fc.asyncProperty(matrices(0.4), async (a) => {
        const b = rightOf(a.rows);
        const column = dense(a.rows, 1, b);
        const full = toDense(a);
        let wanted: Float64Array;
        let adjoint: Float64Array;
        try {
          wanted = (await solveLu(await factorLu(full), column)).data;
          adjoint = (await solveLu(await factorLu(transposeDense(full)), column)).data;
        } catch (error) {
          if (error instanceof SingularMatrixError) return;
          throw error;
        }
        const system = sparseSystem(a);
        const found = await system.solve(b).catch(() => null);
        const back = await system.solveTransposed(b).catch(() => null);
        if (!found || !back) return;
        const size = (x: Float64Array) => x.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
        // Some 1e-13 of the terms of a row, times the condition of the matrix, which these sizes bound.
        if (size(wanted) > 1e4 || size(adjoint) > 1e4) return;
        found.x.forEach((value, i) => {
          expect(Math.abs(value - wanted[i]!)).toBeLessThan(1e-7 * size(wanted));
        });
        back.x.forEach((value, i) => {
          expect(Math.abs(value - adjoint[i]!)).toBeLessThan(1e-7 * size(adjoint));
        });
      }),
    );
  });

  it("is solved by substitution without loops, by sweeps with them, and by LU where these do not converge", async () => {
    const chain = await sparseSystem(sparse([[1, 0], [-2, 1]])).solve(Float64Array.of(3, 1)); // biome-ignore format: a matrix
    expect(chain).toMatchObject({ method: "substitution", residual: 0, x: Float64Array.of(3, 7) });
    const loop = await sparseSystem(sparse([[1, -0.5], [-0.5, 1]])).solve(Float64Array.of(0, 3)); // biome-ignore format: a matrix
    expect(loop.method).toBe("sweeps");
    expect(loop.x[0]).toBeCloseTo(2, 12);
    const steep = await sparseSystem(sparse([[1, -3], [-2, 1]])).solve(Float64Array.of(5, 0)); // biome-ignore format: a matrix
    expect(steep).toMatchObject({ method: "factors", fallback: { code: "numeric.sparse.direct" } });
    expect([...steep.x]).toEqual([-1, -2]);
  });

  it("with other values in its cells is solved from the earlier solution in fewer sweeps", async () => {
    const n = 400;
    const a = csrFromTriplets(
      n,
      n,
      Array.from({ length: 3 * n }, (_, p) => [p, (p + 1) % n, (7 * p + 3) % n][Math.floor(p / n)]! % n),
      Array.from({ length: 3 * n }, (_, p) => p % n),
      Array.from({ length: 3 * n }, (_, p) => (p < n ? 1 : -0.45)),
    );
    const system = sparseSystem(a);
    const b = rightOf(n);
    const first = await system.solve(b);
    const moved = system.revalued(a.values.map((value) => (value < 0 ? value * 1.0001 : value)));
    const anew = await moved.solve(b);
    const again = await moved.solve(b, first.x);
    expect(again.iterations).toBeLessThan(anew.iterations);
    again.x.forEach((value, i) => {
      expect(Math.abs(value - anew.x[i]!)).toBeLessThan(1e-9);
    });
  });

  it("that is singular names the columns that depend on each other, and only these", async () => {
    const a = sparse([
      [1, -0.1, 0, 0, -0.2],
      [0, 1, -0.5, 0, 0],
      [0, -2, 1, 0, 0],
      [0, -0.3, 0, 1, -0.1],
      [-0.4, 0, 0, 0, 1],
    ]);
    await expect(sparseSystem(a).solve(Float64Array.of(1, 1, 0, 0, 0))).rejects.toMatchObject({
      name: "SingularMatrixError",
      columns: [1, 2],
    });
    // Nothing is asked of the two.
    expect((await sparseSystem(a).solve(Float64Array.of(0, 0, 0, 1, 0))).x[3]).toBe(1);
  });

  it("names the column whose own cell is missing", async () => {
    await expect(sparseSystem(sparse([[1, 1], [1, 0]])).solve(Float64Array.of(1, 1))).rejects.toThrow("Column 1 has no cell"); // biome-ignore format: a matrix
  });
});
