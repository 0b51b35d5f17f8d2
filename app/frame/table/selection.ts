/** The position of a cell in the grid: its place among the shown rows, −1 for the header, and its column; both from 0. */
export interface Spot {
  row: number;
  column: number;
}

/** The selected rectangle of a table, from the anchor to the active cell. */
export class Selection {
  active: Spot = { row: -1, column: 0 };
  #anchor: Spot = { row: -1, column: 0 };

  /** Moves the active cell; `extend` keeps the anchor. */
  go(spot: Spot, extend: boolean): void {
    this.active = spot;
    if (!extend || this.#anchor.row < 0) this.#anchor = spot;
  }

  all(rows: number, columns: number): void {
    this.#anchor = { row: 0, column: 0 };
    this.active = { row: rows - 1, column: columns - 1 };
  }

  /** The bounds, inclusive. */
  get range(): { top: number; bottom: number; left: number; right: number } {
    const { active } = this;
    const anchor = this.#anchor;
    return {
      top: Math.max(0, Math.min(active.row, anchor.row)),
      bottom: Math.max(active.row, anchor.row),
      left: Math.min(active.column, anchor.column),
      right: Math.max(active.column, anchor.column),
    };
  }

  contains({ row, column }: Spot): boolean {
    const { top, bottom, left, right } = this.range;
    return row >= top && row <= bottom && column >= left && column <= right;
  }

  /** The position to which a key moves; undefined for other keys. */
  next({ key, ctrlKey, metaKey }: KeyboardEvent, rows: number, columns: number, page: number): Spot | undefined {
    const { row, column } = this.active;
    const far = ctrlKey || metaKey;
    const clampRow = (to: number) => Math.max(-1, Math.min(rows - 1, to));
    const clampColumn = (to: number) => Math.max(0, Math.min(columns - 1, to));
    switch (key) {
      case "ArrowDown":
        return { row: far ? rows - 1 : clampRow(row + 1), column };
      case "ArrowUp":
        return { row: far ? Math.min(0, rows - 1) : clampRow(row - 1), column };
      case "ArrowRight":
        return { row, column: far ? columns - 1 : clampColumn(column + 1) };
      case "ArrowLeft":
        return { row, column: far ? 0 : clampColumn(column - 1) };
      case "PageDown":
        return { row: clampRow(Math.max(0, row) + page), column };
      case "PageUp":
        return { row: Math.max(Math.min(0, rows - 1), row - page), column };
      case "Home":
        return { row: far ? Math.min(0, rows - 1) : row, column: 0 };
      case "End":
        return { row: far ? rows - 1 : row, column: columns - 1 };
      default:
        return undefined;
    }
  }
}
