import { messages } from "../../../lib/message/message.ts";
import type { CellKind } from "../kind.ts";

const quick = messages("cell.markdown", {
  button: { en: "Text", zh: "文本" },
  add: { en: "Add a Markdown cell", zh: "添加 Markdown 单元格" },
});

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
    button: quick.button(),
    add: quick.add(),
  },
  exchange: { jupyterNames: ["markdown"], jupyterMarkdown: { before: "", after: "" } },
};
