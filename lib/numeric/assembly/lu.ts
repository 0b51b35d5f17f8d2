import { gemm } from "./gemm";
import { madd, maddOne } from "./lanes";

/** Columns eliminated one by one; wider blocks use gemm. */
// @ts-ignore: decorator
@inline
const LEAF: i32 = 8;
/** Rows solved one by one. TypeScript uses the same number, because it determines the order of the sums of `solveUpper`. */
// @ts-ignore: decorator
@inline
const SOLVED: i32 = 16;

/**
 * Factors a tall panel (rows × columns, contiguous, `columns` apart) with partial pivoting, from its own first row down.
 * `pivots[j]` becomes the panel row that was swapped with row j. Returns −1, or the column without a usable pivot.
 */
export function luPanel(rows: i32, columns: i32, a: usize, pivots: usize, scratch: usize): i32 {
  const ld = <usize>columns << 3;
  for (let k = 0; k < columns; k += LEAF) {
    const end = min(columns, k + LEAF);
    for (let j = k; j < end; j++) {
      const best = pivotRow(rows, j, a, ld);
      const pivot = load<f64>(a + <usize>best * ld + (<usize>j << 3));
      // Also true for NaN and ±∞: x − x is 0 only for finite numbers.
      if (pivot == 0 || pivot - pivot != 0) return j;
      store<i32>(pivots + (<usize>j << 2), best);
      if (best != j) swapRows(columns, a + <usize>best * ld, a + <usize>j * ld);
      eliminate(rows, j, end, a, ld);
    }
    if (end < columns) {
      const right = a + <usize>k * ld + (<usize>end << 3);
      solveLower(end - k, columns - end, a + <usize>k * ld + (<usize>k << 3), columns, right, columns, scratch);
      gemm(0, rows - end, columns - end, end - k, -1, a + <usize>end * ld + (<usize>k << 3), columns, right, columns,
        a + <usize>end * ld + (<usize>end << 3), columns, scratch);
    }
  }
  return -1;
}

/** NaN takes precedence, so that it is detected. */
function pivotRow(rows: i32, j: i32, a: usize, ld: usize): i32 {
  let best = j;
  let at = a + <usize>j * ld + (<usize>j << 3);
  let largest = Math.abs(load<f64>(at));
  for (let i = j + 1; i < rows; i++) {
    at += ld;
    const size = Math.abs(load<f64>(at));
    if (!(size <= largest)) {
      largest = size;
      best = i;
      if (size != size) return best;
    }
  }
  return best;
}

function eliminate(rows: i32, j: i32, end: i32, a: usize, ld: usize): void {
  const top = a + <usize>j * ld;
  const pivot = load<f64>(top + (<usize>j << 3));
  for (let i = j + 1; i < rows; i++) {
    const row = a + <usize>i * ld;
    const factor = load<f64>(row + (<usize>j << 3)) / pivot;
    store<f64>(row + (<usize>j << 3), factor);
    let c = j + 1;
    const v = f64x2.splat(-factor);
    for (; c + 2 <= end; c += 2) {
      const at = <usize>c << 3;
      v128.store(row + at, madd(v, v128.load(top + at), v128.load(row + at)));
    }
    if (c < end) {
      const at = <usize>c << 3;
      store<f64>(row + at, maddOne(-factor, load<f64>(top + at), load<f64>(row + at)));
    }
  }
}

/** Swaps rows of `width` numbers. */
export function swapRows(width: i32, a: usize, b: usize): void {
  const end = a + (<usize>width << 3);
  for (; a < end; a += 8, b += 8) {
    const swapped = load<f64>(a);
    store<f64>(a, load<f64>(b));
    store<f64>(b, swapped);
  }
}

/** X ← L⁻¹ X with the unit lower triangle of the m × m matrix at l, X m × w. */
export function solveLower(m: i32, w: i32, l: usize, ldl: i32, x: usize, ldx: i32, scratch: usize): void {
  for (let k = 0; k < m; k += SOLVED) {
    const end = min(m, k + SOLVED);
    for (let i = k + 1; i < end; i++) {
      const row = x + ((<usize>i * ldx) << 3);
      subtractRows(i - k, w, l + ((<usize>i * ldl + k) << 3), 1, x + ((<usize>k * ldx) << 3), ldx, row);
    }
    if (end < m) {
      gemm(0, m - end, w, end - k, -1, l + ((<usize>end * ldl + k) << 3), ldl, x + ((<usize>k * ldx) << 3), ldx,
        x + ((<usize>end * ldx) << 3), ldx, scratch);
    }
  }
}

/** X ← U⁻¹ X with the upper triangle of the m × m matrix at u, X m × w. */
export function solveUpper(m: i32, w: i32, u: usize, ldu: i32, x: usize, ldx: i32, scratch: usize): void {
  for (let end = m; end > 0; end -= SOLVED) {
    const k = max(0, end - SOLVED);
    for (let i = end - 1; i >= k; i--) {
      const row = x + ((<usize>i * ldx) << 3);
      subtractRows(end - i - 1, w, u + ((<usize>i * ldu + i + 1) << 3), 1, row + (<usize>ldx << 3), ldx, row);
      divide(w, load<f64>(u + ((<usize>i * ldu + i) << 3)), row);
    }
    gemm(0, k, w, end - k, -1, u + (<usize>k << 3), ldu, x + ((<usize>k * ldx) << 3), ldx, x, ldx, scratch);
  }
}

/** X ← U⁻ᵀ X with the upper triangle of the m × m matrix at u. */
export function solveUpperTransposed(m: i32, w: i32, u: usize, ldu: i32, x: usize, ldx: i32): void {
  for (let i = 0; i < m; i++) {
    const row = x + ((<usize>i * ldx) << 3);
    subtractRows(i, w, u + (<usize>i << 3), ldu, x, ldx, row);
    divide(w, load<f64>(u + ((<usize>i * ldu + i) << 3)), row);
  }
}

/** X ← L⁻ᵀ X with the unit lower triangle of the m × m matrix at l. */
export function solveLowerTransposed(m: i32, w: i32, l: usize, ldl: i32, x: usize, ldx: i32): void {
  for (let i = m - 1; i >= 0; i--) {
    const row = x + ((<usize>i * ldx) << 3);
    const below = l + ((<usize>(i + 1) * ldl + i) << 3);
    subtractRows(m - i - 1, w, below, ldl, row + (<usize>ldx << 3), ldx, row);
  }
}

/** y ← y − Σₚ factor[p] x[p, ·] over `count` rows of X, factors `step` apart: y stays in registers, p ascends. */
function subtractRows(count: i32, w: i32, factors: usize, step: i32, x: usize, ldx: i32, y: usize): void {
  const row = <usize>ldx << 3;
  const next = <usize>step << 3;
  let c = 0;
  for (; c + 8 <= w; c += 8) {
    let s0 = v128.load(y), s1 = v128.load(y, 16), s2 = v128.load(y, 32), s3 = v128.load(y, 48);
    let at = x, factor = factors;
    for (let p = 0; p < count; p++) {
      const v = f64x2.neg(v128.load64_splat(factor));
      s0 = madd(v, v128.load(at), s0);
      s1 = madd(v, v128.load(at, 16), s1);
      s2 = madd(v, v128.load(at, 32), s2);
      s3 = madd(v, v128.load(at, 48), s3);
      at += row;
      factor += next;
    }
    v128.store(y, s0); v128.store(y, s1, 16); v128.store(y, s2, 32); v128.store(y, s3, 48);
    x += 64;
    y += 64;
  }
  for (; c < w; c++) {
    let s = load<f64>(y);
    let at = x, factor = factors;
    for (let p = 0; p < count; p++) {
      s = maddOne(-load<f64>(factor), load<f64>(at), s);
      at += row;
      factor += next;
    }
    store<f64>(y, s);
    x += 8;
    y += 8;
  }
}

function divide(w: i32, pivot: f64, x: usize): void {
  for (let c: usize = 0, end = <usize>w << 3; c < end; c += 8) store<f64>(x + c, load<f64>(x + c) / pivot);
}
