import { Element } from "linkedom";

/** A declaration of a style: its property in the form of CSS, its value, and whether it is important. */
type Declarations = Map<string, { value: string; important: boolean }>;

/** The style of each element, and the attribute's text from which it was read. */
const known = new WeakMap<Element, { text: string; declarations: Declarations; style: object }>();

/**
 * The inline styles of elements as in browsers, of which linkedom lacks the assignment `element.style = "…"`, priorities and values
 * with `;` in brackets or quotes. The attribute `style` is the state.
 */
export function completeStyles(): void {
  Object.defineProperty(Element.prototype, "style", {
    configurable: true,
    get(this: Element) {
      return entryOf(this).style;
    },
    set(this: Element, text: unknown) {
      this.setAttribute("style", String(text));
    },
  });
}

function entryOf(element: Element) {
  const text = element.getAttribute("style") ?? "";
  const entry = known.get(element);
  if (entry?.text === text) return entry;
  const declarations = read(text);
  const made = { text, declarations, style: entry?.style ?? styleOf(element) };
  known.set(element, made);
  return made;
}

/** The declarations of a style; what is none is left out. */
function read(text: string): Declarations {
  const declarations: Declarations = new Map();
  for (const [part] of text.matchAll(
    /(?:[^;"'(]|"[^"]*"|'[^']*'|\((?:[^()"']|"[^"]*"|'[^']*'|\([^()]*\))*\)|[("'])+/g,
  )) {
    const at = part.indexOf(":");
    if (at > 0) declare(declarations, part.slice(0, at).trim(), part.slice(at + 1));
  }
  return declarations;
}

function declare(declarations: Declarations, property: string, text: string, priority = ""): void {
  const [, value = "", important] = /^\s*([\s\S]*?)\s*(!\s*important)?\s*$/i.exec(text)!;
  if (value === "") declarations.delete(property);
  else declarations.set(property, { value, important: important !== undefined || priority === "important" });
}

function write(element: Element, declarations: Declarations): void {
  const parts = [...declarations].map(
    ([name, { value, important }]) => `${name}:${value}${important ? " !important" : ""}`,
  );
  // A style that was emptied is no attribute, as before it had one.
  if (parts.length === 0) element.removeAttribute("style");
  else element.setAttribute("style", parts.join(";"));
}

/** `fontSize` as `font-size`, `WebkitMask` as `-webkit-mask`; custom properties as they are. */
function cssName(name: string): string {
  if (name === "cssFloat") return "float";
  if (name.startsWith("--") || name.includes("-")) return name;
  return name.replace(/^webkit(?=[A-Z])/, "Webkit").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function styleOf(element: Element): object {
  const declarations = () => entryOf(element).declarations;
  const change = (property: string, value: unknown, priority?: string) => {
    const changed = new Map(declarations());
    declare(changed, property, value === null || value === undefined ? "" : String(value), priority);
    write(element, changed);
  };
  const methods = {
    getPropertyValue: (property: string) => declarations().get(property)?.value ?? "",
    getPropertyPriority: (property: string) => (declarations().get(property)?.important ? "important" : ""),
    setProperty: (property: string, value: unknown, priority?: string) => change(property, value, priority ?? ""),
    removeProperty(property: string) {
      const { value = "" } = declarations().get(property) ?? {};
      change(property, "");
      return value;
    },
    item: (index: number) => [...declarations().keys()][index] ?? "",
    get length() {
      return declarations().size;
    },
    get cssText() {
      return element.getAttribute("style") ?? "";
    },
    set cssText(text: string) {
      element.setAttribute("style", String(text));
    },
    parentRule: null,
    toString: () => element.getAttribute("style") ?? "",
    [Symbol.iterator]: () => declarations().keys(),
  };
  return new Proxy(methods, {
    get(target, name) {
      if (typeof name === "symbol" || name in target) return Reflect.get(target, name);
      if (/^\d+$/.test(name)) return target.item(Number(name));
      return target.getPropertyValue(cssName(name));
    },
    set(target, name, value) {
      if (typeof name === "symbol" || name === "length" || name === "parentRule") return true;
      if (name === "cssText") target.cssText = value;
      else change(cssName(name), value);
      return true;
    },
  });
}
