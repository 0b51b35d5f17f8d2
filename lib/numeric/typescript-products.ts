import { firstFrom } from "./csr.ts";
import type { Kernels } from "./kernels.ts";

export const gemm: Kernels["gemm"] = (m, n, k, alpha, a, aAt, lda, b, bAt, ldb, c, cAt, ldc) => {
  // B is packed into strips of four columns, so that the inner loop reads memory sequentially.
  const strip = new Float64Array(4 * k);
  for (let j = 0; j < n; j += 4) {
    const wide = Math.min(4, n - j);
    if (wide < 4) strip.fill(0);
    for (let p = 0; p < k; p++) {
      const from = bAt + p * ldb + j;
      for (let q = 0; q < wide; q++) strip[4 * p + q] = b[from + q]!;
    }
    for (let i = 0; i < m; i++) {
      const row = aAt + i * lda;
      const at = cAt + i * ldc + j;
      let s0 = c[at]!;
      let s1 = wide > 1 ? c[at + 1]! : 0;
      let s2 = wide > 2 ? c[at + 2]! : 0;
      let s3 = wide > 3 ? c[at + 3]! : 0;
      for (let p = 0, q = 0; p < k; p++, q += 4) {
        const v = alpha * a[row + p]!;
        s0 += v * strip[q]!;
        s1 += v * strip[q + 1]!;
        s2 += v * strip[q + 2]!;
        s3 += v * strip[q + 3]!;
      }
      c[at] = s0;
      if (wide > 1) c[at + 1] = s1;
      if (wide > 2) c[at + 2] = s2;
      if (wide > 3) c[at + 3] = s3;
    }
  }
};

export const gemmTransposed: Kernels["gemmTransposed"] = (m, n, k, alpha, a, aAt, lda, b, bAt, ldb, c, cAt, ldc) => {
  for (let p = 0; p < k; p++) {
    const row = aAt + p * lda;
    const from = bAt + p * ldb;
    for (let i = 0; i < m; i++) {
      const v = alpha * a[row + i]!;
      const at = cAt + i * ldc;
      for (let j = 0; j < n; j++) c[at + j]! += v * b[from + j]!;
    }
  }
};

export const gemv: Kernels["gemv"] = (m, n, alpha, a, aAt, lda, x, y) => {
  for (let i = 0; i < m; i++) {
    const row = aAt + i * lda;
    let sum = y[i]!;
    for (let j = 0; j < n; j++) sum += a[row + j]! * (alpha * x[j]!);
    y[i] = sum;
  }
};

export const gemvTransposed: Kernels["gemvTransposed"] = (m, n, alpha, a, aAt, lda, x, y) => {
  for (let i = 0; i < m; i++) {
    const row = aAt + i * lda;
    const v = alpha * x[i]!;
    for (let j = 0; j < n; j++) y[j]! += a[row + j]! * v;
  }
};

export const csrGemm: Kernels["csrGemm"] = (
  from,
  to,
  first,
  last,
  alpha,
  rowStarts,
  columnIndices,
  values,
  width,
  x,
  y,
) => {
  for (let i = from; i < to; i++) {
    const end = firstFrom(columnIndices, rowStarts[i]!, rowStarts[i + 1]!, last);
    const out = i * width;
    let p = firstFrom(columnIndices, rowStarts[i]!, end, first);
    // Four entries share one pass over the row of Y, added one after the other: the sum of an element is that of its entries in
    // order, and a right-hand side has the same bits alone or among others.
    for (; p + 4 <= end; p += 4) {
      const v0 = alpha * values[p]!;
      const v1 = alpha * values[p + 1]!;
      const v2 = alpha * values[p + 2]!;
      const v3 = alpha * values[p + 3]!;
      const x0 = columnIndices[p]! * width;
      const x1 = columnIndices[p + 1]! * width;
      const x2 = columnIndices[p + 2]! * width;
      const x3 = columnIndices[p + 3]! * width;
      for (let c = 0; c < width; c++) {
        y[out + c] = y[out + c]! + v0 * x[x0 + c]! + v1 * x[x1 + c]! + v2 * x[x2 + c]! + v3 * x[x3 + c]!;
      }
    }
    for (; p < end; p++) {
      const v = alpha * values[p]!;
      const x0 = columnIndices[p]! * width;
      for (let c = 0; c < width; c++) y[out + c]! += v * x[x0 + c]!;
    }
  }
};

export const csrTransposedGemm: Kernels["csrTransposedGemm"] = (
  from,
  to,
  first,
  last,
  alpha,
  rowStarts,
  columnIndices,
  values,
  width,
  x,
  y,
) => {
  for (let i = from; i < to; i++) {
    const end = firstFrom(columnIndices, rowStarts[i]!, rowStarts[i + 1]!, last);
    for (let p = firstFrom(columnIndices, rowStarts[i]!, end, first); p < end; p++) {
      const v = alpha * values[p]!;
      const out = columnIndices[p]! * width;
      for (let c = 0; c < width; c++) y[out + c]! += v * x[i * width + c]!;
    }
  }
};
