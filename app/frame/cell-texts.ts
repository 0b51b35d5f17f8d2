import type { Mend } from "../../kernel/runtime/cell-error.ts";
import type { TextChange } from "../../kernel/sandbox/text-changes.ts";
import type { CellColumn } from "./cell-column.ts";
import type { CellReporter } from "./cell-reporter.ts";
import type { CellRuns } from "./cell-runs.ts";
import type { DocumentCopy } from "./document-copy.ts";

/** What the texts of cells become here: by typing, and by what is written for the reader. */
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

  /** @param changes what of the text is new, where that is known */
  typed(cell: number, source: string, changes: TextChange[] | null = null): void {
    this.#copy.type(cell, source, changes);
    this.#reporter.touch(cell);
  }

  /** Puts a text into a cell as if it were typed there, and runs it. */
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

/** The source with a declared name changed wherever it stands as a word of its own. */
function renamed(source: string, from: string, to: string): string {
  return source.replace(new RegExp(`(?<![\\w$.])${from.replace("$", "\\$")}(?![\\w$])`, "g"), to);
}
