import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { LockedModule } from "../../kernel/integrity/lock.ts";
import { isInstalled } from "../installation/root.ts";
import { dependencyFolder } from "../serve/dependency-folder.ts";

/** The version of this program and of the libraries that cells call. */
export interface Versions {
  readonly yuheng: string;
  readonly modules: readonly LockedModule[];
}

const libraries = [
  "@observablehq/plot",
  "@observablehq/inputs",
  "d3",
  "topojson-client",
  "htl",
  "apache-arrow",
  "@duckdb/duckdb-wasm",
  "katex",
  "markdown-it",
];

/** Reads the installed versions. A package has them from when it was built, because these libraries are built into it. */
export async function installedVersions(root: string): Promise<Versions> {
  if (isInstalled) return JSON.parse(await readFile(join(root, "build/versions.json"), "utf8"));
  const modules = await Promise.all(
    libraries.map(async (name) => ({ name, version: await versionOf(dependencyFolder(root, name) ?? name) })),
  );
  return { yuheng: await versionOf(root), modules };
}

async function versionOf(folder: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as { version: string };
  return version;
}
