import { CellList } from "./cell-list.ts";

/**
 * Cells that are added up while reading, in full rows: a table that is aggregated while it is read
 * has many cells for each that remains, and a list of them all would be as long as the file.
 */
export class SummedCells {
  readonly #rows: (Float64Array | undefined)[] = [];

  add(row: number, col: number, value: number): void {
    if (value === 0) return;
    let cells = this.#rows[row];
    if (!cells || col >= cells.length) cells = this.#widen(row, col);
    cells[col]! += value;
  }

  /** The non-zero cells, row by row; each row is released once it is listed. */
  list(): CellList {
    const list = new CellList();
    this.#rows.forEach((cells, row) => {
      cells?.forEach((value, col) => {
        list.add(row, col, value);
      });
      this.#rows[row] = undefined;
    });
    return list;
  }

  #widen(row: number, col: number): Float64Array {
    const cells = new Float64Array(Math.max(64, 2 ** Math.ceil(Math.log2(col + 1))));
    const before = this.#rows[row];
    if (before) cells.set(before);
    this.#rows[row] = cells;
    return cells;
  }
}
