import { Fault } from "../message/fault.ts";
import { messages } from "../message/message.ts";

const texts = messages("numeric", {
  lengthOfData: {
    en: "A {rows} × {columns} matrix has {size} numbers, but {count} were given.",
    zh: "{rows} × {columns} 的矩阵有 {size} 个数，但给出了 {count} 个。",
  },
  unevenRows: {
    en: "{name}[{i}] has {count} numbers, but {name}[0] has {columns}: every row needs the same length.",
    zh: "{name}[{i}] 有 {count} 个数，而 {name}[0] 有 {columns} 个：各行长度必须相同。",
  },
});

/**
 * Dense row-major matrix of f64. The element (i, j) is `data[i * columns + j]`.
 * The buffer is plain memory, so it can be transferred between workers and read by WASM kernels without a copy.
 */
export interface DenseMatrix {
  readonly kind: "dense";
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;
}

/** A rows × columns matrix over `data` (default: zeros). Throws if the length does not fit the shape. */
export function dense(
  rows: number,
  columns: number,
  data: Float64Array = new Float64Array(rows * columns),
): DenseMatrix {
  if (data.length !== rows * columns) {
    throw new Fault(texts.lengthOfData({ rows, columns, size: rows * columns, count: data.length }), {
      name: "RangeError",
    });
  }
  return { kind: "dense", rows, columns, data };
}

/** The matrix of an array of rows. `name` names it in the error for ragged rows. */
export function denseFromRows(rows: readonly ArrayLike<number>[], name = "matrix"): DenseMatrix {
  const columns = rows[0]?.length ?? 0;
  const data = new Float64Array(rows.length * columns);
  rows.forEach((row, i) => {
    if (row.length !== columns) {
      throw new Fault(texts.unevenRows({ name, i, count: row.length, columns }), { name: "RangeError" });
    }
    data.set(row, i * columns);
  });
  return dense(rows.length, columns, data);
}

export function identity(n: number): DenseMatrix {
  const result = dense(n, n);
  for (let i = 0; i < n; i++) result.data[i * n + i] = 1;
  return result;
}

/** The matrix as an array of rows: its form in JSON. */
export function toRows(matrix: DenseMatrix): number[][] {
  return Array.from({ length: matrix.rows }, (_, i) => Array.from(rowOf(matrix, i)));
}

/** Row i as a view on the matrix, not a copy. */
export function rowOf(matrix: DenseMatrix, i: number): Float64Array {
  return matrix.data.subarray(i * matrix.columns, (i + 1) * matrix.columns);
}

/** Column j as a copy. */
export function columnOf(matrix: DenseMatrix, j: number): Float64Array {
  const column = new Float64Array(matrix.rows);
  for (let i = 0; i < matrix.rows; i++) column[i] = matrix.data[i * matrix.columns + j]!;
  return column;
}

export function transposeDense(matrix: DenseMatrix): DenseMatrix {
  const { rows, columns, data } = matrix;
  const result = new Float64Array(data.length);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) result[j * rows + i] = data[i * columns + j]!;
  return dense(columns, rows, result);
}

/** Largest absolute value; NaN if the vector contains one, so that a failed solve cannot pass as a good one. */
export function maxNorm(vector: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < vector.length; i++) {
    const size = Math.abs(vector[i]!);
    if (!(size <= largest)) largest = size;
    if (Number.isNaN(size)) return Number.NaN;
  }
  return largest;
}
