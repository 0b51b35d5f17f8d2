import type { Match, Search } from "../../kernel/document/search.ts";
import type { DocumentCell } from "../../kernel/sandbox/protocol.ts";
import { type CellHost, CellView, cellIn } from "./cell-view.ts";
import { Stretches } from "./stretches.ts";

/** From so many cells on, those far from the window are not laid out and have no editors. */
const LONG = 150;

export interface ColumnHost extends CellHost {
  /** A cell has left the document. */
  forget(cell: number): void;
}

/** The cells as they stand below one another. */
export class CellColumn {
  readonly element = document.createElement("main");
  /** Cells made since the notebook stands: whoever made them is about to show them. */
  readonly newborn = new Set<number>();
  readonly #host: ColumnHost;
  readonly #views = new Map<number, CellView>();
  #search: Search | null = null;
  /** Cells get their controls and editors when they come near the window: a notebook may have a thousand. */
  readonly #stretches = new Stretches(this.element, {
    approach: (cell) => this.#viewIn(cell)?.approach(),
    leave: (cell) => this.long && this.#viewIn(cell)?.leave(),
  });

  constructor(host: ColumnHost) {
    this.#host = host;
  }

  /** True where what is far from the window costs too much. */
  get long(): boolean {
    return this.#views.size > LONG;
  }

  get views(): Iterable<CellView> {
    return this.#views.values();
  }

  viewOf(cell: number): CellView | undefined {
    return this.#views.get(cell);
  }

  lookFor(search: Search | null, at: Match | null): void {
    this.#search = search;
    for (const [id, view] of this.#views) view.lookFor(search, at?.cell === id ? at : null);
  }

  /** Puts the cells' views in document order, making and removing what it takes, moving as few as possible. */
  arrange(cells: readonly DocumentCell[], settled: boolean): void {
    const focused = document.activeElement;
    const wanted = new Set(cells.map(({ id }) => id));
    for (const [id, view] of this.#views) {
      if (wanted.has(id)) continue;
      view.remove();
      this.#views.delete(id);
      this.#host.forget(id);
    }
    this.#stretches.arrange(cells.map((cell) => (this.#views.get(cell.id) ?? this.#make(cell, settled)).element));
    document.documentElement.classList.toggle("long", this.long);
    // What moves in the document loses the keyboard.
    if (focused instanceof HTMLElement && focused !== document.activeElement && focused.isConnected) focused.focus();
  }

  #viewIn(element: Element): CellView | undefined {
    return this.#views.get(cellIn(element)!);
  }

  #make(cell: DocumentCell, settled: boolean): CellView {
    const view = new CellView(cell, this.#host);
    this.#views.set(cell.id, view);
    if (this.#search) view.lookFor(this.#search, null);
    if (settled) this.newborn.add(cell.id);
    return view;
  }
}
