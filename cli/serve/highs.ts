import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Plugin } from "vite";

/** The module with the solver for compute workers; without it in the source tree, where Node reads the package's own file. */
const PLACEHOLDER = "lib/optimization/highs-binary.ts";

/** Stands for the solver in a program that is a text, until it is known whether a page needs it. */
const MARK = "@@the-solver-of-programmes@@";

/**
 * Puts the solver of programmes (HiGHS, 1.6 MB) into its module, which a worker loads with the first programme to solve.
 *
 * @param within false for a program that is a text, in which everything lies: `withSolver` puts it in for the pages that need it
 */
export function highs(within = true): Plugin {
  return {
    name: "yuheng:highs",
    enforce: "pre",
    async load(id) {
      if (!id.split("?")[0]!.replaceAll("\\", "/").endsWith(PLACEHOLDER)) return;
      return `export const highsBinary = ${JSON.stringify(within ? await solver() : MARK)};\n`;
    },
    transform(code, id) {
      if (!id.replaceAll("\\", "/").includes("/highs/build/highs.mjs")) return;
      // It gets its bytes from the module above: nothing is fetched beside it, nor asked of Node.
      return code
        .replaceAll('new URL("highs.wasm",import.meta.url).href', '"highs.wasm"')
        .replaceAll("import.meta.url", '""')
        .replaceAll('await import("node:module")', "{}");
    },
  };
}

/** A program that is a text, with the solver in it or without. */
export async function withSolver(program: string, needed: boolean): Promise<string> {
  return program.replaceAll(MARK, needed ? await solver() : "");
}

/** Whether this file of a site holds the solver. */
export function isSolver(address: string): boolean {
  return /\/highs(-binary)?-[\w-]+\.js$/.test(address);
}

let reading: Promise<string> | undefined;

function solver(): Promise<string> {
  reading ??= (async () => {
    const path = createRequire(import.meta.url).resolve("highs/runtime");
    const bytes = await promisify(gzip)(await readFile(path), { level: 9 });
    return bytes.toString("base64");
  })();
  return reading;
}
