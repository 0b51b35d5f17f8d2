import { compileCell } from "../../../kernel/compile/index.ts";
import type { DocumentCell } from "../../../kernel/document/document-cell.ts";
import { countExercises, isAnswer } from "../../../kernel/lesson/cells.ts";
import type { Kernel } from "../../../kernel/notebook/kernel.ts";
import type { CellRuns } from "../cell-runs.ts";
import type { CellTexts } from "../cell-texts.ts";
import { cellIn } from "../cell-view.ts";
import type { DocumentCopy } from "../document-copy.ts";

/** The value of the name that a reader's cell declares, after its run. */
export type Answer =
  | { readonly status: "value"; readonly value: unknown; readonly source: string }
  | { readonly status: "failed"; readonly message: string }
  | { readonly status: "missing" | "waiting" };

/** The cells in which a reader answers exercises: each declares a name that an exercise checks. */
export class AnswerCells {
  readonly #copy: DocumentCopy;
  readonly #kernel: Kernel;
  readonly #runs: Pick<CellRuns, "run">;
  readonly #texts: Pick<CellTexts, "write">;

  constructor(copy: DocumentCopy, kernel: Kernel, runs: Pick<CellRuns, "run">, texts: Pick<CellTexts, "write">) {
    this.#copy = copy;
    this.#kernel = kernel;
    this.#runs = runs;
    this.#texts = texts;
  }

  /** The number of exercises in the notebook. */
  get exerciseCount(): number {
    return countExercises(this.#copy.cells);
  }

  /** Whether the reader answers an exercise in a cell. */
  has(cell: number): boolean {
    return isAnswer(this.#copy.cells, this.#copy.placeOf(cell) - 1);
  }

  /** Runs the cell that declares a name if it was edited, and returns the result. */
  async answerOf(name: string): Promise<Answer> {
    const cell = this.#declaring(name);
    if (!cell) return { status: "missing" };
    const { flow } = this.#kernel;
    const before = flow.stateOf(cell.id)?.status;
    const idle = flow.isDormant(cell.id) || before === "stale" || before === "paused";
    if (this.#kernel.isEdited(cell) || idle) this.#runs.run(cell.id);
    await flow.cellSettled(cell.id);
    const { status, error } = flow.stateOf(cell.id) ?? {};
    if (status === "failed") return { status: "failed", message: error?.message ?? "" };
    if (!this.#declares(cell, name)) return { status: "missing" };
    if (status !== "fresh") return { status: "waiting" };
    return { status: "value", value: flow.valueOf(name), source: this.#copy.cellOf(cell.id)?.source ?? "" };
  }

  /** Replaces the source of the cell that declares a name; if there is none, inserts one before the cell of an element. */
  write(name: string, source: string, element: Element): void {
    const cell = this.#declaring(name);
    if (cell) {
      this.#texts.write(cell.id, source);
      return;
    }
    const before = this.#copy.placeOf(cellIn(element) ?? 0) - 2;
    this.#copy.edit({ type: "insert", after: this.#copy.cells[before]?.id ?? null, kind: "js", source });
  }

  /** The cell whose source declares a name or, if it cannot be compiled, whose last run declared it. */
  #declaring(name: string): DocumentCell | undefined {
    const asWritten = (cell: DocumentCell) =>
      this.#kernel.isEdited(cell) ? compileCell(cell).outputs.includes(name) : this.#declares(cell, name);
    const { cells } = this.#copy;
    return cells.find(asWritten) ?? cells.find((cell) => this.#declares(cell, name));
  }

  /** Whether a cell's last run declared a name. */
  #declares({ id }: DocumentCell, name: string): boolean {
    return this.#kernel.compiledOf(id)?.outputs.includes(name) ?? false;
  }
}
