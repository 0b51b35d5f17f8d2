import { madd, maddOne } from "./lanes";

/*
 * Products with A in compressed sparse rows, X and Y with `width` columns, row-major. Addresses in bytes; row starts and column
 * indices are i32.
 */

/**
 * Y ← Y + α A X by rows from … to − 1 and columns first … last − 1 of A; columns ascend within a row. Up to 25 columns of a row of
 * Y stay in registers while its entries pass by. The sum of an element is that of its entries in order, whatever the width.
 */
export function csrGemm(
  from: i32, to: i32, first: i32, last: i32, alpha: f64, rowStarts: usize, columnIndices: usize, values: usize, width: i32,
  x: usize, y: usize,
): void {
  for (let i = from; i < to; i++) {
    let p = load<i32>(rowStarts + (<usize>i << 2)), q = load<i32>(rowStarts + (<usize>(i + 1) << 2));
    p = lowerBound(columnIndices, p, q, first);
    q = lowerBound(columnIndices, p, q, last);
    if (p < q) addEntries(p, q, alpha, columnIndices, values, width, x, y + ((<usize>i * width) << 3));
  }
}

// @ts-ignore: decorator
@inline
function addEntries(
  p: i32, q: i32, alpha: f64, columnIndices: usize, values: usize, width: i32, x: usize, out: usize,
): void {
  const row = <usize>width << 3;
  const value = values + (<usize>p << 3), end = values + (<usize>q << 3);
  const column = columnIndices + (<usize>p << 2);
  let j: usize = 0;
  // A last odd column goes with those before it: by itself it takes as long as eight.
  for (; width >= 24; width -= 24, j += 192) {
    if (width == 25) return twentyFive(value, end, column, alpha, x + j, row, out + j);
    twentyFour(value, end, column, alpha, x + j, row, out + j);
  }
  if (width == 17) return seventeen(value, end, column, alpha, x + j, row, out + j);
  if (width >= 16) {
    sixteen(value, end, column, alpha, x + j, row, out + j);
    j += 128;
    width -= 16;
  }
  if (width == 9) return nine(value, end, column, alpha, x + j, row, out + j);
  if (width >= 8) {
    eight(value, end, column, alpha, x + j, row, out + j);
    j += 64;
  }
  for (; j + 16 <= row; j += 16) two(value, end, column, alpha, x + j, row, out + j);
  if (j < row) single(value, end, column, alpha, x + j, row, out + j);
}

/*
 * The loops over the entries of a row, by columns held in registers. They are exported because an exported function is not inlined:
 * inside nested loops V8 unrolls them, which moves the accumulators about and halves their speed.
 */

export function twentyFour(value: usize, end: usize, column: usize, alpha: f64, x: usize, row: usize, out: usize): void {
  hold24(false, value, end, column, alpha, x, row, out);
}

export function twentyFive(value: usize, end: usize, column: usize, alpha: f64, x: usize, row: usize, out: usize): void {
  hold24(true, value, end, column, alpha, x, row, out);
}

export function sixteen(value: usize, end: usize, column: usize, alpha: f64, x: usize, row: usize, out: usize): void {
  hold16(false, value, end, column, alpha, x, row, out);
}

export function seventeen(value: usize, end: usize, column: usize, alpha: f64, x: usize, row: usize, out: usize): void {
  hold16(true, value, end, column, alpha, x, row, out);
}

export function eight(value: usize, end: usize, column: usize, alpha: f64, x: usize, row: usize, out: usize): void {
  hold8(false, value, end, column, alpha, x, row, out);
}

export function nine(value: usize, end: usize, column: usize, alpha: f64, x: usize, row: usize, out: usize): void {
  hold8(true, value, end, column, alpha, x, row, out);
}

// @ts-ignore: decorator
@inline
function hold24(
  odd: bool, value: usize, end: usize, column: usize, alpha: f64, x: usize, row: usize, out: usize,
): void {
  let s0 = v128.load(out), s1 = v128.load(out, 16), s2 = v128.load(out, 32), s3 = v128.load(out, 48);
  let s4 = v128.load(out, 64), s5 = v128.load(out, 80), s6 = v128.load(out, 96), s7 = v128.load(out, 112);
  let s8 = v128.load(out, 128), s9 = v128.load(out, 144), s10 = v128.load(out, 160), s11 = v128.load(out, 176);
  let t = odd ? v128.load64_zero(out, 192) : f64x2.splat(0);
  for (; value < end; value += 8, column += 4) {
    const v = f64x2.splat(alpha * load<f64>(value));
    const at = x + <usize>load<i32>(column) * row;
    s0 = madd(v, v128.load(at), s0);
    s1 = madd(v, v128.load(at, 16), s1);
    s2 = madd(v, v128.load(at, 32), s2);
    s3 = madd(v, v128.load(at, 48), s3);
    s4 = madd(v, v128.load(at, 64), s4);
    s5 = madd(v, v128.load(at, 80), s5);
    s6 = madd(v, v128.load(at, 96), s6);
    s7 = madd(v, v128.load(at, 112), s7);
    s8 = madd(v, v128.load(at, 128), s8);
    s9 = madd(v, v128.load(at, 144), s9);
    s10 = madd(v, v128.load(at, 160), s10);
    s11 = madd(v, v128.load(at, 176), s11);
    if (odd) t = madd(v, v128.load64_zero(at, 192), t);
  }
  v128.store(out, s0); v128.store(out, s1, 16); v128.store(out, s2, 32); v128.store(out, s3, 48);
  v128.store(out, s4, 64); v128.store(out, s5, 80); v128.store(out, s6, 96); v128.store(out, s7, 112);
  v128.store(out, s8, 128); v128.store(out, s9, 144); v128.store(out, s10, 160); v128.store(out, s11, 176);
  if (odd) v128.store64_lane(out, t, 0, 192);
}

// @ts-ignore: decorator
@inline
function hold16(
  odd: bool, value: usize, end: usize, column: usize, alpha: f64, x: usize, row: usize, out: usize,
): void {
  let s0 = v128.load(out), s1 = v128.load(out, 16), s2 = v128.load(out, 32), s3 = v128.load(out, 48);
  let s4 = v128.load(out, 64), s5 = v128.load(out, 80), s6 = v128.load(out, 96), s7 = v128.load(out, 112);
  let t = odd ? v128.load64_zero(out, 128) : f64x2.splat(0);
  for (; value < end; value += 8, column += 4) {
    const v = f64x2.splat(alpha * load<f64>(value));
    const at = x + <usize>load<i32>(column) * row;
    s0 = madd(v, v128.load(at), s0);
    s1 = madd(v, v128.load(at, 16), s1);
    s2 = madd(v, v128.load(at, 32), s2);
    s3 = madd(v, v128.load(at, 48), s3);
    s4 = madd(v, v128.load(at, 64), s4);
    s5 = madd(v, v128.load(at, 80), s5);
    s6 = madd(v, v128.load(at, 96), s6);
    s7 = madd(v, v128.load(at, 112), s7);
    if (odd) t = madd(v, v128.load64_zero(at, 128), t);
  }
  v128.store(out, s0); v128.store(out, s1, 16); v128.store(out, s2, 32); v128.store(out, s3, 48);
  v128.store(out, s4, 64); v128.store(out, s5, 80); v128.store(out, s6, 96); v128.store(out, s7, 112);
  if (odd) v128.store64_lane(out, t, 0, 128);
}

// @ts-ignore: decorator
@inline
function hold8(
  odd: bool, value: usize, end: usize, column: usize, alpha: f64, x: usize, row: usize, out: usize,
): void {
  let s0 = v128.load(out), s1 = v128.load(out, 16), s2 = v128.load(out, 32), s3 = v128.load(out, 48);
  let t = odd ? v128.load64_zero(out, 64) : f64x2.splat(0);
  for (; value < end; value += 8, column += 4) {
    const v = f64x2.splat(alpha * load<f64>(value));
    const at = x + <usize>load<i32>(column) * row;
    s0 = madd(v, v128.load(at), s0);
    s1 = madd(v, v128.load(at, 16), s1);
    s2 = madd(v, v128.load(at, 32), s2);
    s3 = madd(v, v128.load(at, 48), s3);
    if (odd) t = madd(v, v128.load64_zero(at, 64), t);
  }
  v128.store(out, s0); v128.store(out, s1, 16); v128.store(out, s2, 32); v128.store(out, s3, 48);
  if (odd) v128.store64_lane(out, t, 0, 64);
}

function two(value: usize, end: usize, column: usize, alpha: f64, x: usize, row: usize, out: usize): void {
  let s0 = v128.load(out);
  for (; value < end; value += 8, column += 4) {
    const v = f64x2.splat(alpha * load<f64>(value));
    const at = x + <usize>load<i32>(column) * row;
    s0 = madd(v, v128.load(at), s0);
  }
  v128.store(out, s0);
}

function single(value: usize, end: usize, column: usize, alpha: f64, x: usize, row: usize, out: usize): void {
  let s = load<f64>(out);
  for (; value < end; value += 8, column += 4) {
    s = maddOne(alpha * load<f64>(value), load<f64>(x + <usize>load<i32>(column) * row), s);
  }
  store<f64>(out, s);
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

/** First position in p … end whose column is not below `column`; often all of them are, or none. */
function lowerBound(columnIndices: usize, p: i32, end: i32, column: i32): i32 {
  if (p >= end || load<i32>(columnIndices + (<usize>p << 2)) >= column) return p;
  if (load<i32>(columnIndices + (<usize>(end - 1) << 2)) < column) return end;
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
  for (; j < pairs; j += 16) v128.store(y + j, madd(vs, v128.load(x + j), v128.load(y + j)));
  if (width & 1) store<f64>(y + j, maddOne(v, load<f64>(x + j), load<f64>(y + j)));
}
