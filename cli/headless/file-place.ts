import type { Notebook } from "../../kernel/document/index.ts";

/** The line of the file, from 1, of a line of a cell. */
export function lineInFile(notebook: Notebook, cell: number, line: number): number {
  let text = "";
  for (const part of notebook.parts) {
    if (part.type !== "cell") {
      if (part.type === "text") text += part.text;
      else if (part.type === "notebook") text += part.added ? "" : part.tag;
      else text += part.markup;
      continue;
    }
    const { lead, open, body, close } = part.markup;
    if (part.id === cell) {
      // The source usually begins on the line after its tag.
      const opening = text + lead + open + (/^[ \t]*\r?\n/.exec(body)?.[0] ?? "");
      return opening.split("\n").length + line - 1;
    }
    text += lead + open + body + close;
  }
  return 1;
}
