import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "vite";
import { DatasetFolders, datasetFile } from "./dataset-folders.ts";

/** Serves datasets as they lie on disk, those of several folders as one catalogue, and copies all into a built page. */
export function datasets(folders: readonly string[]): Plugin {
  const data = new DatasetFolders(folders);
  return {
    name: "yuheng:datasets",
    configureServer(server) {
      server.middlewares.use("/datasets", async (request, response, next) => {
        const [address = "", query = ""] = (request.url ?? "").split("?");
        if (/(^|&)import\b/.test(query)) return next(); // asked for as a module, by a test
        const name = decodeURIComponent(address.slice(1));
        if (!datasetFile.test(name)) return next();
        response.setHeader("Cache-Control", "no-cache");
        if (name === "catalogue.json" && folders.length > 1) {
          return data.catalogue().then((catalogue) => {
            response.setHeader("Content-Type", "application/json");
            response.end(JSON.stringify(catalogue));
          }, next);
        }
        const path = await data.find(name).catch(() => join(folders[0]!, name));
        const found = await stat(path).catch(() => null);
        if (!found) {
          response.statusCode = 404;
          return response.end();
        }
        response.setHeader("Content-Type", typeOf(name));
        response.setHeader("Content-Length", found.size);
        createReadStream(path).pipe(response);
      });
    },
    async generateBundle() {
      const add = async (name: string) => {
        this.emitFile({ type: "asset", fileName: `datasets/${name}`, source: await readFile(await data.find(name)) });
      };
      const [shipped = "", ...own] = folders;
      for (const name of await readdir(shipped)) {
        if (datasetFile.test(name) && (name !== "catalogue.json" || own.length === 0)) await add(name);
      }
      if (own.length === 0) return;
      const catalogue = await data.catalogue();
      const isShipped = new Set(await readdir(shipped));
      for (const { file } of catalogue.datasets) if (!isShipped.has(file)) await add(file);
      const source = JSON.stringify(catalogue);
      this.emitFile({ type: "asset", fileName: "datasets/catalogue.json", source });
    },
  };
}

function typeOf(name: string): string {
  if (name.endsWith(".json")) return "application/json";
  return name.endsWith(".packed") ? "application/octet-stream" : "application/vnd.apache.arrow.file";
}
