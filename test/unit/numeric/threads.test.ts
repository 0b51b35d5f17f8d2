import { expect, test } from "vitest";
import { csrFromDense } from "../../../lib/numeric/csr.ts";
import type { Kernels } from "../../../lib/numeric/kernels.ts";
import { leontiefSystem } from "../../../lib/numeric/leontief.ts";
import { loadKernels } from "../../../lib/numeric/load-kernels.ts";
import { factorLu } from "../../../lib/numeric/lu.ts";
import { uninterrupted } from "../../../lib/numeric/work.ts";
import { builds, coefficients, random, strictThreads } from "./builds.ts";

const REGIONS = 12;
const SECTORS = 61;

/** Everything that is shared out: gemm and gemv both ways, sparse products, triangles and LU updates. */
async function everything(kernels: Kernels): Promise<Float64Array[]> {
  const work = { ...uninterrupted, kernels };
  const a = coefficients(21, REGIONS, SECTORS);
  const thin = csrFromDense(coefficients(22, REGIONS, SECTORS, 0.2));
  const many = random(23, a.rows, 19);
  const one = random(24, a.rows, 1);
  const results: Float64Array[] = [];
  for (const [table, method] of [
    [a, "iteration"],
    [a, "LU"],
    [thin, "iteration"],
  ] as const) {
    const system = leontiefSystem(table, SECTORS, { method });
    for (const b of [many, one]) {
      results.push((await system.solve(b, work)).x.data, (await system.solveTransposed(b, work)).x.data);
    }
  }
  // Its columns are far from dominated by their diagonals: rows change places within panels, across them and across blocks.
  const factors = await factorLu(random(25, 600, 600), work);
  const exchanged = factors.pivots.filter((row, k) => row !== k);
  expect(exchanged.length).toBeGreaterThan(500);
  results.push(factors.lu.slice(), Float64Array.from(factors.pivots));
  return results;
}

test("the strict build gives the same bits with 1, 2 and 4 workers", async () => {
  const alone = await everything(await loadKernels(await builds(), { reproducible: true }));
  for (const workers of [2, 4]) {
    const { kernels, team } = await strictThreads(workers);
    try {
      expect(kernels.name).toContain(`${workers} threads`);
      let orders = 0;
      const { post } = team;
      team.post = (member, order) => {
        if ("kernel" in order) orders++;
        post(member, order);
      };
      const shared = await everything(kernels);
      expect(orders).toBeGreaterThan(100);
      shared.forEach((data, i) => {
        expect(Buffer.compare(Buffer.from(data.buffer), Buffer.from(alone[i]!.buffer))).toBe(0);
      });
    } finally {
      await team.end();
    }
  }
}, 60_000);

test("kernels are chosen by what the engine takes, and reproducible ones are strict", async () => {
  const all = await builds();
  expect((await loadKernels(all)).name).toMatch(/^WASM (relaxed|strict)$/);
  expect((await loadKernels(all, { reproducible: true })).name).toBe("WASM strict");
  expect((await loadKernels({})).name).toBe("TypeScript");
  expect((await loadKernels({ strict: new Uint8Array([0, 1, 2]) })).name).toBe("TypeScript");
  const refused = () => Promise.reject(new Error("no threads here"));
  expect((await loadKernels(all, { reproducible: true, team: refused })).name).toBe("WASM strict");
});

test("a room says what it was asked for when it is beyond WebAssembly", async () => {
  const kernels = await loadKernels(await builds());
  expect(() => kernels.arena(5 * 2 ** 30)).toThrow("5120 MiB are needed at once; WebAssembly is limited to 4096 MiB.");
});

test("a room joins what is given back, hands it out as zeros, and goes on in ordinary memory when full", async () => {
  const kernels = await loadKernels(await builds());
  const arena = kernels.arena(65_536);
  const parts = Array.from({ length: 4 }, () => arena.floats(100).fill(7));
  arena.give(parts[1]!, parts[3]!, parts[0]!, parts[2]!);
  const again = arena.floats(400);
  expect(again.byteOffset).toBe(parts[0]!.byteOffset);
  expect(again.every((value) => value === 0)).toBe(true);
  const large = arena.floats(1_000_000);
  expect(kernels.arenaOf(large)).toBeUndefined();
  expect(large.length).toBe(1_000_000);
  arena.give(large);
});
