import { messages } from "../../lib/message/message.ts";

/** The switch for the code of a whole notebook, in the workbench and in published pages. */
export const codeActionTexts = messages("actions.code", {
  show: { en: "Show code", zh: "显示代码" },
});

/** The id of the switch, which keys in a notebook's frame send to the page. */
export const showCode = "show-code";

/** Its keys: those of one cell's code, with Shift. */
export const codeKeys = ["shift+o"] as const;
