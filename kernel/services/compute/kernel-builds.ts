import type { BuildName } from "../../../lib/numeric/wasm-kernels.ts";

/** The compiled numeric kernels in base64. Filled by the build (`cli/serve/wasm.ts`); empty, they run in TypeScript. */
export const kernelBuilds: Partial<Record<BuildName, string>> = {};
