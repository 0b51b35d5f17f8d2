import { madd, maddOne } from "./lanes";

/*
 * Both products read A once, along its rows, and are bound by memory. Each element of y is summed in ascending
 * order, as in `gemm`, so a right-hand side has the same bits alone and among others.
 */

/** y ← y + α A x, with A m × n. Eight rows at a time, two per register, so that their sums are independent. */
export function gemv(m: i32, n: i32, alpha: f64, a: usize, lda: i32, x: usize, y: usize): void {
  const row = <usize>lda << 3;
  const alphas = f64x2.splat(alpha);
  let i = 0;
  for (; i + 8 <= m; i += 8) {
    let a0 = a + (<usize>i * row);
    let a1 = a0 + row, a2 = a1 + row, a3 = a2 + row, a4 = a3 + row, a5 = a4 + row, a6 = a5 + row, a7 = a6 + row;
    const out = y + (<usize>i << 3);
    let s01 = v128.load(out), s23 = v128.load(out, 16), s45 = v128.load(out, 32), s67 = v128.load(out, 48);
    let at = x;
    const end = x + (<usize>(n & ~1) << 3);
    for (; at < end; at += 16) {
      const x0 = f64x2.mul(alphas, v128.load64_splat(at));
      const x1 = f64x2.mul(alphas, v128.load64_splat(at, 8));
      let u = v128.load(a0), v = v128.load(a1);
      s01 = madd(v128.shuffle<f64>(u, v, 0, 2), x0, s01);
      s01 = madd(v128.shuffle<f64>(u, v, 1, 3), x1, s01);
      u = v128.load(a2); v = v128.load(a3);
      s23 = madd(v128.shuffle<f64>(u, v, 0, 2), x0, s23);
      s23 = madd(v128.shuffle<f64>(u, v, 1, 3), x1, s23);
      u = v128.load(a4); v = v128.load(a5);
      s45 = madd(v128.shuffle<f64>(u, v, 0, 2), x0, s45);
      s45 = madd(v128.shuffle<f64>(u, v, 1, 3), x1, s45);
      u = v128.load(a6); v = v128.load(a7);
      s67 = madd(v128.shuffle<f64>(u, v, 0, 2), x0, s67);
      s67 = madd(v128.shuffle<f64>(u, v, 1, 3), x1, s67);
      a0 += 16; a1 += 16; a2 += 16; a3 += 16; a4 += 16; a5 += 16; a6 += 16; a7 += 16;
    }
    if (n & 1) {
      const x0 = f64x2.mul(alphas, v128.load64_splat(at));
      s01 = madd(f64x2(load<f64>(a0), load<f64>(a1)), x0, s01);
      s23 = madd(f64x2(load<f64>(a2), load<f64>(a3)), x0, s23);
      s45 = madd(f64x2(load<f64>(a4), load<f64>(a5)), x0, s45);
      s67 = madd(f64x2(load<f64>(a6), load<f64>(a7)), x0, s67);
    }
    v128.store(out, s01); v128.store(out, s23, 16); v128.store(out, s45, 32); v128.store(out, s67, 48);
  }
  for (; i < m; i++) {
    const from = a + (<usize>i * row);
    const out = y + (<usize>i << 3);
    let s = load<f64>(out);
    for (let j = 0; j < n; j++) s = maddOne(load<f64>(from + (<usize>j << 3)), alpha * load<f64>(x + (<usize>j << 3)), s);
    store<f64>(out, s);
  }
}

/** y ← y + α Aᵀ x, with A m × n. Eight rows share one pass over y. */
export function gemvTransposed(m: i32, n: i32, alpha: f64, a: usize, lda: i32, x: usize, y: usize): void {
  const row = <usize>lda << 3;
  let i = 0;
  for (; i + 8 <= m; i += 8) eightRows(n, alpha, a + (<usize>i * row), row, x + (<usize>i << 3), y);
  for (; i < m; i++) {
    const from = a + (<usize>i * row);
    const s = alpha * load<f64>(x + (<usize>i << 3));
    for (let j: usize = 0, end = <usize>n << 3; j < end; j += 8) {
      store<f64>(y + j, maddOne(load<f64>(from + j), s, load<f64>(y + j)));
    }
  }
}

function eightRows(n: i32, alpha: f64, a0: usize, row: usize, x: usize, y: usize): void {
  let a1 = a0 + row, a2 = a1 + row, a3 = a2 + row, a4 = a3 + row, a5 = a4 + row, a6 = a5 + row, a7 = a6 + row;
  const s0 = alpha * load<f64>(x), s1 = alpha * load<f64>(x, 8), s2 = alpha * load<f64>(x, 16), s3 = alpha * load<f64>(x, 24);
  const s4 = alpha * load<f64>(x, 32), s5 = alpha * load<f64>(x, 40), s6 = alpha * load<f64>(x, 48), s7 = alpha * load<f64>(x, 56);
  const v0 = f64x2.splat(s0), v1 = f64x2.splat(s1), v2 = f64x2.splat(s2), v3 = f64x2.splat(s3);
  const v4 = f64x2.splat(s4), v5 = f64x2.splat(s5), v6 = f64x2.splat(s6), v7 = f64x2.splat(s7);
  const end = y + (<usize>(n & ~1) << 3);
  for (; y < end; y += 16) {
    let s = madd(v128.load(a0), v0, v128.load(y));
    s = madd(v128.load(a1), v1, s);
    s = madd(v128.load(a2), v2, s);
    s = madd(v128.load(a3), v3, s);
    s = madd(v128.load(a4), v4, s);
    s = madd(v128.load(a5), v5, s);
    s = madd(v128.load(a6), v6, s);
    v128.store(y, madd(v128.load(a7), v7, s));
    a0 += 16; a1 += 16; a2 += 16; a3 += 16; a4 += 16; a5 += 16; a6 += 16; a7 += 16;
  }
  if (n & 1) {
    let s = maddOne(load<f64>(a0), s0, load<f64>(y));
    s = maddOne(load<f64>(a1), s1, s);
    s = maddOne(load<f64>(a2), s2, s);
    s = maddOne(load<f64>(a3), s3, s);
    s = maddOne(load<f64>(a4), s4, s);
    s = maddOne(load<f64>(a5), s5, s);
    s = maddOne(load<f64>(a6), s6, s);
    store<f64>(y, maddOne(load<f64>(a7), s7, s));
  }
}
