import { randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Plugin } from "vite";
import { NotebookStore, VersionConflict } from "./notebook-store.ts";

/** The largest notebook that is taken, in bytes. */
const LARGEST = 32 * 1024 * 1024;

/**
 * Lets the page read and save the notebooks of one folder. Saving needs the token of this start, which only the page's own
 * document carries, a Host of this machine and the page's own Origin: no other site, and no notebook, can write.
 */
export function notebooks(folder: string): Plugin {
  const store = new NotebookStore(folder);
  const token = randomBytes(24).toString("base64url");
  return {
    name: "yuheng:notebooks",
    configureServer(server) {
      server.middlewares.use("/api/notebooks", (request, response, next) => {
        handle(store, token, request, response).catch(next);
      });
    },
    transformIndexHtml: {
      order: "pre",
      handler: (html, { server }) =>
        server
          ? html.replace('<meta name="yuheng-token" content=""', `<meta name="yuheng-token" content="${token}"`)
          : html,
    },
    async generateBundle() {
      const list = await store.list();
      const described = list.map(({ name, version, modified }) => ({ name, version, modified }));
      this.emitFile({ type: "asset", fileName: "notebooks/index.json", source: JSON.stringify(described) });
      for (const { name, text } of list) {
        this.emitFile({ type: "asset", fileName: `notebooks/${name}.html`, source: text });
      }
    },
  };
}

async function handle(
  store: NotebookStore,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const name = decodeURIComponent((request.url ?? "/").split("?")[0]!.replace(/^\//, ""));
  if (!isLocal(request.headers.host))
    return answer(response, 403, { error: "This server answers on this machine only." });
  try {
    if (request.method === "GET" && name === "") return answer(response, 200, await store.list());
    if (request.method === "GET") {
      const notebook = await store.read(name);
      return notebook
        ? answer(response, 200, notebook)
        : answer(response, 404, { error: `There is no notebook named “${name}” in the folder.` });
    }
    if (request.method === "PUT") {
      const refusal = refuse(request, token);
      if (refusal) return answer(response, 403, { error: refusal });
      const body = JSON.parse(await bodyOf(request)) as { text?: unknown; version?: unknown };
      if (typeof body.text !== "string" || (typeof body.version !== "string" && body.version !== null)) {
        return answer(response, 400, {
          error: "A save needs the notebook's text, and the version that it is based on.",
        });
      }
      return answer(response, 200, await store.write(name, body.text, body.version));
    }
    response.setHeader("Allow", "GET, PUT");
    return answer(response, 405, { error: "Notebooks can be read and saved, nothing else." });
  } catch (error) {
    if (error instanceof VersionConflict)
      return answer(response, 409, { error: error.message, current: error.current });
    if (error instanceof RangeError || error instanceof SyntaxError)
      return answer(response, 400, { error: error.message });
    const { code, message } = error as NodeJS.ErrnoException;
    const why =
      code === "ENOSPC"
        ? "the disk is full"
        : code === "EACCES" || code === "EROFS"
          ? "the folder is read-only"
          : message;
    return answer(response, 500, { error: `The notebook could not be written: ${why}.` });
  }
}

function refuse(request: IncomingMessage, token: string): string | null {
  const given = Buffer.from(String(request.headers["x-yuheng-token"] ?? ""));
  const wanted = Buffer.from(token);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    return "This page belongs to an earlier start of the server. Reload it to save.";
  }
  const { origin, host } = request.headers;
  if (origin && origin !== `http://${host}` && origin !== `https://${host}`)
    return "Only the workbench itself may save.";
  return null;
}

/** The names under which a machine knows itself: another in Host means that a foreign site points its own name here. */
function isLocal(host: string | undefined): boolean {
  const name = (host ?? "").replace(/:\d+$/, "");
  return name === "localhost" || name === "127.0.0.1" || name === "[::1]";
}

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let length = 0;
    request.on("data", (part: Buffer) => {
      length += part.length;
      if (length > LARGEST) {
        request.destroy();
        reject(new RangeError(`A notebook may be at most ${LARGEST / 1024 / 1024} MiB.`));
      } else parts.push(part);
    });
    request.on("end", () => resolve(Buffer.concat(parts).toString("utf8")));
    request.on("error", reject);
  });
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.end(JSON.stringify(body));
}
