import type { Assertion } from "./assertion.ts";
import { canonicalText } from "./canonical-number.ts";

/** Attributes that determine the appearance of a figure or a link. Others depend on the browser. */
const visual = new Set([
  ..."x y x1 x2 y1 y2 dx dy cx cy r rx ry width height d points transform viewBox".split(" "),
  ..."fill stroke stroke-width stroke-dasharray href aria-label".split(" "),
]);

/** Elements without content, and elements that browsers render differently. */
const skipped = new Set(["style", "script"]);
const opaque = new Set(["input", "select", "textarea", "canvas"]);

/** Writes the content of a node in a form that is the same in all browsers: elements, their appearance, and text. */
export function writeNode(node: Node, write: (text: string) => void): void {
  if (node.nodeType === 3) writeText(node.textContent ?? "", write);
  else if (node.nodeType === 1) writeElement(node as Element, write);
  else writeChildren(node, write);
}

function writeElement(element: Element, write: (text: string) => void): void {
  const name = element.localName.toLowerCase();
  // A test is rendered differently with and without a page, so its data are written instead.
  if ("assertion" in element) {
    const { title, status } = element.assertion as Assertion;
    write(`<test ${status} "${canonicalText(title)}">`);
    return;
  }
  // The line below a figure is the page's, not the cell's.
  if (skipped.has(name) || element.classList?.contains("figure-footer")) return;
  write(`<${name}`);
  if (!opaque.has(name)) {
    const attributes = Array.from(element.attributes, (each) => [each.name, each.value.trim()] as const);
    for (const [attribute, value] of attributes.sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (visual.has(attribute)) write(` ${attribute}=${canonicalText(withoutNumber(value))}`);
    }
  }
  write(">");
  if (!opaque.has(name)) writeChildren(element, write);
}

/** Adjacent text nodes are joined, because parsers split them differently. */
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

/** Removes generated numbers in references within a page, and the random names of blobs. */
function withoutNumber(value: string): string {
  return value.startsWith("blob:") ? "blob:" : value.replace(/url\(#([^)]*?)-?\d+\)/g, "url(#$1)");
}
