import type { CompiledCell } from "../../kernel/compile/index.ts";
import type { Kernel } from "../../kernel/notebook/kernel.ts";
import type { CellState } from "../../kernel/runtime/state.ts";
import type { CellReport, PageApi } from "../../kernel/sandbox/protocol.ts";
import type { Step } from "../../kernel/services/step.ts";
import type { CellColumn } from "./cell-column.ts";
import type { DocumentCopy } from "./document-copy.ts";
import type { Sources } from "./sources.ts";

/** The duration of an animation frame at 60 Hz. */
const ANIMATION_FRAME_MS = 16;

/** What a report says, as the objects it was made of: none of them is changed in place. */
interface Reported {
  readonly state: CellState;
  readonly edited: boolean;
  readonly compiled: CompiledCell | undefined;
  readonly steps: readonly Step[] | undefined;
}

/** Reports to views and page the states of cells and what their runs requested of the services. */
export class CellReporter {
  readonly #copy: Pick<DocumentCopy, "cellOf">;
  readonly #column: Pick<CellColumn, "viewOf">;
  readonly #kernel: Pick<Kernel, "isEdited" | "compiledOf">;
  readonly #sources: Pick<Sources, "update">;
  readonly #page: Pick<PageApi["cells"], "report">;
  readonly #dirty = new Set<number>();
  /** The requests of the last valid run of each cell. */
  readonly #steps = new Map<number, Step[]>();
  /** What the page knows of each cell. */
  readonly #reported = new Map<number, Reported>();
  #stepsChanged = false;
  #flushing = false;
  #flushed = 0;

  /** @param sources receives the requests of all cells */
  constructor(
    copy: Pick<DocumentCopy, "cellOf">,
    column: Pick<CellColumn, "viewOf">,
    kernel: Pick<Kernel, "isEdited" | "compiledOf">,
    sources: Pick<Sources, "update">,
    page: Pick<PageApi["cells"], "report">,
  ) {
    this.#copy = copy;
    this.#column = column;
    this.#kernel = kernel;
    this.#sources = sources;
    this.#page = page;
  }

  stepsOf(cell: number): readonly Step[] {
    return this.#steps.get(cell) ?? [];
  }

  ran(cell: number, steps: Step[]): void {
    if (steps.length > 0 || this.#steps.has(cell)) this.#stepsChanged = true;
    this.#steps.set(cell, steps);
  }

  /** States change in bursts: views and page are updated at once, and then at most once per animation frame. */
  touch(cell: number): void {
    this.#dirty.add(cell);
    if (this.#flushing) return;
    this.#flushing = true;
    setTimeout(() => this.#flush(), Math.max(0, this.#flushed + ANIMATION_FRAME_MS - performance.now()));
  }

  #flush(): void {
    this.#flushing = false;
    this.#flushed = performance.now();
    const reports: CellReport[] = [];
    const removed: number[] = [];
    for (const id of this.#dirty) {
      const cell = this.#copy.cellOf(id);
      const view = this.#column.viewOf(id);
      if (!cell || !view) {
        removed.push(id);
        this.#reported.delete(id);
        if (this.#steps.delete(id)) this.#stepsChanged = true;
        continue;
      }
      view.edited = this.#kernel.isEdited(cell);
      view.refresh();
      const now = {
        state: view.state,
        edited: view.edited,
        compiled: this.#kernel.compiledOf(id),
        steps: this.#steps.get(id),
      };
      if (isSame(this.#reported.get(id), now)) continue;
      this.#reported.set(id, now);
      reports.push(reportOf(id, now));
    }
    this.#dirty.clear();
    if (reports.length + removed.length > 0) this.#page.report(reports, removed);
    if (this.#stepsChanged) void this.#sources.update([...this.#steps.values()].flat());
    this.#stepsChanged = false;
  }
}

function isSame(last: Reported | undefined, { state, edited, compiled, steps }: Reported): boolean {
  return last?.state === state && last.edited === edited && last.compiled === compiled && last.steps === steps;
}

function reportOf(id: number, { state, edited, compiled, steps = [] }: Reported): CellReport {
  const { outputs = [], inputs = [] } = compiled ?? {};
  return { id, state, edited, outputs: [...outputs], inputs: [...inputs], steps: [...steps] };
}
