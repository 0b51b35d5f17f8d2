import type { CompiledCell } from "../../kernel/compile/index.ts";
import type { CellReport, DocumentCell } from "../../kernel/sandbox/protocol.ts";
import type { Step } from "../../kernel/trail/step.ts";
import type { CellView } from "./cell-view.ts";
import { Sources, type SourcesHost } from "./sources.ts";

/** How long a picture stands on the screen. */
export const PICTURE_MS = 16;

export interface ReporterHost extends SourcesHost {
  cellOf(id: number): DocumentCell | undefined;
  viewOf(id: number): CellView | undefined;
  isEdited(cell: DocumentCell): boolean;
  compiledOf(id: number): CompiledCell | undefined;
  report(reports: CellReport[], removed: number[]): void;
}

/** Tells views and page what became of cells: their states, and what their runs asked of the services. */
export class CellReporter {
  /** What all cells rest on. */
  readonly sources: Sources;
  readonly #host: ReporterHost;
  readonly #dirty = new Set<number>();
  /** What the last valid run of each cell asked for. */
  readonly #steps = new Map<number, Step[]>();
  #stepsChanged = false;
  #flushing = false;
  #flushed = 0;

  constructor(host: ReporterHost) {
    this.#host = host;
    this.sources = new Sources(host);
  }

  stepsOf(cell: number): readonly Step[] {
    return this.#steps.get(cell) ?? [];
  }

  ran(cell: number, steps: Step[]): void {
    if (steps.length > 0 || this.#steps.has(cell)) this.#stepsChanged = true;
    this.#steps.set(cell, steps);
  }

  /** States change in bursts; views and the page hear of them at once, and then once a picture. */
  touch(cell: number): void {
    this.#dirty.add(cell);
    if (this.#flushing) return;
    this.#flushing = true;
    setTimeout(() => this.#flush(), Math.max(0, this.#flushed + PICTURE_MS - performance.now()));
  }

  #flush(): void {
    this.#flushing = false;
    this.#flushed = performance.now();
    const reports: CellReport[] = [];
    const removed: number[] = [];
    for (const id of this.#dirty) {
      const cell = this.#host.cellOf(id);
      const view = this.#host.viewOf(id);
      if (!cell || !view) {
        removed.push(id);
        if (this.#steps.delete(id)) this.#stepsChanged = true;
        continue;
      }
      view.edited = this.#host.isEdited(cell);
      view.refresh();
      const { outputs = [], inputs = [] } = this.#host.compiledOf(id) ?? {};
      const steps = [...this.stepsOf(id)];
      reports.push({ id, state: view.state, edited: view.edited, outputs: [...outputs], inputs: [...inputs], steps });
    }
    this.#dirty.clear();
    this.#host.report(reports, removed);
    if (this.#stepsChanged) void this.sources.update([...this.#steps.values()].flat());
    this.#stepsChanged = false;
  }
}
