import inputs from "@observablehq/inputs/dist/index.css?inline";
import type { PrintedNotebook } from "../../kernel/sandbox/protocol.ts";
import tokens from "../design/tokens.css?inline";
import notebook from "../frame/frame.css?inline";
import { writeLongDay } from "../language/figures.ts";
import { say } from "../language/speech.ts";
import paper from "./paper.css?inline";
import print from "./print-copy.css?inline";
import { type PrintedCode, printedArticle } from "./printed-article.ts";
import { printTexts } from "./texts.ts";

/** What is printed in addition to the frame's outputs. */
export interface PrintedPage {
  readonly title: string;
  /** The address of the notebook. */
  readonly address: string;
  readonly date: Date;
  /** The cells whose source is printed, too; empty without code. */
  readonly sources: ReadonlyMap<number, PrintedCode>;
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
    const line = say(printTexts.head({ date: writeLongDay(page.date), address: page.address }));
    const article = printedArticle(printed, { ...page, line });
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

/** The title and number of each sheet, in the page margins. */
function pageRule(title: string): string {
  const text = JSON.stringify(title.replaceAll(/[\n\r\f<]/g, " "));
  const style = "font: 8pt sans-serif; color: #625d52;";
  return `@page { margin: 17mm 16mm 18mm; @top-left { content: ${text}; ${style} } @bottom-right { content: counter(page) " / " counter(pages); ${style} } }
@page :first { @top-left { content: ""; } }`;
}

customElements.define("yuheng-print-copy", PrintCopy);
