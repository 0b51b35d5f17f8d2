import type { Kernels } from "./kernels.ts";
import type { ThreadTeam } from "./thread-team.ts";
import { typescriptKernels } from "./typescript-kernels.ts";
import { type BuildName, wasmKernels } from "./wasm-kernels.ts";

/** The bytes of the compiled builds that are at hand. */
export type KernelBuilds = Partial<Record<BuildName, Uint8Array<ArrayBuffer>>>;

export interface KernelOptions {
  /** Only builds that give the same bits in every engine. */
  readonly reproducible?: boolean;
  /** Makes further threads for a build over shared memory; left out where there is no isolation or nothing to gain. */
  readonly team?: (module: WebAssembly.Module) => Promise<ThreadTeam>;
}

/**
 * The fastest kernels that this engine takes: threaded, relaxed, strict, and TypeScript where there is no WASM SIMD.
 * An engine that lacks a feature says so when it validates a build, so that nothing else needs to be asked.
 */
export async function loadKernels(builds: KernelBuilds, options: KernelOptions = {}): Promise<Kernels> {
  const { reproducible = false, team } = options;
  const wanted: BuildName[] = reproducible ? ["strict"] : ["relaxed", "strict"];
  if (team)
    wanted.unshift(...(reproducible ? (["threadedStrict"] as const) : (["threaded", "threadedStrict"] as const)));
  for (const name of wanted) {
    const bytes = builds[name];
    if (typeof WebAssembly === "undefined" || !bytes || !WebAssembly.validate(bytes)) continue;
    const module = await WebAssembly.compile(bytes);
    if (!name.startsWith("threaded")) return wasmKernels(module, name);
    try {
      return wasmKernels(module, name, await team?.(module));
    } catch {
      // Threads are a favour of the host: without them the next build does the same on one.
    }
  }
  return typescriptKernels;
}
