import type { CellKind } from "../kind.ts";

export const html: CellKind = {
  name: "html",
  type: "text/html",
  label: { en: "HTML", zh: "HTML" },
  source: { form: "text", tag: "html", escapes: "raw", valueType: "HTMLElement" },
  markup: "html",
  paragraphs: true,
  editor: "html",
  exchange: { jupyterNames: ["html"], jupyterMarkdown: { before: "", after: "" } },
};
