/** A figure as SVG text that stands alone. Colours stay names of tokens: whoever shows the picture gives it a theme. */
export function figureText(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  for (const node of copy.querySelectorAll("script, foreignObject")) node.remove();
  return new XMLSerializer().serializeToString(copy);
}
