import type { Markish, RenderFunction } from "@observablehq/plot";

const SVG = "http://www.w3.org/2000/svg";

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An SVG element, for what Plot's marks do not draw. */
export function svgNode(name: string, attributes: Attributes, ...children: readonly (Node | string)[]): SVGElement {
  const node = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) node.setAttribute(attribute, typeof value === "number" ? String(round(value)) : value);
  }
  node.append(...children);
  return node;
}

/** A hundredth of a pixel cannot be seen. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A line of text; several lines are centred on `y`. */
export function svgText(lines: string | readonly string[], x: number, y: number, attributes: Attributes): SVGElement {
  const all = typeof lines === "string" ? [lines] : lines;
  const texts = all.map((line, i) =>
    svgNode("tspan", { x, y: y + (i - (all.length - 1) / 2) * 13, dy: "0.32em" }, line),
  );
  return svgNode("text", attributes, ...texts);
}

/** A mark of Plot that draws one node. */
export function render(draw: () => SVGElement): Markish {
  return draw as RenderFunction;
}
