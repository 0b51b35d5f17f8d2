import {
  addresses,
  attributes,
  dropped,
  elements,
  empty,
  fields,
  type MarkupNamespace,
  ownIdentifier,
  painted,
  plain,
} from "./names.ts";
import { safeStyle, safeStyleSheet, safeValue } from "./safe-style.ts";

/** The maximum nesting depth: browsers restructure elements deeper than 512. */
const DEEPEST = 200;

/** The maximum length of an attribute, in characters: an image of several megabytes must fit. */
const LONGEST = 32_000_000;

export interface InertOptions {
  /** Write XML: case-sensitive names, and namespace declarations on the root. */
  readonly xml?: boolean;
}

/**
 * Writes purely presentational markup from an untrusted tree. It is a serialiser, not a text filter: every `<` in its output
 * begins a tag of the lists in `names.ts`, every style is rebuilt from its tokens, every URL is parsed as in a browser. So
 * nothing in it runs, loads external resources, or changes its meaning when it is parsed again, whatever the parser, even inside
 * an element whose content is text.
 *
 * DOMPurify needs a browser's own document and does not accept the document used in Node.
 *
 * @param root its children are written
 */
export function inertMarkup(root: Node, options: InertOptions = {}): string {
  return new Writer(options).children(root, "html", 0);
}

/** Writes one element, usually a figure, with its content; empty if the element is not allowed. */
export function inertElement(element: Element, options: InertOptions = {}): string {
  return new Writer(options).node(element, "html", 0);
}

class Writer {
  readonly #xml: boolean;

  constructor({ xml = false }: InertOptions) {
    this.#xml = xml;
  }

  children(node: Node, namespace: MarkupNamespace, depth: number): string {
    let text = "";
    for (let child = node.firstChild; child; child = child.nextSibling) text += this.node(child, namespace, depth);
    return text;
  }

  node(node: Node, namespace: MarkupNamespace, depth: number): string {
    if (node.nodeType === 3) return escapeText((node as Text).data);
    return node.nodeType === 1 ? this.#element(node as Element, namespace, depth) : "";
  }

  #element(element: Element, around: MarkupNamespace, depth: number): string {
    const small = String(element.localName ?? element.tagName).toLowerCase();
    const namespace = around === "html" ? namespaceOf(small) : around;
    const name = elements[namespace].get(small);
    if (depth > DEEPEST) return escapeText(textOf(element));
    if (name === undefined) {
      // Within SVG or MathML, elements that would switch back to HTML are dropped with their content.
      return dropped.has(small) ? "" : this.children(element, around, depth + 1);
    }
    if (name === "style") return this.#style(element);
    const tag = `<${name}${this.#root(small)}${this.#attributes(element, small)}>`;
    if (empty.has(small) && namespace === "html") return this.#xml ? tag.replace(/>$/, "/>") : tag;
    const inside = plain[namespace].has(small)
      ? plainText(element, small)
      : this.children(element, namespace, depth + 1);
    // Parsers drop the first line break in these elements.
    const kept = /^(?:pre|textarea)$/.test(small) && inside.startsWith("\n") ? "\n" : "";
    return `${tag}${kept}${inside}</${name}>`;
  }

  #root(name: string): string {
    if (!this.#xml || name !== "svg") return "";
    return ' xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
  }

  #style(element: Element): string {
    const sheet = safeStyleSheet(textOf(element));
    if (sheet === "") return "";
    const media = element.getAttribute("media");
    // `safeStyleSheet` writes no `<`, so the sheet ends at the right place in HTML, SVG and XML.
    return `<style${media ? ` media="${escapeAttribute(media)}"` : ""}>${this.#xml ? escapeText(sheet) : sheet}</style>`;
  }

  #attributes(element: Element, name: string): string {
    let text = "";
    const seen = new Set<string>();
    for (const attribute of [...element.attributes]) {
      const small = attribute.name.toLowerCase();
      if (seen.has(small)) continue;
      const value = inertValue(name, small, attribute.value.slice(0, LONGEST));
      if (value === null) continue;
      seen.add(small);
      const exact = attributes.get(small) ?? addresses.get(small) ?? small;
      text += ` ${exact}`;
      if (value !== "" || this.#xml) text += `="${escapeAttribute(value)}"`;
    }
    if (name !== "a" || !/ (?:xlink:)?href="(?:https?:|\/\/)/i.test(text)) return text;
    return `${text.replace(/ rel="[^"]*"/, "")} rel="noopener noreferrer" target="_blank"`;
  }
}

/** The namespace of an element within HTML. */
function namespaceOf(name: string): MarkupNamespace {
  return name === "svg" || name === "math" ? name : "html";
}

/** The safe value of an attribute; null if the attribute is dropped. */
function inertValue(element: string, name: string, value: string): string | null {
  if (name === "style") return safeStyle(value) || null;
  if (painted.has(name)) return safeValue(value) || null;
  if (addresses.has(name)) return inertAddress(element, name, value);
  if (name === "id") return ownIdentifier.test(value) ? null : value;
  if (name === "name") return fields.has(element) && !ownIdentifier.test(value) ? value : null;
  if (name === "for" || attributes.has(name)) return value;
  return /^(?:data|aria)-[a-z0-9_.-]*$/.test(name) && !name.startsWith("data-yuheng") ? value : null;
}

/** Links may use any harmless scheme; images and references must not load external resources. */
function inertAddress(element: string, name: string, value: string): string | null {
  // URL parsers ignore leading and trailing white space, and line breaks.
  const text = value.replaceAll(/^[\0- ]+|[\0- ]+$|[\t\n\r]/g, "");
  if (text.startsWith("#")) return name === "src" ? null : text;
  if (element === "a") return name !== "src" && isSafeLink(text) ? text : null;
  if (element === "use") return null;
  return /^data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]/i.test(text) ? text : null;
}

function isSafeLink(address: string): boolean {
  try {
    const { protocol } = new URL(address, "https://page.invalid/folder/");
    return protocol === "https:" || protocol === "http:" || protocol === "mailto:";
  } catch {
    return false;
  }
}

/** The text of an element, without dropped elements. */
function textOf(element: Element): string {
  let text = "";
  const open: Node[] = [element];
  // Iterative, because a tree may be deeper than the call stack allows.
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.nodeType === 3) text += (node as Text).data;
    else if (node === element || !dropped.has(String((node as Element).localName).toLowerCase())) {
      for (let child = node.lastChild; child; child = child.previousSibling) open.push(child);
    }
  }
  return text;
}

/** Node's document keeps the content of a text area escaped, so it must not be escaped twice. */
function plainText(element: Element, name: string): string {
  const text = escapeText(textOf(element));
  return name === "textarea" ? text.replaceAll(/&amp;(?=(?:lt|gt|amp|quot|#\d+);)/g, "&") : text;
}

/** Characters that are not valid in HTML or XML. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are removed
const unwritable = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g;

function escapeText(text: string): string {
  return text
    .replaceAll(unwritable, "")
    .replaceAll("\r", "\n")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', "&quot;").replaceAll("`", "&#96;");
}
