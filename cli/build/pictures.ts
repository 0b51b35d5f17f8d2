import { parseHTML } from "linkedom";
import { inertElement, inertMarkup } from "../../kernel/markup/inert.ts";
import { figuresIn, isSvg, MIN_FIGURE_PX, makeFooter, placeOfFooter } from "../../kernel/output/figure/footer.ts";

/** The output of a cell, its pictures with a title and a description for screen readers. */
export function withDescriptions(html: string): string {
  if (!html.includes("<svg")) return html;
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  for (const svg of document.querySelectorAll("svg")) {
    if (svg.parentElement?.closest("svg") || Number(svg.getAttribute("width")) < MIN_FIGURE_PX) continue;
    const figure = svg.closest("figure");
    const heading = figure?.querySelector("h2")?.textContent ?? "";
    const label = svg.getAttribute("aria-label") ?? "";
    const title = heading || label;
    const description = [
      heading ? label : "",
      figure?.querySelector("h3")?.textContent ?? "",
      svg.getAttribute("aria-description") ?? "",
    ]
      .filter(Boolean)
      .join(". ");
    if (title === "" || [...svg.children].some(({ localName }) => localName === "title")) continue;
    svg.setAttribute("role", "img");
    svg.prepend(...[named("title", title), ...(description ? [named("desc", description)] : [])]);
  }
  // Browsers parse linkedom's own serialization differently, such as a title in a picture.
  return inertMarkup(document.body);

  function named(name: string, text: string) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    element.textContent = text;
    return element;
  }
}

/** The output of a cell with the line of sources below each figure, where the page's program later puts its footer. */
export function withFooters(html: string, source: string, label: string): string {
  if (!/<(?:svg|canvas)\b/.test(html)) return html;
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  const output = document.body;
  for (const figure of figuresIn(output)) {
    placeOfFooter(figure.root, output).after(makeFooter(figure, source, label));
  }
  return output.innerHTML;
}

/** The first picture of a notebook, as SVG text, for the list of all. */
export function firstPicture(outputs: Iterable<string>): string | null {
  for (const html of outputs) {
    if (!html.includes("<svg")) continue;
    const { document } = parseHTML(`<html><body>${html}</body></html>`);
    const picture = figuresIn(document.body)
      .map((figure) => figure.picture)
      .find(isSvg);
    if (picture) return inertElement(picture);
  }
  return null;
}
