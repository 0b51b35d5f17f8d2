import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import type { Plugin } from "vite";
import { messages } from "../../lib/message/message.ts";
import { refuse } from "./answer.ts";
import { FileRefused } from "./confined-file.ts";
import { CatalogueError, DatasetFolders, datasetFile, noticeFile } from "./dataset-folders.ts";
import type { Route } from "./routes.ts";
import { hasTag, IMMUTABLE } from "./static-files.ts";

const texts = messages("server", {
  unreadableDataset: {
    en: "The dataset could not be read: system error {code}.",
    zh: "无法读取数据集：系统返回 {code}。",
  },
  noDatasetFile: {
    en: "There is no dataset file {name}.",
    zh: "没有数据集文件 {name}。",
  },
});

/** Serves the datasets of a folder, and copies all into a built page. */
export function datasets(folder: string): Plugin {
  const data = new DatasetFolders([folder]);
  return {
    name: "yuheng:datasets",
    configureServer(server) {
      server.middlewares.use("/datasets", datasetRoutes(data));
    },
    async generateBundle() {
      for (const { address, content } of await datasetFiles(folder)) {
        this.emitFile({ type: "asset", fileName: address, source: content });
      }
    },
  };
}

/** The files of the datasets of a folder and of their notices, by their addresses beside a page without a server. */
export async function datasetFiles(folder: string): Promise<{ readonly address: string; readonly content: Buffer }[]> {
  const data = new DatasetFolders([folder]);
  const names = (await readdir(folder)).filter(isServed);
  return Promise.all(names.map(async (name) => ({ address: `datasets/${name}`, content: await data.read(name) })));
}

/** Answers requests for the files of datasets, by their name. */
export function datasetRoutes(data: DatasetFolders): Route {
  return (request, response, next) => {
    const [address = "", query = ""] = (request.url ?? "").split("?");
    if (/(^|&)import\b/.test(query)) return next(); // imported as a module by a test
    // A dataset's name needs no encoding: an encoded name is not one.
    const name = address.slice(1);
    if (!isServed(name)) return next();
    serve(data, name, new URLSearchParams(query).get("sha256"), request, response).catch(
      (error: NodeJS.ErrnoException) => {
        if (response.headersSent) return response.destroy();
        if (error instanceof CatalogueError) return refuse(response, 500, error.said);
        if (error instanceof FileRefused) return refuse(response, 403, error.said);
        refuse(response, 500, texts.unreadableDataset({ code: error.code ?? error.name }));
      },
    );
  };
}

async function serve(
  data: DatasetFolders,
  name: string,
  version: string | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader("Cache-Control", "no-cache");
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Content-Type", typeOf(name));
  if (name === "catalogue.json" && data.folders.length > 1) {
    return sendTagged(Buffer.from(JSON.stringify(await data.catalogue())), version, request, response);
  }
  const handle = await data.open(name);
  if (!handle) return refuse(response, 404, texts.noDatasetFile({ name }));
  try {
    const { size } = await handle.stat();
    if (size <= TAGGED_BYTES) return sendTagged(await handle.readFile(), version, request, response);
    response.setHeader("Content-Length", size);
    // No more than the announced length, even if the file grows meanwhile.
    await pipeline(handle.createReadStream({ autoClose: false, start: 0, end: size - 1 }), response);
  } finally {
    await handle.close();
  }
}

/** Up to this size a file is hashed whenever it is asked for; a larger one, which ships with nothing, is only passed on. */
const TAGGED_BYTES = 16 * 1024 * 1024;

/**
 * Sends bytes with their hash as tag. Under an address that names this very hash they stay what they are for good; should the file be
 * another than the one that was asked for, the browser asks again the next time.
 */
function sendTagged(bytes: Buffer, version: string | null, request: IncomingMessage, response: ServerResponse): void {
  const hash = createHash("sha256").update(bytes).digest("hex");
  if (version === hash) response.setHeader("Cache-Control", IMMUTABLE);
  const tag = `"${hash}"`;
  response.setHeader("ETag", tag);
  if (hasTag(request, tag)) {
    response.statusCode = 304;
    response.end();
    return;
  }
  response.setHeader("Content-Length", bytes.length);
  response.end(bytes);
}

function isServed(name: string): boolean {
  return datasetFile.test(name) || noticeFile.test(name);
}

function typeOf(name: string): string {
  if (noticeFile.test(name)) return "text/plain; charset=utf-8";
  if (name.endsWith(".json")) return "application/json";
  return name.endsWith(".packed") ? "application/octet-stream" : "application/vnd.apache.arrow.file";
}
