import { instance } from "@viz-js/viz";

/** A problem of a graph's text, as Graphviz says it. */
export interface GraphProblem {
  readonly level?: string | undefined;
  readonly message: string;
}

/** A drawn graph, as the text of an SVG file; or why there is none. */
export type DrawnGraph = { readonly svg: string } | { readonly problems: readonly GraphProblem[] };

/** Graphviz as WebAssembly. It measures texts by tables of its own, so that a graph is the same on every machine. */
export async function openGraphviz(): Promise<(source: string) => DrawnGraph> {
  const viz = await instance();
  return (source) => {
    const drawn = viz.render(source, {
      format: "svg",
      graphAttributes: { bgcolor: "transparent", fontname: FONT },
      nodeAttributes: { fontname: FONT },
      edgeAttributes: { fontname: FONT },
    });
    return drawn.status === "success" ? { svg: drawn.output } : { problems: drawn.errors };
  };
}

/** Of the fonts that Graphviz knows the widths of, the one that is like the page's. */
const FONT = "Helvetica";
