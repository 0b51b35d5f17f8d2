import { describe, expect, test } from "vitest";
import { writeMessage } from "../../../lib/message/write.ts";
import { csrFromDense } from "../../../lib/numeric/csr.ts";
import { divideColumns } from "../../../lib/numeric/divide-columns.ts";
import type { Kernels } from "../../../lib/numeric/kernels.ts";
import { leontiefSystem } from "../../../lib/numeric/leontief.ts";
import { factorLu, SingularMatrixError } from "../../../lib/numeric/lu.ts";
import { invert, solveLu, solveLuTransposed } from "../../../lib/numeric/lu-solve.ts";
import { type DenseMatrix, dense, identity, transposeDense } from "../../../lib/numeric/matrix.ts";
import { multiply } from "../../../lib/numeric/multiply.ts";
import { leontiefBlock } from "../../../lib/numeric/preconditioner.ts";
import { tableMatrix } from "../../../lib/numeric/table-arena.ts";
import { typescriptKernels } from "../../../lib/numeric/typescript-kernels.ts";
import { uninterrupted, type Work } from "../../../lib/numeric/work.ts";
import { allKernels, coefficients, random } from "./builds.ts";

const available = await allKernels();
const workWith = (kernels: Kernels): Work => ({ ...uninterrupted, kernels });
const a = coefficients(1, 8, 45);
const n = a.rows;
const b = random(2, n, 3);

function gap(x: DenseMatrix, y: DenseMatrix): number {
  return x.data.reduce((most, value, p) => Math.max(most, Math.abs(value - y.data[p]!)), 0);
}

describe.each(available.map((kernels) => ({ name: kernels.name, kernels })))("with $name", ({ kernels }) => {
  const work = workWith(kernels);

  test("LU solves with many right-hand sides, plain and transposed, across panel borders", async () => {
    for (const size of [1, 63, 64, 65, 200]) {
      const matrix = random(size, size, size);
      for (let i = 0; i < size; i++) matrix.data[i * size + i]! += 4;
      const x = random(size + 1, size, 131);
      const factors = await factorLu(matrix, work);
      // Condition numbers of some hundred: 1e-16 grows to 1e-12 at the most.
      expect(gap(await solveLu(factors, await multiply(matrix, x), work), x)).toBeLessThan(1e-11);
      const turned = await multiply(transposeDense(matrix), x);
      expect(gap(await solveLuTransposed(factors, turned, work), x)).toBeLessThan(1e-11);
    }
  });

  test("LU of nothing is nothing, and a singular matrix is named by its column", async () => {
    expect((await invert(dense(0, 0), work)).data.length).toBe(0);
    const matrix = identity(150);
    matrix.data[100 * 150 + 100] = 0;
    await expect(factorLu(matrix, work)).rejects.toThrow(new SingularMatrixError(100));
    matrix.data[100 * 150 + 100] = Number.NaN;
    await expect(factorLu(matrix, work)).rejects.toThrow(SingularMatrixError);
  });

  test("multipliers and outputs are those of the full inverse, from dense, sparse and housed tables", async () => {
    const L = await invert(leontiefBlock(a, 0, n));
    const wanted = { plain: await multiply(L, b), turned: await multiply(transposeDense(L), b) };
    const housed = tableMatrix(n, 45, kernels);
    housed.data.set(a.data);
    const thin = coefficients(3, 8, 45, 0.1);
    for (const table of [a, housed, csrFromDense(a)]) {
      const system = leontiefSystem(table, 45, { tolerance: 1e-11 });
      for (const [solve, x] of [
        [system.solve, wanted.plain],
        [system.solveTransposed, wanted.turned],
      ] as const) {
        const solution = await solve(b, work);
        expect(solution.method).toBe("block Gauss–Seidel GMRES");
        expect(solution.fallback).toBeUndefined();
        expect(solution.residual).toBeLessThan(1e-10);
        // ‖L‖∞ is below 20 here, so a residual of 1e-11 is an error below 1e-9.
        expect(gap(solution.x, x)).toBeLessThan(1e-9);
      }
    }
    const sparse = leontiefSystem(csrFromDense(thin), 45);
    const same = leontiefSystem(thin, 45, { method: "LU" });
    expect(gap((await sparse.solve(b, work)).x, (await same.solve(b)).x)).toBeLessThan(1e-9);
    expect(gap((await sparse.solveTransposed(b, work)).x, (await same.solveTransposed(b)).x)).toBeLessThan(1e-9);
  });

  test("a table becomes coefficients where it lies, and its columns without output are named", async () => {
    const [rows, columns] = [7, 5];
    const z = dense(rows, columns, random(6, rows, columns).data);
    const before = z.data.slice();
    const x = Float64Array.of(2, 0, -4, 0.5, 0);
    expect(await divideColumns(z, x, work)).toEqual([1, 4]);
    z.data.forEach((value, p) => {
      const output = x[p % columns]!;
      expect(value).toBeCloseTo(output === 0 ? 0 : before[p]! / output, 14);
    });
    await expect(divideColumns(z, new Float64Array(4))).rejects.toThrow("4 divisors were given for 5 columns.");
  });

  test("columns above 1, sectors without output and negative cells are solved as they stand", async () => {
    const odd = dense(n, n, a.data.slice());
    for (let i = 0; i < n; i++) {
      odd.data[i * n + 7]! *= 3;
      odd.data[i * n + 100] = 0;
      odd.data[100 * n + i] = 0;
      odd.data[i * n + 200]! *= -0.5;
    }
    const system = leontiefSystem(odd, 45);
    for (const solve of [system.solve, system.solveTransposed]) {
      const solution = await solve(b, work);
      expect(solution.residual).toBeLessThan(1e-10);
    }
  });

  test("a right-hand side of zeros costs no step, one of NaN gives NaN and no other column", async () => {
    const system = leontiefSystem(a, 45);
    const zero = await system.solve(dense(n, 2), work);
    expect(zero.iterations).toBe(0);
    expect(zero.x.data.every((value) => value === 0)).toBe(true);
    const bad = dense(n, 2, random(9, n, 2).data);
    bad.data[10] = Number.NaN;
    const solution = await system.solve(bad, work);
    expect(solution.residual).toBeNaN();
    expect(solution.fallback).toBeDefined();
    expect(Number.isNaN(solution.x.data[0])).toBe(true);
    expect(Number.isFinite(solution.x.data[1])).toBe(true);
  });

  test("an iteration that does not arrive gives way to LU and says so", async () => {
    const wild = random(4, n, n);
    const system = leontiefSystem(wild, 45, { maxIterations: 4 });
    for (const solve of [system.solve, system.solveTransposed]) {
      const solution = await solve(b, work);
      expect(solution.method).toBe("LU");
      expect(writeMessage(solution.fallback!)).toContain("after 4 passes, so the system was solved by LU");
      expect(solution.residual).toBeLessThan(1e-8);
    }
  });

  test("the full inverse comes in blocks of columns that make it whole", async () => {
    const L = dense(n, n);
    await leontiefSystem(a, 45).inverse((from, part) => {
      for (let i = 0; i < n; i++) {
        for (let c = 0; c < part.columns; c++) L.data[i * n + from + c] = part.data[i * part.columns + c]!;
      }
    }, work);
    expect(gap(await multiply(leontiefBlock(a, 0, n), L), identity(n))).toBeLessThan(1e-12);
  });

  test("a solve that is cancelled between blocks leaves the system as good as new", async () => {
    const system = leontiefSystem(a, 45);
    const calm = await leontiefSystem(a, 45).solve(b, work);
    for (const after of [1, 5, 12, 20, 30]) {
      let pauses = 0;
      const pause = () => {
        if (++pauses === after) throw new Error("cancelled");
      };
      await system.solve(b, { ...work, pause }).catch((error: Error) => expect(error.message).toBe("cancelled"));
    }
    expect(Array.from((await system.solve(b, work)).x.data)).toEqual(Array.from(calm.x.data));
  });

  test("two solves that take turns in one system do not disturb each other", async () => {
    const alone = await leontiefSystem(a, 45).solve(b, work);
    const system = leontiefSystem(a, 45);
    const yielding = { ...work, pause: () => Promise.resolve() };
    const [one, two] = await Promise.all([system.solve(b, yielding), system.solve(b, yielding)]);
    expect(Array.from(one.x.data)).toEqual(Array.from(alone.x.data));
    expect(Array.from(two.x.data)).toEqual(Array.from(alone.x.data));
  });
});

describe("the strict build", () => {
  test("solves to the bits of TypeScript, by iteration and by LU, dense and sparse", async () => {
    const [plain, strict] = [
      workWith(typescriptKernels),
      workWith(available.find(({ name }) => name.includes("strict"))!),
    ];
    const thin = csrFromDense(coefficients(3, 8, 45, 0.1));
    for (const [table, method] of [
      [a, "iteration"],
      [a, "LU"],
      [thin, "iteration"],
    ] as const) {
      const solve = async (work: Work) => {
        const system = leontiefSystem(table, 45, { method });
        return [await system.solve(b, work), await system.solveTransposed(b, work)].map(({ x }) => Array.from(x.data));
      };
      expect(await solve(strict)).toEqual(await solve(plain));
    }
  });
});
