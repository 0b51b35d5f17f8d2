import type { Appearance } from "./appearance.ts";
import type { CellColumn } from "./cell-column.ts";
import { cellIn } from "./cell-view.ts";
import type { CellCommands } from "./commands.ts";

/** The time in which cells that came near the window have been laid out: two animation frames, in milliseconds. */
const LAID_OUT_MS = 32;

/** Brings cells into view and remembers which element had the focus. */
export class Navigation {
  readonly #column: CellColumn;
  readonly #commands: Pick<CellCommands, "choose" | "enterCreated">;
  readonly #appearance: Pick<Appearance, "reducedMotion" | "code" | "reading">;
  /** The element that last had the focus. */
  #focused: HTMLElement | null = null;

  constructor(
    column: CellColumn,
    commands: Pick<CellCommands, "choose" | "enterCreated">,
    appearance: Pick<Appearance, "reducedMotion" | "code" | "reading">,
  ) {
    this.#column = column;
    this.#commands = commands;
    this.#appearance = appearance;
    column.element.addEventListener("focusin", ({ target }) => {
      const cell = cellIn(target as Element);
      if (cell !== undefined) commands.choose(cell);
      this.#focused = target as HTMLElement;
    });
    // After a dialog of the page the frame has lost its focused element.
    addEventListener("focus", () => {
      if (document.activeElement === document.body) this.#focused?.focus({ preventScroll: true });
    });
  }

  /** Brings a cell into view and focuses it. */
  reveal(cell: number): void {
    const view = this.#column.viewOf(cell);
    if (!view) return;
    if (this.#column.created.delete(cell)) {
      this.#commands.enterCreated(cell);
      return;
    }
    const { long } = this.#column;
    const behavior = this.#appearance.reducedMotion || long ? "auto" : "smooth";
    const show = () => view.element.scrollIntoView({ block: "center", behavior });
    view.approach();
    // A cell that shows nothing is nothing but its code.
    if (!this.#appearance.code && !this.#appearance.reading && view.height === 0) view.unfold();
    show();
    view.element.focus({ preventScroll: true });
    // Cells on the way get their true height as they come near the window, which moves this one.
    if (long) setTimeout(show, LAID_OUT_MS);
  }

  /** Opens a cell's code and puts the cursor there. */
  goTo(cell: number, offset: number): void {
    const view = this.#column.viewOf(cell);
    view?.approach();
    view?.unfold();
    view?.editor?.goTo(offset);
  }
}
