import { messages } from "../../lib/message/message.ts";
import type { Finding } from "./diagnostic.ts";
import type { Reference } from "./references.ts";

const texts = messages("compile", {
  foreignAssignment: {
    en: "“{name}” is not declared in this cell, so it cannot be assigned here. Declare it in this cell with let, or change it in the cell that declares it.",
    zh: "“{name}”不是在此单元格中声明的，不能在这里赋值。请在此单元格中用 let 声明，或到声明它的单元格中修改。",
  },
  argumentsOutside: {
    en: "“arguments” exists only inside a function.",
    zh: "“arguments”只存在于函数内部。",
  },
});

/** Finds assignments to names of other cells, and names that may not be used at all. */
export function checkReferences(references: readonly Reference[]): Finding[] {
  return references.flatMap(({ name, start: from, end: to, write }): Finding[] => {
    const message = write
      ? texts.foreignAssignment({ name })
      : name === "arguments"
        ? texts.argumentsOutside()
        : undefined;
    return message ? [{ severity: "error", message, from, to }] : [];
  });
}
