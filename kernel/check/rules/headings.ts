import { kindOf } from "../../cell/kinds.ts";
import type { CheckedCell } from "../subject.ts";

/** A heading of a Markdown or HTML cell; offsets are in the cell's source. */
export interface Heading {
  readonly cell: CheckedCell;
  readonly level: number;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const headings = {
  markdown: /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$/gm,
  html: /<h([1-6])\b[^>]*>([\s\S]*?)<\/h\1>/gi,
};

/** The headings of a cell, in order. Text in a code block does not count. */
export function findHeadings(cell: CheckedCell): Heading[] {
  const { kind, source } = cell.cell;
  const { markup } = kindOf(kind);
  if (!markup) return [];
  const isMarkdown = markup === "markdown";
  const text = isMarkdown
    ? source.replaceAll(/^(```+|~~~+)[\s\S]*?^\1/gm, (code) => code.replaceAll(/\S/g, " "))
    : source;
  return [...text.matchAll(headings[markup])].map(({ 0: match, 1: mark = "", 2: words = "", index }) => ({
    cell,
    level: isMarkdown ? mark.length : Number(mark),
    text: words.replaceAll(/<[^>]*>|[*_`]/g, "").trim(),
    from: index,
    to: index + match.length,
  }));
}
