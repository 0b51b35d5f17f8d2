import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csrFromDense } from "../../../lib/numeric/csr.ts";
import type { Kernels, Triangle } from "../../../lib/numeric/kernels.ts";
import { type DenseMatrix, dense, identity, transposeDense } from "../../../lib/numeric/matrix.ts";
import { typescriptKernels } from "../../../lib/numeric/typescript-kernels.ts";
import { wasmKernels } from "../../../lib/numeric/wasm-kernels.ts";
import { allKernels, housed, moduleOf, random } from "./builds.ts";
import { expectSameBits, largestGap } from "./gaps.ts";

const available = await allKernels();
const strict = wasmKernels(await moduleOf("strict"), "strict");

/** C + α A B by the definition, one rounding an operation, in ascending order: what every kernel promises. */
function defined(alpha: number, a: DenseMatrix, b: DenseMatrix, c: DenseMatrix): Float64Array {
  const result = c.data.slice();
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < b.columns; j++) {
      for (let k = 0; k < a.columns; k++) {
        result[i * b.columns + j]! += alpha * a.data[i * a.columns + k]! * b.data[k * b.columns + j]!;
      }
    }
  }
  return result;
}

function product(kernels: Kernels, alpha: number, a: DenseMatrix, b: DenseMatrix, c: DenseMatrix, flipped: boolean) {
  const gemm = flipped ? kernels.gemmTransposed : kernels.gemm;
  const k = flipped ? a.rows : a.columns;
  gemm(c.rows, c.columns, k, alpha, a.data, 0, a.columns, b.data, 0, b.columns, c.data, 0, c.columns);
  return c.data;
}

/** Fused multiply-adds round less: the sums of k products below 1 differ by at most k roundings. */
function expectSame(kernels: Kernels, got: ArrayLike<number>, wanted: ArrayLike<number>, terms: number) {
  if (kernels.reproducible) return expectSameBits(got, wanted);
  expect(largestGap(got, wanted)).toBeLessThan((terms + 1) * 2 ** -50);
}

// Around the tiles of 4 and 6, their multiples, and nothing at all.
const size = fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 90, max: 103 }));

describe.each(available.map((kernels) => ({ name: kernels.name, kernels })))("$name", ({ kernels }) => {
  test("multiplies matrices of every size as the definition does, in its room and out of it, plain and transposed", () => {
    fc.assert(
      fc.property(size, size, size, fc.integer(), fc.constantFrom(1, -1, 0.37), (m, n, k, seed, alpha) => {
        const a = random(seed, m, k, 0.8);
        const b = random(seed + 1, k, n);
        const c = random(seed + 2, m, n);
        const wanted = defined(alpha, a, b, c);
        for (const flipped of [false, true]) {
          const left = flipped ? transposeDense(a) : a;
          const outside = product(kernels, alpha, left, b, dense(m, n, c.data.slice()), flipped);
          expectSame(kernels, outside, wanted, k);
          const [ha, hb, hc] = housed(kernels, [left, b, c]) as [DenseMatrix, DenseMatrix, DenseMatrix];
          expectSame(kernels, product(kernels, alpha, ha, hb, hc, flipped), wanted, k);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("multiplies across the borders of packed blocks, with leading dimensions wider than the matrix", () => {
    // 512 terms, 96 rows and 1024 columns make one block.
    for (const [m, n, k] of [
      [100, 1030, 5],
      [7, 3, 1100],
      [200, 5, 520],
    ] as const) {
      const wide = random(m, m, k + 3);
      const [a, b, c] = housed(kernels, [wide, random(n, k, n), random(k, m, n)]) as [
        DenseMatrix,
        DenseMatrix,
        DenseMatrix,
      ];
      const narrow = dense(m, k);
      for (let i = 0; i < m; i++) for (let p = 0; p < k; p++) narrow.data[i * k + p] = wide.data[i * (k + 3) + p + 2]!;
      const wanted = defined(1, narrow, b, c);
      kernels.gemm(m, n, k, 1, a.data, 2, k + 3, b.data, 0, n, c.data, 0, n);
      expectSame(kernels, c.data, wanted, k);
    }
  });

  test("multiplies a vector by a matrix and its transpose as the definition does", () => {
    fc.assert(
      fc.property(size, size, fc.integer(), fc.constantFrom(1, -1, 0.37), (m, n, seed, alpha) => {
        const a = random(seed, m, n);
        const [x, y] = [random(seed + 1, n, 1), random(seed + 2, m, 1)];
        const [ha, hx, hy] = housed(kernels, [a, x, y]) as [DenseMatrix, DenseMatrix, DenseMatrix];
        kernels.gemv(m, n, alpha, ha.data, 0, n, hx.data, hy.data);
        expectSame(kernels, hy.data, reordered(alpha, a, x, y), n);
        const [tx, ty] = housed(kernels, [y, x, a]) as [DenseMatrix, DenseMatrix];
        const [ta, vx, vy] = housed(kernels, [a, tx, ty]) as [DenseMatrix, DenseMatrix, DenseMatrix];
        kernels.gemvTransposed(m, n, alpha, ta.data, 0, n, vx.data, vy.data);
        expectSame(kernels, vy.data, reordered(alpha, transposeDense(a), y, x), m);
      }),
      { numRuns: 40 },
    );
  });

  test("multiplies parts of sparse matrices and of their transposes as the definition does, at every width", () => {
    const part = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
    const within = ([one, other]: readonly [number, number], length: number) =>
      [Math.min(one, other), Math.max(one, other)].map((share) => Math.round(share * length)) as [number, number];
    fc.assert(
      fc.property(
        ...([size, size, fc.integer({ min: 1, max: 52 }), part, part, fc.integer()] as const),
        (m, n, w, ofRows, ofColumns, seed) => {
          const a = random(seed, m, n, 0.4);
          const [[from, to], [first, last]] = [within(ofRows, m), within(ofColumns, n)];
          const cut = dense(m, n);
          for (let i = from; i < to; i++) for (let j = first; j < last; j++) cut.data[i * n + j] = a.data[i * n + j]!;
          const [x, y, tx, ty] = [[n], [m], [m], [n]].map(([rows], i) => random(seed + 1 + i, rows!, w)) as [
            DenseMatrix,
            DenseMatrix,
            DenseMatrix,
            DenseMatrix,
          ];
          const wanted = defined(0.37, cut, x, y);
          const wantedT = defined(0.37, transposeDense(cut), tx, ty);
          const sparse = csrFromDense(a);
          const arena = kernels.arena(16 * (m + n) * w + 12 * sparse.values.length + 4 * m + 4096);
          const floats = (data: Float64Array) => {
            const copy = arena.floats(data.length);
            copy.set(data);
            return copy;
          };
          const integers = (data: Int32Array) => {
            const copy = arena.integers(data.length);
            copy.set(data);
            return copy;
          };
          const cells = [integers(sparse.rowStarts), integers(sparse.columnIndices), floats(sparse.values)] as const;
          const [out, outT] = [floats(y.data), floats(ty.data)];
          kernels.csrGemm(from, to, first, last, 0.37, ...cells, w, floats(x.data), out);
          kernels.csrTransposedGemm(from, to, first, last, 0.37, ...cells, w, floats(tx.data), outT);
          expectSame(kernels, out, wanted, n);
          expectSame(kernels, outT, wantedT, m);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("never hides a NaN or an infinity, also beside zeros and at the edge of a tile", () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const a = dense(7, 7);
      a.data[6 * 7 + 6] = bad;
      const [ha, hb, hc] = housed(kernels, [a, dense(7, 5), dense(7, 5)]) as [DenseMatrix, DenseMatrix, DenseMatrix];
      // bad × 0 is NaN: row 6 has it in every column, the other rows in none.
      const got = product(kernels, 1, ha, hb, hc, false);
      expect(Array.from(got, Number.isNaN)).toEqual(Array.from(got, (_, p) => p >= 30));
    }
  });

  test("factors a panel so that the exchanged product of L and U gives it back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 64 }), fc.integer({ min: 0, max: 60 }), fc.integer(), (w, more, seed) => {
        const rows = w + more;
        const before = random(seed, rows, w);
        const [a] = housed(kernels, [before, dense(rows, 1)]) as [DenseMatrix];
        const pivots = kernels.arenaOf(a.data)!.integers(w);
        expect(kernels.luPanel(rows, w, a.data, pivots)).toBe(-1);
        const [lower, upper] = [dense(rows, w), dense(w, w)];
        let most = 0;
        for (let i = 0; i < rows; i++) {
          for (let j = 0; j < w; j++) {
            const value = a.data[i * w + j]!;
            if (j >= i) upper.data[i * w + j] = value;
            if (j <= i) lower.data[i * w + j] = i === j ? 1 : value;
            if (j < i) most = Math.max(most, Math.abs(value));
          }
        }
        expect(most).toBeLessThanOrEqual(1);
        const exchanged = before.data.slice();
        pivots.forEach((pivot, k) => {
          for (let c = 0; c < w; c++) {
            [exchanged[k * w + c], exchanged[pivot * w + c]] = [exchanged[pivot * w + c]!, exchanged[k * w + c]!];
          }
        });
        // Partial pivoting of random panels grows by small factors: 64 roundings with some to spare.
        expect(largestGap(defined(1, lower, upper, dense(rows, w)), exchanged)).toBeLessThan(1e-12);
      }),
      { numRuns: 30 },
    );
  });

  test("names the first column without a usable pivot", () => {
    for (const [bad, column] of [
      [0, 2],
      [Number.NaN, 2],
      [Number.POSITIVE_INFINITY, 2],
    ] as const) {
      const matrix = identity(12);
      matrix.data[2 * 12 + 2] = bad;
      const [a] = housed(kernels, [matrix, dense(12, 1)]) as [DenseMatrix];
      expect(kernels.luPanel(12, 12, a.data, kernels.arenaOf(a.data)!.integers(12))).toBe(column);
    }
  });

  test.each<Triangle>(["lower", "upper", "lowerTransposed", "upperTransposed"])(
    "solves with a triangle: %s",
    (kind) => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 19 }), fc.integer(), (m, w, seed) => {
          const t = random(seed, m, m);
          for (let i = 0; i < m; i++) t.data[i * m + i] = 2 + Math.abs(t.data[i * m + i]!);
          for (let p = 0; p < t.data.length; p++) if (p % (m + 1) !== 0) t.data[p]! /= m;
          const x = random(seed + 1, m, w);
          const triangle = dense(m, m);
          const isLower = kind.startsWith("lower");
          for (let i = 0; i < m; i++) {
            for (let j = 0; j < m; j++) {
              if (i === j) triangle.data[i * m + j] = isLower ? 1 : t.data[i * m + j]!;
              else if (isLower === j < i) triangle.data[i * m + j] = t.data[i * m + j]!;
            }
          }
          const turned = kind.endsWith("Transposed") ? transposeDense(triangle) : triangle;
          const [ht, hx] = housed(kernels, [t, dense(m, w, defined(1, turned, x, dense(m, w)))]) as [
            DenseMatrix,
            DenseMatrix,
          ];
          kernels.solveTriangle(kind, m, w, ht.data, 0, m, hx.data, 0, w);
          // Off the diagonal everything is below 1 / m: the system is well conditioned.
          expect(largestGap(hx.data, x.data)).toBeLessThan(1e-13);
        }),
        { numRuns: 25 },
      );
    },
  );

  test("takes the columns of a basis apart: dots, differences and scales", () => {
    fc.assert(
      fc.property(size, fc.integer({ min: 1, max: 19 }), fc.integer(), (n, w, seed) => {
        const [x, y, f] = [random(seed, n, w), random(seed + 1, n, w), random(seed + 2, 1, w)];
        const [hx, hy, hf] = housed(kernels, [x, y, f]) as [DenseMatrix, DenseMatrix, DenseMatrix];
        const dots = new Float64Array(w);
        kernels.columnDots(n, w, hx.data, hy.data, dots);
        const wanted = new Float64Array(w);
        x.data.forEach((value, p) => {
          wanted[p % w]! += value * y.data[p]!;
        });
        expectSame(kernels, dots, wanted, n);
        kernels.subtractColumns(n, w, hf.data, hx.data, hy.data);
        expectSame(
          kernels,
          hy.data,
          y.data.map((value, p) => value - f.data[p % w]! * x.data[p]!),
          2,
        );
        kernels.scaleColumns(n, w, hf.data, hx.data);
        expectSameBits(
          hx.data,
          x.data.map((value, p) => f.data[p % w]! * value),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe("the strict build", () => {
  test("has the bits of TypeScript in the factors of a panel and in every triangle", () => {
    const before = random(11, 150, 64);
    const run = (kernels: Kernels) => {
      const [a, x] = housed(kernels, [before, random(12, 64, 37)]) as [DenseMatrix, DenseMatrix];
      const arena = kernels.arenaOf(a.data)!;
      const pivots = arena.integers(64);
      kernels.luPanel(150, 64, a.data, pivots);
      for (const kind of ["lower", "upper", "lowerTransposed", "upperTransposed"] as const) {
        kernels.solveTriangle(kind, 64, 37, a.data, 0, 64, x.data, 0, 37);
      }
      return [...a.data, ...x.data, ...pivots];
    };
    expectSameBits(run(strict), run(typescriptKernels));
  });

  test("gives a right-hand side the same bits alone and among others", () => {
    const a = random(5, 70, 83);
    const b = random(6, 83, 9);
    const [ha, hb, hc] = housed(strict, [a, b, dense(70, 9)]) as [DenseMatrix, DenseMatrix, DenseMatrix];
    product(strict, 1, ha, hb, hc, false);
    for (let c = 0; c < 9; c++) {
      const x = dense(83, 1);
      for (let i = 0; i < 83; i++) x.data[i] = b.data[i * 9 + c]!;
      const [aa, hx, hy] = housed(strict, [a, x, dense(70, 1)]) as [DenseMatrix, DenseMatrix, DenseMatrix];
      strict.gemv(70, 83, 1, aa.data, 0, 83, hx.data, hy.data);
      expectSameBits(
        hy.data,
        Array.from({ length: 70 }, (_, i) => hc.data[i * 9 + c]!),
      );
    }
  });
});

/** y + A (α x) by the definition: for a vector α goes along with x. */
function reordered(alpha: number, a: DenseMatrix, x: DenseMatrix, y: DenseMatrix): Float64Array {
  return defined(
    1,
    a,
    dense(
      x.rows,
      1,
      x.data.map((value) => alpha * value),
    ),
    y,
  );
}
