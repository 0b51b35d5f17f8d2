import type { CellKind } from "../kind.ts";

export const tex: CellKind = {
  name: "tex",
  type: "application/x-tex",
  label: { en: "TeX", zh: "TeX" },
  source: { form: "text", tag: "tex.block", escapes: "raw", valueType: "HTMLElement", shows: "formula" },
  paragraphs: true,
  // Jupyter renders TeX between dollar signs in Markdown.
  exchange: { jupyterNames: ["latex"], jupyterMarkdown: { before: "$$\n", after: "\n$$" } },
};
