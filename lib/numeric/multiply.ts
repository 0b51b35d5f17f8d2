import { Fault } from "../message/fault.ts";
import { messages } from "../message/message.ts";
import type { CsrMatrix, Matrix } from "./csr.ts";
import { type DenseMatrix, dense } from "./matrix.ts";
import { uninterrupted, type Work } from "./work.ts";

const texts = messages("numeric", {
  productShapes: {
    en: "Shapes do not fit: ({aRows} × {aColumns}) · ({xRows} × {xColumns}) into ({yRows} × {yColumns}).",
    zh: "形状不符：({aRows} × {aColumns}) · ({xRows} × {xColumns}) 写入 ({yRows} × {yColumns})。",
  },
  transposedProductShapes: {
    en: "Shapes do not fit: ({aRows} × {aColumns})ᵀ · ({xRows} × {xColumns}) into ({yRows} × {yColumns}).",
    zh: "形状不符：({aRows} × {aColumns})ᵀ · ({xRows} × {xColumns}) 写入 ({yRows} × {yColumns})。",
  },
});

/** Numbers of A that are read in about 5 ms. */
const STREAM = 8_000_000;

/** Y ← Y + α A X for dense or CSR A (m × k), X k × w and Y m × w, in row blocks with a pause between. */
export async function addProduct(
  alpha: number,
  a: Matrix,
  x: DenseMatrix,
  y: DenseMatrix,
  work: Work = uninterrupted,
): Promise<void> {
  if (a.columns !== x.rows || a.rows !== y.rows || x.columns !== y.columns) {
    throw new Fault(
      texts.productShapes({
        aRows: a.rows,
        aColumns: a.columns,
        xRows: x.rows,
        xColumns: x.columns,
        yRows: y.rows,
        yColumns: y.columns,
      }),
      { name: "RangeError" },
    );
  }
  await addPart(alpha, a, wholeOf(a), false, x, y, work);
}

/** Y ← Y + α Aᵀ X for dense or CSR A (m × k), X m × w and Y k × w; A is read in storage order, never transposed. */
export async function addTransposedProduct(
  alpha: number,
  a: Matrix,
  x: DenseMatrix,
  y: DenseMatrix,
  work: Work = uninterrupted,
): Promise<void> {
  if (a.rows !== x.rows || a.columns !== y.rows || x.columns !== y.columns) {
    throw new Fault(
      texts.transposedProductShapes({
        aRows: a.rows,
        aColumns: a.columns,
        xRows: x.rows,
        xColumns: x.columns,
        yRows: y.rows,
        yColumns: y.columns,
      }),
      { name: "RangeError" },
    );
  }
  await addPart(alpha, a, wholeOf(a), true, x, y, work);
}

/** A X. */
export async function multiply(a: Matrix, x: DenseMatrix, work: Work = uninterrupted): Promise<DenseMatrix> {
  const y = dense(a.rows, x.columns);
  await addProduct(1, a, x, y, work);
  return y;
}

/** A part of a matrix: rows from … to − 1 and columns first … last − 1. */
export interface MatrixPart {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

function wholeOf({ rows, columns }: Matrix): MatrixPart {
  return { from: 0, to: rows, first: 0, last: columns };
}

/**
 * Y ← Y + α A X by one part of A, or Aᵀ if `transposed`; X and Y have the rows of the whole. In blocks of rows of A with a pause
 * between.
 */
export async function addPart(
  alpha: number,
  a: Matrix,
  { from, to, first, last }: MatrixPart,
  transposed: boolean,
  x: DenseMatrix,
  y: DenseMatrix,
  work: Work,
): Promise<void> {
  if (x.columns === 0 || from >= to || first >= last) return;
  const step = rowsBetweenPauses(a, (last - first) / a.columns, x.columns, work);
  for (let at = from; at < to; at += step) {
    const end = Math.min(to, at + step);
    const part = { from: at, to: end, first, last };
    if (a.kind === "csr") addSparse(alpha, a, part, transposed, x, y, work);
    else addDense(alpha, a, part, transposed, x, y, work);
    if (end < to) await work.pause();
  }
}

/** Multiples of 96 if possible: whole tiles and whole packed blocks. */
function rowsBetweenPauses(a: Matrix, share: number, width: number, work: Work): number {
  const perRow = Math.max(1, (share * (a.kind === "csr" ? a.values.length : a.data.length)) / Math.max(1, a.rows));
  const rows = Math.min(work.kernels.block / (perRow * width), STREAM / perRow);
  return rows >= 96 ? Math.floor(rows / 96) * 96 : Math.max(1, Math.floor(rows));
}

function addDense(
  alpha: number,
  a: DenseMatrix,
  { from, to, first, last }: MatrixPart,
  transposed: boolean,
  x: DenseMatrix,
  y: DenseMatrix,
  { kernels }: Work,
): void {
  const [n, w] = [a.columns, x.columns];
  const [rows, columns, at] = [to - from, last - first, from * n + first];
  if (w === 1) {
    const [byRow, byColumn] = transposed ? [x, y] : [y, x];
    const [ofRows, ofColumns] = [byRow.data.subarray(from, to), byColumn.data.subarray(first, last)];
    if (transposed) kernels.gemvTransposed(rows, columns, alpha, a.data, at, n, ofRows, ofColumns);
    else kernels.gemv(rows, columns, alpha, a.data, at, n, ofColumns, ofRows);
  } else if (transposed)
    kernels.gemmTransposed(columns, w, rows, alpha, a.data, at, n, x.data, from * w, w, y.data, first * w, w);
  else kernels.gemm(rows, w, columns, alpha, a.data, at, n, x.data, first * w, w, y.data, from * w, w);
}

function addSparse(
  alpha: number,
  { rowStarts, columnIndices, values }: CsrMatrix,
  { from, to, first, last }: MatrixPart,
  transposed: boolean,
  x: DenseMatrix,
  y: DenseMatrix,
  { kernels }: Work,
): void {
  const kernel = transposed ? kernels.csrTransposedGemm : kernels.csrGemm;
  kernel(from, to, first, last, alpha, rowStarts, columnIndices, values, x.columns, x.data, y.data);
}
