import type { CellKind } from "../kind.ts";

export const markdown: CellKind = {
  name: "md",
  type: "text/markdown",
  label: { en: "Markdown", zh: "Markdown" },
  source: { form: "text", tag: "md", escapes: "cooked", valueType: "HTMLElement" },
  markup: "markdown",
  paragraphs: true,
  editor: "markdown",
  quick: {
    key: "m",
    icon: "text",
    button: { en: "Text", zh: "文本" },
    add: { en: "Add a Markdown cell", zh: "添加 Markdown 单元格" },
  },
  exchange: { jupyterNames: ["markdown"], jupyterMarkdown: { before: "", after: "" } },
};
