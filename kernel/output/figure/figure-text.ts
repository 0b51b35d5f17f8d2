/** A figure as standalone SVG text. Colours remain names of design tokens, which the viewer's theme defines. */
export function figureText(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  for (const node of copy.querySelectorAll("script, foreignObject")) node.remove();
  return new XMLSerializer().serializeToString(copy);
}
