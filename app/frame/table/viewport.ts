/** The height of a row, in pixels. */
export const ROW_PX = 28;

/** Browsers limit the height of elements; a taller table is scrolled in proportion. */
const MAX_HEIGHT_PX = 8_000_000;

/** Which rows are visible at a scroll position: up to a limit a table has its true height, beyond it a scaled one. */
export class Viewport {
  /** The number of rows. */
  rows = 0;
  /** The visible height for rows, in pixels. */
  height = 0;

  /** The height of the scrolled content. */
  get total(): number {
    return Math.min(this.rows * ROW_PX, MAX_HEIGHT_PX);
  }

  /** The number of rows needed to fill the visible height at any scroll position. */
  get needed(): number {
    return Math.min(this.rows, Math.ceil(this.height / ROW_PX) + 1);
  }

  get scaled(): boolean {
    return this.rows * ROW_PX > MAX_HEIGHT_PX;
  }

  /** The first visible row at a scroll position, and by how many pixels it is cut off. */
  at(scrollTop: number): { first: number; cut: number } {
    const top = this.#rowsAbove(scrollTop);
    const first = Math.max(0, Math.min(Math.floor(top), this.rows - this.needed));
    return { first, cut: Math.max(0, (top - first) * ROW_PX) };
  }

  /** The scroll position nearest to a given one at which a row is visible. */
  toShow(row: number, scrollTop: number): number {
    const top = this.#rowsAbove(scrollTop);
    const fitting = this.height / ROW_PX;
    if (row < top) return this.#scrollOf(row);
    if (row + 1 > top + fitting) return this.#scrollOf(row + 1 - fitting);
    return scrollTop;
  }

  /** The scroll position after the wheel moved by `pixels`, which count as pixels of rows, not of the scaled height. */
  scrolled(scrollTop: number, pixels: number): number {
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
