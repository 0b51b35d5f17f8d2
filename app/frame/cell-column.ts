import type { Match, Search } from "../../kernel/document/search.ts";
import type { DocumentCell } from "../../kernel/sandbox/protocol.ts";
import { type CellHost, CellView, cellIn } from "./cell-view.ts";

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
  readonly #approaching = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) this.#approach(target);
    },
    { root: document, rootMargin: "600px 0px" },
  );

  constructor(host: ColumnHost) {
    this.#host = host;
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
    let next: Element | null = this.element.firstElementChild;
    for (const cell of cells) {
      const view = this.#views.get(cell.id) ?? this.#make(cell, settled);
      if (view.element === next) next = next.nextElementSibling;
      else this.element.insertBefore(view.element, next);
    }
    // What moves in the document loses the keyboard.
    if (focused instanceof HTMLElement && focused !== document.activeElement && focused.isConnected) focused.focus();
  }

  #make(cell: DocumentCell, settled: boolean): CellView {
    const view = new CellView(cell, this.#host);
    this.#views.set(cell.id, view);
    this.#approaching.observe(view.element);
    if (this.#search) view.lookFor(this.#search, null);
    if (settled) this.newborn.add(cell.id);
    return view;
  }

  #approach(element: Element): void {
    this.#approaching.unobserve(element);
    this.#views.get(cellIn(element)!)?.approach();
  }
}
