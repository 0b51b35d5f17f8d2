import type { Kernels } from "./kernels.ts";
import type { ThreadTeam } from "./thread-team.ts";
import { typescriptKernels } from "./typescript-kernels.ts";
import { type BuildName, wasmKernels } from "./wasm-kernels.ts";

/** The bytes of the available compiled builds. */
export type KernelBuilds = Partial<Record<BuildName, Uint8Array<ArrayBuffer>>>;

export interface KernelOptions {
  /** Only builds that give the same bits in every engine. */
  readonly reproducible?: boolean;
  /** Creates threads for a build over shared memory; omitted without cross-origin isolation or without benefit. */
  readonly team?: (module: WebAssembly.Module) => Promise<ThreadTeam>;
}

/**
 * The fastest kernels that this engine supports: threaded, relaxed, strict, and TypeScript without WASM SIMD.
 * Validating a build shows whether the engine supports its features, so no other detection is needed.
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
      // If the host provides no threads, the next build computes the same on one.
    }
  }
  return typescriptKernels;
}
