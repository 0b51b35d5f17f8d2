import type { CheckedCell } from "../subject.ts";

/** A heading of a cell of Markdown or HTML; offsets are of the cell's source. */
export interface Heading {
  readonly cell: CheckedCell;
  readonly level: number;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const markdown = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$/gm;
const html = /<h([1-6])\b[^>]*>([\s\S]*?)<\/h\1>/gi;

/** The headings of a cell, in order. What stands in a block of code is none. */
export function findHeadings(cell: CheckedCell): Heading[] {
  const { kind, source } = cell.cell;
  if (kind !== "md" && kind !== "html") return [];
  const text =
    kind === "md" ? source.replaceAll(/^(```+|~~~+)[\s\S]*?^\1/gm, (code) => code.replaceAll(/\S/g, " ")) : source;
  return [...text.matchAll(kind === "md" ? markdown : html)].map(
    ({ 0: match, 1: mark = "", 2: words = "", index }) => ({
      cell,
      level: kind === "md" ? mark.length : Number(mark),
      text: words.replaceAll(/<[^>]*>|[*_`]/g, "").trim(),
      from: index,
      to: index + match.length,
    }),
  );
}
