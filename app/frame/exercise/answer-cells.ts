import { type CompiledCell, compileCell } from "../../../kernel/compile/index.ts";
import { countExercises, isAnswer } from "../../../kernel/exercise/cells.ts";
import type { Dataflow } from "../../../kernel/runtime/dataflow.ts";
import type { DocumentCell, FrameEdit } from "../../../kernel/sandbox/protocol.ts";
import { cellIn } from "../cell-view.ts";

/** What stands under the name that a reader's cell declares, once it has run. */
export type Answer =
  | { readonly status: "value"; readonly value: unknown; readonly source: string }
  | { readonly status: "failed"; readonly message: string }
  | { readonly status: "missing" | "waiting" };

/** What the cells of answers ask of the notebook. */
export interface AnswerHost {
  readonly cells: readonly DocumentCell[];
  readonly flow: Dataflow;
  cellOf(id: number): DocumentCell | undefined;
  /** The place of a cell in the notebook, from 1; 0 for none. */
  placeOf(cell: number): number;
  isEdited(cell: DocumentCell): boolean;
  compiledOf(cell: number): CompiledCell | undefined;
  run(cell: number): void;
  edit(edit: FrameEdit): number;
  /** Puts a text into a cell as if it were typed there, and runs it. */
  write(cell: number, source: string): void;
}

/** The cells in which a reader answers exercises: each declares a name that an exercise asks for. */
export class AnswerCells {
  readonly #host: AnswerHost;

  constructor(host: AnswerHost) {
    this.#host = host;
  }

  /** How many exercises the notebook asks. */
  get asked(): number {
    return countExercises(this.#host.cells);
  }

  /** Whether a cell is where the reader answers an exercise. */
  has(cell: number): boolean {
    return isAnswer(this.#host.cells, this.#host.placeOf(cell) - 1);
  }

  /** Runs the cell that declares a name if it was edited, and gives what it made. */
  async answerOf(name: string): Promise<Answer> {
    const cell = this.#declaring(name);
    if (!cell) return { status: "missing" };
    const { flow } = this.#host;
    const before = flow.stateOf(cell.id)?.status;
    const idle = flow.isResting(cell.id) || before === "stale" || before === "paused";
    if (this.#host.isEdited(cell) || idle) this.#host.run(cell.id);
    await flow.cellSettled(cell.id);
    const { status, error } = flow.stateOf(cell.id) ?? {};
    if (status === "failed") return { status: "failed", message: error?.message ?? "" };
    if (!this.#declares(cell, name)) return { status: "missing" };
    if (status !== "fresh") return { status: "waiting" };
    return { status: "value", value: flow.valueOf(name), source: this.#host.cellOf(cell.id)?.source ?? "" };
  }

  /** Writes the cell that declares a name anew; where there is none, a new one before the cell of an element. */
  write(name: string, source: string, element: Element): void {
    const cell = this.#declaring(name);
    if (cell) {
      this.#host.write(cell.id, source);
      return;
    }
    const before = this.#host.placeOf(cellIn(element) ?? 0) - 2;
    this.#host.edit({ type: "insert", after: this.#host.cells[before]?.id ?? null, kind: "js", source });
  }

  /** The cell that declares a name as it is written now or, where it cannot be read, as it last ran. */
  #declaring(name: string): DocumentCell | undefined {
    const asWritten = (cell: DocumentCell) =>
      this.#host.isEdited(cell) ? compileCell(cell).outputs.includes(name) : this.#declares(cell, name);
    const { cells } = this.#host;
    return cells.find(asWritten) ?? cells.find((cell) => this.#declares(cell, name));
  }

  /** Whether a cell declared a name when it last ran. */
  #declares({ id }: DocumentCell, name: string): boolean {
    return this.#host.compiledOf(id)?.outputs.includes(name) ?? false;
  }
}
