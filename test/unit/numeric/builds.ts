import { resolve } from "node:path";
import "../../relaxed-simd.ts";
import { type NodeThreadTeam, nodeThreadTeam } from "../../../cli/serve/node-thread-team.ts";
import { compileKernels } from "../../../cli/serve/wasm.ts";
import type { Kernels } from "../../../lib/numeric/kernels.ts";
import type { KernelBuilds } from "../../../lib/numeric/load-kernels.ts";
import { type DenseMatrix, dense } from "../../../lib/numeric/matrix.ts";
import { typescriptKernels } from "../../../lib/numeric/typescript-kernels.ts";
import { type BuildName, wasmKernels } from "../../../lib/numeric/wasm-kernels.ts";
import { numbersFrom } from "../lib/tables.ts";

const root = resolve(import.meta.dirname, "../../..");
let compiled: Promise<KernelBuilds> | undefined;

export function builds(): Promise<KernelBuilds> {
  compiled ??= compileKernels(root);
  return compiled;
}

export async function moduleOf(name: BuildName): Promise<WebAssembly.Module> {
  return WebAssembly.compile((await builds())[name]!);
}

/** The kernels that this Node takes, TypeScript first. */
export async function allKernels(): Promise<Kernels[]> {
  const found: Kernels[] = [typescriptKernels];
  for (const name of ["strict", "relaxed"] as const) {
    if (WebAssembly.validate((await builds())[name]!)) found.push(wasmKernels(await moduleOf(name), name));
  }
  return found;
}

/** Strict kernels over `workers` threads that share whatever can be shared, and the team to end after the test. */
export async function strictThreads(workers: number): Promise<{ kernels: Kernels; team: NodeThreadTeam }> {
  const module = await moduleOf("threadedStrict");
  const team = await nodeThreadTeam(module, workers - 1);
  return { kernels: wasmKernels(module, "threadedStrict", team, 1000), team };
}

/** rows × columns numbers from −1 to 1, or zero where the density leaves a gap. */
export function random(seed: number, rows: number, columns: number, density = 1): DenseMatrix {
  const next = numbersFrom(seed);
  const matrix = dense(rows, columns);
  matrix.data.forEach((_, p) => {
    matrix.data[p] = next() < density ? next() * 2 - 1 : 0;
  });
  return matrix;
}

/** A copy of the matrix in an arena of the kernels, with space for more. */
export function housed(kernels: Kernels, matrices: readonly DenseMatrix[]): DenseMatrix[] {
  const numbers = matrices.reduce((sum, { data }) => sum + data.length, 0);
  const arena = kernels.arena(8 * numbers + 64 * matrices.length + 4096);
  return matrices.map(({ rows, columns, data }) => {
    const copy = dense(rows, columns, arena.floats(data.length));
    copy.data.set(data);
    return copy;
  });
}

/** Coefficients of `regions` economies with `sectors` each: column sums 0.2 to 0.8, some three quarters at home. */
export function coefficients(seed: number, regions: number, sectors: number, density = 0.46): DenseMatrix {
  const n = regions * sectors;
  const next = numbersFrom(seed);
  const a = dense(n, n);
  for (let j = 0; j < n; j++) {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const home = Math.floor(i / sectors) === Math.floor(j / sectors);
      const value = next() < density ? next() * (home ? 3 * regions : 1) : 0;
      a.data[i * n + j] = value;
      sum += value;
    }
    const wanted = 0.2 + 0.6 * next();
    for (let i = 0; i < n && sum > 0; i++) a.data[i * n + j]! *= wanted / sum;
  }
  return a;
}
