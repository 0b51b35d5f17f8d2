import { isMarkdown } from "../../kernel/cell/kinds.ts";
import { displayedBy, isInputCell, type Shown } from "../../kernel/compile/cell-summary.ts";
import type { CompiledCell } from "../../kernel/compile/index.ts";
import type { DocumentCell } from "../../kernel/document/document-cell.ts";
import { textWidth } from "../../lib/charts/text-width.ts";

/** The type of prose: its size, and the height of a line, in pixels; `output.css`. */
const PROSE = { size: 16.5, line: 28.5 };

/** The padding of an output. */
const PADDING = 12;

/** Headings by level: the height of a line with its margins, and the size of its letters. */
const HEADINGS = [
  { line: 62, size: 34 },
  { line: 46, size: 23 },
  { line: 40, size: 18 },
] as const;

/** What an output is as high as, however wide the column is. A table shows ten rows and scrolls. */
const FIXED: Partial<Record<Shown, number>> = {
  table: 397,
  input: 58,
  exercise: 240,
  test: 40,
  formula: 48,
  value: 28,
};

/** Title, subtitle and footer of a figure, and its drawing at the least. */
const FIGURE_WORDS = 90;
const LEAST_DRAWING = 330;

/** Plot's own proportions, and those of a map of the world. */
const OF_WIDTH = 0.54;

/**
 * How high the output of a cell that has not run is likely to be, in pixels, as far as its source tells; 0 if it shows nothing.
 * A place of this height is kept for it, so it need not be exact: what is missing moves the text below by the rest only.
 */
export function expectedHeight(
  cell: Pick<DocumentCell, "kind" | "source" | "attributes">,
  compiled: Pick<CompiledCell, "outputs" | "inputs" | "autodisplay"> | undefined,
  width: number,
): number {
  if (!compiled || "hidden" in cell.attributes) return 0;
  if (isInputCell(cell, compiled))
    return FIXED.input! * Math.ceil(compiled.outputs.length / inputsBeside(width)) + PADDING;
  const shown = displayedBy(cell, compiled);
  if (shown === null) return 0;
  if (shown === "figure") return figureHeight(cell.source, width);
  if (shown === "text") return isMarkdown(cell.kind) ? Math.round(textHeight(cell.source, width)) : 0;
  return FIXED[shown]! + PADDING;
}

/** How many small inputs stand beside each other; `input-strip.css`. */
function inputsBeside(width: number): number {
  return width < 540 ? 1 : 3;
}

/** An author's own height, or else that of a figure which fills the width. */
function figureHeight(source: string, width: number): number {
  const [, written] = /\bheight:\s*(\d{2,4})\b/.exec(source) ?? [];
  return (
    FIGURE_WORDS + (written === undefined ? Math.max(LEAST_DRAWING, Math.round(OF_WIDTH * width)) : Number(written))
  );
}

/** The height of a text in Markdown: its blocks, with a value in the place of each `${…}`. */
function textHeight(source: string, width: number): number {
  const written = source.replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, "00").replaceAll(/\]\([^)]*\)|[*`[]/g, "");
  return written
    .trim()
    .split(/\n\s*\n/)
    .reduce((sum, block) => sum + blockHeight(block.trim(), width), 0);
}

function blockHeight(block: string, width: number): number {
  const [, marks, title] = /^(#{1,6})\s+(.*)$/m.exec(block) ?? [];
  if (marks && title) {
    const { line, size } = HEADINGS[Math.min(marks.length, HEADINGS.length) - 1]!;
    const rest = block.slice(block.indexOf(title) + title.length).trim();
    const lines = Math.ceil(textWidth(title, size) / width);
    return line + (lines - 1) * size * 1.2 + (rest ? blockHeight(rest, width) : 0);
  }
  const items = block.split(/\n(?=\s*(?:[-*+]|\d+\.)\s)/);
  const lines = items.reduce(
    (sum, item) => sum + Math.max(1, Math.ceil(textWidth(item.replaceAll(/\s*\n\s*/g, " "), PROSE.size) / width)),
    0,
  );
  return lines * PROSE.line + 0.6 * PROSE.size;
}
