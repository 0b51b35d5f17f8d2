import type { d3Modules, ModuleName } from "../../kernel/cell/names.ts";
import { cellsPath, notebookPath } from "./notebook-module.ts";

/** The declarations of the language service: files by path, and the accounting library in two languages. */
export interface Declarations {
  readonly files: Readonly<Record<string, string>>;
  readonly tools: { readonly en: string; readonly zh: string };
}

/** The paths of the packages that a cell may import by name, apart from the modules of d3, whose types are packages. */
const packages: Readonly<Record<Exclude<ModuleName, (typeof d3Modules)[number]>, string>> = {
  "@observablehq/plot": "/node_modules/@observablehq/plot/src/index.d.ts",
  "@observablehq/inputs": "/app/typing/library/inputs.d.ts",
  "topojson-client": "/app/typing/library/topojson.d.ts",
  d3: "/node_modules/@types/d3/index.d.ts",
  htl: "/app/typing/library/htl.d.ts",
};

/** Where the modules beside the notebook are. */
export const besidePath = "/beside/";

/** The type of an import of a file as text. */
const rawPath = "/app/typing/library/raw.d.ts";

/** The file to which an import resolves, if there is one. */
export function resolveModule(specifier: string, from: string, exists: (path: string) => boolean): string | undefined {
  if (specifier.endsWith("?raw")) return exists(rawPath) ? rawPath : undefined;
  if (specifier.startsWith(".")) {
    const beside = from.startsWith(cellsPath) ? join(from.replace(cellsPath, besidePath), specifier) : undefined;
    if (beside !== undefined && from !== notebookPath && exists(beside)) return beside;
    const path = join(from, specifier);
    return [path, path.replace(/\.js$/, ".d.ts"), path.replace(/\.js$/, ".ts"), `${path}.d.ts`].find(exists);
  }
  const name = specifier.replace(/^npm:/, "").replace(/^((?:@[^/@]+\/)?[^/@]+)@[^/]*/, "$1");
  const known: Readonly<Record<string, string>> = packages;
  const path = known[name] ?? `/node_modules/@types/${name}/index.d.ts`;
  return exists(path) ? path : undefined;
}

function join(from: string, relative: string): string {
  const parts = from.split("/").slice(0, -1);
  for (const part of relative.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}
