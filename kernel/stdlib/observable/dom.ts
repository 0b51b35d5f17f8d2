// `DOM` of Observable's older notebooks: elements by functions. New notebooks write them by `html` and `document`.

const SVG = "http://www.w3.org/2000/svg";
const namespaces: Readonly<Record<string, string>> = {
  svg: SVG,
  xlink: "http://www.w3.org/1999/xlink",
  xml: "http://www.w3.org/XML/1998/namespace",
};

export function canvas(width: number, height: number): HTMLCanvasElement {
  return Object.assign(document.createElement("canvas"), { width, height });
}

/** The context of a canvas with as many points as the screen has in `width` × `height` pixels. */
export function context2d(width: number, height: number, ratio = devicePixelRatio): CanvasRenderingContext2D {
  const element = canvas(width * ratio, height * ratio);
  element.style.width = `${width}px`;
  const context = element.getContext("2d")!;
  context.scale(ratio, ratio);
  return context;
}

/** A link whose button saves a Blob, or what a function gives as one. */
export function download(
  value: Blob | (() => Blob | Promise<Blob>),
  name = "untitled",
  label = "Save",
): HTMLAnchorElement {
  const link = document.createElement("a");
  const button = document.createElement("button");
  button.textContent = label;
  link.append(button);
  link.download = name;
  button.addEventListener("click", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    const address = URL.createObjectURL(await (typeof value === "function" ? value() : value));
    Object.assign(document.createElement("a"), { href: address, download: name }).click();
    // The browser reads it after the click.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  });
  return link;
}

/** An element by its name, as `svg:circle` in a namespace, with attributes. */
export function element(name: string, attributes: Readonly<Record<string, unknown>> = {}): Element {
  const [prefix, local] = split(name);
  const made = prefix ? document.createElementNS(namespaces[prefix]!, local) : document.createElement(local);
  for (const [key, value] of Object.entries(attributes)) {
    const [space] = split(key);
    if (space) made.setAttributeNS(namespaces[space]!, key, String(value));
    else made.setAttribute(key, String(value));
  }
  return made;
}

function split(name: string): [prefix: string | null, local: string] {
  const at = name.indexOf(":");
  const prefix = name.slice(0, Math.max(0, at));
  return Object.hasOwn(namespaces, prefix) ? [prefix, name.slice(at + 1)] : [null, name];
}

export function input(type = "text"): HTMLInputElement {
  return Object.assign(document.createElement("input"), { type });
}

export function range(...bounds: [max?: number] | [min: number, max: number, step?: number]): HTMLInputElement {
  const [min, max, step] = bounds.length < 2 ? [0, bounds[0] ?? 1, undefined] : bounds;
  const attributes = { min: String(min), max: String(max), step: step === undefined ? "any" : String(step) };
  return Object.assign(input("range"), attributes);
}

export function select(values: Iterable<unknown>): HTMLSelectElement {
  const made = document.createElement("select");
  for (const value of values) {
    const option = document.createElement("option");
    option.value = String(value);
    option.textContent = String(value);
    made.append(option);
  }
  return made;
}

export function svg(width: number, height: number): SVGSVGElement {
  const made = document.createElementNS(SVG, "svg");
  made.setAttribute("viewBox", `0 0 ${width} ${height}`);
  made.setAttribute("width", String(width));
  made.setAttribute("height", String(height));
  return made;
}

export function text(value: unknown): Text {
  return document.createTextNode(String(value));
}

let count = 0;

/** An id that no other element has; as a text it is a reference for attributes such as `clip-path`. */
export function uid(name?: string): { readonly id: string; readonly href: string; toString(): string } {
  const id = ["O", name, ++count].filter((part) => part !== undefined).join("-");
  return { id, href: `#${id}`, toString: () => `url(#${id})` };
}
