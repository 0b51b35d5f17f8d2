import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import type { Kernels } from "../../lib/numeric/kernels.ts";
import { type KernelBuilds, loadKernels } from "../../lib/numeric/load-kernels.ts";
import { root } from "../installation/root.ts";
import { compileKernels } from "./wasm.ts";

/** The most threads of one command, its own included: as many as a compute worker uses. */
const MAX_THREADS = 4;

export interface NodeKernels {
  readonly kernels: Kernels;
  /** Terminates the other threads. */
  end(): Promise<void>;
}

/**
 * The fastest kernels of this version of Node, chosen as a compute worker does. `threads` for work that is worth starting them;
 * `reproducible` for the same bits on every machine. Without the compiler (a production install) they run in TypeScript.
 */
export async function nodeKernels(options: { threads: boolean; reproducible: boolean }): Promise<NodeKernels> {
  // Later versions have relaxed SIMD by default; version 20 needs this flag.
  if (process.version.startsWith("v20.")) setFlagsFromString("--experimental-wasm-relaxed-simd");
  const builds: KernelBuilds = await compileKernels(root).catch(() => ({}));
  const threads = options.threads ? Math.min(MAX_THREADS, availableParallelism()) : 1;
  let end = async () => {};
  const kernels = await loadKernels(builds, {
    reproducible: options.reproducible,
    ...(threads > 1
      ? {
          team: async (module: WebAssembly.Module) => {
            const { nodeThreadTeam } = await import("./node-thread-team.ts");
            const team = await nodeThreadTeam(module, threads - 1);
            end = () => team.end();
            return team;
          },
        }
      : {}),
  });
  return { kernels, end };
}
