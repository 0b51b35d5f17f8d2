import { describe, expect, test } from "vitest";
import { kernelBuilds } from "../../kernel/services/compute/kernel-builds.ts";
import { leontiefSystem, type Solution } from "../../lib/numeric/leontief.ts";
import { dense } from "../../lib/numeric/matrix.ts";

const SECTORS = 41;
const n = 9 * SECTORS;

/** Column sums of 0.7, numbers by a small congruential generator. */
function table(): { a: Float64Array; b: Float64Array } {
  let seed = 7;
  const next = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  const a = Float64Array.from({ length: n * n }, () => (next() < 0.46 ? (next() * 1.4) / (0.46 * n) : 0));
  return { a, b: Float64Array.from({ length: n * 4 }, next) };
}

interface Answer {
  kernels: string;
  reproducible: boolean;
  plain: Solution;
  turned: Solution;
}

async function solveInWorker(name: string): Promise<Answer> {
  const worker = new Worker(new URL("./numeric.worker.ts", import.meta.url), { type: "module", name });
  try {
    return await new Promise<Answer>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage({ n, sectors: SECTORS, ...table() });
    });
  } finally {
    worker.terminate();
  }
}

describe("The numeric kernels in a worker of the browser", () => {
  test("are compiled by the build and chosen by what the browser takes", async () => {
    expect(Object.keys(kernelBuilds).sort()).toEqual(["relaxed", "strict", "threaded", "threadedStrict"]);
    const { kernels } = await solveInWorker("");
    expect(kernels).toMatch(self.crossOriginIsolated ? /^WASM threaded, \d threads$/ : /^WASM (relaxed|strict)$/);
  });

  test("solve what TypeScript solves, and name method and residual", async () => {
    const { plain, turned } = await solveInWorker("");
    const { a, b } = table();
    const system = leontiefSystem(dense(n, n, a), SECTORS, { method: "LU" });
    for (const [got, wanted] of [
      [plain, await system.solve(dense(n, 4, b))],
      [turned, await system.solveTransposed(dense(n, 4, b))],
    ] as const) {
      expect(got.method).toBe("block Gauss–Seidel GMRES");
      expect(got.residual).toBeLessThan(1e-11);
      got.x.data.forEach((value, p) => {
        // The multiplier of a column sum of 0.7 is below 4 and b below 1.
        expect(Math.abs(value - wanted.x.data[p]!)).toBeLessThan(1e-9);
      });
    }
  });

  test("give TypeScript's own bits in a worker named reproducible", async () => {
    const { plain, turned, reproducible } = await solveInWorker("reproducible");
    expect(reproducible).toBe(true);
    const { a, b } = table();
    const system = leontiefSystem(dense(n, n, a), SECTORS);
    expect(plain.x.data).toEqual((await system.solve(dense(n, 4, b))).x.data);
    expect(turned.x.data).toEqual((await system.solveTransposed(dense(n, 4, b))).x.data);
  });
});
