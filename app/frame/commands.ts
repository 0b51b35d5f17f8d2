import type { DocumentCell } from "../../kernel/document/document-cell.ts";
import { isSameLanguage } from "../../kernel/document/language-tag.ts";
import { isText, languageOf, translationsOf } from "../../kernel/document/translations.ts";
import type { FrameEdit } from "../../kernel/sandbox/protocol.ts";
import { type CellActionId, isKindAction, type KindActionId, kindOfAction } from "../actions/cell-actions.ts";
import { languages } from "../language/languages.ts";
import { speech } from "../language/speech.ts";
import type { CellColumn } from "./cell-column.ts";
import type { CellRuns } from "./cell-runs.ts";
import type { CellView } from "./cell-view.ts";
import type { DocumentCopy } from "./document-copy.ts";
import { slideAttribute } from "./slides/slide-plan.ts";

/** Dialogs of the page that begin with the chosen cell, by their actions. */
export type CellDialog = "chart" | "compute-emissions";

/** The chosen cell and the commands on it. Keys and menus of the table of actions call it. */
export class CellCommands {
  readonly #copy: DocumentCopy;
  readonly #column: Pick<CellColumn, "viewOf">;
  readonly #runs: CellRuns;
  readonly #trace: (cell: number) => void;
  readonly #quote: (cell: number) => void;
  readonly #open: (dialog: CellDialog) => void;
  readonly #togglePlusMinus: (cell: number) => void;
  readonly #isReading: () => boolean;
  #chosen: number | null = null;
  /** Whether the next cell created here gets the cursor in its editor, or is only focused. */
  #entering = true;
  /** An edit that adds or removes cells and that the page has not confirmed yet; commands given meanwhile wait for it. */
  #pending: { edit: number; waiting: (() => void)[] } | null = null;

  /**
   * @param trace shows the provenance of a cell
   * @param quote puts a cell into a question
   * @param open has the page show a dialog on the chosen cell
   * @param togglePlusMinus opens or closes ± of a cell
   * @param isReading whether the notebook is read rather than edited
   */
  constructor(
    copy: DocumentCopy,
    column: Pick<CellColumn, "viewOf">,
    runs: CellRuns,
    trace: (cell: number) => void,
    quote: (cell: number) => void,
    open: (dialog: CellDialog) => void,
    togglePlusMinus: (cell: number) => void,
    isReading: () => boolean,
  ) {
    this.#copy = copy;
    this.#column = column;
    this.#runs = runs;
    this.#trace = trace;
    this.#quote = quote;
    this.#open = open;
    this.#togglePlusMinus = togglePlusMinus;
    this.#isReading = isReading;
  }

  get chosen(): number | null {
    return this.#chosen;
  }

  /** Chooses the cell that keys, menus and the page's palette act on. It is the only cell in the tab order. */
  choose(cell: number | null): void {
    if (cell === this.#chosen) return;
    if (this.#chosen !== null) this.#column.viewOf(this.#chosen)?.choose(false);
    this.#chosen = cell;
    if (cell !== null) this.#column.viewOf(cell)?.choose(true);
  }

  /** After cells were added and removed: if the chosen cell is gone, chooses the one at its place, with the focus if it had it. */
  settle(before: readonly DocumentCell[], focused: boolean): void {
    const { cells } = this.#copy;
    if (this.#chosen !== null && cells.some(({ id }) => id === this.#chosen)) return;
    const at = before.findIndex(({ id }) => id === this.#chosen);
    const next = (cells[Math.max(0, at)] ?? cells.at(-1))?.id ?? null;
    this.choose(next);
    if (focused && next !== null) this.focus(next);
  }

  /** The page has applied `seen` edits. `expecting`: one of them created a cell, which is about to be revealed. */
  synced(seen: number, expecting: boolean): void {
    if (this.#pending && seen >= this.#pending.edit && !expecting) this.#runWaiting();
  }

  /** Focuses a cell that was just created: its editor, or the cell itself if a command key created it. */
  enterCreated(cell: number): void {
    const view = this.#column.viewOf(cell);
    if (this.#entering) view?.unfold(true);
    else this.focus(cell);
    this.#entering = true;
    this.#runWaiting();
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

  #runWaiting(): void {
    const waiting = this.#pending?.waiting ?? [];
    this.#pending = null;
    for (const command of waiting) command();
  }

  do(action: CellActionId, target?: number): void {
    if (this.#pending) {
      this.#pending.waiting.push(() => this.do(action, target));
      return;
    }
    const id = target ?? this.#chosen ?? this.#copy.cells[0]?.id;
    const cell = this.#copy.cells.find((each) => each.id === id);
    const view = cell && this.#column.viewOf(cell.id);
    if (!view) return;
    if (isKindAction(action)) this.changeKind(cell.id, kindOfAction(action));
    else this.#handlers[action](cell, view);
  }

  readonly #handlers: Record<Exclude<CellActionId, KindActionId>, (cell: DocumentCell, view: CellView) => void> = {
    "cell-run-next": ({ id }) => {
      this.#runs.run(id);
      this.focus(this.#seenBeside(id, 1) ?? id);
    },
    "cell-run": ({ id }) => this.#runs.run(id),
    "cell-chart": ({ id }) => {
      this.choose(id);
      this.#open("chart");
    },
    "cell-edit": (_, view) => view.unfold(true),
    "cell-leave": ({ id }) => this.focus(id),
    "cell-previous": ({ id }) => this.focus(this.#seenBeside(id, -1) ?? id),
    "cell-next": ({ id }) => this.focus(this.#seenBeside(id, 1) ?? id),
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
    // From the current state: the document is updated later, and a second press must not repeat the first.
    "cell-pause": ({ id }) => this.#runs.pause(id, !this.#runs.isPaused(id)),
    "cell-fold": (cell, view) => {
      view.toggleCode();
      // A reader who looks at code does not edit the notebook.
      if (this.#isReading()) return;
      if ("pinned" in cell.attributes !== view.open) {
        this.#copy.edit({ type: "attribute", cell: cell.id, name: "pinned", value: view.open ? "" : null });
      }
    },
    "cell-clear": (_, view) => view.clear(),
    "cell-trace": ({ id }) => this.#trace(id),
    "cell-ask": ({ id }) => this.#quote(id),
    "cell-account": ({ id }) => {
      this.choose(id);
      this.#open("compute-emissions");
    },
    "cell-translate": (cell) => this.#translate(cell),
    "cell-slide-begin": (cell) => this.#markSlide(cell, ""),
    "cell-slide-skip": (cell) => this.#markSlide(cell, "skip"),
    "cell-uncertainty": ({ id }) => this.#togglePlusMinus(id),
    "cell-rename": (_, { editor }) => editor?.ask("rename"),
    "cell-define": (_, { editor }) => editor?.ask("define"),
    "cell-describe": (_, { editor }) => editor?.ask("describe"),
  };

  /** Sets a cell's mark for presentations, or removes it if it is set. */
  #markSlide({ id, attributes }: DocumentCell, mark: string): void {
    const value = attributes[slideAttribute] === mark ? null : mark;
    this.#copy.edit({ type: "attribute", cell: id, name: slideAttribute, value });
  }

  /** Opens the translation of a text in the next language of the page, and adds it if there is none. */
  #translate(cell: DocumentCell): void {
    if (!isText(cell.kind)) return;
    const own = languageOf(cell) ?? (/\p{Script=Han}/u.test(cell.source) ? "zh-CN" : "en");
    const known = translationsOf(this.#copy.cells, cell.id) ?? new Map([[own, cell]]);
    const find = (tag: string) => [...known].find(([each]) => isSameLanguage(each, tag))?.[1];
    const others = [speech.language, ...languages.map(({ tag }) => tag)].filter((tag) => !isSameLanguage(tag, own));
    const language = others.find((tag) => !find(tag));
    const other = others.map(find).find((each) => each !== undefined);
    if (language !== undefined) this.#restructure({ type: "translate", cell: cell.id, own, language });
    else if (other) this.#column.viewOf(other.id)?.unfold(true);
  }

  #beside(cell: number, by: -1 | 1): number | null {
    const { cells } = this.#copy;
    return cells[cells.findIndex(({ id }) => id === cell) + by]?.id ?? null;
  }

  /** The next cell above or below that is displayed: not a text in another language. */
  #seenBeside(cell: number, by: -1 | 1): number | null {
    let next = this.#beside(cell, by);
    while (next !== null && this.#column.viewOf(next)?.isHidden) next = this.#beside(next, by);
    return next;
  }
}
