/** One block of a list of cells. A long list has many blocks, so that growing it copies nothing. */
interface Piece {
  row: Int32Array;
  col: Int32Array;
  value: Float64Array;
}

/** Cells of a matrix in the order of insertion. */
export interface Cells {
  readonly row: Int32Array;
  readonly col: Int32Array;
  readonly value: Float64Array;
}

const FIRST = 1024;
const MOST = 1 << 20;

/** Cells of a matrix in the order of reading, 16 bytes each; zeros are left out. */
export class CellList {
  #full: Piece[] = [];
  #last = pieceOf(FIRST);
  #used = 0;
  length = 0;

  add(row: number, col: number, value: number): void {
    if (value === 0) return;
    if (this.#used === this.#last.value.length) this.#grow();
    const { row: rows, col: cols, value: values } = this.#last;
    rows[this.#used] = row;
    cols[this.#used] = col;
    values[this.#used++] = value;
    this.length++;
  }

  /** Visits the cells, which may be changed in place. */
  eachPiece(visit: (piece: Readonly<Piece>, length: number) => void): void {
    for (const piece of this.#full) visit(piece, piece.value.length);
    visit(this.#last, this.#used);
  }

  /** The cells in row order, duplicates added up. This empties the list: each block is released once it is copied. */
  sorted(columns: number): Cells {
    const cells = this.#flat();
    return isSorted(cells, columns) ? cells : inRowOrder(cells, columns);
  }

  #grow(): void {
    this.#full.push(this.#last);
    this.#last = pieceOf(Math.min(MOST, 2 * this.#last.value.length));
    this.#used = 0;
  }

  /** Copies one array after the other, so that at most one of them exists twice. */
  #flat(): Cells {
    const pieces = [...this.#full, { ...this.#last }];
    const { length } = this;
    const take = <T extends Int32Array | Float64Array>(
      to: T,
      of: (piece: Piece) => T,
      drop: (piece: Piece) => void,
    ): T => {
      let at = 0;
      for (const piece of pieces) {
        const part = of(piece);
        to.set(part.subarray(0, Math.min(part.length, length - at)), at);
        at += part.length;
        drop(piece);
      }
      return to;
    };
    const none = new Int32Array(0);
    const row = take<Int32Array>(
      new Int32Array(length),
      (piece) => piece.row,
      (piece) => {
        piece.row = none;
      },
    );
    const col = take<Int32Array>(
      new Int32Array(length),
      (piece) => piece.col,
      (piece) => {
        piece.col = none;
      },
    );
    const value = take<Float64Array>(
      new Float64Array(length),
      (piece) => piece.value,
      (piece) => {
        piece.value = new Float64Array(0);
      },
    );
    this.#full = [];
    this.#last = pieceOf(FIRST);
    this.#used = 0;
    this.length = 0;
    return { row, col, value };
  }
}

function pieceOf(length: number): Piece {
  return { row: new Int32Array(length), col: new Int32Array(length), value: new Float64Array(length) };
}

function isSorted({ row, col }: Cells, columns: number): boolean {
  for (let p = 1; p < row.length; p++) {
    if (row[p]! * columns + col[p]! <= row[p - 1]! * columns + col[p - 1]!) return false;
  }
  return true;
}

/** Sorts by rows in one pass and by columns within each row; duplicates are summed in the order of insertion. */
function inRowOrder({ row, col, value }: Cells, columns: number): Cells {
  let rows = 0;
  for (const r of row) rows = Math.max(rows, r + 1);
  const starts = new Int32Array(rows + 1);
  for (const r of row) starts[r + 1]!++;
  for (let r = 0; r < rows; r++) starts[r + 1]! += starts[r]!;
  const next = starts.slice(0, rows);
  const order = new Int32Array(row.length);
  for (let p = 0; p < row.length; p++) order[next[row[p]!]!++] = p;
  const sums = new Float64Array(columns);
  const seen = new Uint8Array(columns);
  const found = {
    row: new Int32Array(row.length),
    col: new Int32Array(row.length),
    value: new Float64Array(row.length),
  };
  let at = 0;
  for (let r = 0; r < rows; r++) {
    const from = at;
    for (let k = starts[r]!; k < starts[r + 1]!; k++) {
      const p = order[k]!;
      const c = col[p]!;
      sums[c]! += value[p]!;
      if (seen[c]) continue;
      seen[c] = 1;
      found.row[at] = r;
      found.col[at++] = c;
    }
    found.col.subarray(from, at).sort();
    for (let k = from; k < at; k++) {
      const c = found.col[k]!;
      found.value[k] = sums[c]!;
      sums[c] = 0;
      seen[c] = 0;
    }
  }
  return { row: found.row.subarray(0, at), col: found.col.subarray(0, at), value: found.value.subarray(0, at) };
}
