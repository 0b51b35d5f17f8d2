import type { DocumentCell, FrameEdit } from "../../kernel/sandbox/protocol.ts";
import { type BecomingId, type CellActionId, isBecoming, kindOfAction } from "../actions/cell-actions.ts";
import type { CellColumn } from "./cell-column.ts";
import type { CellRuns } from "./cell-runs.ts";
import type { CellView } from "./cell-view.ts";
import type { DocumentCopy } from "./document-copy.ts";
import { slideAttribute } from "./slides/slide-plan.ts";

/** The chosen cell, and what can be done to it. The keys and menus of the table of actions all end here. */
export class CellCommands {
  readonly #copy: DocumentCopy;
  readonly #column: Pick<CellColumn, "viewOf">;
  readonly #runs: CellRuns;
  readonly #trace: (cell: number) => void;
  readonly #togglePlusMinus: (cell: number) => void;
  #chosen: number | null = null;
  /** Whether the next cell to be made here is entered or merely chosen. */
  #entering = true;
  /** A change of which cells there are is on its way through the page: what is asked meanwhile waits for its outcome. */
  #pending: { edit: number; waiting: (() => void)[] } | null = null;

  /**
   * @param trace asks where what a cell shows comes from
   * @param togglePlusMinus opens or closes ± of a cell
   */
  constructor(
    copy: DocumentCopy,
    column: Pick<CellColumn, "viewOf">,
    runs: CellRuns,
    trace: (cell: number) => void,
    togglePlusMinus: (cell: number) => void,
  ) {
    this.#copy = copy;
    this.#column = column;
    this.#runs = runs;
    this.#trace = trace;
    this.#togglePlusMinus = togglePlusMinus;
  }

  /** Chooses a cell: what keys, menus and the page's palette then mean. It alone is on the way of the Tab key. */
  choose(cell: number | null): void {
    if (cell === this.#chosen) return;
    if (this.#chosen !== null) this.#column.viewOf(this.#chosen)?.choose(false);
    this.#chosen = cell;
    if (cell !== null) this.#column.viewOf(cell)?.choose(true);
  }

  /** After cells came and went: where the chosen one is gone, the one that took its place is chosen, and has the keyboard. */
  settle(before: readonly DocumentCell[], focused: boolean): void {
    const { cells } = this.#copy;
    if (this.#chosen !== null && cells.some(({ id }) => id === this.#chosen)) return;
    const at = before.findIndex(({ id }) => id === this.#chosen);
    const next = (cells[Math.max(0, at)] ?? cells.at(-1))?.id ?? null;
    this.choose(next);
    if (focused && next !== null) this.focus(next);
  }

  /** The page has taken in this many edits; where one of them makes a cell, that is about to be welcomed. */
  synced(seen: number, expecting: boolean): void {
    if (this.#pending && seen >= this.#pending.edit && !expecting) this.#goOn();
  }

  /** A cell just made is shown: the keyboard goes into it, or where a command made it, onto it. */
  welcome(cell: number): void {
    const view = this.#column.viewOf(cell);
    if (this.#entering) view?.unfold(true);
    else this.focus(cell);
    this.#entering = true;
    this.#goOn();
  }

  focus(cell: number): void {
    const view = this.#column.viewOf(cell);
    view?.element.focus({ preventScroll: true });
    view?.element.scrollIntoView({ block: "nearest" });
  }

  insert(after: number | null, kind: string, enter = true): void {
    this.#entering = enter;
    this.#restructure({ type: "insert", after, kind, source: "" });
  }

  changeKind(cell: number, kind: string): void {
    this.#copy.edit({ type: "kind", cell, kind });
  }

  #restructure(edit: FrameEdit): void {
    this.#pending = { edit: this.#copy.edit(edit), waiting: this.#pending?.waiting ?? [] };
  }

  #goOn(): void {
    const waiting = this.#pending?.waiting ?? [];
    this.#pending = null;
    for (const deed of waiting) deed();
  }

  do(action: CellActionId, of?: number): void {
    if (this.#pending) {
      this.#pending.waiting.push(() => this.do(action, of));
      return;
    }
    const id = of ?? this.#chosen ?? this.#copy.cells[0]?.id;
    const cell = this.#copy.cells.find((each) => each.id === id);
    const view = cell && this.#column.viewOf(cell.id);
    if (!view) return;
    if (isBecoming(action)) this.changeKind(cell.id, kindOfAction(action));
    else this.#deeds[action](cell, view);
  }

  readonly #deeds: Record<Exclude<CellActionId, BecomingId>, (cell: DocumentCell, view: CellView) => void> = {
    "cell-run-next": ({ id }) => {
      this.#runs.run(id);
      this.focus(this.#beside(id, 1) ?? id);
    },
    "cell-run": ({ id }) => this.#runs.run(id),
    "cell-edit": (_, view) => view.unfold(true),
    "cell-leave": ({ id }) => this.focus(id),
    "cell-previous": ({ id }) => this.focus(this.#beside(id, -1) ?? id),
    "cell-next": ({ id }) => this.focus(this.#beside(id, 1) ?? id),
    "cell-insert-above": ({ id }) => this.insert(this.#beside(id, -1), "js", false),
    "cell-insert-below": ({ id }) => this.insert(id, "js", false),
    "cell-delete": ({ id }) => this.#restructure({ type: "delete", cell: id }),
    "cell-move-up": ({ id }) => this.#copy.edit({ type: "move", cell: id, by: -1 }),
    "cell-move-down": ({ id }) => this.#copy.edit({ type: "move", cell: id, by: 1 }),
    "cell-split": ({ id }, { editor }) => {
      if (!editor) return;
      this.#entering = true;
      this.#restructure({ type: "split", cell: id, at: editor.cursor });
    },
    "cell-merge": ({ id }) => {
      if (this.#beside(id, 1) !== null) this.#restructure({ type: "join", cell: id });
    },
    // As it stands now: the document hears of it later, and a second press must not say the same again.
    "cell-pause": ({ id }) => this.#runs.pause(id, !this.#runs.isPaused(id)),
    "cell-fold": ({ id }, view) => {
      view.toggleCode();
      this.#copy.edit({ type: "attribute", cell: id, name: "pinned", value: view.open ? "" : null });
    },
    "cell-clear": (_, view) => view.clear(),
    "cell-trace": ({ id }) => this.#trace(id),
    "cell-slide-begin": (cell) => this.#markSlide(cell, ""),
    "cell-slide-skip": (cell) => this.#markSlide(cell, "skip"),
    "cell-uncertainty": ({ id }) => this.#togglePlusMinus(id),
    "cell-rename": (_, { editor }) => editor?.ask("rename"),
    "cell-define": (_, { editor }) => editor?.ask("define"),
    "cell-describe": (_, { editor }) => editor?.ask("describe"),
  };

  /** Marks a cell for presentations, or takes that mark away. */
  #markSlide({ id, attributes }: DocumentCell, mark: string): void {
    const value = attributes[slideAttribute] === mark ? null : mark;
    this.#copy.edit({ type: "attribute", cell: id, name: slideAttribute, value });
  }

  #beside(cell: number, by: -1 | 1): number | null {
    const { cells } = this.#copy;
    return cells[cells.findIndex(({ id }) => id === cell) + by]?.id ?? null;
  }
}
