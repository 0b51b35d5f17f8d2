import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** A folder behind the plainest of hosts, below a path: no header but the type. */
export interface StaticSite {
  readonly address: string;
  close(): Promise<void>;
}

export async function serveFolder(folder: string, path = "/some/path/"): Promise<StaticSite> {
  const server: Server = createServer(async (request, response) => {
    const asked = decodeURIComponent((request.url ?? "/").split(/[?#]/)[0]!);
    const inside = normalize(asked.slice(path.length) || "index.html");
    const file = join(folder, inside);
    const found = asked.startsWith(path) && !inside.startsWith("..") ? await stat(file).catch(() => null) : null;
    if (!found?.isFile()) {
      response.statusCode = 404;
      return response.end();
    }
    response.setHeader("Content-Type", types[extname(file)] ?? "application/octet-stream");
    response.setHeader("Content-Length", found.size);
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The test's server has no port.");
  return {
    address: `http://localhost:${address.port}${path}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
