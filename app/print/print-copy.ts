import inputs from "@observablehq/inputs/dist/index.css?inline";
import DOMPurify from "dompurify";
import { painted } from "../../kernel/markup/names.ts";
import { safeStyle, safeStyleSheet, safeValue } from "../../kernel/markup/safe-style.ts";
import type { PrintedNotebook } from "../../kernel/sandbox/protocol.ts";
import tokens from "../design/tokens.css?inline";
import notebook from "../frame/frame.css?inline";
import { dateTag, writeCellKind } from "../language/figures.ts";
import { say, speech } from "../language/speech.ts";
import paper from "./paper.css?inline";
import print from "./print-copy.css?inline";
import { printTexts } from "./texts.ts";

/** What is printed in addition to the frame's outputs. */
export interface PrintedPage {
  readonly title: string;
  /** The address of the notebook. */
  readonly address: string;
  readonly date: Date;
  /** The cells whose source is printed, too; empty without code. */
  readonly sources: ReadonlyMap<number, { readonly kind: string; readonly source: string }>;
}

/**
 * A static copy of a notebook in the page's own document. Browsers print a frame as one image, cut at the end of the sheet; this
 * copy breaks between paragraphs, rows and figures. Its content comes from the sandbox and is sanitised: nothing in it may run,
 * load anything or navigate, except by links.
 */
export class PrintCopy extends HTMLElement {
  readonly #root = this.attachShadow({ mode: "open" });
  readonly #page = document.createElement("style");

  fill(printed: PrintedNotebook, page: PrintedPage): void {
    const sheet = document.createElement("style");
    // Paper is white whatever the theme: the tokens are declared again here, in their light values.
    sheet.textContent = tokens.replaceAll(":root", ":host") + inputs + notebook + print;
    const article = document.createElement("article");
    article.lang = speech.language;
    for (const { cell, html } of printed.cells) {
      const source = page.sources.get(cell);
      if (!html && !source) continue;
      const section = document.createElement("section");
      section.className = "cell";
      if (source) section.append(codeOf(source));
      section.append(outputOf(html, "output"));
      article.append(section);
    }
    const first = article.querySelector("h1")?.textContent?.trim();
    article.prepend(headOf(page, first !== page.title.trim()));
    if (printed.sources) article.append(outputOf(printed.sources, "sources"));
    this.#root.replaceChildren(sheet, article);
    // What is printed, and the margins of the sheet, are properties of the whole document.
    this.#page.textContent = paper + pageRule(page.title);
    document.head.append(this.#page);
  }

  clear(): void {
    this.#root.replaceChildren();
    this.#page.remove();
  }
}

function headOf({ title, address, date }: PrintedPage, titled: boolean): HTMLElement {
  const head = document.createElement("header");
  const heading = document.createElement("p");
  heading.className = "title";
  heading.textContent = title;
  const line = document.createElement("p");
  const day = new Intl.DateTimeFormat(dateTag(), { dateStyle: "long" }).format(date);
  line.textContent = say(printTexts.head({ date: day, address }));
  if (titled) head.append(heading);
  head.append(line);
  return head;
}

function codeOf({ kind, source }: { kind: string; source: string }): HTMLElement {
  const code = document.createElement("pre");
  code.className = "printed-code";
  code.dataset.kind = writeCellKind(kind);
  code.textContent = source;
  return code;
}

function outputOf(html: string, className: string): HTMLElement {
  const output = document.createElement("div");
  output.className = className;
  output.append(purify(html));
  return output;
}

/** Attributes whose address is fetched as soon as they are set. */
const fetched = /^(?:src|srcset|poster|background)$/;

/** Elements that fetch what they refer to, unlike links. */
const fetching = "img, image, use, source, feImage";

/** Removes everything that can run or load something; styles are rewritten, as in a built page. */
function purify(html: string): DocumentFragment {
  const fragment = DOMPurify.sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    ADD_TAGS: ["style"],
    FORBID_TAGS: ["input", "button", "select", "textarea", "dialog", "link", "meta", "base"],
    FORCE_BODY: true,
  });
  for (const style of fragment.querySelectorAll("style")) style.textContent = safeStyleSheet(style.textContent ?? "");
  for (const element of fragment.querySelectorAll("*")) {
    for (const { name, value } of [...element.attributes]) {
      if (name === "style") element.setAttribute(name, safeStyle(value));
      else if (fetched.test(name) || (/href$/.test(name) && element.matches(fetching))) {
        if (!/^\s*(?:#|data:image\/)/i.test(value)) element.removeAttribute(name);
      } else if (painted.has(name) && safeValue(value) === "") element.removeAttribute(name);
    }
  }
  return fragment;
}

/** The title and number of each sheet, in the page margins. */
function pageRule(title: string): string {
  const text = JSON.stringify(title.replaceAll(/[\n\r\f<]/g, " "));
  const style = "font: 8pt sans-serif; color: #625d52;";
  return `@page { margin: 17mm 16mm 18mm; @top-left { content: ${text}; ${style} } @bottom-right { content: counter(page) " / " counter(pages); ${style} } }
@page :first { @top-left { content: ""; } }`;
}

customElements.define("yuheng-print-copy", PrintCopy);
