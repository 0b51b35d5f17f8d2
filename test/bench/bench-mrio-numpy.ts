import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Shape } from "./bench-mrio-table.ts";

const script = join(import.meta.dirname, "bench-mrio-numpy.py");

export interface NumpyRate {
  readonly rate: number;
  readonly version: string;
  /** The kernel that OpenBLAS chose for this processor, or was told to take. */
  readonly core: string;
}

/** Multipliers by the inverse, and all regions by solve, on all threads that OpenBLAS wants. Times in ms. */
export async function numpyTable({ regions, sectors }: Shape): Promise<{ inverse: number; solve: number } | null> {
  return (await run([String(regions), String(sectors)], {}))?.answer ?? null;
}

/** The system in a file of doubles: n, number of right-hand sides, the matrix, the right-hand sides. ms. */
export async function numpySolve(file: string): Promise<number | null> {
  return (await run<{ solve: number }>(["solve", file], {}))?.answer.solve ?? null;
}

/** dgemm on one thread; `core` forces a kernel, as Haswell for what AVX2 alone can do. Null without numpy. */
export async function numpyRate(core?: string): Promise<NumpyRate | null> {
  const found = await run<{ rate: number; version: string }>([], {
    OPENBLAS_NUM_THREADS: "1",
    ...(core ? { OPENBLAS_CORETYPE: core } : {}),
  });
  return found && { ...found.answer, core: found.core };
}

async function run<T = { inverse: number; solve: number }>(
  words: string[],
  environment: Record<string, string>,
): Promise<{ answer: T; core: string } | null> {
  // Whatever the shell says of OpenBLAS would measure another library than a user's.
  const { OPENBLAS_CORETYPE: _core, OPENBLAS_L2_SIZE: _size, OPENBLAS_NUM_THREADS: _threads, ...rest } = process.env;
  try {
    const { stdout, stderr } = await promisify(execFile)("python3", [script, ...words], {
      env: { ...rest, OPENBLAS_VERBOSE: "2", ...environment },
    });
    const lines = `${stdout}\n${stderr}`.split("\n");
    const core = lines.find((line) => line.startsWith("Core: "))?.slice(6) ?? "unknown";
    return { answer: JSON.parse(lines.find((line) => line.startsWith("{"))!) as T, core };
  } catch {
    return null;
  }
}
