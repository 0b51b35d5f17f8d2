import type { DocumentCell } from "../../kernel/document/document-cell.ts";
import type { Kernel } from "../../kernel/notebook/kernel.ts";
import type { CellReporter } from "./cell-reporter.ts";
import type { DocumentCopy } from "./document-copy.ts";

/** Runs, stops and pauses cells. */
export class CellRuns {
  readonly #kernel: Kernel;
  readonly #copy: DocumentCopy;
  readonly #reporter: Pick<CellReporter, "touch">;
  /** Cells that were stopped with an earlier frame, with the source that was stopped; they stay paused. */
  readonly #stopped: Map<number, string>;

  constructor(kernel: Kernel, copy: DocumentCopy, reporter: Pick<CellReporter, "touch">, stopped: readonly number[]) {
    this.#kernel = kernel;
    this.#copy = copy;
    this.#reporter = reporter;
    this.#stopped = new Map(copy.cells.filter(({ id }) => stopped.includes(id)).map(({ id, source }) => [id, source]));
  }

  run(cells: number | number[] | "all" | "stale"): void {
    const { flow } = this.#kernel;
    if (cells === "stale") flow.runStale();
    else {
      const ids = cells === "all" ? this.#copy.cells.map(({ id }) => id) : [cells].flat();
      for (const id of ids) if (flow.isPaused(id) && ids.length === 1) this.pause(id, false);
      this.#kernel.run(this.#copy.cells, ids);
    }
    for (const { id } of this.#copy.cells) this.#reporter.touch(id);
  }

  interrupt(cell?: number): void {
    this.#kernel.flow.interrupt(cell);
  }

  isPaused(cell: number): boolean {
    return this.#kernel.flow.isPaused(cell);
  }

  pause(cell: number, paused: boolean): void {
    if (!paused) this.#stopped.delete(cell);
    this.#kernel.flow.pause(cell, paused);
    this.#copy.edit({ type: "attribute", cell, name: "data-paused", value: paused ? "" : null });
  }

  /** Ends the pause of stopped cells whose source was replaced as a whole, as by an undo: it is not the one that was stopped. */
  release(cells: readonly DocumentCell[]): void {
    for (const { id, source } of cells) {
      const stopped = this.#stopped.get(id);
      if (stopped !== undefined && stopped !== source) this.pause(id, false);
    }
  }

  /** Pauses the cells that the document marks as paused, and those that were stopped with an earlier frame. */
  pauseAsWritten(): void {
    for (const { id, attributes } of this.#copy.cells) {
      this.#kernel.flow.pause(id, "data-paused" in attributes || this.#stopped.has(id));
    }
  }
}
