import inputs from "@observablehq/inputs/dist/index.css?inline";
import { writePageNotebook } from "../../kernel/document/exchange/page-notebook.ts";
import { inertMarkup } from "../../kernel/markup/inert.ts";
import { staticPolicy } from "../../kernel/markup/static-policy.ts";
import { withSystemDark } from "../../kernel/markup/system-dark.ts";
import type { PrintedNotebook } from "../../kernel/sandbox/protocol.ts";
import tokens from "../design/tokens.css?inline";
import notebook from "../frame/frame.css?inline";
import { writeLongDay } from "../language/figures.ts";
import { say, speech } from "../language/speech.ts";
import print from "./print-copy.css?inline";
import { printedArticle } from "./printed-article.ts";
import page from "./static-page.css?inline";
import { printTexts } from "./texts.ts";

/** A notebook that is saved as a page. */
export interface SavedNotebook {
  /** Its name, without the `~` of the user's own notebooks. */
  readonly name: string;
  readonly title: string;
  /** The notebook's file. */
  readonly text: string;
  readonly date: Date;
}

/**
 * A page of the current outputs of a notebook, which needs neither a script nor another file. It contains the notebook, so that
 * a workbench can open it again.
 */
export function staticPage(printed: PrintedNotebook, { name, title, text, date }: SavedNotebook): string {
  const root = document.createDocumentFragment();
  root.append(printedArticle(printed, { title, line: "", sources: new Map() }), madeOn(date));
  // Links to other notebooks of the workbench lead nowhere in a file.
  for (const link of root.querySelectorAll('a[href^="#/"]')) link.replaceWith(...link.childNodes);
  const style = [withSystemDark(tokens), inputs, notebook, print, page].join("\n").replaceAll("</style", "<\\/style");
  const heading = document.createElement("title");
  heading.textContent = title;
  return `<!doctype html>
<html lang="${speech.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${staticPolicy}">
<meta name="color-scheme" content="light dark">
${heading.outerHTML}
<style>${style}</style>
</head>
<body>
<main>${inertMarkup(root)}</main>
${writePageNotebook({ name, text })}
</body>
</html>
`;
}

function madeOn(date: Date): HTMLElement {
  const line = document.createElement("p");
  line.className = "made";
  line.textContent = say(printTexts.made({ date: writeLongDay(date) }));
  return line;
}
