import type { CellKind } from "../compile/index.ts";

/** The `type` of a cell's script for each kind, as Notebook Kit writes it. */
const typesByKind: ReadonlyMap<string, string> = new Map([
  ["js", "module"],
  ["ts", "text/x-typescript"],
  ["sql", "application/sql"],
  ["md", "text/markdown"],
  ["html", "text/html"],
  ["tex", "application/x-tex"],
  ["dot", "text/vnd.graphviz"],
  ["node", "application/vnd.node.javascript"],
  ["python", "text/x-python"],
  ["r", "text/x-r"],
  ["ojs", "application/vnd.observable.javascript"],
]);

const kindsByType: ReadonlyMap<string, string> = new Map([
  ...Array.from(typesByKind, ([kind, type]): [string, string] => [type, kind]),
  ["", "js"],
  ["text/javascript", "js"],
  ["application/javascript", "js"],
]);

/** The kind of a script of a type. A type we do not know is its own kind, and is kept. */
export function kindOfType(type: string | undefined): CellKind {
  return kindsByType.get(type ?? "") ?? type ?? "js";
}

/** The type of a script of a kind. */
export function typeOfKind(kind: CellKind): string {
  return typesByKind.get(kind) ?? kind;
}
