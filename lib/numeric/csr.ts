import { Fault } from "../message/fault.ts";
import { messages } from "../message/message.ts";
import { type DenseMatrix, dense, transposeDense } from "./matrix.ts";

const texts = messages("numeric", {
  entryOutside: {
    en: "Entry {p} is at ({i}, {j}), outside the {rows} × {columns} matrix.",
    zh: "第 {p} 个元素位于 ({i}, {j})，超出 {rows} × {columns} 的矩阵。",
  },
});

/**
 * Compressed sparse rows: row i has `values[p]` in column `columnIndices[p]` for
 * `rowStarts[i] ≤ p < rowStarts[i + 1]`, columns ascending. Sorted columns fix the order of every sum over a row.
 */
export interface CsrMatrix {
  readonly kind: "csr";
  readonly rows: number;
  readonly columns: number;
  readonly rowStarts: Int32Array;
  readonly columnIndices: Int32Array;
  readonly values: Float64Array;
}

export type Matrix = DenseMatrix | CsrMatrix;

/**
 * The CSR matrix of (row, column, value) triplets in any order; entries of one cell are added in the order
 * given. Throws RangeError if an index is outside the shape.
 */
export function csrFromTriplets(
  rows: number,
  columns: number,
  rowIndices: ArrayLike<number>,
  columnIndices: ArrayLike<number>,
  values: ArrayLike<number>,
): CsrMatrix {
  // Two stable counting sorts, first by column, then by row, leave each row sorted and equal cells in their order.
  const count = values.length;
  const columnStarts = new Int32Array(columns + 1);
  const starts = new Int32Array(rows + 1);
  for (let p = 0; p < count; p++) {
    const i = rowIndices[p]!;
    const j = columnIndices[p]!;
    if (!(i >= 0 && i < rows && j >= 0 && j < columns)) {
      throw new Fault(texts.entryOutside({ p, i, j, rows, columns }), { name: "RangeError" });
    }
    columnStarts[j + 1]!++;
    starts[i + 1]!++;
  }
  for (let j = 0; j < columns; j++) columnStarts[j + 1]! += columnStarts[j]!;
  for (let i = 0; i < rows; i++) starts[i + 1]! += starts[i]!;
  const byColumn = new Int32Array(count);
  for (let p = 0; p < count; p++) byColumn[columnStarts[columnIndices[p]!]!++] = p;
  const next = starts.slice(0, rows);
  const sortedColumns = new Int32Array(count);
  const sortedValues = new Float64Array(count);
  for (let q = 0; q < count; q++) {
    const p = byColumn[q]!;
    const at = next[rowIndices[p]!]!++;
    sortedColumns[at] = columnIndices[p]!;
    sortedValues[at] = values[p]!;
  }
  return mergeEqualCells(rows, columns, starts, sortedColumns, sortedValues);
}

function mergeEqualCells(
  rows: number,
  columns: number,
  starts: Int32Array,
  columnIndices: Int32Array,
  values: Float64Array,
): CsrMatrix {
  const rowStarts = new Int32Array(rows + 1);
  let end = 0;
  for (let i = 0; i < rows; i++) {
    const first = end;
    for (let p = starts[i]!; p < starts[i + 1]!; p++) {
      if (end > first && columnIndices[end - 1] === columnIndices[p]) values[end - 1]! += values[p]!;
      else {
        columnIndices[end] = columnIndices[p]!;
        values[end++] = values[p]!;
      }
    }
    rowStarts[i + 1] = end;
  }
  return {
    kind: "csr",
    rows,
    columns,
    rowStarts,
    columnIndices: columnIndices.slice(0, end),
    values: values.slice(0, end),
  };
}

export function csrFromDense(matrix: DenseMatrix): CsrMatrix {
  const { rows, columns, data } = matrix;
  const rowStarts = new Int32Array(rows + 1);
  for (let i = 0; i < rows; i++) {
    let entries = 0;
    for (let j = 0; j < columns; j++) if (data[i * columns + j] !== 0) entries++;
    rowStarts[i + 1] = rowStarts[i]! + entries;
  }
  const columnIndices = new Int32Array(rowStarts[rows]!);
  const values = new Float64Array(rowStarts[rows]!);
  let p = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const value = data[i * columns + j]!;
      if (value === 0) continue;
      columnIndices[p] = j;
      values[p++] = value;
    }
  }
  return { kind: "csr", rows, columns, rowStarts, columnIndices, values };
}

export function toDense(matrix: Matrix): DenseMatrix {
  if (matrix.kind === "dense") return matrix;
  const { rows, columns, rowStarts, columnIndices, values } = matrix;
  const result = dense(rows, columns);
  for (let i = 0; i < rows; i++) {
    for (let p = rowStarts[i]!; p < rowStarts[i + 1]!; p++) result.data[i * columns + columnIndices[p]!] = values[p]!;
  }
  return result;
}

export function toCsr(matrix: Matrix): CsrMatrix {
  return matrix.kind === "csr" ? matrix : csrFromDense(matrix);
}

export function transpose(matrix: CsrMatrix): CsrMatrix;
export function transpose(matrix: Matrix): Matrix;
export function transpose(matrix: Matrix): Matrix {
  if (matrix.kind === "dense") return transposeDense(matrix);
  const { rows, columns, rowStarts, columnIndices, values } = matrix;
  const starts = new Int32Array(columns + 1);
  for (const j of columnIndices) starts[j + 1]!++;
  for (let j = 0; j < columns; j++) starts[j + 1]! += starts[j]!;
  const next = starts.slice(0, columns);
  const rowIndices = new Int32Array(values.length);
  const transposed = new Float64Array(values.length);
  for (let i = 0; i < rows; i++) {
    for (let p = rowStarts[i]!; p < rowStarts[i + 1]!; p++) {
      const at = next[columnIndices[p]!]!++;
      rowIndices[at] = i;
      transposed[at] = values[p]!;
    }
  }
  return {
    kind: "csr",
    rows: columns,
    columns: rows,
    rowStarts: starts,
    columnIndices: rowIndices,
    values: transposed,
  };
}

/** Calls `visit(i, j, value)` for every stored cell, row by row, columns ascending; zeros of a dense matrix are skipped. */
export function forEachCell(matrix: Matrix, visit: (i: number, j: number, value: number) => void): void {
  if (matrix.kind === "csr") {
    const { rows, rowStarts, columnIndices, values } = matrix;
    for (let i = 0; i < rows; i++) {
      for (let p = rowStarts[i]!; p < rowStarts[i + 1]!; p++) visit(i, columnIndices[p]!, values[p]!);
    }
    return;
  }
  const { rows, columns, data } = matrix;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) if (data[i * columns + j] !== 0) visit(i, j, data[i * columns + j]!);
  }
}

/** The matrix with the same cells and new values: `value(i, j, v)` for every stored cell. Cells that become 0 remain stored. */
export function mapCells<M extends Matrix>(matrix: M, value: (i: number, j: number, v: number) => number): M {
  if (matrix.kind === "csr") {
    const values = new Float64Array(matrix.values.length);
    let p = 0;
    forEachCell(matrix, (i, j, v) => {
      values[p++] = value(i, j, v);
    });
    return { ...matrix, values };
  }
  const data = new Float64Array(matrix.data.length);
  forEachCell(matrix, (i, j, v) => {
    data[i * matrix.columns + j] = value(i, j, v);
  });
  return { ...matrix, data };
}

/** The matrix times a diagonal from the right: column j times `factors[j]`. Zeros of a dense matrix remain 0, whatever their factor. */
export function scaleColumns<M extends Matrix>(matrix: M, factors: Float64Array): M {
  const scaled = new Float64Array(cellsOf(matrix).length);
  if (matrix.kind === "csr") {
    const { columnIndices, values } = matrix;
    for (let p = 0; p < values.length; p++) scaled[p] = values[p]! * factors[columnIndices[p]!]!;
    return { ...matrix, values: scaled };
  }
  const { rows, columns, data } = matrix;
  for (let i = 0, p = 0; i < rows; i++)
    for (let j = 0; j < columns; j++, p++) if (data[p] !== 0) scaled[p] = data[p]! * factors[j]!;
  return { ...matrix, data: scaled };
}

/** Σⱼ of every row, columns ascending. Plain loops, because a call per cell takes many times as long on a large table. */
export function rowSums(matrix: Matrix): Float64Array {
  const sums = new Float64Array(matrix.rows);
  const values = cellsOf(matrix);
  for (let i = 0; i < matrix.rows; i++) {
    let sum = 0;
    for (let p = rowStart(matrix, i), end = rowStart(matrix, i + 1); p < end; p++) sum += values[p]!;
    sums[i] = sum;
  }
  return sums;
}

/** Σᵢ of every column, rows ascending. */
export function columnSums(matrix: Matrix): Float64Array {
  const sums = new Float64Array(matrix.columns);
  addColumnSums(matrix, 0, matrix.rows, sums);
  return sums;
}

/** Adds the rows from … to − 1 to the sums of the columns. */
export function addColumnSums(matrix: Matrix, from: number, to: number, sums: Float64Array): void {
  if (matrix.kind === "csr") {
    const { rowStarts, columnIndices, values } = matrix;
    for (let p = rowStarts[from]!, end = rowStarts[to]!; p < end; p++) sums[columnIndices[p]!]! += values[p]!;
    return;
  }
  const { columns, data } = matrix;
  for (let i = from; i < to; i++) for (let j = 0, p = i * columns; j < columns; j++) sums[j]! += data[p++]!;
}

/** Every stored number, row by row. */
export function cellsOf(matrix: Matrix): Float64Array {
  return matrix.kind === "csr" ? matrix.values : matrix.data;
}

/** The index of row i's first number among them. */
export function rowStart(matrix: Matrix, i: number): number {
  return matrix.kind === "csr" ? matrix.rowStarts[i]! : i * matrix.columns;
}

/** First position in p … end whose column is not below `column`, in a row of ascending columns. */
export function firstFrom(columnIndices: Int32Array, p: number, end: number, column: number): number {
  if (p === end || columnIndices[p]! >= column) return p;
  if (columnIndices[end - 1]! < column) return end;
  let [low, high] = [p, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (columnIndices[middle]! < column) low = middle + 1;
    else high = middle;
  }
  return low;
}
