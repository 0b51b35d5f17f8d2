import { Fault } from "../message/fault.ts";
import { messages } from "../message/message.ts";
import type { CsrMatrix, Matrix } from "./csr.ts";
import { type DenseMatrix, dense } from "./matrix.ts";
import { uninterrupted, type Work } from "./work.ts";

const said = messages("numeric", {
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
      said.productShapes({
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
  const { kernels } = work;
  const width = x.columns;
  const k = a.columns;
  await byRows(a, width, work, (from, to) => {
    if (a.kind === "csr") return csrBlock(kernels.csrGemm, alpha, a, from, to, x, y);
    const m = to - from;
    if (width === 1) kernels.gemv(m, k, alpha, a.data, from * k, k, x.data, y.data.subarray(from, to));
    else kernels.gemm(m, width, k, alpha, a.data, from * k, k, x.data, 0, width, y.data, from * width, width);
  });
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
      said.transposedProductShapes({
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
  const { kernels } = work;
  const width = x.columns;
  const n = a.columns;
  await byRows(a, width, work, (from, to) => {
    if (a.kind === "csr") return csrBlock(kernels.csrTransposedGemm, alpha, a, from, to, x, y);
    const k = to - from;
    if (width === 1) kernels.gemvTransposed(k, n, alpha, a.data, from * n, n, x.data.subarray(from, to), y.data);
    else kernels.gemmTransposed(n, width, k, alpha, a.data, from * n, n, x.data, from * width, width, y.data, 0, width);
  });
}

/** A X. */
export async function multiply(a: Matrix, x: DenseMatrix, work: Work = uninterrupted): Promise<DenseMatrix> {
  const y = dense(a.rows, x.columns);
  await addProduct(1, a, x, y, work);
  return y;
}

async function byRows(a: Matrix, width: number, work: Work, block: (from: number, to: number) => void): Promise<void> {
  if (width === 0) return;
  const perRow = Math.max(1, (a.kind === "csr" ? a.values.length : a.data.length) / Math.max(1, a.rows));
  // Multiples of 96: whole tiles and whole packed blocks.
  const rows = Math.min(work.kernels.block / (perRow * width), STREAM / perRow);
  const rowsPerBlock = rows >= 96 ? Math.floor(rows / 96) * 96 : Math.max(1, Math.floor(rows));
  for (let from = 0; from < a.rows; from += rowsPerBlock) {
    const to = Math.min(a.rows, from + rowsPerBlock);
    block(from, to);
    if (to < a.rows) await work.pause();
  }
}

function csrBlock(
  kernel: Work["kernels"]["csrGemm"],
  alpha: number,
  a: CsrMatrix,
  from: number,
  to: number,
  x: DenseMatrix,
  y: DenseMatrix,
): void {
  kernel(from, to, alpha, a.rowStarts, a.columnIndices, a.values, x.columns, x.data, y.data);
}
