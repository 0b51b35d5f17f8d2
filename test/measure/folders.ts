import type { Imports, Tree } from "./tree.ts";

/** The imports of `top` from one folder to another. A file of `top` itself stands above all and is left out. */
function folderImports(imports: Imports, top: string): { readonly from: string; readonly to: string }[] {
  const folder = (path: string) => {
    const parts = path.split("/");
    return parts[0] === top && parts.length > 2 ? parts[1]! : null;
  };
  return [...imports].flatMap(([path, targets]) =>
    targets.flatMap((target) => {
      const [from, to] = [folder(path), folder(target)];
      return from !== null && to !== null && from !== to ? [{ from, to }] : [];
    }),
  );
}

/** The folders of `top` that reach themselves through others. */
export function foldersInRings(imports: Imports, top: string): string[] {
  const below = new Map<string, Set<string>>();
  for (const { from, to } of folderImports(imports, top)) below.set(from, (below.get(from) ?? new Set()).add(to));
  return [...below.keys()].filter((start) => {
    const reached = new Set<string>();
    const open = [start];
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const next of below.get(at) ?? []) {
        if (reached.has(next)) continue;
        reached.add(next);
        open.push(next);
      }
    return reached.has(start);
  });
}

/** How many imports of `top` run to a folder of the same floor or of a higher one. Throws if a folder has no floor. */
export function importsUp(imports: Imports, top: string, floors: readonly (readonly string[])[]): number {
  const floorOf = (folder: string) => {
    const floor = floors.findIndex((folders) => folders.includes(folder));
    if (floor < 0) throw new Error(`${top}/${folder} stands on no floor.`);
    return floor;
  };
  return folderImports(imports, top).filter(({ from, to }) => floorOf(to) >= floorOf(from)).length;
}

/** The files of fewer than 25 lines with one importer, which is in their folder. */
export function tinyFiles(tree: Tree, imports: Imports): string[] {
  const importers = new Map<string, string[]>();
  for (const [path, targets] of imports)
    for (const target of targets) importers.set(target, [...(importers.get(target) ?? []), path]);
  const folder = (path: string) => path.slice(0, path.lastIndexOf("/"));
  return [...tree].flatMap(([path, text]) => {
    const [only, ...others] = importers.get(path) ?? [];
    const isTiny = text.split("\n").length - 1 < 25;
    return isTiny && only !== undefined && others.length === 0 && folder(only) === folder(path) ? [path] : [];
  });
}
