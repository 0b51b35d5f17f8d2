import { isMarkdown } from "../cell/kinds.ts";

/** The first paragraph of a notebook's first Markdown cell that is not a heading, without Markdown syntax. */
export function summaryOf(cells: readonly { readonly kind: string; readonly source: string }[]): string {
  const markdown = cells.find(({ kind }) => isMarkdown(kind))?.source ?? "";
  const paragraph = markdown.split(/\n\s*\n/).find((block) => block.trim() && !/^\s*[#>|`-]/.test(block)) ?? "";
  return paragraph
    .replace(/\$\{[^}]*\}/g, "…")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
