import type { DocumentCell } from "../../kernel/document/document-cell.ts";
import type { Kernel } from "../../kernel/notebook/kernel.ts";
import type { ViewValues } from "../../kernel/notebook/view-values.ts";
import type { Chance } from "../../kernel/random/chance.ts";
import type { CellColumn } from "./cell-column.ts";
import type { CellReporter } from "./cell-reporter.ts";
import type { CellRuns } from "./cell-runs.ts";
import type { CellCommands } from "./commands.ts";
import type { DocumentCopy } from "./document-copy.ts";
import type { FrameChance } from "./frame-chance.ts";
import type { GhostCells } from "./ghost-cells.ts";
import type { UncertaintySheets } from "./uncertainty/sheets.ts";

/** The parts that show and run the document, and are updated when it changes. */
export interface SyncParts {
  readonly copy: DocumentCopy;
  readonly chance: FrameChance;
  readonly values: ViewValues;
  readonly column: CellColumn;
  readonly kernel: Kernel;
  readonly runs: Pick<CellRuns, "pauseAsWritten" | "release">;
  readonly reporter: Pick<CellReporter, "touch">;
  readonly commands: Pick<CellCommands, "settle" | "synced">;
  readonly uncertainty: Pick<UncertaintySheets, "runAgain" | "rewritten">;
  readonly ghosts: Pick<GhostCells, "refresh">;
}

/** Updates cells, kernel and views to the page's document. */
export class DocumentSync {
  readonly #parts: SyncParts;

  constructor(parts: SyncParts) {
    this.#parts = parts;
  }

  /** @param rerun whether cells whose code changed run again, as after an undo, or become stale in lazy mode */
  sync(title: string, cells: DocumentCell[], chance: Chance, seen: number, rerun: boolean): void {
    const { copy, column, kernel, runs, reporter, commands, uncertainty } = this.#parts;
    document.title = title;
    const { isChanged, isSamplerChanged } = this.#parts.chance.update(chance);
    if (isSamplerChanged) uncertainty.runAgain();
    const last = copy.cells;
    column.created.clear();
    const focused = document.hasFocus() && column.element.contains(document.activeElement);
    const { fresh, changed, untyped } = this.#merge(cells, seen);
    // A text that was typed here and never run is half of one: it does not run because an undo passes it.
    const again = copy.cells.filter(
      (cell) => rerun && changed.has(cell.id) && kernel.isEdited(cell) && (untyped.has(cell.id) || kernel.hasRun(cell)),
    );
    again.push(...copy.cells.filter((cell) => changed.has(cell.id) && kernel.isConvertedAnew(cell)));
    for (const { id } of last) if (copy.placeOf(id) !== column.viewOf(id)?.place) changed.add(id);
    column.arrange(copy.cells);
    // Several cells at once were not added to be written in.
    if (column.created.size > 1) column.created.clear();
    const hidden = kernel.otherLanguages;
    const run = new Set([...fresh, ...uncertainty.rewritten(changed), ...again.map(({ id }) => id)]);
    kernel.update(copy.cells, run, { rerun });
    for (const { id } of copy.cells) if (hidden.has(id) !== kernel.otherLanguages.has(id)) changed.add(id);
    runs.release(again);
    runs.pauseAsWritten();
    if (isChanged) kernel.flow.run(copy.cells.map(({ id }) => id));
    for (const id of [...changed, ...fresh]) reporter.touch(id);
    commands.settle(last, focused);
    commands.synced(seen, column.created.size > 0);
    this.#parts.ghosts.refresh();
  }

  /** Sends the page the whole text of a cell. */
  sendText(cell: number): void {
    this.#parts.copy.sendText(cell);
  }

  /** Merges the cells into the copy; returns the ids of new and of changed cells, and of those whose text was not typed here. */
  #merge(cells: DocumentCell[], seen: number): Record<"fresh" | "changed" | "untyped", Set<number>> {
    const { copy, values, column } = this.#parts;
    const fresh = new Set<number>();
    const changed = new Set<number>();
    const untyped = new Set<number>();
    for (const { cell, isNew, isChanged, isTyped, wasTyped, isChosen } of copy.merge(cells, seen)) {
      if (!isChosen) values.take(cell);
      if (isNew) fresh.add(cell.id);
      if (!isChanged) continue;
      changed.add(cell.id);
      if (!isTyped && !wasTyped) untyped.add(cell.id);
      column.viewOf(cell.id)?.update(cell, isTyped);
    }
    return { fresh, changed, untyped };
  }
}
