import { join } from "node:path";
import { build } from "vite";

/** The entries of the command: itself, its threads, each under the name of its source, and the datasets for programs. */
const entries = {
  main: "cli/main.ts",
  "job-thread": "cli/run/job-thread.ts",
  "comparison-thread": "cli/diff/comparison-thread.ts",
  "compute-thread": "kernel/headless/compute-thread.ts",
  "function-thread": "kernel/headless/function-thread.ts",
  "library/datasets": "cli/library/datasets.ts",
};

/** Packages that a person installs beside this one where they are needed: they are built for one system. */
export const peers = ["@duckdb/node-api", "@napi-rs/canvas"];

/** Packages that read files beside their own modules, and so are loaded where they lie. */
const apart = ["highs"];

const installed = [...peers, ...apart];

/** What builds from sources: a clone's, never called in the package. */
const ofClones = /\/(?:build-programs|workbench-config|node_modules\/vite\/.*)(?:\.ts)?$|^vite$/;

/** Compiles the command into plain JavaScript for Node, with the libraries that it uses, into flat files of a folder. */
export async function bundleCommand(root: string, folder: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: "warn",
    publicDir: false,
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    ssr: { noExternal: true, external: installed },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: "node20",
      minify: false,
      rollupOptions: {
        checks: { pluginTimings: false },
        input: Object.fromEntries(Object.entries(entries).map(([name, source]) => [name, join(root, source)])),
        external: (id) => ofClones.test(id) || installed.includes(id),
        output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  });
}
