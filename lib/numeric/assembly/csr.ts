/*
 * Products with A in compressed sparse rows, X and Y with `width` columns, row-major. Never fused: they are bound by memory,
 * so fusing would not help, and all builds give the same bits. Addresses in bytes; row starts and column indices are i32.
 */

/** Rows from … to − 1 of Y ← Y + α A X. Four entries share a pass over the row of Y. */
export function csrGemm(
  from: i32, to: i32, alpha: f64, rowStarts: usize, columnIndices: usize, values: usize, width: i32, x: usize, y: usize,
): void {
  const row = <usize>width << 3;
  const pairs = <usize>(width & ~1) << 3;
  for (let i = from; i < to; i++) {
    const end = load<i32>(rowStarts + (<usize>(i + 1) << 2));
    const out = y + <usize>i * row;
    let p = load<i32>(rowStarts + (<usize>i << 2));
    for (; p + 4 <= end; p += 4) {
      const v = values + (<usize>p << 3);
      const c = columnIndices + (<usize>p << 2);
      const v0 = alpha * load<f64>(v), v1 = alpha * load<f64>(v, 8), v2 = alpha * load<f64>(v, 16), v3 = alpha * load<f64>(v, 24);
      const x0 = x + <usize>load<i32>(c) * row, x1 = x + <usize>load<i32>(c, 4) * row;
      const x2 = x + <usize>load<i32>(c, 8) * row, x3 = x + <usize>load<i32>(c, 12) * row;
      const w0 = f64x2.splat(v0), w1 = f64x2.splat(v1), w2 = f64x2.splat(v2), w3 = f64x2.splat(v3);
      let j: usize = 0;
      for (; j < pairs; j += 16) {
        let s = f64x2.add(f64x2.mul(w0, v128.load(x0 + j)), f64x2.mul(w1, v128.load(x1 + j)));
        s = f64x2.add(s, f64x2.mul(w2, v128.load(x2 + j)));
        s = f64x2.add(s, f64x2.mul(w3, v128.load(x3 + j)));
        v128.store(out + j, f64x2.add(v128.load(out + j), s));
      }
      if (width & 1) {
        const s = v0 * load<f64>(x0 + j) + v1 * load<f64>(x1 + j) + v2 * load<f64>(x2 + j) + v3 * load<f64>(x3 + j);
        store<f64>(out + j, load<f64>(out + j) + s);
      }
    }
    for (; p < end; p++) {
      const v = alpha * load<f64>(values + (<usize>p << 3));
      addRow(width, v, x + <usize>load<i32>(columnIndices + (<usize>p << 2)) * row, out);
    }
  }
}

/**
 * Y ← Y + α Aᵀ X from rows from … to − 1 of A, for the rows first … last − 1 of Y. Rows of A in ascending order, so that
 * neither a pause between blocks nor the division of Y among threads changes a sum.
 */
export function csrTransposedGemm(
  from: i32, to: i32, first: i32, last: i32, alpha: f64,
  rowStarts: usize, columnIndices: usize, values: usize, width: i32, x: usize, y: usize,
): void {
  const row = <usize>width << 3;
  for (let i = from; i < to; i++) {
    const end = load<i32>(rowStarts + (<usize>(i + 1) << 2));
    let p = load<i32>(rowStarts + (<usize>i << 2));
    if (first > 0) p = lowerBound(columnIndices, p, end, first);
    const xi = x + <usize>i * row;
    for (; p < end; p++) {
      const j = load<i32>(columnIndices + (<usize>p << 2));
      if (j >= last) break;
      addRow(width, alpha * load<f64>(values + (<usize>p << 3)), xi, y + <usize>j * row);
    }
  }
}

/** First position in p … end whose column is not below `column`. */
function lowerBound(columnIndices: usize, p: i32, end: i32, column: i32): i32 {
  while (p < end) {
    const middle = (p + end) >> 1;
    if (load<i32>(columnIndices + (<usize>middle << 2)) < column) p = middle + 1;
    else end = middle;
  }
  return p;
}

// @ts-ignore: decorator
@inline
function addRow(width: i32, v: f64, x: usize, y: usize): void {
  const pairs = <usize>(width & ~1) << 3;
  const vs = f64x2.splat(v);
  let j: usize = 0;
  for (; j < pairs; j += 16) v128.store(y + j, f64x2.add(v128.load(y + j), f64x2.mul(vs, v128.load(x + j))));
  if (width & 1) store<f64>(y + j, load<f64>(y + j) + v * load<f64>(x + j));
}
