/** How many cells begin a chunk of their own. */
const CELLS = 25;

/** About how high a cell is that was never laid out, in pixels: one line of code under its summary. */
const CELL_PX = 80;

/** How far from the window a chunk begins to be laid out, and a cell to get its controls and editor. */
const STRETCH_MARGIN = "1200px 0px";
const CELL_MARGIN = "600px 0px";

/**
 * The cells of a column in chunks of some dozens. What is far from the window is not laid out, painted or hit, and the
 * browser need not even ask it one cell at a time: a stroke in a notebook of a thousand cells costs what it costs among fifty.
 */
export class VirtualList {
  readonly #column: HTMLElement;
  readonly #approach: (cell: Element) => void;
  readonly #leave: (cell: Element) => void;
  readonly #passing = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) this.#pass(target, isIntersecting);
    },
    { root: document, rootMargin: STRETCH_MARGIN },
  );
  /** Watches the cells of the chunks near the window, until they have come near themselves. */
  readonly #approaching = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        this.#approaching.unobserve(target);
        this.#approach(target);
      }
    },
    { root: document, rootMargin: CELL_MARGIN },
  );

  /**
   * @param approach told of a cell that has come near the window
   * @param leave told of a cell that is far from the window again
   */
  constructor(column: HTMLElement, approach: (cell: Element) => void, leave: (cell: Element) => void) {
    this.#column = column;
    this.#approach = approach;
    this.#leave = leave;
  }

  /** Puts cells in order, moving as few as possible: what moves in the document begins anew. */
  arrange(cells: Iterable<Element>): void {
    let next = firstOf(this.#column.firstElementChild);
    for (const cell of cells) {
      if (cell === next) next = followerOf(next);
      else if (next) next.before(cell);
      else this.#open().append(cell);
    }
    for (const chunk of [...this.#column.children]) {
      if (chunk.childElementCount > 0) this.#measure(chunk as HTMLElement);
      else this.#close(chunk);
    }
  }

  /** The last chunk, or a new one where that is long enough. */
  #open(): Element {
    const last = this.#column.lastElementChild;
    if (last && last.childElementCount < CELLS) return last;
    const chunk = document.createElement("div");
    chunk.className = "list-chunk";
    this.#column.append(chunk);
    this.#passing.observe(chunk);
    return chunk;
  }

  #close(chunk: Element): void {
    this.#passing.unobserve(chunk);
    chunk.remove();
  }

  /** Its room is kept while it is not laid out, so that the window's place does not jump. New cells wait like the others. */
  #measure(chunk: HTMLElement): void {
    chunk.style.setProperty("contain-intrinsic-height", `auto ${chunk.childElementCount * CELL_PX}px`);
    if (chunk.classList.contains("near")) this.#await(chunk);
  }

  /** A chunk comes near the window, or leaves it. */
  #pass(chunk: Element, near: boolean): void {
    chunk.classList.toggle("near", near);
    if (near) this.#await(chunk);
    else {
      for (const cell of chunk.children) {
        this.#approaching.unobserve(cell);
        this.#leave(cell);
      }
    }
  }

  #await(chunk: Element): void {
    for (const cell of chunk.children) this.#approaching.observe(cell);
  }
}

/** The first cell of a chunk or of those after it. */
function firstOf(chunk: Element | null): Element | null {
  let at = chunk;
  while (at && !at.firstElementChild) at = at.nextElementSibling;
  return at?.firstElementChild ?? null;
}

function followerOf(cell: Element): Element | null {
  return cell.nextElementSibling ?? firstOf(cell.parentElement?.nextElementSibling ?? null);
}
