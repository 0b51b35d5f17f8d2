import type { DocumentCell } from "../../kernel/document/document-cell.ts";
import type { Match, Search } from "../../kernel/document/search.ts";
import { figureText } from "../../kernel/output/figure/figure-text.ts";
import type { OutputHeights } from "../../kernel/sandbox/protocol.ts";
import { type CellView, cellIn } from "./cell-view.ts";
import { VirtualList } from "./virtual-list.ts";

/** In a notebook of more cells than this, those far from the window are not laid out and have no editors. */
const LONG = 150;

/** Columns that differ by less give outputs of nearly the same height: a scroll bar came or went. */
const SAME_WIDTH_PX = 24;

/** The column of cells, in document order. */
export class CellColumn {
  readonly element = document.createElement("main");
  /** Cells created since the first run ended; the command that created them is about to reveal them. */
  readonly created = new Set<number>();
  /** Whether the first run of the notebook has ended. */
  settled = false;
  readonly #makeView: (cell: DocumentCell) => CellView;
  readonly #removed: (cell: number) => void;
  readonly #views = new Map<number, CellView>();
  /** The views in document order. */
  #order: readonly CellView[] = [];
  #search: Search | null = null;
  /** Cells get their controls and editors only near the window, since a notebook may have a thousand. */
  readonly #list = new VirtualList(
    this.element,
    (cell) => this.#viewIn(cell)?.approach(),
    (cell) => this.long && this.#viewIn(cell)?.leave(),
  );

  /** @param removed called with a cell that was removed from the document */
  constructor(makeView: (cell: DocumentCell) => CellView, removed: (cell: number) => void) {
    this.#makeView = makeView;
    this.#removed = removed;
  }

  /** Whether the notebook is too long to keep cells far from the window laid out. */
  get long(): boolean {
    return this.#views.size > LONG;
  }

  viewOf(cell: number): CellView | undefined {
    return this.#views.get(cell);
  }

  showMatches(search: Search | null, at: Match | null): void {
    this.#search = search;
    for (const [id, view] of this.#views) view.showMatches(search, at?.cell === id ? at : null);
  }

  /** Puts the cells' views in document order: creates and removes views, and moves as few as possible. */
  arrange(cells: readonly DocumentCell[]): void {
    const focused = document.activeElement;
    const wanted = new Set(cells.map(({ id }) => id));
    for (const [id, view] of this.#views) {
      if (wanted.has(id)) continue;
      view.remove();
      this.#views.delete(id);
      this.#removed(id);
    }
    this.#order = cells.map((cell) => this.#views.get(cell.id) ?? this.#make(cell));
    this.#list.arrange(this.#order.map(({ element }) => element));
    document.documentElement.classList.toggle("long", this.long);
    // An element that moves in the document loses the focus.
    if (focused instanceof HTMLElement && focused !== document.activeElement && focused.isConnected) focused.focus();
  }

  /** Renders every cell again. */
  refresh(): void {
    for (const view of this.#order) view.refresh();
  }

  /** Clears the outputs of all cells. */
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

  /** The outputs of each cell as HTML for print. */
  printed(): { cell: number; html: string }[] {
    return this.#order.map((view) => ({ cell: view.cell.id, html: view.printed() }));
  }

  /** The text that each cell shows, at most of this length. */
  texts(most: number): { cell: number; text: string }[] {
    return this.#order.map((view) => ({ cell: view.cell.id, text: view.text.slice(0, most) }));
  }

  /** The heights of the outputs, in a language. In a long notebook, which keeps no places, they would be laid out to be measured. */
  heights(language: string): OutputHeights {
    const views = this.long ? [] : this.#order;
    const cells = views.flatMap(({ cell, height }) => (height > 0 ? { cell: cell.id, height } : []));
    return { width: this.element.clientWidth, language, cells };
  }

  /**
   * Keeps a place for every output that is still to come, so that what is read does not move when one above it appears: as high as
   * it last was in a column of this width, or as high as its source lets expect.
   */
  reserve(last: OutputHeights | undefined, language: string, expected: (cell: DocumentCell, width: number) => number) {
    // In a long notebook most cells are not laid out.
    if (this.long) return;
    const width = this.element.clientWidth;
    const fits = last !== undefined && last.language === language && Math.abs(last.width - width) <= SAME_WIDTH_PX;
    const known = new Map(fits ? last.cells.map(({ cell, height }) => [cell, height]) : []);
    for (const view of this.#order) {
      view.reserve(known.get(view.cell.id) ?? (fits ? 0 : expected(view.cell, width)));
    }
  }

  #viewIn(element: Element): CellView | undefined {
    return this.#views.get(cellIn(element)!);
  }

  #make(cell: DocumentCell): CellView {
    const view = this.#makeView(cell);
    this.#views.set(cell.id, view);
    if (this.#search) view.showMatches(this.#search, null);
    if (this.settled) this.created.add(cell.id);
    return view;
  }
}
