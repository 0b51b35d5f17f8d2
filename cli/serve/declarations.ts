import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { type Plugin, runnerImport, type ViteDevServer } from "vite";
import type { Declarations } from "../../app/typing/declarations.ts";
import { hiddenOfWindow } from "../../kernel/cell/names.ts";
import { resources } from "../../lib/resources.ts";
import { dependencyFolder } from "./dependency-folder.ts";
import type { PageFile } from "./page-files.ts";
import { ownSettings } from "./production.ts";

const FILE = "typing/declarations.json";
const IDLE_MS = 3000;

/**
 * Serves the declarations for the language service of notebooks as one file: those of the language, of the libraries, and of
 * the accounting library, which are generated from its tools. The first use of the service fetches it.
 */
export function declarations(root: string): Plugin {
  let text: Promise<string> | null = null;
  const sources = new Set<string>();
  const build = () => {
    text ??= write(root, sources).catch((error) => {
      text = null;
      throw error;
    });
    return text;
  };
  return {
    name: "yuheng:declarations",
    apply: "serve",
    configureServer(server: ViteDevServer) {
      // Built after the page has loaded, so that the first completion does not wait for it.
      setTimeout(() => void build().catch(() => {}), IDLE_MS).unref();
      server.watcher.on("change", (file) => {
        if (sources.has(file) || file.startsWith(join(root, "app/typing/library"))) text = null;
      });
      server.middlewares.use(`/${FILE}`, async (_request, response, next) => {
        try {
          const body = await build();
          response.setHeader("Content-Type", "application/json");
          response.setHeader("Cache-Control", "no-cache");
          response.end(body);
        } catch (error) {
          next(error);
        }
      });
    },
  };
}

/** The same declarations as a file of the built page. */
export function declarationFiles(root: string): PageFile[] {
  return [{ key: "declarations", file: FILE, content: () => write(root, new Set()) }];
}

/** The library's own modules are imported through Vite, so that a change of a tool needs no restart. */
async function write(root: string, sources: Set<string>): Promise<string> {
  const path = join(root, "app/typing/written-tools.ts");
  const { module, dependencies } = await runnerImport<{ writeTools(): Declarations["tools"] }>(path, {
    root,
    ...ownSettings,
  });
  sources.add(path);
  for (const file of dependencies) sources.add(resolve(root, file));
  const known: Declarations = { files: collectFiles(root), tools: module.writeTools() };
  return JSON.stringify(known);
}

/** This project's modules whose types cells can use. */
const own = [
  ...[
    "compute",
    "generators",
    "markdown",
    "mutable",
    "tex",
    "observable/dom",
    "observable/files",
    "observable/promises",
  ].map((name) => `kernel/stdlib/${name}.ts`),
  "kernel/values/amount.ts",
  "kernel/charts/chart-options.ts",
  "kernel/services/catalogue.ts",
  "lib/tool/reference.ts",
  "lib/tool/resource-handle.ts",
  ...resources.flatMap(({ typing }) => typing?.modules ?? []),
];

/** The declaration files by their path in the language service. */
export function collectFiles(root: string): Record<string, string> {
  const files: Record<string, string> = {};
  const add = (path: string, name = relative(root, path), edit = (text: string) => text) => {
    files[`/${name}`] = edit(readFileSync(path, "utf8"));
  };
  const addFolder = (folder: string, as: string) => {
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }))
      if (name.endsWith(".d.ts")) add(join(folder, name), `${as}/${name}`);
  };
  const typescript = dirname(createRequire(join(root, "package.json")).resolve("typescript6"));
  for (const lib of librariesFrom(typescript, ["esnext", "dom", "dom.iterable", "dom.asynciterable"])) {
    const file = `lib.${lib}.d.ts`;
    add(join(typescript, file), `lib/${file}`, lib.startsWith("dom") ? trim : undefined);
  }
  for (const path of own) add(join(root, path));
  addFolder(join(root, "app/typing/library"), "app/typing/library");
  const plot = dependencyFolder(root, "@observablehq/plot");
  if (plot) addFolder(join(plot, "src"), "node_modules/@observablehq/plot/src");
  // The packages that the types of D3 refer to are installed next to them.
  const types = dependencyFolder(root, "@types/d3");
  for (const name of types ? readdirSync(dirname(types)) : []) {
    if (/^(d3(-.*)?|geojson)$/.test(name)) addFolder(join(dirname(types!), name), `node_modules/@types/${name}`);
  }
  return files;
}

/** The names of TypeScript's libraries, with all libraries that they reference. */
function librariesFrom(folder: string, wanted: readonly string[], found = new Set<string>()): Set<string> {
  for (const name of wanted) {
    if (found.has(name)) continue;
    found.add(name);
    const text = readFileSync(join(folder, `lib.${name}.d.ts`), "utf8");
    const references = [...text.matchAll(/^\/\/\/ <reference lib="([\w.]+)" \/>/gm)].map(([, reference]) => reference!);
    librariesFrom(folder, references, found);
  }
  return found;
}

/** Removes the comments of the DOM's declarations (links, useless without a network, and half of the size) and hidden names. */
function trim(text: string): string {
  return text
    .replaceAll(/\/\*\*[\s\S]*?\*\/\s*/g, "")
    .replaceAll(new RegExp(`^declare (?:var|const) (?:${hiddenOfWindow.join("|")}):.*$`, "gm"), "");
}
