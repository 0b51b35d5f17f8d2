import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "../..");

/** The address below which a test's site lies: not the top of its host. */
const below = "/a/sub%20path/";

/** The types of the files of a site. */
export const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** The folder of what `test/site/shared-site.ts` builds: a site, one with the workbench, and pages that are one file. `npm test` names it. */
export async function sharedSite(): Promise<string> {
  const built = process.env.YUHENG_TEST_SITE;
  if (built !== undefined) return built;
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, "test/site/build.mjs")], { cwd: root });
  return stdout;
}

/** A new folder for a test. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "yuheng-site-"));
}

/** An ordinary static host: files and their types, and no other header unless a test gives some. It writes down what was asked of it. */
export class StaticHost {
  readonly asked: string[] = [];
  readonly #server: Server;
  /** Files that it does not have. */
  missing: RegExp | null = null;
  /** Files that it has instead of those of its folder, or besides them. */
  readonly changed = new Map<string, string | Uint8Array>();

  private constructor(folder: string, headers: Readonly<Record<string, string>>) {
    this.#server = createServer((request, response) => {
      const address = (request.url ?? "").split("?")[0]!;
      const name = address.startsWith(below) ? decodeURIComponent(address.slice(below.length)) || "index.html" : "";
      const path = join(folder, name);
      const changed = this.changed.get(name);
      const isThere = name !== "" && !name.includes("..") && (changed !== undefined || existsSync(path));
      if (!isThere || this.missing?.test(name)) {
        response.statusCode = 404;
        response.end();
        return;
      }
      this.asked.push(name);
      response.setHeader("Content-Type", types[extname(name)] ?? "application/octet-stream");
      for (const [header, value] of Object.entries(headers)) response.setHeader(header, value);
      response.end(changed ?? readFileSync(path));
    });
  }

  static async open(folder: string, headers: Readonly<Record<string, string>> = {}): Promise<StaticHost> {
    const host = new StaticHost(folder, headers);
    await new Promise<void>((resolve) => host.#server.listen(0, "127.0.0.1", resolve));
    return host;
  }

  address(page: string): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}${below}${page}`;
  }

  /** The network is gone. */
  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
