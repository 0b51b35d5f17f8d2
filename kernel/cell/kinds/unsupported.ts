import type { CellKind } from "../kind.ts";

/** Observable's older JavaScript dialect, which can be converted to the current one. */
const older: CellKind = { name: "ojs", type: "application/vnd.observable.javascript" };

/** Kinds of Notebook Kit that are kept in documents but do not run here. */
export const unsupported: readonly CellKind[] = [
  {
    name: "node",
    type: "application/vnd.node.javascript",
    exchange: { jupyterLanguage: "javascript" },
  },
  { name: "python", type: "text/x-python" },
  { name: "r", type: "text/x-r" },
  older,
];

export function isOlderObservable({ kind }: { readonly kind: string }): boolean {
  return kind === older.name;
}
