import { spawn } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { root } from "../installation/root.ts";
import { refuse } from "./answer.ts";
import { builtWorkbench } from "./built-workbench.ts";
import { compressText } from "./compressed.ts";
import { DatasetFolders } from "./dataset-folders.ts";
import { datasetRoutes } from "./datasets.ts";
import { filesBesideRoutes } from "./files-beside.ts";
import { filterRequests, refuseFailed } from "./guard.ts";
import { inFolders } from "./in-folders.ts";
import { isolate } from "./isolation.ts";
import { keepAlive } from "./keep-alive.ts";
import { llmRoutes } from "./llm/llm-routes.ts";
import type { Upstream } from "./llm/upstream.ts";
import { NotebookFolders, type Notebooks } from "./notebook-folders.ts";
import { NotebookStore } from "./notebook-store.ts";
import { documentOf, newToken, notebookRoutes } from "./notebooks.ts";
import { proposalRoutes } from "./proposals.ts";
import { listenerOf, type Route } from "./routes.ts";
import { staticFiles, staticText } from "./static-files.ts";
import { systemReason } from "./system-reason.ts";

const texts = messages("server", {
  nothingThere: {
    en: "There is nothing at this address.",
    zh: "此地址没有内容。",
  },
  noOwnFolder: {
    en: "The folder “{folder}” of your notebooks could not be made: {why}. Give another with --folder.",
    zh: "无法创建您的笔记本文件夹“{folder}”：{why}。请用 --folder 另行指定。",
  },
  portTaken: {
    en: "Port {port} is already in use.",
    zh: "端口 {port} 已被占用。",
  },
});

/** How the workbench is served. */
export interface WorkbenchOptions {
  /** The preferred port; with `strict` no other will do. */
  readonly port: number;
  readonly strict: boolean;
  /** Whether a browser is opened. */
  readonly open: boolean;
  /** The folder of notebooks; those that ship if omitted. */
  readonly notebooks?: string;
  /**
   * Whether the notebooks that ship are shown beside those of the folder, as examples that stay as they are. The folders in that of the
   * notebooks are then projects.
   */
  readonly examples?: boolean;
  /** The notebook of the folder that the address opens; the library if omitted. */
  readonly notebook?: string;
  /** A folder of a user's own datasets, with a catalogue. */
  readonly datasets?: string;
  /** The server of models that the page may ask; none if omitted. */
  readonly llm?: Upstream;
  /** Called before the workbench is built. */
  building?(): void;
}

/** Serves the built workbench on this machine and resolves to its address. Rejects if the port is taken and `strict`. */
export async function serveWorkbench(options: WorkbenchOptions): Promise<string> {
  let listener: Promise<RequestListener> | undefined;
  const server = createServer(keepAlive, (request, response) => {
    isolate(response);
    listener!.then((answer) => answer(request, response)).catch((error) => fail(error, response));
  });
  filterRequests(server);
  // The port is taken first: a person who starts it twice need not wait for a build to hear so.
  const port = await listen(server, options.port, options.strict);
  listener = workbenchListener(options);
  try {
    await listener;
  } catch (error) {
    server.close();
    throw error;
  }
  const place = options.notebook === undefined ? "" : `#/n/${encodeURIComponent(options.notebook)}`;
  const address = `http://localhost:${port}/${place}`;
  if (options.open) openBrowser(address);
  return address;
}

function fail(error: unknown, response: ServerResponse): void {
  console.error(error);
  refuseFailed(response);
}

/** Answers the requests for the page, its files, notebooks and datasets. */
async function workbenchListener(options: WorkbenchOptions): Promise<RequestListener> {
  const { notebooks, datasets, llm, building } = options;
  const folder = await builtWorkbench(root, building);
  const shipped = join(root, "notebooks");
  const shown = notebooks ?? shipped;
  const token = newToken();
  const html = documentOf(await readFile(join(folder, "index.html"), "utf8"), token, shown);
  const page = staticText(".html", html, await compressText(Buffer.from(html)));
  const data = new DatasetFolders([join(root, "datasets"), ...(datasets === undefined ? [] : [datasets])]);
  return listenerOf([
    ...(await folderRoutes(shown, options.examples ? shipped : null, token)),
    ["/llm", llmRoutes(llm ?? null, token)],
    ["/datasets", datasetRoutes(data)],
    ["/index.html", page],
    ["", (request, response, next) => (/^\/(\?|$)/.test(request.url ?? "") ? page(request, response, next) : next())],
    ["", await staticFiles(folder)],
    ["", (_request, response) => refuse(response, 404, texts.nothingThere())],
  ]);
}

/** The routes to the notebooks of a folder, and to those of another as examples. */
async function folderRoutes(
  folder: string,
  examples: string | null,
  token: string,
): Promise<(readonly [address: string, route: Route])[]> {
  if (examples !== null) {
    await mkdir(folder, { recursive: true }).catch((error) => {
      throw new Fault(texts.noOwnFolder({ folder, why: systemReason(error) }));
    });
  }
  const folders = examples === null ? null : new NotebookFolders(folder, examples);
  const store: Notebooks = folders ?? new NotebookStore(folder);
  await store.sweep();
  const files = folders
    ? inFolders(folders, (place) => filesBesideRoutes(place.folder, token, place.writable))
    : filesBesideRoutes(folder, token);
  const proposals = folders
    ? inFolders(folders, (place) => proposalRoutes(place.folder, token))
    : proposalRoutes(folder, token);
  return [
    ["/api/notebooks", notebookRoutes(store, token)],
    ["/api/files", files],
    ["/api/proposals", proposals],
  ];
}

/** How many ports after the preferred one are tried. */
const MORE_PORTS = 100;

/** Listens at the port, or, unless `strict`, at the next that is free; resolves to it. */
async function listen(server: Server, port: number, strict: boolean): Promise<number> {
  for (let tried = port; ; ++tried) {
    if (await listensAt(server, tried)) return tried;
    if (strict || tried >= port + MORE_PORTS) throw new Fault(texts.portTaken({ port: String(port) }));
  }
}

/** Whether the port was free. */
function listensAt(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => (error.code === "EADDRINUSE" ? resolve(false) : reject(error));
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => {
      server.removeListener("error", failed);
      resolve(true);
    });
  });
}

/** Opens a browser with the system's own command; where there is none, the address on the terminal has to do. */
function openBrowser(address: string): void {
  const [command, ...words] =
    process.platform === "darwin"
      ? ["open", address]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", address]
        : ["xdg-open", address];
  spawn(command!, words, { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}
