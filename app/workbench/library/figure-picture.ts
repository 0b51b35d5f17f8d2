import { trustedMarkup } from "../../../kernel/markup/trusted-types.ts";

/**
 * A notebook's figure as the address of an image. The SVG comes from a notebook and is not trusted; as the source of an
 * `<img>` it runs no script and loads nothing.
 *
 * An image does not inherit the page's style, so the theme's colours are set on its root.
 */
export function pictureOf(svg: string, style: CSSStyleDeclaration): string | null {
  const root = parseSvg(svg);
  if (!root) return null;
  if (!root.hasAttribute("viewBox")) {
    const [width, height] = [
      Number.parseFloat(root.getAttribute("width") ?? ""),
      Number.parseFloat(root.getAttribute("height") ?? ""),
    ];
    if (width > 0 && height > 0) root.setAttribute("viewBox", `0 0 ${width} ${height}`);
  }
  root.style.color = style.getPropertyValue("--ink");
  root.style.fontFamily = style.getPropertyValue("--font-sans");
  root.style.background = "none";
  for (const token of new Set([...svg.matchAll(/var\((--[\w-]+)/g)].map((match) => match[1] ?? ""))) {
    const value = style.getPropertyValue(token);
    if (value && !root.style.getPropertyValue(token)) root.style.setProperty(token, value);
  }
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(root))}`;
}

/** The figure's accessible name. */
export function nameOfPicture(svg: string): string {
  const root = parseSvg(svg);
  return root?.getAttribute("aria-label") ?? root?.querySelector(":scope > title")?.textContent ?? "";
}

/** Documents made by DOMParser are inert: nothing in them runs or loads. */
const picture = trustedMarkup("yuheng-picture");

function parseSvg(svg: string): SVGSVGElement | null {
  const strict = new DOMParser().parseFromString(picture(svg), "image/svg+xml").documentElement;
  if (strict instanceof SVGSVGElement && !strict.querySelector("parsererror")) return strict;
  return new DOMParser().parseFromString(picture(svg), "text/html").querySelector("svg");
}
