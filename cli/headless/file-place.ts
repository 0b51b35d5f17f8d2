import type { Notebook } from "../../kernel/document/index.ts";

/** The line of a file, from 1, on which a line of a cell stands. */
export function lineInFile(notebook: Notebook, cell: number, line: number): number {
  let text = "";
  for (const part of notebook.parts) {
    if (part.type !== "cell") {
      text += part.type === "text" ? part.text : part.type === "title" ? part.markup : part.added ? "" : part.tag;
      continue;
    }
    const { lead, open, body, close } = part.markup;
    if (part.id === cell) {
      // The source begins on the line after its tag, as a rule.
      const opening = text + lead + open + (/^[ \t]*\r?\n/.exec(body)?.[0] ?? "");
      return opening.split("\n").length + line - 1;
    }
    text += lead + open + body + close;
  }
  return 1;
}
