import { inertElement } from "../../kernel/markup/inert.ts";
import { type FoundFigure, isSvg, MIN_FIGURE_PX, writtenWidth } from "../../kernel/output/figure/footer.ts";
import { emsOf, linesOf, type TextRun } from "./line-breaks.ts";
import { type Theme, withTheme } from "./theme-colours.ts";

const SVG = "http://www.w3.org/2000/svg";

/** Space around a figure of several parts, and between them. */
const MARGIN_PX = 16;
const GAP_PX = 8;
const SWATCH_GAP_PX = 6;
const LINE = 1.35;

/** How the texts of a figure are set: size in pixels, weight, colour. */
const styles = {
  title: { size: 16, weight: "600", colour: "--ink" },
  subtitle: { size: 13, weight: "400", colour: "--ink" },
  legend: { size: 12, weight: "400", colour: "--ink" },
  caption: { size: 12, weight: "400", colour: "--ink-muted" },
} as const;

/** What is no part of a picture: controls, and the line of sources that a page adds. */
const SKIPPED = "style,script,template,form,button,input,select,textarea,.figure-footer";

/** A figure as one SVG element. */
export interface WholeFigure {
  readonly svg: Element;
  readonly width: number;
  readonly height: number;
}

/**
 * A figure as one SVG that needs nothing else: its title, subtitle, legends, picture and caption, one below the other, in the
 * colours of the light theme. There is no browser that has laid it out: widths of texts are estimated.
 */
export function wholeFigure(figure: FoundFigure, theme: Theme): WholeFigure {
  const { root, picture } = figure;
  const whole = root === picture ? copyOf(picture) : new Column(root, writtenWidth(picture), theme).svg();
  for (const element of [whole, ...whole.querySelectorAll("*")]) {
    for (const { name, value } of [...element.attributes]) {
      if (value.includes("var(")) element.setAttribute(name, withTheme(value, theme));
    }
  }
  whole.setAttribute("color", theme.get("--ink") ?? "black");
  if (!whole.hasAttribute("font-family")) whole.setAttribute("font-family", "system-ui, sans-serif");
  return { svg: whole, ...sizeOf(whole) };
}

/** The text of a figure's file. */
export function writeFigure({ svg }: WholeFigure): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${inertElement(svg, { xml: true })}\n`;
}

function copyOf(picture: Element): Element {
  return picture.cloneNode(true) as Element;
}

/** The size of a picture in pixels, from its attributes. */
function sizeOf(svg: Element): { width: number; height: number } {
  const [, , wide = 0, high = 0] = (svg.getAttribute("viewBox") ?? "").split(/[\s,]+/).map(Number);
  const width = writtenWidth(svg) || wide;
  const written = Number.parseFloat(svg.getAttribute("height") ?? "");
  return { width, height: written || (wide > 0 ? (width * high) / wide : 0) };
}

/** The parts of a figure, one below the other. */
class Column {
  readonly #document: Document;
  readonly #svg: Element;
  readonly #theme: Theme;
  readonly #width: number;
  #y = MARGIN_PX;
  #right: number;

  constructor(root: Element, width: number, theme: Theme) {
    this.#document = root.ownerDocument;
    this.#theme = theme;
    this.#width = Math.max(width, MIN_FIGURE_PX);
    this.#right = MARGIN_PX + this.#width;
    this.#svg = this.#make("svg", {});
    this.#add(root);
  }

  svg(): Element {
    const [width, height] = [Math.ceil(this.#right + MARGIN_PX), Math.ceil(this.#y + MARGIN_PX - GAP_PX)];
    const attributes = { width, height, viewBox: `0 0 ${width} ${height}` };
    for (const [name, value] of Object.entries(attributes)) this.#svg.setAttribute(name, String(value));
    this.#svg.prepend(this.#make("rect", { width, height, fill: this.#colour("--paper") }));
    return this.#svg;
  }

  #add(element: Element): void {
    for (const child of element.children) {
      if (child.matches(SKIPPED)) continue;
      const name = child.localName;
      if (isSvg(child)) this.#picture(child);
      else if (/^h[12]$/.test(name)) this.#text(runsOf(child, this.#theme), styles.title);
      else if (/^h[3-6]$/.test(name)) this.#text(runsOf(child, this.#theme), styles.subtitle);
      else if (name === "figcaption") this.#text(runsOf(child, this.#theme), styles.caption);
      else if (/-swatches\b/.test(child.getAttribute("class") ?? "")) this.#swatches(child);
      else if (child.querySelector("svg,h1,h2,h3,h4,figcaption")) this.#add(child);
      else this.#text(runsOf(child, this.#theme), styles.legend);
    }
  }

  #picture(svg: Element): void {
    const { width, height } = sizeOf(svg);
    const copy = copyOf(svg);
    const [x, y] = [MARGIN_PX, Math.round(this.#y)];
    if (!copy.hasAttribute("viewBox")) copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
    for (const [name, value] of Object.entries({ x, y, width, height })) copy.setAttribute(name, String(value));
    this.#svg.append(copy);
    this.#y = y + height + GAP_PX;
    this.#right = Math.max(this.#right, MARGIN_PX + width);
  }

  /** A legend of small pictures, each with the text beside it. */
  #swatches(legend: Element): void {
    const { size } = styles.legend;
    let [x, lowest] = [MARGIN_PX, 0];
    for (const svg of legend.querySelectorAll("svg")) {
      const label = (svg.parentElement?.textContent ?? "").replace(/\s+/g, " ").trim();
      const box = sizeOf(svg);
      const width = box.width + SWATCH_GAP_PX + emsOf(label) * size;
      if (x > MARGIN_PX && x + width > MARGIN_PX + this.#width) {
        x = MARGIN_PX;
        this.#y += lowest + SWATCH_GAP_PX;
      }
      const copy = copyOf(svg);
      for (const [name, value] of Object.entries({ x, y: this.#y, ...box })) copy.setAttribute(name, String(value));
      this.#svg.append(copy);
      const base = this.#y + box.height / 2 + size * 0.35;
      this.#line([{ text: label, colour: null }], x + box.width + SWATCH_GAP_PX, base, styles.legend);
      x += width + size;
      lowest = box.height;
    }
    this.#y += lowest + GAP_PX;
  }

  #text(runs: readonly TextRun[], style: (typeof styles)[keyof typeof styles]): void {
    // Bold letters are a little wider.
    const ems = this.#width / style.size / (style.weight === "400" ? 1 : 1.06);
    for (const line of linesOf(runs, ems)) {
      this.#line(line, MARGIN_PX, this.#y + style.size, style);
      this.#y += style.size * LINE;
    }
    if (runs.length > 0) this.#y += GAP_PX / 2;
  }

  #line(runs: readonly TextRun[], x: number, y: number, style: (typeof styles)[keyof typeof styles]): void {
    const text = this.#make("text", {
      x,
      y: Math.round(y * 10) / 10,
      "font-size": style.size,
      "font-weight": style.weight,
      fill: this.#colour(style.colour),
    });
    for (const run of runs) {
      if (run.colour === null) text.append(this.#document.createTextNode(run.text));
      else {
        const part = this.#make("tspan", { fill: run.colour });
        part.textContent = run.text;
        text.append(part);
      }
    }
    this.#svg.append(text);
  }

  #colour(name: string): string {
    return this.#theme.get(name) ?? "black";
  }

  #make(name: string, attributes: Readonly<Record<string, string | number>>): Element {
    const element = this.#document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    return element;
  }
}

/** The text of an element in runs of one colour. */
function runsOf(element: Element, theme: Theme, around: string | null = null): TextRun[] {
  const runs: TextRun[] = [];
  for (const node of element.childNodes) {
    if (node.nodeType === 3) runs.push({ text: node.textContent ?? "", colour: around });
    else if (node.nodeType === 1 && !(node as Element).matches(SKIPPED)) {
      const own = /(?:^|;)\s*color\s*:\s*([^;]+)/.exec((node as Element).getAttribute("style") ?? "")?.[1];
      runs.push(...runsOf(node as Element, theme, own ? withTheme(own.trim(), theme) : around));
    }
  }
  return runs.some(({ text }) => text.trim() !== "") ? runs : [];
}
