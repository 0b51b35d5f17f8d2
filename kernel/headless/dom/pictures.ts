import * as dom from "linkedom";

/** What linkedom lacks of SVG: markup within a picture is SVG, too; and sizes as D3's zoom and brush read them. */
export function completePictures(): void {
  const { prototype } = dom.SVGElement;
  const { get } = Object.getOwnPropertyDescriptor(dom.Element.prototype, "innerHTML")!;
  Object.defineProperties(prototype, Object.getOwnPropertyDescriptors(parts));
  Object.defineProperty(prototype, "innerHTML", {
    configurable: true,
    get,
    set(this: SVGElement, markup: unknown) {
      const holder = this.ownerDocument.createElement("div");
      // A parser knows the names and the ends of SVG's elements only within a picture.
      holder.innerHTML = `<svg>${markup}</svg>`;
      this.replaceChildren(...(holder.firstElementChild?.childNodes ?? []));
    },
  });
}

const owners = new WeakMap<object, unknown>();

const parts: ThisType<SVGElement> & object = {
  get ownerSVGElement(): unknown {
    return this.parentElement?.closest("svg") ?? owners.get(this) ?? null;
  },
  /** Linkedom assigns it when it parses. */
  set ownerSVGElement(owner: unknown) {
    owners.set(this, owner);
  },
  get width() {
    return lengthOf(this, "width");
  },
  get height() {
    return lengthOf(this, "height");
  },
  get viewBox() {
    const [x = 0, y = 0, width = 0, height = 0] = (this.getAttribute("viewBox") ?? "").split(/[\s,]+/).map(Number);
    return { baseVal: { x, y, width, height } };
  },
};

function lengthOf(element: Element, name: "width" | "height") {
  const written = element.getAttribute(name);
  const value = Number.parseFloat(written ?? "");
  if (!Number.isNaN(value) && !written!.endsWith("%")) return { baseVal: { value } };
  return { baseVal: { value: name === "width" ? DEFAULT_WIDTH_PX : DEFAULT_HEIGHT_PX } };
}

/** The size of a picture without one. */
const DEFAULT_WIDTH_PX = 300;
const DEFAULT_HEIGHT_PX = 150;
