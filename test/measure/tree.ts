import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript6";

/** The texts of sources by their paths from the root of the project. */
export type Tree = ReadonlyMap<string, string>;

const SOURCE = /(?<!\.d)\.(?:ts|mjs)$/;

/** The sources below some folders of the project. */
export function readTree(root: string, folders: readonly string[]): Tree {
  const tree = new Map<string, string>();
  for (const folder of folders) {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((each) => each.isFile() && SOURCE.test(each.name))) {
      const path = join(entry.parentPath, entry.name);
      tree.set(path.slice(root.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8"));
    }
  }
  return tree;
}

/** The sources whose paths begin with a folder, or fit a pattern. */
export function part(tree: Tree, which: string | RegExp): Tree {
  const fits = (path: string) => (typeof which === "string" ? path.startsWith(`${which}/`) : which.test(path));
  return new Map([...tree].filter(([path]) => fits(path)));
}

/** How many lines the sources have, as `wc -l` counts them. */
export function lines(tree: Tree): number {
  return [...tree.values()].reduce((sum, text) => sum + text.split("\n").length - 1, 0);
}

/** A worker's program, which is named by its address. */
const ADDRESS = /new URL\(\s*"(\.[^"]+)"/g;

/** By source, the sources of the project that it imports; paths are from the root, with `/`. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/** What each source imports of the tree's own, types included. */
export function imports(tree: Tree): Imports {
  return new Map(
    [...tree].map(([path, text]) => {
      const imported = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
      const named = [...imported, ...[...text.matchAll(ADDRESS)].map(([, address]) => address!)];
      const targets = named.map((each) => posix.join(posix.dirname(path), each));
      return [path, [...new Set(targets)].filter((each) => tree.has(each) && each !== path)];
    }),
  );
}
