import { svg } from "htl";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import type { TagFunction } from "../cell/kind.ts";
import type { DrawnGraph, GraphProblem } from "../graphviz/graphviz.ts";

const texts = messages("runtime", {
  unreadableGraph: {
    en: "Graphviz cannot read this graph: {reason}",
    zh: "Graphviz 无法读取这个图：{reason}",
  },
  unreadableGraphAt: {
    en: "Graphviz cannot read this graph: line {line} of its text is wrong near “{near}”.",
    zh: "Graphviz 无法读取这个图：其文本第 {line} 行“{near}”附近有误。",
  },
});

/** The module with Graphviz. It is loaded by the first cell that draws a graph. */
export type GraphvizModule = Pick<typeof import("../graphviz/graphviz.ts"), "openGraphviz">;

/** The tag `dot` of a notebook: draws a text in Graphviz's language. Throws a Fault if it cannot be read. */
export async function dotTag(load: () => Promise<GraphvizModule>): Promise<TagFunction> {
  const draw = await (await load()).openGraphviz();
  return (strings, ...values) => elementOf(draw(String.raw(strings, ...values)));
}

function elementOf(drawn: DrawnGraph): Element {
  if ("problems" in drawn) throw new Fault(describe(drawn.problems));
  // Without the prologue of a file, which an element does not have.
  const text = drawn.svg.slice(drawn.svg.indexOf("<svg")).trim();
  const graph = svg(Object.assign([text], { raw: [text] })) as SVGElement;
  graph.setAttribute("class", "graphviz");
  graph.style.maxWidth = "100%";
  graph.style.height = "auto";
  for (const part of graph.querySelectorAll("*")) {
    // Two graphs on a page have the same ids, to which nothing refers.
    part.removeAttribute("id");
    // Graphviz draws for white paper.
    for (const paint of ["stroke", "fill"]) {
      if (part.getAttribute(paint) === "black") part.setAttribute(paint, "currentColor");
    }
    if (part.localName === "text" && !part.hasAttribute("fill")) part.setAttribute("fill", "currentColor");
  }
  return graph;
}

function describe(problems: readonly GraphProblem[]) {
  const { message = "" } = problems.find(({ level }) => level === "error") ?? problems[0] ?? {};
  const place = /^syntax error in line (\d+) near '(.*)'$/.exec(message.trim());
  return place
    ? texts.unreadableGraphAt({ line: Number(place[1]), near: place[2]! })
    : texts.unreadableGraph({ reason: message.trim() });
}
