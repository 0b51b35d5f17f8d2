import type { CellKind } from "../kind.ts";

/** Observable's older JavaScript, which can be converted to today's. */
const older: CellKind = { name: "ojs", type: "application/vnd.observable.javascript", label: { en: "ojs" } };

/** Kinds of Notebook Kit that do not run here. */
export const kept: readonly CellKind[] = [
  { name: "dot", type: "text/vnd.graphviz", label: { en: "dot" } },
  {
    name: "node",
    type: "application/vnd.node.javascript",
    label: { en: "node" },
    exchange: { jupyterLanguage: "javascript" },
  },
  { name: "python", type: "text/x-python", label: { en: "python" } },
  { name: "r", type: "text/x-r", label: { en: "r" } },
  older,
];

export function isOlderObservable({ kind }: { readonly kind: string }): boolean {
  return kind === older.name;
}
