import type { Assertion } from "../assertion/assertion.ts";
import { canonicalText } from "./canonical-number.ts";

/** Attributes that say what a picture or a link shows. Others are a matter of how a browser writes them. */
const telling = new Set([
  ..."x y x1 x2 y1 y2 dx dy cx cy r rx ry width height d points transform viewBox".split(" "),
  ..."fill stroke stroke-width stroke-dasharray href aria-label".split(" "),
]);

/** Parts that are no content, and those that a browser draws in its own way. */
const skipped = new Set(["style", "script"]);
const opaque = new Set(["input", "select", "textarea", "canvas"]);

/** Writes what a node shows in one form for all browsers: its elements, what they look like, and its text. */
export function writeNode(node: Node, write: (text: string) => void): void {
  if (node.nodeType === 3) writeText(node.textContent ?? "", write);
  else if (node.nodeType === 1) writeElement(node as Element, write);
  else writeChildren(node, write);
}

function writeElement(element: Element, write: (text: string) => void): void {
  const name = element.localName.toLowerCase();
  // A test looks one way in the page and another without one: it is what it says of itself.
  if ("assertion" in element) {
    const { title, status } = element.assertion as Assertion;
    write(`<test ${status} "${canonicalText(title)}">`);
    return;
  }
  if (skipped.has(name)) return;
  write(`<${name}`);
  if (!opaque.has(name)) {
    const attributes = Array.from(element.attributes, (each) => [each.name, each.value.trim()] as const);
    for (const [attribute, value] of attributes.sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (telling.has(attribute)) write(` ${attribute}=${canonicalText(withoutNumber(value))}`);
    }
  }
  write(">");
  if (!opaque.has(name)) writeChildren(element, write);
}

/** Neighbouring texts are one: parsers part them as they like. */
function writeChildren(node: Node, write: (text: string) => void): void {
  let text = "";
  for (const child of Array.from(node.childNodes)) {
    if (child.nodeType === 3) text += child.textContent ?? "";
    if (child.nodeType !== 1) continue;
    writeText(text, write);
    text = "";
    writeElement(child as Element, write);
  }
  writeText(text, write);
}

function writeText(text: string, write: (text: string) => void): void {
  const plain = canonicalText(text.replace(/\s+/g, " ").trim());
  if (plain) write(`"${plain}"`);
}

/** References within a page are counted, and what is kept in memory has a new name each time. */
function withoutNumber(value: string): string {
  return value.startsWith("blob:") ? "blob:" : value.replace(/url\(#([^)]*?)-?\d+\)/g, "url(#$1)");
}
