import type { Mend } from "../../kernel/runtime/cell-error.ts";
import type { TextChange } from "../../kernel/sandbox/text-changes.ts";
import type { CellColumn } from "./cell-column.ts";
import type { CellReporter } from "./cell-reporter.ts";
import type { CellRuns } from "./cell-runs.ts";
import type { DocumentCopy } from "./document-copy.ts";

/** Changes of cells' texts that begin in the frame: typing, and texts written on the user's request. */
export class CellTexts {
  readonly #copy: DocumentCopy;
  readonly #column: Pick<CellColumn, "viewOf">;
  readonly #runs: Pick<CellRuns, "run" | "pause">;
  readonly #reporter: Pick<CellReporter, "touch">;

  constructor(
    copy: DocumentCopy,
    column: Pick<CellColumn, "viewOf">,
    runs: Pick<CellRuns, "run" | "pause">,
    reporter: Pick<CellReporter, "touch">,
  ) {
    this.#copy = copy;
    this.#column = column;
    this.#runs = runs;
    this.#reporter = reporter;
  }

  /** @param changes the changed ranges; null if unknown */
  typed(cell: number, source: string, changes: TextChange[] | null = null): void {
    this.#copy.type(cell, source, changes);
    this.#reporter.touch(cell);
  }

  /** Replaces a cell's text as if it were typed, and runs the cell. */
  write(cell: number, source: string): void {
    const view = this.#column.viewOf(cell);
    view?.unfold();
    view?.write(source);
    this.typed(cell, source);
    this.#runs.run(cell);
  }

  mend(mend: Mend): void {
    if (mend.kind === "pause") {
      this.#runs.pause(mend.cell, true);
      return;
    }
    const cell = this.#copy.cellOf(mend.cell);
    if (cell) this.write(mend.cell, renamed(cell.source, mend.from, mend.to));
  }
}

/** The source with a declared name replaced wherever it is a whole identifier. */
function renamed(source: string, from: string, to: string): string {
  return source.replace(new RegExp(`(?<![\\w$.])${from.replace("$", "\\$")}(?![\\w$])`, "g"), to);
}
