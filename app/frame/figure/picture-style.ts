import { paintOf } from "./paint.ts";

/** Properties that a child takes from its parent, and those that it does not, with the values of an element without any. */
const inherited = [
  "color",
  "fill-rule",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-width",
  "stroke-dasharray",
  "stroke-dashoffset",
  "stroke-miterlimit",
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
  "letter-spacing",
  "text-anchor",
  "paint-order",
  "visibility",
];
const own: Readonly<Record<string, string>> = {
  opacity: "1",
  display: "inline",
  "dominant-baseline": "auto",
  "vector-effect": "none",
  "stop-opacity": "1",
};

/** Computed values of the element around a picture. */
export type Around = Readonly<Record<string, string>>;

/** The style from which a saved picture's root begins: what an SVG viewer assumes. */
export const plainStyle: Around = {
  color: "rgb(0, 0, 0)",
  fill: "rgb(0, 0, 0)",
  "fill-opacity": "1",
  stroke: "none",
  "stroke-opacity": "1",
  "fill-rule": "nonzero",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "stroke-width": "1px",
  "stroke-dasharray": "none",
  "stroke-dashoffset": "0px",
  "stroke-miterlimit": "4",
  "font-family": "",
  "font-size": "",
  "font-weight": "400",
  "font-style": "normal",
  "letter-spacing": "normal",
  "text-anchor": "start",
  "paint-order": "normal",
  visibility: "visible",
  "font-variant-numeric": "normal",
};

/**
 * Writes an element's computed style into the attributes of its copy, so that the copy looks the same without the page's style
 * sheets: only what differs from its parent. Returns the style for its children.
 */
export function writeStyle(original: Element, copy: Element, around: Around): Around {
  const style = getComputedStyle(original);
  const now: Record<string, string> = {};
  copy.removeAttribute("style");
  copy.removeAttribute("class");
  for (const name of inherited) {
    now[name] = style.getPropertyValue(name);
    copy.removeAttribute(name);
    if (now[name] !== around[name] && name !== "color") copy.setAttribute(name, now[name]);
  }
  for (const [name, initial] of Object.entries(own)) {
    const value = style.getPropertyValue(name);
    copy.removeAttribute(name);
    // Whether a box is a block or inline means nothing in a picture.
    if (name === "display" ? value === "none" : value !== initial) copy.setAttribute(name, value);
  }
  for (const name of ["fill", "stroke"]) {
    const [value, strength] = [style.getPropertyValue(name), style.getPropertyValue(`${name}-opacity`)];
    Object.assign(now, { [name]: value, [`${name}-opacity`]: strength });
    copy.removeAttribute(name);
    copy.removeAttribute(`${name}-opacity`);
    if (value === around[name] && strength === around[`${name}-opacity`]) continue;
    const paint = paintOf(value);
    copy.setAttribute(name, paint?.colour ?? value);
    const opacity = Number(strength) * (paint?.opacity ?? 1);
    const aroundOpacity = Number(around[`${name}-opacity`]) * (paintOf(around[name] ?? "")?.opacity ?? 1);
    if (opacity !== aroundOpacity) copy.setAttribute(`${name}-opacity`, String(Math.round(opacity * 1000) / 1000));
  }
  if (original.localName === "stop") {
    const paint = paintOf(style.getPropertyValue("stop-color"));
    if (paint) copy.setAttribute("stop-color", paint.colour);
  }
  now["font-variant-numeric"] = style.fontVariantNumeric;
  const styles = [
    now["font-variant-numeric"] === around["font-variant-numeric"]
      ? ""
      : `font-variant-numeric:${now["font-variant-numeric"]}`,
    style.mixBlendMode === "normal" ? "" : `mix-blend-mode:${style.mixBlendMode}`,
    style.filter === "none" || original.hasAttribute("filter") ? "" : `filter:${style.filter}`,
  ].filter(Boolean);
  if (styles.length > 0) copy.setAttribute("style", styles.join(";"));
  if (original.localName === "text" && style.whiteSpaceCollapse === "preserve")
    copy.setAttribute("xml:space", "preserve");
  return now;
}
