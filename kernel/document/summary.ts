import { isMarkdown } from "../cell/kinds.ts";
import type { Cell } from "./notebook.ts";
import { cellsIn } from "./translations.ts";

/**
 * The first paragraph, of the first Markdown cell that a reader of a language sees, that is not a heading; without Markdown
 * syntax.
 */
export function summaryOf(
  cells: readonly Pick<Cell, "id" | "kind" | "source" | "attributes">[],
  language: string,
): string {
  const markdown = cellsIn(cells, language).find(({ kind }) => isMarkdown(kind))?.source ?? "";
  const paragraph = markdown.split(/\n\s*\n/).find((block) => block.trim() && !/^\s*[#>|`-]/.test(block)) ?? "";
  return paragraph
    .replace(/\$\{[^}]*\}/g, "…")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
