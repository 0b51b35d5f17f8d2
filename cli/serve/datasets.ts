import { readdir } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { Connect, Plugin } from "vite";
import { messages } from "../../lib/message/message.ts";
import { refuse } from "./answer.ts";
import { FileRefused } from "./confined-file.ts";
import { CatalogueError, DatasetFolders, datasetFile } from "./dataset-folders.ts";

const said = messages("server", {
  unreadableDataset: {
    en: "The dataset could not be read: the system says {code}.",
    zh: "无法读取数据集：系统返回 {code}。",
  },
  noDatasetFile: {
    en: "There is no dataset file {name}.",
    zh: "没有数据集文件 {name}。",
  },
});

/** Serves the files of datasets, with the catalogues of several folders as one, and copies all into a built page. */
export function datasets(folders: readonly string[]): Plugin {
  const data = new DatasetFolders(folders);
  return {
    name: "yuheng:datasets",
    configureServer(server) {
      server.middlewares.use("/datasets", datasetRoutes(data));
    },
    async generateBundle() {
      const add = async (name: string) => {
        this.emitFile({ type: "asset", fileName: `datasets/${name}`, source: await data.read(name) });
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

function datasetRoutes(data: DatasetFolders): Connect.NextHandleFunction {
  return (request, response, next) => {
    const [address = "", query = ""] = (request.url ?? "").split("?");
    if (/(^|&)import\b/.test(query)) return next(); // imported as a module by a test
    // A dataset's name needs no encoding: an encoded name is not one.
    const name = address.slice(1);
    if (!datasetFile.test(name)) return next();
    serve(data, name, response).catch((error: NodeJS.ErrnoException) => {
      if (response.headersSent) return response.destroy();
      if (error instanceof CatalogueError) return refuse(response, 500, error.said);
      if (error instanceof FileRefused) return refuse(response, 403, error.said);
      refuse(response, 500, said.unreadableDataset({ code: error.code ?? error.name }));
    });
  };
}

async function serve(
  data: DatasetFolders,
  name: string,
  response: Parameters<Connect.SimpleHandleFunction>[1],
): Promise<void> {
  response.setHeader("Cache-Control", "no-cache");
  response.setHeader("X-Content-Type-Options", "nosniff");
  if (name === "catalogue.json" && data.folders.length > 1) {
    const catalogue = await data.catalogue();
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify(catalogue));
    return;
  }
  const handle = await data.open(name);
  if (!handle) return refuse(response, 404, said.noDatasetFile({ name }));
  try {
    const { size } = await handle.stat();
    response.setHeader("Content-Type", typeOf(name));
    response.setHeader("Content-Length", size);
    // No more than the announced length, even if the file grows meanwhile.
    if (size === 0) response.end();
    else await pipeline(handle.createReadStream({ autoClose: false, start: 0, end: size - 1 }), response);
  } finally {
    await handle.close();
  }
}

function typeOf(name: string): string {
  if (name.endsWith(".json")) return "application/json";
  return name.endsWith(".packed") ? "application/octet-stream" : "application/vnd.apache.arrow.file";
}
