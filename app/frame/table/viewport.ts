/** The height of a row, in pixels. */
export const ROW_PX = 28;

/** Browsers give up on taller elements; beyond this, scrolling stands for more than it moves. */
const TALLEST_PX = 8_000_000;

/** Which rows a scrolled window shows: a tall table has its own height up to a limit, and is scaled beyond. */
export class Viewport {
  /** Rows in all, and the room for them in pixels. */
  rows = 0;
  height = 0;

  /** The height of what is scrolled. */
  get total(): number {
    return Math.min(this.rows * ROW_PX, TALLEST_PX);
  }

  /** How many rows are needed to fill the room, wherever it begins. */
  get needed(): number {
    return Math.min(this.rows, Math.ceil(this.height / ROW_PX) + 1);
  }

  get scaled(): boolean {
    return this.rows * ROW_PX > TALLEST_PX;
  }

  /** The first row shown at a scroll position, and by how many pixels it is cut off. */
  at(scrollTop: number): { first: number; cut: number } {
    const top = this.#rowsAbove(scrollTop);
    const first = Math.max(0, Math.min(Math.floor(top), this.rows - this.needed));
    return { first, cut: Math.max(0, (top - first) * ROW_PX) };
  }

  /** The scroll position that shows a row, and differs as little as may be from the one given. */
  toShow(row: number, scrollTop: number): number {
    const top = this.#rowsAbove(scrollTop);
    const fitting = this.height / ROW_PX;
    if (row < top) return this.#scrollOf(row);
    if (row + 1 > top + fitting) return this.#scrollOf(row + 1 - fitting);
    return scrollTop;
  }

  /** The scroll position after a turn of the wheel, which moves rows and not shares of the whole. */
  turned(scrollTop: number, pixels: number): number {
    return this.#scrollOf(this.#rowsAbove(scrollTop) + pixels / ROW_PX);
  }

  #rowsAbove(scrollTop: number): number {
    return Math.max(0, scrollTop) * this.#rowsPerPixel;
  }

  #scrollOf(rowsAbove: number): number {
    return rowsAbove <= 0 ? 0 : rowsAbove / this.#rowsPerPixel;
  }

  get #rowsPerPixel(): number {
    const room = this.total - this.height;
    return !this.scaled || room <= 0 ? 1 / ROW_PX : (this.rows - this.height / ROW_PX) / room;
  }
}
