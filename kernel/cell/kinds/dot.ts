import type { CellKind } from "../kind.ts";

/** A graph in the language of Graphviz. */
export const dot: CellKind = {
  name: "dot",
  type: "text/vnd.graphviz",
  label: { en: "Graph (DOT)", zh: "图（DOT）" },
  source: { form: "text", tag: "dot", escapes: "raw", valueType: "SVGSVGElement" },
  exchange: { jupyterNames: ["dot"], fences: ["dot"] },
};
