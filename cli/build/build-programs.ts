import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "vite";
import { withSystemDark } from "../../kernel/markup/system-dark.ts";
import { type EachLater, type LaterProgram, laterPrograms } from "../../kernel/services/later-program.ts";
import { contentOf } from "../serve/duckdb.ts";
import { buildFrameProgram, laterBuilds } from "../serve/frame-program.ts";
import { ownSettings, productionResolve } from "../serve/production.ts";
import { numericKernels } from "../serve/wasm.ts";
import { textWorkerBuild, workerBuild } from "../serve/worker-build.ts";
import {
  type DatabaseProgram,
  hashed,
  type ProgramBuilds,
  type Programs,
  type SinglePrograms,
  type SiteFile,
} from "./program-builds.ts";

/** Builds the programs of pages from their sources. */
export const builders: { readonly [Name in keyof ProgramBuilds]: (root: string) => Promise<ProgramBuilds[Name]> } = {
  site: buildPrograms,
  single: buildSinglePrograms,
  writing: (root) => buildFrameProgram(root, "app/frame/main.ts"),
  database: databaseProgram,
};

async function buildPrograms(root: string): Promise<Programs> {
  const [frame, later, chunks, embed, embeddedChunks, worker] = await Promise.all([
    buildFrameProgram(root, "app/frame/main-reading.ts"),
    buildLater(root, (program, content) => hashed(`assets/${program}`, "js", content)),
    buildReader(root, "app/reader/main.ts"),
    buildEmbed(root),
    buildReader(root, "app/reader/main-embedded.ts", "classic"),
    buildWorker(root),
  ]);
  const frameFile = hashed("assets/frame", "js", frame);
  const reader = chunks.find(({ isEntry }) => isEntry);
  const embedded = embeddedChunks.find(({ isEntry }) => isEntry);
  const style = chunks.find(({ address }) => address.endsWith(".css"));
  if (!reader || !style || !embedded) throw new Error("The pages' program could not be built.");
  const withDark = { address: style.address, content: withSystemDark(String(style.content)) };
  return {
    files: [
      ...chunks.filter((file) => file !== style).map(({ address, content }) => ({ address, content })),
      withDark,
      frameFile,
      embed,
    ],
    reader: reader.address,
    imports: importsOf(reader, chunks),
    style: style.address,
    embedded: String(embedded.content),
    worker,
    frame: frameFile.address,
    later,
  };
}

async function buildSinglePrograms(root: string): Promise<SinglePrograms> {
  const [frame, later, chunks, worker] = await Promise.all([
    buildFrameProgram(root, "app/frame/main-reading.ts"),
    buildLater(root, (_, content) => content),
    buildReader(root, "app/reader/main-single.ts", "module"),
    buildWorker(root),
  ]);
  const reader = chunks.find(({ isEntry }) => isEntry);
  const style = chunks.find(({ address }) => address.endsWith(".css"));
  if (!reader || !style) throw new Error("The page's program could not be built.");
  return {
    reader: String(reader.content),
    worker,
    style: withSystemDark(String(style.content)),
    frame,
    later,
  };
}

async function buildLater<T>(root: string, of: (program: LaterProgram, content: string) => T): Promise<EachLater<T>> {
  const built = laterPrograms.map(async (program) => [program, of(program, await laterBuilds[program](root))] as const);
  return Object.fromEntries(await Promise.all(built)) as EachLater<T>;
}

interface Chunk extends SiteFile {
  readonly isEntry: boolean;
  /** The addresses of the chunks that it imports statically. */
  readonly imports: readonly string[];
}

/** The addresses of all chunks that one imports, directly or through another. */
function importsOf({ imports }: Chunk, chunks: readonly Chunk[]): string[] {
  const found = new Set<string>(imports);
  for (const address of found) {
    for (const next of chunks.find((chunk) => chunk.address === address)?.imports ?? []) found.add(next);
  }
  return [...found];
}

/** @param single the kind of script, where the program is built as a single file */
async function buildReader(root: string, entry: string, single?: "module" | "classic"): Promise<Chunk[]> {
  const result = await build({
    ...ownSettings,
    root: join(root, "app"),
    base: "./",
    logLevel: "error",
    publicDir: false,
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    resolve: productionResolve,
    plugins: [numericKernels(root)],
    worker: workerBuild(root),
    build: {
      write: false,
      minify: true,
      target: "es2022",
      chunkSizeWarningLimit: 1500,
      reportCompressedSize: false,
      modulePreload: single ? false : { polyfill: false },
      rollupOptions: {
        checks: { pluginTimings: false },
        input: { reader: join(root, entry) },
        ...(single ? { output: { codeSplitting: false, format: single === "classic" ? "iife" : "es" } } : {}),
      },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  if (!bundle || !("output" in bundle)) throw new Error("The pages' program could not be built.");
  return bundle.output.map((file) => ({
    address: file.fileName,
    content: file.type === "chunk" ? file.code : file.source,
    isEntry: file.type === "chunk" && file.isEntry,
    imports: file.type === "chunk" ? file.imports : [],
  }));
}

/** The library for the workers of pages that cannot fetch, as one classic script. */
async function buildWorker(root: string): Promise<string> {
  const { plugins, output } = textWorkerBuild(root);
  const result = await build({
    ...ownSettings,
    root,
    logLevel: "error",
    publicDir: false,
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    resolve: productionResolve,
    plugins,
    build: {
      write: false,
      minify: true,
      target: "es2022",
      chunkSizeWarningLimit: 4000,
      reportCompressedSize: false,
      rollupOptions: {
        checks: { pluginTimings: false },
        input: { worker: join(root, "kernel/services/compute/compute.worker.ts") },
        output,
      },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  if (!bundle || !("output" in bundle)) throw new Error("The workers' program could not be built.");
  return bundle.output[0].code;
}

/** The script by which other pages show notebooks of the site. Those pages contain its name, so it must not change. */
async function buildEmbed(root: string): Promise<SiteFile> {
  const result = await build({
    ...ownSettings,
    root,
    logLevel: "warn",
    publicDir: false,
    resolve: productionResolve,
    build: {
      write: false,
      minify: true,
      target: "es2022",
      lib: { entry: join(root, "app/embed/main.ts"), formats: ["iife"], name: "YuhengEmbed", fileName: "embed" },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  if (!bundle || !("output" in bundle)) throw new Error("The script for other pages could not be built.");
  return { address: "embed.js", content: bundle.output[0].code };
}

/** The database's program from its package, under names with a hash. */
async function databaseProgram(): Promise<DatabaseProgram> {
  const folder = dirname(createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm"));
  const [script, wasm] = await Promise.all([
    contentOf(join(folder, "duckdb-browser-eh.worker.js")),
    contentOf(join(folder, "duckdb-eh.wasm")),
  ]);
  const files = [hashed("assets/database-worker", "js", script), hashed("assets/database", "wasm", wasm)];
  return { files, worker: files[0]!.address, wasm: files[1]!.address };
}
