import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin, UserConfig } from "vite";
import { declarationFiles, declarations } from "./declarations.ts";
import { duckdb, duckdbFiles } from "./duckdb.ts";
import { frameFiles, frameProgram } from "./frame-program.ts";
import { guard } from "./guard.ts";
import { highs } from "./highs.ts";
import { isolation } from "./isolation.ts";
import { pageFiles } from "./page-files.ts";
import { workbenchPolicy } from "./page-policy.ts";
import { productionResolve } from "./production.ts";
import { numericKernels } from "./wasm.ts";
import { workerBuild } from "./worker-build.ts";

/**
 * How Vite serves and builds the workbench.
 *
 * @param root the project's folder
 * @param content the plugins that serve notebooks and datasets, and put them into the build; none if a server gives them beside it
 */
export function workbenchConfig(root: string, content: readonly Plugin[]): UserConfig {
  // Beside the project in a clone; wherever they were put where it is itself a package.
  const dependencies = dirname(dirname(createRequire(import.meta.url).resolve("vite/package.json")));
  return {
    root: join(root, "app"),
    base: "./",
    publicDir: false,
    cacheDir: join(root, "node_modules/.vite"),
    plugins: [
      guard(),
      isolation(),
      workbenchPolicy(),
      frameProgram(root),
      declarations(root),
      duckdb(),
      numericKernels(root),
      highs(),
      pageFiles([...frameFiles(root), ...declarationFiles(root), ...duckdbFiles()]),
      ...content,
    ],
    resolve: productionResolve,
    // Named here so that no dependency is discovered late, which would reload the page under the reader.
    optimizeDeps: {
      include: [
        "comlink",
        "lit",
        "apache-arrow",
        "apache-arrow/ipc/metadata/file",
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
        "hyparquet",
        "hyparquet/src/column.js",
        "hyparquet-compressors",
        "@e965/xlsx",
        "@e965/xlsx/dist/cpexcel.full.mjs",
        "topojson-client",
        "sql.js/dist/sql-wasm-inline.js",
        "@wllama/wllama",
      ],
      // Its plugin has to see its source.
      exclude: ["highs"],
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
  };
}
