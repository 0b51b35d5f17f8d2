import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { createGzip, gzip } from "node:zlib";
import { COMPRESSED } from "./compressed.ts";
import { encodingFor } from "./content-encoding.ts";
import { refuseFailed } from "./guard.ts";
import type { Route } from "./routes.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** Files whose names say their content: a browser may keep them for good and need not ask again. */
export const IMMUTABLE = "public, max-age=31536000, immutable";

interface StaticFile {
  readonly path: string;
  readonly size: number;
  readonly type: string;
  readonly compressed: { readonly path: string; readonly size: number } | null;
}

/**
 * Answers requests for the files of a folder that does not change, listed once: no address leads out of it. All of them are named
 * after their content; the page's document, which is not, has a route of its own.
 */
export async function staticFiles(folder: string): Promise<Route> {
  const files = await listFiles(folder);
  return (request, response, next) => {
    const file = files.get(decodeURIComponent((request.url ?? "").split("?")[0]!));
    if (!file || !isReading(request)) return next();
    send(file, request, response).catch(() => refuseFailed(response));
  };
}

/** Answers requests for one text by its content's tag, so that a browser that has it need not receive it again. */
export function staticText(type: keyof typeof TYPES, text: string, compressed: Buffer): Route {
  const bytes = Buffer.from(text);
  const zipped = promisify(gzip)(bytes);
  const tag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
  return async (request, response, next) => {
    if (!isReading(request)) return next();
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("ETag", tag);
    response.setHeader("Vary", "Accept-Encoding");
    if (hasTag(request, tag)) {
      response.statusCode = 304;
      response.end();
      return;
    }
    response.setHeader("Content-Type", TYPES[type]!);
    const encoding = encodingFor(request);
    if (encoding) response.setHeader("Content-Encoding", encoding);
    const body = encoding === "br" ? compressed : encoding === "gzip" ? await zipped : bytes;
    response.setHeader("Content-Length", body.length);
    response.end(body);
  };
}

/** Whether the sender has the content of a tag already. */
export function hasTag({ headers }: IncomingMessage, tag: string): boolean {
  const tags = (headers["if-none-match"] ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  return tags.includes(tag);
}

function isReading({ method }: IncomingMessage): boolean {
  return method === "GET" || method === "HEAD";
}

async function send(file: StaticFile, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader("Cache-Control", IMMUTABLE);
  response.setHeader("Content-Type", file.type);
  response.setHeader("X-Content-Type-Options", "nosniff");
  if (file.compressed) response.setHeader("Vary", "Accept-Encoding");
  const encoding = file.compressed && encodingFor(request);
  if (encoding) response.setHeader("Content-Encoding", encoding);
  const chosen = encoding === "br" ? file.compressed! : file;
  // Few clients read gzip only; for them it is made while it is sent, so that its length is not known before.
  if (encoding !== "gzip") response.setHeader("Content-Length", chosen.size);
  if (request.method === "HEAD") response.end();
  else if (encoding === "gzip") await pipeline(createReadStream(chosen.path), createGzip({ level: 6 }), response);
  else await pipeline(createReadStream(chosen.path), response);
}

/** The files by their address. */
async function listFiles(folder: string): Promise<Map<string, StaticFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = new Map<string, number>();
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) sizes.set(path, (await stat(path)).size);
  }
  const files = new Map<string, StaticFile>();
  for (const [path, size] of sizes) {
    const type = TYPES[extname(path)];
    if (type === undefined || path.endsWith(".html")) continue;
    const compressed = sizes.get(path + COMPRESSED);
    files.set(`/${relative(folder, path).split(sep).join("/")}`, {
      path,
      size,
      type,
      compressed: compressed === undefined ? null : { path: path + COMPRESSED, size: compressed },
    });
  }
  return files;
}
