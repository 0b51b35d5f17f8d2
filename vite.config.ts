import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { defineConfig } from "vite";
import { datasets } from "./cli/serve/datasets.ts";
import { declarations } from "./cli/serve/declarations.ts";
import { duckdb } from "./cli/serve/duckdb.ts";
import { frameProgram } from "./cli/serve/frame-program.ts";
import { guard } from "./cli/serve/guard.ts";
import { isolation } from "./cli/serve/isolation.ts";
import { notebooks } from "./cli/serve/notebooks.ts";
import { workbenchPolicy } from "./cli/serve/page-policy.ts";
import { numericKernels } from "./cli/serve/wasm.ts";
import { workerBuild } from "./cli/serve/worker-build.ts";

const root = import.meta.dirname;
// Beside the project in a clone; wherever they were put where it is itself a package.
const dependencies = dirname(dirname(createRequire(import.meta.url).resolve("vite/package.json")));
const ownDatasets = process.env.YUHENG_DATASETS ? [process.env.YUHENG_DATASETS] : [];

export default defineConfig({
  root: join(root, "app"),
  base: "./",
  publicDir: false,
  // Two servers that start at once would write over each other's prepared dependencies.
  cacheDir: join(root, "node_modules", process.env.YUHENG_CACHE ?? ".vite"),
  plugins: [
    guard(),
    isolation(),
    workbenchPolicy(),
    frameProgram(root),
    datasets([join(root, "datasets"), ...ownDatasets]),
    declarations(root),
    duckdb(),
    numericKernels(root),
    notebooks(process.env.YUHENG_NOTEBOOKS ?? join(root, "notebooks")),
  ],
  // Named here so that no dependency is discovered late, which would reload the page under the reader.
  optimizeDeps: {
    include: [
      "comlink",
      "lit",
      "apache-arrow",
      "zod",
      "zod/v4/locales/zh-CN.js",
      "saxes",
      "fflate",
      "diff",
      "@noble/hashes/sha2.js",
      "@noble/hashes/utils.js",
      "dompurify",
      "@duckdb/duckdb-wasm",
      "typescript6",
      "@codemirror/merge",
      "@observablehq/parser",
    ],
    entries: ["main.ts", "../kernel/services/compute/compute.worker.ts", "typing/typing.worker.ts"],
  },
  worker: workerBuild(root),
  server: {
    host: "127.0.0.1",
    // No other origin reads what is served; the notebook's frame, which has none, asks for nothing.
    cors: false,
    // The page's own programs. Notebooks and datasets have routes of their own, which follow no link.
    fs: {
      allow: [
        ...["app", "kernel", "lib", "datasets", "notebooks/previews", "notebooks/templates", "node_modules"].map(
          (folder) => join(root, folder),
        ),
        dependencies,
      ],
    },
    watch: { ignored: ["**/notebooks/**", "**/datasets/**"] },
  },
  build: { outDir: join(root, "dist"), emptyOutDir: true, target: "es2022", chunkSizeWarningLimit: 1500 },
});
