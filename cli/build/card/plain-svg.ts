import { type Theme, withTheme } from "../../results/theme-colours.ts";

/** What a picture is drawn with. */
export interface DrawnWith {
  readonly theme: Theme;
  /** The family of all texts. */
  readonly family: string;
  /** A colour of CSS as `#rrggbb` or `rgba(r, g, b, a)`; null if it is none. */
  colourOf(value: string): string | null;
}

/** Properties that may stand in a style attribute and as an attribute of their own. */
const PROPERTIES =
  /^(?:fill|fill-opacity|stroke|stroke-opacity|stroke-width|stroke-dasharray|stroke-linecap|stroke-linejoin|opacity|color|font-size|font-weight|font-style|text-anchor|paint-order|display|visibility|clip-path|stop-color|stop-opacity)$/;

/** What children take from their parents, as far as it is resolved here. */
interface Inherited {
  readonly size: number;
  readonly colour: string;
  readonly strokeFirst: boolean;
}

/**
 * Rewrites a picture, in place, into the SVG that a renderer without style sheets draws: no custom properties, no `currentColor`, no
 * lengths in ems, no `paint-order`, no `dominant-baseline`, one family for all texts.
 */
export function makePlain(svg: Element, drawn: DrawnWith): void {
  svg.setAttribute("font-family", drawn.family);
  rewrite(svg, { size: 16, colour: drawn.theme.get("--ink") ?? "#000000", strokeFirst: false }, drawn, true);
}

function rewrite(element: Element, around: Inherited, drawn: DrawnWith, isRoot = false): void {
  if (/^(?:style|script|title|desc|foreignObject)$/i.test(element.localName)) {
    element.remove();
    return;
  }
  for (const declaration of (element.getAttribute("style") ?? "").split(";")) {
    const at = declaration.indexOf(":");
    const [name, value] = [declaration.slice(0, at).trim(), declaration.slice(at + 1).trim()];
    if (at > 0 && PROPERTIES.test(name)) element.setAttribute(name, value);
  }
  element.removeAttribute("style");
  if (!isRoot) element.removeAttribute("font-family");
  for (const { name, value } of [...element.attributes]) {
    if (value.includes("var(")) element.setAttribute(name, withTheme(value, drawn.theme));
  }
  const colour = colourIn(element.getAttribute("color"), around.colour);
  const size = lengthIn(element.getAttribute("font-size"), around.size) ?? around.size;
  if (element.hasAttribute("font-size")) element.setAttribute("font-size", String(size));
  const order = element.getAttribute("paint-order");
  const strokeFirst = order === null ? around.strokeFirst : /^stroke\b/.test(order);
  for (const name of ["fill", "stroke", "stop-color"]) paint(element, name, colour, drawn);
  if (/^(?:text|tspan)$/.test(element.localName)) place(element, size);
  for (const child of [...element.children]) rewrite(child, { size, colour, strokeFirst }, drawn);
  // Two texts: its halo, and the letters above it.
  if (element.localName === "text" && strokeFirst) {
    const halo = element.cloneNode(true) as Element;
    for (const part of [halo, ...halo.querySelectorAll("*")]) part.setAttribute("fill", "none");
    for (const part of [element, ...element.querySelectorAll("*")]) part.setAttribute("stroke", "none");
    element.before(halo);
  }
}

function colourIn(value: string | null, around: string): string {
  return value === null || /^(?:inherit|currentcolor)$/i.test(value) ? around : value;
}

/** A length in pixels; null if there is none. */
function lengthIn(value: string | null, size: number): number | null {
  const [, digits, unit] = /^\s*([-+]?[\d.]+(?:e[-+]?\d+)?)\s*(px|em|rem|pt)?\s*$/i.exec(value ?? "") ?? [];
  if (digits === undefined) return null;
  const factor = { em: size, rem: 16, pt: 4 / 3 }[unit?.toLowerCase() ?? ""] ?? 1;
  return Number(digits) * factor;
}

/** Writes a colour as the renderer reads it, with its opacity apart. */
function paint(element: Element, name: string, colour: string, { colourOf }: DrawnWith): void {
  const value = element.getAttribute(name);
  if (value === null || /^(?:none|inherit|url\()/i.test(value.trim())) return;
  const found = colourOf(/^currentcolor$/i.test(value.trim()) ? colour : value);
  const [, r, g, b, a] = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/.exec(found ?? "") ?? [];
  if (a === undefined) {
    element.setAttribute(name, found ?? "none");
    return;
  }
  const strength = name === "stop-color" ? "stop-opacity" : `${name}-opacity`;
  element.setAttribute(name, `rgb(${r},${g},${b})`);
  element.setAttribute(strength, String(Number(element.getAttribute(strength) ?? 1) * Number(a)));
}

/** Writes the place of a text in pixels. */
function place(text: Element, size: number): void {
  for (const name of ["x", "y", "dx", "dy"]) {
    const pixels = lengthIn(text.getAttribute(name), size);
    if (pixels !== null) text.setAttribute(name, String(pixels));
  }
  const lowered = { middle: 0.35, central: 0.35, hanging: 0.75, "text-before-edge": 0.85 }[
    text.getAttribute("dominant-baseline") ?? ""
  ];
  if (lowered !== undefined) {
    text.setAttribute("dy", String((lengthIn(text.getAttribute("dy"), size) ?? 0) + lowered * size));
    text.removeAttribute("dominant-baseline");
  }
}
