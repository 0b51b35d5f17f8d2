import DOMPurify from "dompurify";
import MarkdownIt from "markdown-it";

const markdown = new MarkdownIt({ html: true, linkify: true, typographer: false });

/** Sanitises an author's HTML and returns nodes; `slot-of` elements and link targets are kept. */
export type Sanitise = (html: string) => Node;

const purify: Sanitise = (html) =>
  DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true, ADD_TAGS: ["slot-of"], ADD_ATTR: ["target"] });

/** The tag `md`. */
export const md = markdownTag(purify);

/**
 * A template tag for Markdown: interpolated nodes are inserted in place, iterables of nodes one after another, all other values
 * as text. Links open in a new tab; scripts in raw HTML do not run.
 */
export function markdownTag(sanitise: Sanitise) {
  return (strings: TemplateStringsArray, ...values: unknown[]): HTMLElement => write(sanitise, strings, values);
}

function write(sanitise: Sanitise, strings: TemplateStringsArray, values: readonly unknown[]): HTMLElement {
  const nodes: Node[] = [];
  const text = strings.reduce((all, part, i) => all + placeholder(values[i - 1], nodes) + part);
  const root = document.createElement("div");
  root.className = "markdown";
  root.append(sanitise(markdown.render(text)));
  for (const slot of root.querySelectorAll("slot-of")) {
    const node = nodes[Number(slot.getAttribute("title"))];
    if (node) slot.replaceWith(node);
  }
  for (const heading of root.querySelectorAll("h1, h2, h3, h4")) heading.id ||= anchorOf(heading.textContent ?? "");
  for (const link of root.querySelectorAll("a[href^='http']")) {
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "noopener noreferrer");
  }
  return root;
}

function placeholder(value: unknown, nodes: Node[]): string {
  if (value instanceof Node) {
    nodes.push(value);
    return `<slot-of title="${nodes.length - 1}"></slot-of>`;
  }
  if (typeof value !== "string" && isIterable(value))
    return Array.from(value, (each) => placeholder(each, nodes)).join("");
  return value === null || value === undefined ? "" : String(value);
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof (value as { [Symbol.iterator]?: unknown } | null | undefined)?.[Symbol.iterator] === "function";
}

function anchorOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
