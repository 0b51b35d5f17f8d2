import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeMessage } from "../../../../lib/message/write.ts";
import { csrFromDense, csrFromTriplets, toDense, transpose } from "../../../../lib/numeric/csr.ts";
import { leontiefSystem } from "../../../../lib/numeric/leontief.ts";
import { factorLu, SingularMatrixError } from "../../../../lib/numeric/lu.ts";
import { invert, solveLu } from "../../../../lib/numeric/lu-solve.ts";
import { type DenseMatrix, dense, denseFromRows, toRows, transposeDense } from "../../../../lib/numeric/matrix.ts";
import { multiply } from "../../../../lib/numeric/multiply.ts";
import { uninterrupted } from "../../../../lib/numeric/work.ts";
import { numbersFrom } from "../tables.ts";

function random(seed: number, rows: number, columns: number, density = 1): DenseMatrix {
  const next = numbersFrom(seed);
  const matrix = dense(rows, columns);
  matrix.data.forEach((_, p) => {
    matrix.data[p] = next() < density ? next() * 2 - 1 : 0;
  });
  return matrix;
}

/** Coefficients with column sums of 0.7: three quarters of it at home, as in an economy. */
function coefficients(seed: number, blocks: number, size: number): DenseMatrix {
  const n = blocks * size;
  const next = numbersFrom(seed);
  const a = dense(n, n);
  for (let j = 0; j < n; j++) {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const home = Math.floor(i / size) === Math.floor(j / size);
      const value = next() < 0.5 ? next() * (home ? 3 * blocks : 1) : 0;
      a.data[i * n + j] = value;
      sum += value;
    }
    for (let i = 0; i < n && sum > 0; i++) a.data[i * n + j]! *= 0.7 / sum;
  }
  return a;
}

function naiveProduct(a: DenseMatrix, b: DenseMatrix): DenseMatrix {
  const c = dense(a.rows, b.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < b.columns; j++) {
      for (let k = 0; k < a.columns; k++) {
        c.data[i * b.columns + j]! += a.data[i * a.columns + k]! * b.data[k * b.columns + j]!;
      }
    }
  }
  return c;
}

function largestGap(a: DenseMatrix, b: DenseMatrix): number {
  expect([a.rows, a.columns]).toEqual([b.rows, b.columns]);
  return a.data.reduce((most, value, p) => Math.max(most, Math.abs(value - b.data[p]!)), 0);
}

const shape = fc.integer({ min: 1, max: 20 });

describe("products", () => {
  test("of dense and sparse matrices are those of the definition, for every shape", async () => {
    await fc.assert(
      fc.asyncProperty(shape, shape, shape, fc.integer(), async (m, k, n, seed) => {
        const a = random(seed, m, k, 0.6);
        const b = random(seed + 1, k, n);
        const wanted = naiveProduct(a, b);
        // Sums of at most 20 products below 1: rounding stays below 20 × 2⁻⁵².
        expect(largestGap(await multiply(a, b), wanted)).toBeLessThan(1e-14);
        expect(largestGap(await multiply(csrFromDense(a), b), wanted)).toBeLessThan(1e-14);
      }),
      { numRuns: 60 },
    );
  });

  test("have the same bits for a right-hand side alone and among others", async () => {
    const a = csrFromDense(random(3, 40, 40, 0.4));
    const b = random(4, 40, 7);
    const together = await multiply(a, b);
    for (let c = 0; c < 7; c++) {
      const alone = await multiply(
        a,
        dense(
          40,
          1,
          Float64Array.from({ length: 40 }, (_, i) => b.data[i * 7 + c]!),
        ),
      );
      expect(Array.from(alone.data)).toEqual(Array.from({ length: 40 }, (_, i) => together.data[i * 7 + c]));
    }
  });

  test("refuse shapes that do not fit", async () => {
    await expect(multiply(dense(2, 3), dense(2, 3))).rejects.toThrow("Shapes do not fit");
  });
});

describe("a sparse matrix", () => {
  test("from triplets adds what meets in a cell and sorts each row", () => {
    const a = csrFromTriplets(2, 3, [1, 0, 1, 1], [2, 1, 0, 2], [5, 7, 1, 0.5]);
    expect(toRows(toDense(a))).toEqual([
      [0, 7, 0],
      [1, 0, 5.5],
    ]);
    expect(Array.from(a.columnIndices)).toEqual([1, 0, 2]);
  });

  test("refuses an index outside its shape, and says which", () => {
    expect(() => csrFromTriplets(2, 2, [0, 2], [0, 0], [1, 1])).toThrow("Entry 1 is at (2, 0)");
  });

  test("transposed is the transposed dense matrix", () => {
    fc.assert(
      fc.property(shape, shape, fc.integer(), (m, n, seed) => {
        const a = random(seed, m, n, 0.5);
        expect(toRows(toDense(transpose(csrFromDense(a))))).toEqual(toRows(transposeDense(a)));
      }),
    );
  });
});

describe("LU with partial pivoting", () => {
  test("solves random systems across panel borders with a small residual", async () => {
    for (const n of [1, 2, 5, 31, 32, 33, 70, 129]) {
      const a = random(n, n, n);
      const b = random(n + 1, n, 3);
      const x = await solveLu(await factorLu(a), b);
      const size = x.data.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
      // Backward stable: the residual grows with n and with the size of the answer, not with the condition.
      expect(largestGap(naiveProduct(a, x), b) / size).toBeLessThan(n * 1e-15 + 1e-15);
    }
  });

  test("needs its pivoting: a zero on the diagonal is no obstacle", async () => {
    expect(
      toRows(
        await invert(
          denseFromRows([
            [0, 2],
            [4, 0],
          ]),
        ),
      ),
    ).toEqual([
      [0, 0.25],
      [0.5, 0],
    ]);
  });

  test("says that a singular matrix is singular, and where it showed", async () => {
    await expect(
      factorLu(
        denseFromRows([
          [1, 2],
          [2, 4],
        ]),
      ),
    ).rejects.toThrow(SingularMatrixError);
    await expect(
      factorLu(
        denseFromRows([
          [1, 2],
          [2, 4],
        ]),
      ),
    ).rejects.toThrow("column 1");
  });
});

describe("the Leontief system", () => {
  test("solved by iteration agrees with LU, for A and for its transpose, dense and sparse", async () => {
    for (const [blocks, size] of [
      [4, 10],
      [7, 5],
      [3, 1],
    ] as const) {
      const a = coefficients(blocks, blocks, size);
      const b = random(9, a.rows, 5);
      for (const matrix of [a, csrFromDense(a)]) {
        const iterated = leontiefSystem(matrix, size, { method: "iteration" });
        const direct = leontiefSystem(matrix, size, { method: "LU" });
        for (const side of ["solve", "solveTransposed"] as const) {
          const found = await iterated[side](b);
          const wanted = await direct[side](b);
          expect(found.method).toBe("block Gauss–Seidel GMRES");
          expect(found.fallback).toBeUndefined();
          expect(found.iterations).toBeGreaterThan(0);
          // Tolerance 1e-12 on the residual; ‖(I − A)⁻¹‖ is below 1/0.3.
          expect(found.residual).toBeLessThan(1e-11);
          expect(wanted.residual).toBeLessThan(1e-14);
          expect(largestGap(found.x, wanted.x)).toBeLessThan(1e-10);
        }
      }
    }
  });

  test("reports a residual that is the real one", async () => {
    const a = coefficients(5, 4, 10);
    const b = random(6, 40, 2);
    const { x, residual } = await leontiefSystem(a, 10, { method: "iteration", tolerance: 1e-3 }).solve(b);
    const ax = naiveProduct(a, x);
    let worst = 0;
    for (let c = 0; c < 2; c++) {
      let error = 0;
      let scale = 0;
      for (let i = 0; i < 40; i++) {
        const at = 2 * i + c;
        error = Math.max(error, Math.abs(b.data[at]! - x.data[at]! + ax.data[at]!));
        scale = Math.max(scale, Math.abs(b.data[at]!));
      }
      worst = Math.max(worst, error / scale);
    }
    expect(residual).toBeGreaterThan(1e-8);
    expect(Math.abs(residual - worst)).toBeLessThan(1e-15);
  });

  test("takes LU when the iteration does not converge, and says so", async () => {
    const a = coefficients(2, 6, 8);
    const b = random(3, 48, 2);
    const solution = await leontiefSystem(a, 8, { method: "iteration", maxIterations: 2 }).solve(b);
    expect(solution.method).toBe("LU");
    expect(writeMessage(solution.fallback!)).toMatch(
      /^The iteration stood at a relative residual of .* after 2 passes, so the system was solved by LU\.$/,
    );
    expect(solution.residual).toBeLessThan(1e-14);
  });

  test("solves where an economy cannot reproduce itself (columns of A above 1)", async () => {
    const a = coefficients(8, 4, 10);
    a.data.forEach((value, p) => {
      a.data[p] = value * 1.9;
    });
    const b = random(3, 40, 2);
    const found = await leontiefSystem(a, 10, { method: "iteration" }).solve(b);
    const wanted = await leontiefSystem(a, 10, { method: "LU" }).solve(b);
    expect(found.residual).toBeLessThan(1e-11);
    expect(largestGap(found.x, wanted.x)).toBeLessThan(1e-8);
  });

  test("survives a singular diagonal block", async () => {
    const a = denseFromRows([
      [1, 0.5, 0],
      [0.5, 0, 0.1],
      [0, 0.2, 0],
    ]);
    const b = denseFromRows([[1], [2], [3]]);
    const found = await leontiefSystem(a, 1, { method: "iteration" }).solve(b);
    const wanted = await leontiefSystem(a, 1, { method: "LU" }).solve(b);
    expect(largestGap(found.x, wanted.x)).toBeLessThan(1e-11);
  });

  test("solves right-hand sides of zeros, and more of them than one batch holds", async () => {
    const a = coefficients(11, 4, 5);
    const b = random(12, 20, 70);
    for (let i = 0; i < 20; i++) b.data[i * 70 + 66] = 0;
    const system = leontiefSystem(a, 5, { method: "iteration" });
    const all = await system.solve(b);
    const alone = await system.solve(
      dense(
        20,
        1,
        Float64Array.from({ length: 20 }, (_, i) => b.data[i * 70 + 69]!),
      ),
    );
    for (let i = 0; i < 20; i++) {
      expect(all.x.data[i * 70 + 66]).toBe(0);
      // The same bits: a right-hand side does not know what stands beside it.
      expect(all.x.data[i * 70 + 69]).toBe(alone.x.data[i]);
    }
  });

  test("stops when the pause throws, and can be used again", async () => {
    const system = leontiefSystem(coefficients(5, 4, 10), 10, { method: "iteration" });
    const b = random(6, 40, 2);
    let pauses = 0;
    const cancelled = {
      ...uninterrupted,
      pause() {
        if (++pauses === 6) throw new Error("cancelled");
      },
    };
    await expect(system.solve(b, cancelled)).rejects.toThrow("cancelled");
    expect(pauses).toBe(6);
    expect((await system.solve(b)).residual).toBeLessThan(1e-11);
  });
});
