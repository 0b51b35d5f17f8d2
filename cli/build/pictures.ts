import { parseHTML } from "linkedom";
import { inertElement, inertMarkup } from "../../kernel/markup/inert.ts";

/** The least width of a picture that is no control's icon, in pixels. */
const WIDE = 200;

/** What a cell shows, its pictures with a title and a description for those who do not see them. */
export function withDescriptions(html: string): string {
  if (!html.includes("<svg")) return html;
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  for (const svg of document.querySelectorAll("svg")) {
    if (svg.parentElement?.closest("svg") || Number(svg.getAttribute("width")) < WIDE) continue;
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
  // What this document writes by itself is not read the same by browsers: a title in a picture, for one.
  return inertMarkup(document.body);

  function named(name: string, text: string) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    element.textContent = text;
    return element;
  }
}

/** The first picture of a notebook, as SVG text, for the list of all. */
export function firstPicture(outputs: Iterable<string>): string | null {
  for (const html of outputs) {
    if (!html.includes("<svg")) continue;
    const { document } = parseHTML(`<html><body>${html}</body></html>`);
    for (const svg of document.querySelectorAll("svg")) {
      if (svg.parentElement?.closest("svg") || Number(svg.getAttribute("width")) < WIDE) continue;
      return inertElement(svg);
    }
  }
  return null;
}
