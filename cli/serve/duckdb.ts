import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";
import { HOLD_LOCK } from "../../kernel/services/worker-lock.ts";
import type { PageFile } from "./page-files.ts";

/** The files of the database's program: DuckDB-WASM's build with exceptions, which needs no isolation headers. */
const files = [
  {
    key: "databaseWorker",
    file: "duckdb/eh.worker.js",
    source: "duckdb-browser-eh.worker.js",
    type: "text/javascript; charset=utf-8",
  },
  { key: "databaseModule", file: "duckdb/eh.wasm", source: "duckdb-eh.wasm", type: "application/wasm" },
];

/** Gives the database's program from its package. */
export function duckdb(): Plugin {
  return {
    name: "yuheng:duckdb",
    apply: "serve",
    configureServer(server) {
      for (const { file, source, type } of files) {
        server.middlewares.use(`/${file}`, (_request, response, next) => {
          sendFile(join(packageFolder(), source), type, response).catch(next);
        });
      }
    },
  };
}

/** The same program as files of the built page. */
export function duckdbFiles(): PageFile[] {
  return files.map(({ key, file, source }) => ({ key, file, content: () => contentOf(join(packageFolder(), source)) }));
}

function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm"));
}

async function sendFile(path: string, type: string, response: ServerResponse): Promise<void> {
  const content = await contentOf(path);
  response.setHeader("Content-Type", type);
  response.setHeader("Content-Length", content.length);
  // The lock file pins the package's version; a browser may cache the file for a day.
  response.setHeader("Cache-Control", "max-age=86400");
  response.end(content);
}

/**
 * A file of the program. The worker's script is extended to hold a lock for as long as the worker lives, and its module is compiled
 * from the response of the server itself: DuckDB would pass it through a stream that counts its bytes, and a browser caches the
 * compiled code only of what it has fetched.
 */
export async function contentOf(path: string): Promise<Buffer> {
  const content = await readFile(path);
  if (!path.endsWith(".js")) return content;
  const script = content.toString("utf8");
  if (script.split(COUNTED).length !== 2) throw new Error("The script of DuckDB-WASM is another than expected.");
  return Buffer.from(HOLD_LOCK + script.replace(COUNTED, UNCOUNTED));
}

const COUNTED = `if(typeof TransformStream=="function"){let a=(async()=>{`;
const UNCOUNTED = `if(true){WebAssembly.instantiateStreaming(fetch(new Request(this.mainModuleURL)),e).then(l=>{t(l.instance,l.module)})}else if(typeof TransformStream=="function"){let a=(async()=>{`;
