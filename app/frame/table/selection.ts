/** A cell of what is shown: its place among the rows, −1 for the header, and its column; both from 0. */
export interface Spot {
  row: number;
  column: number;
}

/** The chosen rectangle of a table: from where it was begun to where the keyboard stands. */
export class Selection {
  here: Spot = { row: -1, column: 0 };
  #begun: Spot = { row: -1, column: 0 };

  /** Goes somewhere; `extend` keeps the other corner. */
  go(spot: Spot, extend: boolean): void {
    this.here = spot;
    if (!extend || this.#begun.row < 0) this.#begun = spot;
  }

  all(rows: number, columns: number): void {
    this.#begun = { row: 0, column: 0 };
    this.here = { row: rows - 1, column: columns - 1 };
  }

  /** The corners, ends included. */
  get range(): { top: number; bottom: number; left: number; right: number } {
    const { here } = this;
    const begun = this.#begun;
    return {
      top: Math.max(0, Math.min(here.row, begun.row)),
      bottom: Math.max(here.row, begun.row),
      left: Math.min(here.column, begun.column),
      right: Math.max(here.column, begun.column),
    };
  }

  holds({ row, column }: Spot): boolean {
    const { top, bottom, left, right } = this.range;
    return row >= top && row <= bottom && column >= left && column <= right;
  }

  /** Where a key leads; undefined for keys that lead nowhere. */
  next({ key, ctrlKey, metaKey }: KeyboardEvent, rows: number, columns: number, page: number): Spot | undefined {
    const { row, column } = this.here;
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
