import type { PrintedNotebook } from "../../kernel/sandbox/protocol.ts";
import { writeCellKind } from "../language/figures.ts";
import { speech } from "../language/speech.ts";
import { purified } from "./purified.ts";

/** The source of a cell that is printed with its output. */
export interface PrintedCode {
  readonly kind: string;
  readonly source: string;
}

/** What an article says in addition to the frame's outputs. */
export interface ArticleText {
  readonly title: string;
  /** The line under the title; empty for none. */
  readonly line: string;
  /** The cells whose source is shown, too; empty without code. */
  readonly sources: ReadonlyMap<number, PrintedCode>;
}

/**
 * The outputs of a notebook as an element that stands still. Its content comes from the sandbox and is sanitised: nothing in it
 * may run, load anything or navigate, except by links.
 */
export function printedArticle(printed: PrintedNotebook, { title, line, sources }: ArticleText): HTMLElement {
  const article = document.createElement("article");
  article.lang = speech.language;
  for (const { cell, html } of printed.cells) {
    const source = sources.get(cell);
    const output = outputOf(html, "output");
    if (isEmpty(output) && !source) continue;
    const section = document.createElement("section");
    section.className = "cell";
    if (source) section.append(codeOf(source));
    section.append(output);
    article.append(section);
  }
  const first = article.querySelector("h1")?.textContent?.trim();
  const head = headOf(first === title.trim() ? "" : title, line);
  if (head.hasChildNodes()) article.prepend(head);
  if (printed.sources) article.append(outputOf(printed.sources, "sources"));
  return article;
}

/** The title, unless it is empty because the notebook begins with it, and the line below. */
function headOf(title: string, line: string): HTMLElement {
  const head = document.createElement("header");
  const lines = { title, line };
  for (const [name, text] of Object.entries(lines)) {
    if (text === "") continue;
    const element = document.createElement("p");
    if (name === "title") element.className = name;
    element.textContent = text;
    head.append(element);
  }
  return head;
}

function codeOf({ kind, source }: PrintedCode): HTMLElement {
  const code = document.createElement("pre");
  code.className = "printed-code";
  code.dataset.kind = writeCellKind(kind);
  code.textContent = source;
  return code;
}

/** Whether an output shows nothing, like that of a cell that only declares names. */
function isEmpty(output: Element): boolean {
  return output.textContent?.trim() === "" && !output.querySelector("svg, img, math, hr");
}

function outputOf(html: string, className: string): HTMLElement {
  const output = document.createElement("div");
  output.className = className;
  output.append(purified(html));
  return output;
}
