import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";
import { HOLD_LOCK } from "../../kernel/services/worker-lock.ts";

/** The files of the database's program: DuckDB-WASM's build with exceptions, which needs no isolation headers. */
const files: Record<string, { source: string; type: string }> = {
  "duckdb/eh.worker.js": { source: "duckdb-browser-eh.worker.js", type: "text/javascript; charset=utf-8" },
  "duckdb/eh.wasm": { source: "duckdb-eh.wasm", type: "application/wasm" },
};

/** Serves the database's program from its package, and copies it into a built page. */
export function duckdb(): Plugin {
  const folder = dirname(createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm"));
  return {
    name: "yuheng:duckdb",
    configureServer(server) {
      for (const [name, { source, type }] of Object.entries(files)) {
        server.middlewares.use(`/${name}`, (_request, response, next) => {
          sendFile(join(folder, source), type, response).catch(next);
        });
      }
    },
    async generateBundle() {
      for (const [fileName, { source }] of Object.entries(files)) {
        this.emitFile({ type: "asset", fileName, source: await contentOf(join(folder, source)) });
      }
    },
  };
}

async function sendFile(path: string, type: string, response: ServerResponse): Promise<void> {
  const content = await contentOf(path);
  response.setHeader("Content-Type", type);
  response.setHeader("Content-Length", content.length);
  // The lock file pins the package's version; a browser may cache the file for a day.
  response.setHeader("Cache-Control", "max-age=86400");
  response.end(content);
}

/** A file of the program. The worker's script is extended to hold a lock for as long as the worker lives. */
export async function contentOf(path: string): Promise<Buffer> {
  const content = await readFile(path);
  return path.endsWith(".js") ? Buffer.concat([Buffer.from(HOLD_LOCK), content]) : content;
}
