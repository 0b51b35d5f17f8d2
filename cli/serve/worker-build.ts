import type { UserConfig } from "vite";
import { numericKernels } from "./wasm.ts";

/** What all domains of the library stand on: one file, where their smaller common parts would be a dozen. */
const SHARED = { name: "shared", test: /[\\/]lib[\\/](tool|message)[\\/]|[\\/]node_modules[\\/]zod[\\/]/ };

/** The module by which the code of a domain is loaded. */
const DOMAIN = /[\\/]lib[\\/](\w+)[\\/]tools\.ts$/;

/** How the programs of workers are built: the code of each domain of the library is a file that is fetched when it is asked for. */
export function workerBuild(root: string): UserConfig["worker"] {
  return {
    format: "es",
    plugins: () => [numericKernels(root)],
    rollupOptions: {
      output: {
        codeSplitting: { groups: [SHARED] },
        chunkFileNames: ({ facadeModuleId }) => {
          const domain = DOMAIN.exec(facadeModuleId ?? "")?.[1];
          return domain ? `assets/domain-${domain}-[hash].js` : "assets/[name]-[hash].js";
        },
      },
    },
  };
}

/** The same where the program is a text: it finds nothing beside itself, and has all domains in it. */
export function textWorkerBuild(root: string): UserConfig["worker"] {
  return {
    format: "iife",
    plugins: () => [numericKernels(root)],
    rollupOptions: { output: { codeSplitting: false } },
  };
}
