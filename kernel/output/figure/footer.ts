/** The least width of a figure's picture, in pixels; a narrower one is the icon of a control. */
export const MIN_FIGURE_PX = 200;

/** The class of the line below a figure. It is no part of what a cell displays. */
export const FOOTER_CLASS = "figure-footer";

/** Pictures that are no figures: parts of tables, of formulas, of controls. */
const NOT_FIGURES = "svg,.arrow-table,.katex,.katex-display,button,form,label,summary,.uncertainty,.figure-footer";

/** A figure of an output. */
export interface FoundFigure {
  /** The `figure` element, or the picture itself if there is none around it. */
  readonly root: Element;
  /** Its largest picture. */
  readonly picture: SVGSVGElement | HTMLCanvasElement;
}

/** Whether a picture is drawn in SVG. */
export function isSvg(picture: Element): picture is SVGSVGElement {
  return picture.localName === "svg";
}

/** Where a footer lies: after this element. */
export type PlaceOfFooter = (root: Element, output: Element) => Element;

/**
 * The figures of an output, in document order.
 *
 * @param widthOf the width of a picture in pixels
 */
export function figuresIn(output: Element, widthOf: (picture: Element) => number = writtenWidth): FoundFigure[] {
  const found = new Map<Element, { picture: FoundFigure["picture"]; width: number }>();
  for (const picture of output.querySelectorAll<FoundFigure["picture"]>("svg,canvas")) {
    if (picture.parentElement?.closest(NOT_FIGURES)) continue;
    const width = widthOf(picture);
    if (!(width >= MIN_FIGURE_PX)) continue;
    const figure = picture.closest("figure");
    const root = figure && output.contains(figure) ? figure : picture;
    if (!(width <= (found.get(root)?.width ?? 0))) found.set(root, { picture, width });
  }
  return [...found].map(([root, { picture }]) => ({ root, picture }));
}

/** The width that a picture's attributes give. */
export function writtenWidth(picture: Element): number {
  const [, styled] = /(?:^|;)\s*width:\s*([\d.]+)px/.exec(picture.getAttribute("style") ?? "") ?? [];
  // A canvas has more pixels than it is wide where the screen is fine.
  if (styled !== undefined && !isSvg(picture)) return Number(styled);
  return Number.parseFloat(picture.getAttribute("width") ?? picture.getAttribute("viewBox")?.split(/[\s,]+/)[2] ?? "0");
}

/** The title of a figure: its heading, or else the name of its picture. */
export function titleOfFigure({ root, picture }: FoundFigure): string {
  const heading = root === picture ? null : root.querySelector("h2, h1, h3");
  return (heading?.textContent ?? picture.getAttribute("aria-label") ?? "").replaceAll(/\s+/g, " ").trim();
}

/** The author's caption of a figure. */
export function captionOf({ root, picture }: FoundFigure): Element | null {
  return root === picture ? null : root.querySelector("figcaption");
}

/**
 * Makes the footer of a figure, with its source in one line: the author's caption, which it replaces, or else what is given. The
 * rest of a line that is too long is shown by its `details`.
 *
 * @param source the sources of a figure whose author gives none; empty if there are none
 * @param label the label of the details: “Sources”
 */
export function makeFooter(figure: FoundFigure, source: string, label: string): HTMLElement {
  const { ownerDocument: document } = figure.root;
  const make = (name: string, className: string, text = "") => {
    const element = document.createElement(name);
    element.className = className;
    if (text) element.textContent = text;
    return element;
  };
  const footer = make("div", FOOTER_CLASS);
  const caption = captionOf(figure);
  const line = make("div", "figure-source-line", caption ? "" : source);
  if (caption) {
    line.append(...[...caption.cloneNode(true).childNodes]);
    for (const named of line.querySelectorAll("[id]")) named.removeAttribute("id");
    caption.setAttribute("data-in-footer", "");
    footer.setAttribute("data-captioned", "");
  }
  const row = make("div", "figure-source");
  if (line.textContent?.trim()) {
    const more = make("details", "figure-source-more");
    more.append(make("summary", "", label));
    row.append(line, more);
  }
  footer.append(row);
  return footer;
}

/** The element after which the footer of a figure lies: the figure, unless a row or a grid of the author holds it. */
export function placeOfFooter(root: Element, output: Element): Element {
  let after = root;
  for (let node = root; node !== output && node.parentElement; node = node.parentElement) {
    const { parentElement: parent } = node;
    if (parent === output) break;
    if (/(?:^|;)\s*display\s*:\s*(?:inline-)?(?:flex|grid|inline)/.test(parent.getAttribute("style") ?? ""))
      after = parent;
  }
  return after;
}

/** Removes the footers of an output, and shows the authors' captions again. */
export function removeFooters(output: Element): void {
  for (const footer of output.querySelectorAll(`.${FOOTER_CLASS}`)) footer.remove();
  for (const caption of output.querySelectorAll("[data-in-footer]")) caption.removeAttribute("data-in-footer");
}
