import type { CellSide, NotebookDifference } from "../../kernel/headless/notebook-difference.ts";
import { TextBound } from "../../kernel/values/bounded-text.ts";

/** The most characters that a report on a difference repeats of values, errors and names, and of the output of one cell as markup. */
const MAX_REPORT = 5_000_000;
const MAX_MARKUP = 20_000_000;

/** A difference, as it comes from the thread: cells control how long their values, errors and outputs are. */
export function boundedDifference({ cells, values, titles, ...names }: NotebookDifference): NotebookDifference {
  const bound = new TextBound(MAX_REPORT);
  const side = (of: CellSide | null): CellSide | null =>
    of && { ...of, html: markup(of.html), text: bound.text(of.text, MAX_REPORT / 10), error: bound.text(of.error) };
  return {
    titles: bound.data(titles),
    cells: cells.map((cell) => ({ ...cell, before: side(cell.before), after: side(cell.after) })),
    values: bound.data(values),
    ...bound.data(names),
  };
}

/** Markup that is cut would be broken. */
function markup(html: string): string {
  return html.length <= MAX_MARKUP ? html : `<p>The output has ${html.length} characters and is left out.</p>`;
}
