import type { Match, Search } from "../../kernel/document/search.ts";
import { figureText } from "../../kernel/output/figure.ts";
import type { DocumentCell } from "../../kernel/sandbox/protocol.ts";
import { type CellView, cellIn } from "./cell-view.ts";
import { VirtualList } from "./virtual-list.ts";

/** From so many cells on, those far from the window are not laid out and have no editors. */
const LONG = 150;

/** The cells as they stand below one another. */
export class CellColumn {
  readonly element = document.createElement("main");
  /** Cells made since the notebook stands: whoever made them is about to show them. */
  readonly newborn = new Set<number>();
  /** Whether the notebook stands: all that ran at first has. */
  settled = false;
  readonly #makeView: (cell: DocumentCell) => CellView;
  readonly #left: (cell: number) => void;
  readonly #views = new Map<number, CellView>();
  /** The views as they stand in the document. */
  #order: readonly CellView[] = [];
  #search: Search | null = null;
  /** Cells get their controls and editors when they come near the window: a notebook may have a thousand. */
  readonly #list = new VirtualList(
    this.element,
    (cell) => this.#viewIn(cell)?.approach(),
    (cell) => this.long && this.#viewIn(cell)?.leave(),
  );

  /** @param left told of a cell that has left the document */
  constructor(makeView: (cell: DocumentCell) => CellView, left: (cell: number) => void) {
    this.#makeView = makeView;
    this.#left = left;
  }

  /** True where what is far from the window costs too much. */
  get long(): boolean {
    return this.#views.size > LONG;
  }

  viewOf(cell: number): CellView | undefined {
    return this.#views.get(cell);
  }

  lookFor(search: Search | null, at: Match | null): void {
    this.#search = search;
    for (const [id, view] of this.#views) view.lookFor(search, at?.cell === id ? at : null);
  }

  /** Puts the cells' views in document order, making and removing what it takes, moving as few as possible. */
  arrange(cells: readonly DocumentCell[]): void {
    const focused = document.activeElement;
    const wanted = new Set(cells.map(({ id }) => id));
    for (const [id, view] of this.#views) {
      if (wanted.has(id)) continue;
      view.remove();
      this.#views.delete(id);
      this.#left(id);
    }
    this.#order = cells.map((cell) => this.#views.get(cell.id) ?? this.#make(cell));
    this.#list.arrange(this.#order.map(({ element }) => element));
    document.documentElement.classList.toggle("long", this.long);
    // What moves in the document loses the keyboard.
    if (focused instanceof HTMLElement && focused !== document.activeElement && focused.isConnected) focused.focus();
  }

  /** Shows every cell anew as it stands. */
  refresh(): void {
    for (const view of this.#order) view.refresh();
  }

  /** Takes away what the cells show. */
  clear(): void {
    for (const view of this.#order) view.clear();
  }

  /** The first figure, as SVG text. */
  figure(): string | null {
    for (const view of this.#order) {
      const svg = view.figure();
      if (svg) return figureText(svg);
    }
    return null;
  }

  /** What each cell shows, as HTML, as it is printed. */
  still(): { cell: number; html: string }[] {
    return this.#order.map((view) => ({ cell: view.cell.id, html: view.still() }));
  }

  #viewIn(element: Element): CellView | undefined {
    return this.#views.get(cellIn(element)!);
  }

  #make(cell: DocumentCell): CellView {
    const view = this.#makeView(cell);
    this.#views.set(cell.id, view);
    if (this.#search) view.lookFor(this.#search, null);
    if (this.settled) this.newborn.add(cell.id);
    return view;
  }
}
