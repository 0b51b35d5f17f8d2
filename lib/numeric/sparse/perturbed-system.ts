import { firstFrom } from "../csr.ts";
import type { SparseSystem } from "./sparse-system.ts";

/**
 * A sparse square system whose values are moved again and again, with Gauss–Seidel sweeps over them: what is moved is written in
 * place, the residual is kept, and nothing is allocated from one system to the next.
 *
 * Vectors are by position: first the n swept columns (and the rows that they call their own) in the order of the system's sweeps, then
 * all others. A column that is not swept keeps its cells and its solution.
 */
export class PerturbedSystem {
  /** How many columns are swept. */
  readonly n: number;
  /** Position of each column. */
  readonly positionOfColumn: Int32Array;
  /** Position of each row. */
  readonly positionOfRow: Int32Array;
  /** The cells of swept columns as they are now. */
  readonly values: Float64Array;
  readonly #system: SparseSystem;
  /** Cells of swept columns in swept rows, by the position of their column; behind them those in other rows, then the diagonal. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  /** Place in `values` of the first cell of the diagonal. */
  readonly diagonal: number;
  /** Place in `values` of each cell of A; −1 if its column is not swept. */
  readonly #place: Int32Array;

  /** @param swept By column: 1 for those that are swept; default: all. */
  constructor(system: SparseSystem, swept?: Uint8Array) {
    const { a, order } = system;
    const size = a.rows;
    this.#system = system;
    const positions = positionsOf(order.columns, swept);
    this.n = swept ? swept.reduce((count, each) => count + each, 0) : size;
    this.positionOfColumn = new Int32Array(size);
    this.positionOfRow = new Int32Array(size);
    positions.forEach((position, at) => {
      this.positionOfColumn[order.columns[at]!] = position;
      this.positionOfRow[order.rows[at]!] = position;
    });
    const count = a.values.length;
    const starts = new Int32Array(this.n + 1);
    let outside = 0;
    const visit = (each: (cell: number, row: number, column: number) => void) => {
      for (let i = 0; i < size; i++)
        for (let p = a.rowStarts[i]!; p < a.rowStarts[i + 1]!; p++) {
          const column = this.positionOfColumn[a.columnIndices[p]!]!;
          if (column < this.n) each(p, this.positionOfRow[i]!, column);
        }
    };
    visit((_, row, column) => {
      if (row >= this.n) outside++;
      else if (row !== column) starts[column + 1]!++;
    });
    for (let position = 0; position < this.n; position++) starts[position + 1]! += starts[position]!;
    const next = starts.slice();
    let free = starts[this.n]!;
    this.diagonal = free + outside;
    this.starts = starts;
    this.rows = new Int32Array(this.diagonal);
    this.#place = new Int32Array(count).fill(-1);
    this.values = new Float64Array(this.diagonal + this.n);
    visit((p, row, column) => {
      const place = row === column ? this.diagonal + row : row < this.n ? next[column]!++ : free++;
      if (place < this.diagonal) this.rows[place] = row;
      this.values[place] = a.values[p]!;
      this.#place[p] = place;
    });
  }

  /** Place in `values` of the cell in a row and column of A; −1 if its column is not swept, or A stores no such cell. */
  placeOf(row: number, column: number): number {
    const { rowStarts, columnIndices } = this.#system.a;
    const end = rowStarts[row + 1]!;
    const p = firstFrom(columnIndices, rowStarts[row]!, end, column);
    return p < end && columnIndices[p] === column ? this.#place[p]! : -1;
  }

  /**
   * One Gauss–Seidel sweep: r = b − A x before and after it, x improved in place. The same as a sweep by rows, but each column is
   * pushed into the residual, which is therefore known exactly in the rows that are swept.
   */
  sweep(x: Float64Array, r: Float64Array): void {
    const { values, n, starts, rows, diagonal } = this;
    for (let position = 0; position < n; position++) {
      const rest = r[position]!;
      if (rest === 0) continue;
      const step = rest / values[diagonal + position]!;
      x[position]! += step;
      r[position] = 0;
      for (let p = starts[position]!, end = starts[position + 1]!; p < end; p++) r[rows[p]!]! -= values[p]! * step;
    }
  }

  /** x + step with its residual: r − A step. */
  move(x: Float64Array, r: Float64Array, step: Float64Array): void {
    const { values, n, starts, rows, diagonal } = this;
    for (let position = 0; position < n; position++) {
      const by = step[position]!;
      x[position]! += by;
      r[position]! -= values[diagonal + position]! * by;
      for (let p = starts[position]!, end = starts[position + 1]!; p < end; p++) r[rows[p]!]! -= values[p]! * by;
    }
  }

  /** The system with the cells as they are now, to be solved anew. */
  asSystem(): SparseSystem {
    const { values } = this.#system.a;
    return this.#system.revalued(
      Float64Array.from(values, (value, p) => (this.#place[p]! < 0 ? value : this.values[this.#place[p]!]!)),
    );
  }
}

/** By the system's order: the swept ones first, in the same order. */
function positionsOf(columns: Int32Array, swept: Uint8Array | undefined): Int32Array {
  const positions = new Int32Array(columns.length);
  let next = 0;
  for (const isSwept of [true, false])
    columns.forEach((column, at) => {
      if ((!swept || swept[column] === 1) === isSwept) positions[at] = next++;
    });
  return positions;
}
