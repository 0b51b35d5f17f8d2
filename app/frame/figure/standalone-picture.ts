import { inertElement } from "../../../kernel/markup/inert.ts";
import type { FoundFigure } from "../../../kernel/output/figure/footer.ts";
import { paintOf } from "./paint.ts";
import { type Around, plainStyle, writeStyle } from "./picture-style.ts";
import { textLines } from "./text-lines.ts";

const SVG = "http://www.w3.org/2000/svg";

/** Space around a saved figure. */
const MARGIN_PX = 16;

/** What a picture leaves out: what is there only while a pointer is. */
const TRANSIENT = '[aria-label="tip"], [aria-label="crosshair"]';

/** A figure as one picture. */
export interface StandalonePicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/**
 * A figure as one SVG that needs nothing else: title, subtitle, legends, picture and sources as they stand on the page, with
 * computed colours and named fonts, on the page's background. Scripts and whatever could load something are left out.
 *
 * @param caption the source of the figure, laid out below it at its width
 */
export function standalonePicture(figure: FoundFigure, title: string, caption: Node | null): StandalonePicture {
  const { root, picture: main } = figure;
  const note = caption ? layOut(caption, root, main) : null;
  try {
    const box = boxOf([root, main, ...(note ? [note] : [])]);
    const [width, height] = [
      Math.ceil(box.right - box.left) + 2 * MARGIN_PX,
      Math.ceil(box.bottom - box.top) + 2 * MARGIN_PX,
    ];
    const move = { x: MARGIN_PX - box.left, y: MARGIN_PX - box.top };
    const picture = make("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img" });
    picture.append(Object.assign(make("title", {}), { textContent: title }));
    const description = main.getAttribute("aria-description") ?? main.getAttribute("aria-label");
    if (description) picture.append(Object.assign(make("desc", {}), { textContent: description }));
    const paper = paintOf(getComputedStyle(document.documentElement).backgroundColor);
    picture.append(make("rect", { width, height, fill: paper?.opacity ? paper.colour : "#ffffff" }));
    for (const part of [root, ...(note ? [note] : [])]) {
      addBackgrounds(picture, part, move);
      addTexts(picture, part, move);
      addPictures(picture, part, move);
    }
    return { svg: inertElement(picture, { xml: true }), width, height };
  } finally {
    note?.remove();
  }
}

/** Lays the caption out below the figure, out of sight, to learn where its lines break. */
function layOut(caption: Node, root: Element, main: Element): HTMLElement {
  const note = document.createElement("div");
  note.className = "figure-note";
  note.append(caption.cloneNode(true));
  const width = Math.max(root.getBoundingClientRect().width, main.getBoundingClientRect().width);
  note.style.width = `${width}px`;
  (root.closest(".output") ?? document.body).append(note);
  const [above, at] = [boxOf([root, main]), note.getBoundingClientRect()];
  note.style.transform = `translate(${above.left - at.left}px, ${above.bottom - at.top + 4}px)`;
  return note;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxOf(elements: readonly Element[]): Box {
  const boxes = elements.map((element) => element.getBoundingClientRect());
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

interface Move {
  readonly x: number;
  readonly y: number;
}

/** Colours behind HTML elements, such as the swatches of a legend. */
function addBackgrounds(picture: Element, root: Element, move: Move): void {
  for (const element of [root, ...root.querySelectorAll("*")]) {
    if (!(element instanceof HTMLElement) || !element.checkVisibility()) continue;
    const { left, top, width, height } = element.getBoundingClientRect();
    const paint = paintOf(getComputedStyle(element).backgroundColor);
    if (!paint?.opacity || width === 0 || height === 0) continue;
    picture.append(
      make("rect", {
        x: round(left + move.x),
        y: round(top + move.y),
        width,
        height,
        fill: paint.colour,
        "fill-opacity": paint.opacity,
      }),
    );
  }
}

function addTexts(picture: Element, root: Element, move: Move): void {
  for (const { text, left, base, parent } of textLines(root, "svg,figcaption[data-in-footer],style,script")) {
    const style = getComputedStyle(parent);
    const paint = paintOf(style.color);
    const line = make("text", {
      x: round(left + move.x),
      y: round(base + move.y),
      "font-family": style.fontFamily,
      "font-size": style.fontSize,
      "font-weight": style.fontWeight,
      "font-style": style.fontStyle,
      fill: paint?.colour ?? "#000000",
    });
    line.textContent = text;
    picture.append(line);
  }
}

/** The pictures of a figure, each at its place. */
function addPictures(picture: Element, root: Element, move: Move): void {
  const pictures = "svg,img,canvas";
  const all = root.matches(pictures) ? [root] : [...root.querySelectorAll(pictures)];
  for (const original of all) {
    if (original.parentElement?.closest("svg") || !original.checkVisibility({ visibilityProperty: true })) continue;
    const { left, top, width, height } = original.getBoundingClientRect();
    if (width === 0 || height === 0) continue;
    // A page draws pictures from whole pixels on, so that their lines are sharp.
    const place = {
      x: Math.round(left + move.x),
      y: Math.round(top + move.y),
      width: round(width),
      height: round(height),
    };
    if (original instanceof SVGSVGElement) picture.append(copyOf(original, place));
    else picture.append(make("image", { ...place, href: addressOf(original) }));
  }
}

function copyOf(original: SVGSVGElement, place: Readonly<Record<string, number>>): Element {
  const copy = original.cloneNode(true) as SVGSVGElement;
  const viewBox = original.getAttribute("viewBox") ?? `0 0 ${original.clientWidth} ${original.clientHeight}`;
  restyle(original, copy, plainStyle);
  for (const each of [...copy.attributes])
    if (/^(?:width|height|role|aria-|tabindex|data-)/.test(each.name)) copy.removeAttribute(each.name);
  for (const [name, value] of Object.entries({ ...place, viewBox, overflow: "visible" }))
    copy.setAttribute(name, String(value));
  return copy;
}

/** Writes the computed styles into a copy, and takes out what is not to be saved. Not recursive: a tree may be deep. */
function restyle(original: Element, copy: Element, around: Around): void {
  const open: { original: Element; copy: Element; around: Around }[] = [{ original, copy, around }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.original.matches(TRANSIENT) || /^(?:style|script|foreignObject)$/.test(next.copy.localName)) {
      next.copy.remove();
      continue;
    }
    const style = writeStyle(next.original, next.copy, next.around);
    const originals = [...next.original.children];
    for (const [i, child] of [...next.copy.children].entries()) {
      open.push({ original: originals[i]!, copy: child, around: style });
    }
  }
}

/** A canvas, or an image that only this frame can read, as its data. */
function addressOf(original: Element): string {
  try {
    if (original instanceof HTMLCanvasElement) return original.toDataURL();
    const image = original as HTMLImageElement;
    if (image.src.startsWith("data:")) return image.src;
    const canvas = Object.assign(document.createElement("canvas"), {
      width: image.naturalWidth,
      height: image.naturalHeight,
    });
    canvas.getContext("2d")?.drawImage(image, 0, 0);
    return canvas.toDataURL();
  } catch {
    // A canvas that contains cross-origin data cannot be read.
    return "";
  }
}

function make(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
