import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { createBrotliDecompress, createGzip, gzip } from "node:zlib";
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

interface StoredForm {
  readonly path: string;
  readonly size: number;
}

/** A file in the forms in which it lies there, at least one: a package contains large files only compressed. */
interface StaticFile {
  readonly type: string;
  readonly plain: StoredForm | null;
  readonly compressed: StoredForm | null;
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
  const stored = encoding === "br" ? file.compressed : encoding === null ? file.plain : null;
  // Few clients read gzip or plain files only; what is made for them while it is sent has no length before.
  if (stored) response.setHeader("Content-Length", stored.size);
  if (request.method === "HEAD") response.end();
  else if (stored) await pipeline(createReadStream(stored.path), response);
  else {
    const content = file.plain
      ? [createReadStream(file.plain.path)]
      : [createReadStream(file.compressed!.path), createBrotliDecompress()];
    await pipeline([...content, ...(encoding === "gzip" ? [createGzip({ level: 6 })] : []), response]);
  }
}

/** The files by their address. */
async function listFiles(folder: string): Promise<Map<string, StaticFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = new Map<string, number>();
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) sizes.set(path, (await stat(path)).size);
  }
  const formAt = (path: string): StoredForm | null => {
    const size = sizes.get(path);
    return size === undefined ? null : { path, size };
  };
  const files = new Map<string, StaticFile>();
  for (const stored of sizes.keys()) {
    const path = stored.endsWith(COMPRESSED) ? stored.slice(0, -COMPRESSED.length) : stored;
    const type = TYPES[extname(path)];
    if (type === undefined || path.endsWith(".html")) continue;
    const address = `/${relative(folder, path).split(sep).join("/")}`;
    files.set(address, { type, plain: formAt(path), compressed: formAt(path + COMPRESSED) });
  }
  return files;
}
