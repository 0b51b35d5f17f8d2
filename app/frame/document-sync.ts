import type { Kernel } from "../../kernel/notebook/kernel.ts";
import type { ViewValues } from "../../kernel/notebook/view-values.ts";
import type { DocumentCell } from "../../kernel/sandbox/protocol.ts";
import type { Chance } from "../../kernel/stdlib/chance.ts";
import type { CellColumn } from "./cell-column.ts";
import type { CellReporter } from "./cell-reporter.ts";
import type { CellRuns } from "./cell-runs.ts";
import type { CellCommands } from "./commands.ts";
import type { DocumentCopy } from "./document-copy.ts";
import type { FrameChance } from "./frame-chance.ts";
import type { UncertaintySheets } from "./uncertainty/sheets.ts";

/** What shows and runs the document, and follows it when it becomes another. */
export interface Followers {
  readonly copy: DocumentCopy;
  readonly chance: FrameChance;
  readonly values: ViewValues;
  readonly column: CellColumn;
  readonly kernel: Kernel;
  readonly runs: Pick<CellRuns, "pauseAsWritten">;
  readonly reporter: Pick<CellReporter, "touch">;
  readonly commands: Pick<CellCommands, "settle" | "synced">;
  readonly uncertainty: Pick<UncertaintySheets, "askAgain">;
}

/** Brings cells, kernel and views to what the page says that the document is. */
export class DocumentSync {
  readonly #followers: Followers;

  constructor(followers: Followers) {
    this.#followers = followers;
  }

  sync(title: string, cells: DocumentCell[], chance: Chance, seen: number): void {
    const { copy, column, kernel, runs, reporter, commands, uncertainty } = this.#followers;
    document.title = title;
    const { isOther, isOtherSampler } = this.#followers.chance.take(chance);
    if (isOtherSampler) uncertainty.askAgain();
    const last = copy.cells;
    column.newborn.clear();
    const focused = document.hasFocus() && column.element.contains(document.activeElement);
    const { fresh, changed } = this.#merge(cells, seen);
    for (const { id } of last) if (copy.placeOf(id) !== column.viewOf(id)?.place) changed.add(id);
    column.arrange(copy.cells);
    kernel.update(copy.cells, fresh);
    runs.pauseAsWritten();
    if (isOther) kernel.flow.run(copy.cells.map(({ id }) => id));
    for (const id of [...changed, ...fresh]) reporter.touch(id);
    commands.settle(last, focused);
    commands.synced(seen, column.newborn.size > 0);
  }

  /** Tells the page the whole text of a cell. */
  sendText(cell: number): void {
    this.#followers.copy.sendText(cell);
  }

  /** Takes the cells into the copy; gives those that were not there before, and those that are others now. */
  #merge(cells: DocumentCell[], seen: number): { fresh: Set<number>; changed: Set<number> } {
    const { copy, values, column } = this.#followers;
    const fresh = new Set<number>();
    const changed = new Set<number>();
    for (const { cell, isNew, isChanged, isTyped, isChosen } of copy.merge(cells, seen)) {
      if (!isChosen) values.take(cell);
      if (isNew) fresh.add(cell.id);
      if (!isChanged) continue;
      changed.add(cell.id);
      column.viewOf(cell.id)?.update(cell, isTyped);
    }
    return { fresh, changed };
  }
}
