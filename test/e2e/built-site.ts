import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";

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

/** What the command said, and how it ended. */
export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `yuheng build` as a person would. */
export function yuhengBuild(...words: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, "cli/yuheng.mjs"), "build", ...words], { cwd: root });
    let out = "";
    let err = "";
    child.stdout.on("data", (piece) => {
      out += piece;
    });
    child.stderr.on("data", (piece) => {
      err += piece;
    });
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

/** A new folder for a test. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "yuheng-site-"));
}

/** A file of a notebook in a new folder. */
export function notebookFile(name: string, text: string): string {
  const path = join(newFolder(), `${name}.html`);
  writeFileSync(path, text);
  return path;
}

export function shipped(...names: string[]): string[] {
  return names.map((name) => join(root, "notebooks", `${name}.html`));
}

/** An ordinary static host: files and their types, and no other header unless a test gives some. It writes down what was asked of it. */
export class StaticHost {
  readonly asked: string[] = [];
  readonly #server: Server;
  /** Files that it does not have. */
  missing: RegExp | null = null;

  private constructor(folder: string, headers: Readonly<Record<string, string>>) {
    this.#server = createServer((request, response) => {
      const address = (request.url ?? "").split("?")[0]!;
      const name = address.startsWith(below) ? decodeURIComponent(address.slice(below.length)) || "index.html" : "";
      const path = join(folder, name);
      if (name === "" || name.includes("..") || !existsSync(path) || this.missing?.test(name)) {
        response.statusCode = 404;
        response.end();
        return;
      }
      this.asked.push(name);
      response.setHeader("Content-Type", types[extname(name)] ?? "application/octet-stream");
      for (const [header, value] of Object.entries(headers)) response.setHeader(header, value);
      response.end(readFileSync(path));
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
