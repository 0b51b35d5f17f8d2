import { dirname, resolve } from "node:path";
import { build, type Plugin, type ViteDevServer } from "vite";
import { sharedModuleNames } from "../../kernel/charts/shared-module-names.ts";
import { type EachLater, eachLater, laterPrograms } from "../../kernel/services/later-program.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import type { PageFile } from "./page-files.ts";
import { ownSettings, productionResolve } from "./production.ts";
import { sqlJs } from "./sql-js.ts";

const texts = messages("server", {
  frameNotBuilt: {
    en: "The frame's program could not be built.",
    zh: "无法构建笔记本程序。",
  },
});

/**
 * Builds the programs of a notebook's frame, each as one classic script with everything in it, because the frame has an opaque
 * origin and fetches nothing: the frame's own program, and those that the page passes to it later. Vite's server gives them as `frame.js`,
 * `draws.js`, `charts.js` and so on next to the page, rebuilt when one of their sources changes.
 */
export function frameProgram(root: string): Plugin {
  const frame = new ServedProgram("frame.js", (sources) => buildFrameProgram(root, "app/frame/main.ts", sources));
  const later = eachLater(
    (program) => new ServedProgram(`${program}.js`, (sources) => laterBuilds[program](root, sources)),
  );
  const programs = [frame, ...Object.values(later)];
  return {
    name: "yuheng:frame-program",
    apply: "serve",
    configureServer(server: ViteDevServer) {
      // The page shows nothing before it has the first, so that the others are built after it.
      void frame
        .text()
        .then(() => later.charts.text())
        .then(() => later.draws.text())
        .catch(() => {});
      // Vite watches the page's folder; much of the frame's program is outside of it.
      server.watcher.add([resolve(root, "kernel"), resolve(root, "lib")]);
      server.watcher.on("change", (file) => {
        for (const program of programs) program.invalidate(file);
      });
      for (const program of programs) {
        server.middlewares.use(`/${program.file}`, async (_request, response, next) => {
          try {
            const text = await program.text();
            response.setHeader("Content-Type", "text/javascript; charset=utf-8");
            response.setHeader("Cache-Control", "no-cache");
            response.end(text);
          } catch (error) {
            next(error);
          }
        });
      }
    },
  };
}

/** The same programs as files of the built page. */
export function frameFiles(root: string): PageFile[] {
  return [
    { key: "frame", file: "frame.js", content: () => buildFrameProgram(root, "app/frame/main.ts") },
    ...laterPrograms.map((program) => ({
      key: program,
      file: `${program}.js`,
      content: () => laterBuilds[program](root),
    })),
  ];
}

/** A program that is built on request, and again on the first request after a change. */
class ServedProgram {
  readonly file: string;
  readonly #build: (sources: Set<string>) => Promise<string>;
  #text: Promise<string> | null = null;
  readonly #sources = new Set<string>();

  constructor(file: string, build: (sources: Set<string>) => Promise<string>) {
    this.file = file;
    this.#build = build;
  }

  text(): Promise<string> {
    this.#text ??= this.#build(this.#sources).catch((error) => {
      this.#text = null;
      throw error;
    });
    return this.#text;
  }

  invalidate(file: string): void {
    if (this.#sources.has(file)) this.#text = null;
  }
}

/** The module with the program of the function workers for the frame; empty in the source tree. */
const PLACEHOLDER = "app/frame/function-program.ts";

/** The program of a frame; `sources` is filled with its source files. */
export function buildFrameProgram(
  root: string,
  entry: "app/frame/main.ts" | "app/frame/main-reading.ts",
  sources: Set<string> = new Set(),
): Promise<string> {
  const functionSources = new Set<string>();
  const functions: Plugin = {
    name: "yuheng:function-program",
    async load(id) {
      if (!id.replaceAll("\\", "/").endsWith(PLACEHOLDER)) return;
      const program = await buildScript(root, "kernel/stdlib/function-program.ts", "YuhengFunctions", functionSources);
      return `export const functionProgram = ${JSON.stringify(program)};\n`;
    },
    buildEnd() {
      for (const source of functionSources) sources.add(source);
    },
  };
  return buildScript(root, entry, "YuhengFrame", sources, [functions]);
}

/** Parts of d3 that create elements: a draw has no document, and gets a substitute. */
const ELEMENTS = /^d3-(axis|brush|drag|selection|transition)$/;

/** The program of the frame's workers of draws. */
export function buildDrawProgram(root: string, sources: Set<string> = new Set()): Promise<string> {
  const elements: Plugin = {
    name: "yuheng:d3-in-draws",
    enforce: "pre",
    resolveId: (name) => (ELEMENTS.test(name) ? resolve(root, "kernel/montecarlo/d3-elements.ts") : null),
  };
  return buildScript(root, "kernel/montecarlo/draw-program.ts", "YuhengDraws", sources, [elements]);
}

/**
 * The program of the charts by name: a function of the modules that it shares with the frame's program, which returns the module
 * of the charts.
 */
export function buildChartsProgram(root: string, sources: Set<string> = new Set()): Promise<string> {
  return buildSharing(root, "kernel/charts/charts.ts", "YuhengCharts", sources);
}

/** The dialogue for cells: such a function, too. */
export function buildDialogueProgram(root: string, sources: Set<string> = new Set()): Promise<string> {
  return buildSharing(root, "kernel/dialogue/cell-dialogue.ts", "YuhengDialogue", sources);
}

/** The search in long lists of choices: such a function, too. */
export function buildSearchProgram(root: string, sources: Set<string> = new Set()): Promise<string> {
  return buildSharing(root, "app/frame/select-search.ts", "YuhengSearch", sources);
}

/** The forms by name: such a function, too. */
export function buildFormsProgram(root: string, sources: Set<string> = new Set()): Promise<string> {
  return buildSharing(root, "kernel/forms/forms.ts", "YuhengForms", sources);
}

/** The reader of all files with sheets: such a function, too. */
export function buildSheetsProgram(root: string, sources: Set<string> = new Set()): Promise<string> {
  return buildSharing(root, "lib/account/reading/open-sheets.ts", "YuhengSheets", sources);
}

/** A function of the modules that a later program shares with the frame's own, which returns the module of `entry`. */
async function buildSharing(root: string, entry: string, global: string, sources: Set<string>): Promise<string> {
  const names: readonly string[] = sharedModuleNames;
  const files = new Map(names.map((name) => [resolve(root, name), name]));
  const shared: Plugin = {
    name: "yuheng:shared-modules",
    enforce: "pre",
    async resolveId(name, importer) {
      if (names.includes(name)) return { id: name, external: true };
      if (!name.startsWith(".") || !importer) return null;
      const file = files.get(resolve(dirname(importer), name));
      return file === undefined ? null : { id: file, external: true };
    },
  };
  const globals = Object.fromEntries(names.map((name) => [name, `shared[${JSON.stringify(name)}]`]));
  const program = await buildScript(root, entry, global, sources, [shared], globals);
  return `(shared)=>{${program}\nreturn ${global}}`;
}

/** SQLite: a function that returns its module. */
export async function buildSqliteProgram(root: string, sources: Set<string> = new Set()): Promise<string> {
  const program = await buildScript(root, "lib/files/sqlite/sqlite.ts", "YuhengSqlite", sources, [sqlJs()]);
  return `()=>{${program}\nreturn YuhengSqlite}`;
}

/** How each program that a frame loads later is built; `sources` is filled with its source files. */
export const laterBuilds: EachLater<(root: string, sources?: Set<string>) => Promise<string>> = {
  draws: buildDrawProgram,
  charts: buildChartsProgram,
  graphviz: buildGraphvizProgram,
  sqlite: buildSqliteProgram,
  dialogue: buildDialogueProgram,
  search: buildSearchProgram,
  forms: buildFormsProgram,
  sheets: buildSheetsProgram,
};

/** Graphviz: a function that returns its module. */
export async function buildGraphvizProgram(root: string, sources: Set<string> = new Set()): Promise<string> {
  // It has its WebAssembly within, and asks for its own address in vain.
  const addressless: Plugin = {
    name: "yuheng:graphviz-address",
    transform: (code, id) => (id.includes("/@viz-js/") ? code.replaceAll("import.meta.url", "undefined") : null),
  };
  const program = await buildScript(root, "kernel/graphviz/graphviz.ts", "YuhengGraphviz", sources, [addressless]);
  return `()=>{${program}\nreturn YuhengGraphviz}`;
}

/** One classic script of a module and all that it imports. */
async function buildScript(
  root: string,
  entry: string,
  name: string,
  sources: Set<string>,
  plugins: readonly Plugin[] = [],
  globals: Readonly<Record<string, string>> = {},
): Promise<string> {
  const result = await build({
    ...ownSettings,
    root,
    logLevel: "warn",
    publicDir: false,
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    resolve: productionResolve,
    build: {
      write: false,
      minify: true,
      target: "es2022",
      rollupOptions: { checks: { pluginTimings: false }, output: { globals } },
      lib: { entry: resolve(root, entry), formats: ["iife"], name, fileName: name },
    },
    plugins: [
      {
        // Comlink's message ids must not draw from the notebook's seeded random numbers. Lit's marker is part of the outputs, in
        // comments: with a fixed one, the same notebook gives the same bytes.
        name: "yuheng:random-of-libraries",
        transform: (code, id) =>
          id.includes("/comlink/")
            ? code.replaceAll("Math.random()", "(globalThis.__yuhengRandom?.real??Math.random)()")
            : id.includes("/lit-html/")
              ? code.replaceAll("Math.random()", "(0.5)")
              : null,
      },
      {
        name: "yuheng:frame-sources",
        buildEnd() {
          sources.clear();
          for (const id of this.getModuleIds()) if (!id.includes("node_modules")) sources.add(id.split("?")[0]!);
        },
      },
      ...plugins,
    ],
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  if (!bundle || !("output" in bundle)) throw new Fault(texts.frameNotBuilt());
  return bundle.output[0].code;
}
