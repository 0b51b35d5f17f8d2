import * as dom from "linkedom";
import { textWidth } from "../../../lib/charts/text-width.ts";

/**
 * What scripts ask of the layout and of the geometry of pictures, of which there is none without a page: boxes are empty, texts have
 * the widths by which the figures of this project are laid out, and moving the window does nothing.
 */
export function completeLayout(): void {
  Object.defineProperties(dom.Element.prototype, Object.getOwnPropertyDescriptors(elementParts));
  Object.defineProperties(dom.SVGElement.prototype, Object.getOwnPropertyDescriptors(pictureParts));
}

const FONT_SIZE_PX = 16;
const none = { x: 0, y: 0, width: 0, height: 0, top: 0, right: 0, bottom: 0, left: 0 };
const identity = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

const elementParts: ThisType<Element> & object = {
  scrollIntoView() {},
  scrollTo() {},
  scrollBy() {},
  getClientRects: () => [],
  /** A transition that is over. */
  animate: () => ({ finished: Promise.resolve(), cancel() {}, play() {}, pause() {}, finish() {} }),
  get innerText(): string {
    return this.textContent ?? "";
  },
  set innerText(text: unknown) {
    this.textContent = String(text);
  },
};

const pictureParts: ThisType<SVGElement> & object = {
  getBBox() {
    const text = this.localName === "text" || this.localName === "tspan" ? this.textContent : "";
    return text ? { ...none, width: widthOf(this), height: fontSizeOf(this) } : none;
  },
  getComputedTextLength(): number {
    return widthOf(this);
  },
  getScreenCTM: () => ({ ...identity, inverse: () => identity }),
  getCTM: () => ({ ...identity, inverse: () => identity }),
  createSVGPoint: () => point(0, 0),
  getTotalLength(): number {
    return lengthOf(vertices(this));
  },
  getPointAtLength(length: number) {
    return pointAt(vertices(this), length);
  },
};

function widthOf(element: Element): number {
  return textWidth(element.textContent ?? "", fontSizeOf(element));
}

/** The size on the element or the next one above it that has one in pixels. */
function fontSizeOf(element: Element): number {
  for (let each: Element | null = element; each; each = each.parentElement) {
    const text = (each as SVGElement).style.fontSize || each.getAttribute("font-size") || "";
    const size = /^\s*([\d.]+)(?:px)?\s*$/.exec(text);
    if (size) return Number(size[1]);
  }
  return FONT_SIZE_PX;
}

function point(x: number, y: number) {
  return { x, y, matrixTransform: () => point(x, y) };
}

type Vertex = readonly [x: number, y: number];

/** The corners of a line or a path of straight lines; of a curve the points that its commands name. */
function vertices(element: Element): Vertex[] {
  const number = (name: string) => Number(element.getAttribute(name) ?? 0);
  if (element.localName === "line") {
    return [
      [number("x1"), number("y1")],
      [number("x2"), number("y2")],
    ];
  }
  return curve(element.getAttribute("d") ?? "");
}

const NUMBERS = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi;
/** How many numbers a command of a path takes. */
const arity: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

/** The points of a path, its Bézier curves in small steps. Arcs count as their chords. */
function curve(path: string): Vertex[] {
  const points: Vertex[] = [];
  let [x, y] = [0, 0];
  let start: Vertex = [0, 0];
  let control: Vertex | null = null;
  for (const [, letter, rest] of path.matchAll(/([MLHVCSQTAZ])([^MLHVCSQTAZ]*)/gi)) {
    const command = letter!.toUpperCase();
    const isRelative = letter !== command;
    const numbers = (rest!.match(NUMBERS) ?? []).map(Number);
    const count = arity[command]!;
    if (count === 0) {
      [x, y] = start;
      points.push(start);
      continue;
    }
    for (let i = 0; i + count <= numbers.length; i += count) {
      const given = numbers.slice(i, i + count);
      const base: Vertex = isRelative ? [x, y] : [0, 0];
      const at = (k: number): Vertex => [base[0] + given[k]!, base[1] + given[k + 1]!];
      const from: Vertex = [x, y];
      const mirrored: Vertex = control ? [2 * x - control[0], 2 * y - control[1]] : from;
      let bend: Vertex[] = [];
      let end: Vertex;
      if (command === "H") end = [base[0] + given[0]!, y];
      else if (command === "V") end = [x, base[1] + given[0]!];
      else end = at(count - 2);
      if (command === "C") bend = [at(0), at(2)];
      else if (command === "S") bend = [mirrored, at(0)];
      else if (command === "Q") bend = [at(0)];
      else if (command === "T") bend = [mirrored];
      control = bend.at(-1) ?? null;
      points.push(...(bend.length > 0 ? bezier([from, ...bend, end]) : [end]));
      [x, y] = end;
      if (command === "M" && i === 0) start = end;
    }
  }
  return points;
}

const STEPS = 100;

function bezier(points: readonly Vertex[]): Vertex[] {
  return Array.from({ length: STEPS }, (_, i) => {
    const t = (i + 1) / STEPS;
    let level = points;
    while (level.length > 1) level = level.slice(1).map((next, k) => between(level[k]!, next, t));
    return level[0]!;
  });
}

function between(a: Vertex, b: Vertex, t: number): Vertex {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
}

function lengthOf(points: readonly Vertex[]): number {
  return points.reduce((sum, to, i) => (i === 0 ? 0 : sum + distance(points[i - 1]!, to)), 0);
}

function distance(a: Vertex, b: Vertex): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

function pointAt(points: readonly Vertex[], length: number) {
  let left = Math.max(0, length);
  for (const [i, to] of points.entries()) {
    const from = points[i - 1];
    if (!from) continue;
    const step = distance(from, to);
    if (left <= step) return point(...between(from, to, step === 0 ? 0 : left / step));
    left -= step;
  }
  return point(...(points.at(-1) ?? ([0, 0] as const)));
}
