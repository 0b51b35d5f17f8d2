import {
  addresses,
  attributes,
  dropped,
  elements,
  empty,
  fields,
  ownIdentifier,
  painted,
  plain,
  type Tongue,
} from "./names.ts";
import { safeStyle, safeStyleSheet, safeValue } from "./safe-style.ts";

/** How deep elements may stand: browsers move what stands deeper than 512 to another place. */
const DEEPEST = 200;

/** How much is written of an attribute, in characters: a picture of some megabytes has its place there. */
const LONGEST = 32_000_000;

export interface InertOptions {
  /** For a file that is read as XML: names with their capitals, and the namespaces of the root. */
  readonly xml?: boolean;
}

/**
 * Writes markup that says how things look and does nothing, from a tree that nobody need trust. It is a writer, not a
 * filter of text: every `<` in what it gives begins a tag of the lists in `names.ts`, every style is written anew from its
 * tokens, every address is read as a browser reads it. So nothing in it runs, loads from elsewhere, or is taken for
 * something else when it is read again, whatever the parser: not even where it stands inside of an element that swallows tags.
 *
 * DOMPurify needs a browser's own document and refuses the one that notebooks have in Node.
 *
 * @param root its children are written
 */
export function inertMarkup(root: Node, options: InertOptions = {}): string {
  return new Writer(options).children(root, "html", 0);
}

/** Writes one element, a picture above all, with what is in it; empty where it may not be written. */
export function inertElement(element: Element, options: InertOptions = {}): string {
  return new Writer(options).node(element, "html", 0);
}

class Writer {
  readonly #xml: boolean;

  constructor({ xml = false }: InertOptions) {
    this.#xml = xml;
  }

  children(node: Node, tongue: Tongue, depth: number): string {
    let text = "";
    for (let child = node.firstChild; child; child = child.nextSibling) text += this.node(child, tongue, depth);
    return text;
  }

  node(node: Node, tongue: Tongue, depth: number): string {
    if (node.nodeType === 3) return escapeText((node as Text).data);
    return node.nodeType === 1 ? this.#element(node as Element, tongue, depth) : "";
  }

  #element(element: Element, around: Tongue, depth: number): string {
    const small = String(element.localName ?? element.tagName).toLowerCase();
    const tongue = around === "html" ? tongueOf(small) : around;
    const name = elements[tongue].get(small);
    if (depth > DEEPEST) return escapeText(textOf(element));
    if (name === undefined) {
      // Within a picture or a formula, what would lead back to HTML goes with all that is in it.
      return dropped.has(small) ? "" : this.children(element, around, depth + 1);
    }
    if (name === "style") return this.#style(element);
    const tag = `<${name}${this.#root(small)}${this.#attributes(element, small)}>`;
    if (empty.has(small) && tongue === "html") return this.#xml ? tag.replace(/>$/, "/>") : tag;
    const inside = plain[tongue].has(small) ? plainText(element, small) : this.children(element, tongue, depth + 1);
    // A parser takes the first line break of these away.
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
    // The writer of styles writes no `<`, so that the sheet ends where it should in HTML, in SVG and in XML.
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

/** The language in which an element stands within HTML. */
function tongueOf(name: string): Tongue {
  return name === "svg" || name === "math" ? name : "html";
}

/** What is written as an attribute's value; null where it is not written. */
function inertValue(element: string, name: string, value: string): string | null {
  if (name === "style") return safeStyle(value) || null;
  if (painted.has(name)) return safeValue(value) || null;
  if (addresses.has(name)) return inertAddress(element, name, value);
  if (name === "id") return ownIdentifier.test(value) ? null : value;
  if (name === "name") return fields.has(element) && !ownIdentifier.test(value) ? value : null;
  if (name === "for" || attributes.has(name)) return value;
  return /^(?:data|aria)-[a-z0-9_.-]*$/.test(name) && !name.startsWith("data-yuheng") ? value : null;
}

/** Links lead anywhere by a harmless scheme; pictures and references load nothing from elsewhere. */
function inertAddress(element: string, name: string, value: string): string | null {
  // As the parser of addresses takes them: blanks at the ends and line breaks go.
  const text = value.replaceAll(/^[\0- ]+|[\0- ]+$|[\t\n\r]/g, "");
  if (text.startsWith("#")) return name === "src" ? null : text;
  if (element === "a") return name !== "src" && leadsSafely(text) ? text : null;
  if (element === "use") return null;
  return /^data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]/i.test(text) ? text : null;
}

function leadsSafely(address: string): boolean {
  try {
    const { protocol } = new URL(address, "https://page.invalid/folder/");
    return protocol === "https:" || protocol === "http:" || protocol === "mailto:";
  } catch {
    return false;
  }
}

/** The text of an element, without what is not written. */
function textOf(element: Element): string {
  let text = "";
  const open: Node[] = [element];
  // Not by recursion: a tree may be deeper than the stack.
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.nodeType === 3) text += (node as Text).data;
    else if (node === element || !dropped.has(String((node as Element).localName).toLowerCase())) {
      for (let child = node.lastChild; child; child = child.previousSibling) open.push(child);
    }
  }
  return text;
}

/** The document in Node keeps what was read of a text field as it was written, so that it is not written twice over. */
function plainText(element: Element, name: string): string {
  const text = escapeText(textOf(element));
  return name === "textarea" ? text.replaceAll(/&amp;(?=(?:lt|gt|amp|quot|#\d+);)/g, "&") : text;
}

/** Characters that no parser of HTML or XML takes as they are. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
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
