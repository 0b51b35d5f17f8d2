import { messages } from "../../../lib/message/message.ts";
import type { CellKind } from "../kind.ts";

const quick = messages("cell.javascript", {
  button: { en: "Code", zh: "代码" },
  add: { en: "Add a JavaScript cell", zh: "添加 JavaScript 单元格" },
});

export const javascript: CellKind = {
  name: "js",
  type: "module",
  otherTypes: ["", "text/javascript", "application/javascript"],
  label: { en: "JavaScript", zh: "JavaScript" },
  source: { form: "program", language: "javascript" },
  editor: "javascript",
  quick: {
    key: "y",
    icon: "code",
    button: quick.button(),
    add: quick.add(),
  },
  exchange: { jupyterLanguage: "javascript", jupyterNames: ["javascript", "js"], fences: ["js", "javascript"] },
};
