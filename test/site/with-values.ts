import { runNames } from "../../kernel/cell/names.ts";
import { compileCell } from "../../kernel/compile/index.ts";
import { parseNotebook } from "../../kernel/document/index.ts";
import { valuesCell } from "./values-cell.ts";

/** A notebook with a cell more, which writes what all its names stand for. */
export function withValues(notebook: string): string {
  const { cells } = parseNotebook(notebook);
  const names = cells.flatMap((cell) => compileCell(cell, { builtins: runNames }).outputs);
  const cell = `<script id="9999" type="module">\n${valuesCell([...new Set(names)])}\n</script>\n</notebook>`;
  return notebook.replace("</notebook>", () => cell);
}
