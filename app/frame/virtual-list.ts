/** The number of cells in a chunk. */
const CELLS = 25;

/** Estimated height of a cell that was never laid out, in pixels: one line of code under its summary. */
const CELL_PX = 80;

/** The distances from the window at which a chunk is laid out, and at which a cell gets its controls and editor. */
const CHUNK_MARGIN = "1200px 0px";
const CELL_MARGIN = "600px 0px";

/**
 * The cells of a column in chunks. Chunks far from the window are not laid out, painted or hit-tested, and are skipped as a whole:
 * a keystroke in a notebook of a thousand cells costs as much as in one of fifty.
 */
export class VirtualList {
  readonly #column: HTMLElement;
  readonly #approach: (cell: Element) => void;
  readonly #leave: (cell: Element) => void;
  readonly #nearChunks = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) this.#pass(target, isIntersecting);
    },
    { root: document, rootMargin: CHUNK_MARGIN },
  );
  /** Observes the cells of chunks near the window until they are near themselves. */
  readonly #nearCells = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        this.#nearCells.unobserve(target);
        this.#approach(target);
      }
    },
    { root: document, rootMargin: CELL_MARGIN },
  );

  /**
   * @param approach called with a cell that is now near the window
   * @param leave called with a cell that is far from the window again
   */
  constructor(column: HTMLElement, approach: (cell: Element) => void, leave: (cell: Element) => void) {
    this.#column = column;
    this.#approach = approach;
    this.#leave = leave;
  }

  /** Puts cells in order, moving as few as possible, since an element that moves in the document loses its state. */
  arrange(cells: Iterable<Element>): void {
    let next = firstOf(this.#column.firstElementChild);
    for (const cell of cells) {
      if (cell === next) next = nextCell(next);
      else if (next) next.before(cell);
      else this.#open().append(cell);
    }
    for (const chunk of [...this.#column.children]) {
      if (chunk.childElementCount > 0) this.#reserve(chunk as HTMLElement);
      else this.#close(chunk);
    }
  }

  /** The last chunk, or a new one if that is full. */
  #open(): Element {
    const last = this.#column.lastElementChild;
    if (last && last.childElementCount < CELLS) return last;
    const chunk = document.createElement("div");
    chunk.className = "list-chunk";
    this.#column.append(chunk);
    this.#nearChunks.observe(chunk);
    return chunk;
  }

  #close(chunk: Element): void {
    this.#nearChunks.unobserve(chunk);
    chunk.remove();
  }

  /** Reserves the height of a chunk that is not laid out, so that the scroll position does not jump, and observes new cells. */
  #reserve(chunk: HTMLElement): void {
    chunk.style.setProperty("contain-intrinsic-height", `auto ${chunk.childElementCount * CELL_PX}px`);
    if (chunk.classList.contains("near")) this.#observeCells(chunk);
  }

  /** Called when a chunk is near the window or has left it. */
  #pass(chunk: Element, near: boolean): void {
    chunk.classList.toggle("near", near);
    if (near) this.#observeCells(chunk);
    else {
      for (const cell of chunk.children) {
        this.#nearCells.unobserve(cell);
        this.#leave(cell);
      }
    }
  }

  #observeCells(chunk: Element): void {
    for (const cell of chunk.children) this.#nearCells.observe(cell);
  }
}

/** The first cell of a chunk or of those after it. */
function firstOf(chunk: Element | null): Element | null {
  let at = chunk;
  while (at && !at.firstElementChild) at = at.nextElementSibling;
  return at?.firstElementChild ?? null;
}

function nextCell(cell: Element): Element | null {
  return cell.nextElementSibling ?? firstOf(cell.parentElement?.nextElementSibling ?? null);
}
