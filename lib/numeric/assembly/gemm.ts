import { madd } from "./lanes";

/*
 * C ← C + α op(A) B, packed and register-blocked after Goto & van de Geijn (2008), doi:10.1145/1356052.1356053.
 *
 * The accumulators start from C, not from zero, and α goes into the packed A. So every element of C is the plain sum
 * c + (α a₀) b₀ + (α a₁) b₁ + … in ascending order, independent of block sizes, tile, and the share of a worker.
 */

/** Rows of a tile: 6 × 4 accumulators just fit 16 registers if a multiply-add is one instruction; otherwise 4 × 4 is faster. */
// @ts-ignore: decorator
@inline
const MR: i32 = ASC_FEATURE_RELAXED_SIMD ? 6 : 4;
// @ts-ignore: decorator
@inline
const NR: i32 = 4;
// @ts-ignore: decorator
@inline
const MC: i32 = 96;
// @ts-ignore: decorator
@inline
const KC: i32 = 512;
// @ts-ignore: decorator
@inline
const NC: i32 = 1024;

/** Bytes of scratch that `gemm` needs at `scratch`. */
export function gemmScratch(): i32 {
  return (MC * KC + KC * NC + MR * NR) * 8;
}

/**
 * @param flipped 0: A is m × k; 1: A is k × m and enters transposed.
 * Addresses in bytes, leading dimensions (distance between rows) in elements.
 */
export function gemm(
  flipped: i32, m: i32, n: i32, k: i32, alpha: f64,
  a: usize, lda: i32, b: usize, ldb: i32, c: usize, ldc: i32, scratch: usize,
): void {
  const packedB = scratch + MC * KC * 8;
  const edge = packedB + KC * NC * 8;
  for (let j = 0; j < n; j += NC) {
    const nc = min(NC, n - j);
    for (let p = 0; p < k; p += KC) {
      const kc = min(KC, k - p);
      packB(kc, nc, b + ((<usize>p * ldb + j) << 3), ldb, packedB);
      for (let i = 0; i < m; i += MC) {
        const mc = min(MC, m - i);
        if (flipped) packFlipped(mc, kc, alpha, a + ((<usize>p * lda + i) << 3), lda, scratch);
        else packA(mc, kc, alpha, a + ((<usize>i * lda + p) << 3), lda, scratch);
        tiles(mc, nc, kc, scratch, packedB, c + ((<usize>i * ldc + j) << 3), ldc, edge);
      }
    }
  }
}

/** Strips of NR columns, zeros beyond the edge. */
function packB(kc: i32, nc: i32, b: usize, ldb: i32, to: usize): void {
  let j = 0;
  for (; j + NR <= nc; j += NR) {
    let from = b + (<usize>j << 3);
    for (let p = 0; p < kc; p++) {
      v128.store(to, v128.load(from));
      v128.store(to, v128.load(from, 16), 16);
      from += <usize>ldb << 3;
      to += NR * 8;
    }
  }
  if (j == nc) return;
  for (let p = 0; p < kc; p++) {
    const from = b + ((<usize>p * ldb + j) << 3);
    for (let q = 0; q < NR; q++) {
      store<f64>(to, j + q < nc ? load<f64>(from + (<usize>q << 3)) : 0);
      to += 8;
    }
  }
}

/** Strips of MR rows of α A, each column of a strip together; zeros beyond the edge. */
function packA(mc: i32, kc: i32, alpha: f64, a: usize, lda: i32, to: usize): void {
  const row = <usize>lda << 3;
  for (let i = 0; i < mc; i += MR) {
    const from = a + <usize>i * row;
    for (let r = 0; r < MR; r += 2) {
      const at = to + (<usize>r << 3);
      if (i + r + 2 <= mc) packTwo(kc, alpha, from + <usize>r * row, row, at);
      else packEdge(kc, i + r < mc ? alpha : 0, i + r < mc ? from + <usize>r * row : 0, at);
    }
    to += <usize>(kc * MR) << 3;
  }
}

function packTwo(kc: i32, alpha: f64, a0: usize, row: usize, to: usize): void {
  const alphas = f64x2.splat(alpha);
  let a1 = a0 + row;
  for (; kc >= 2; kc -= 2) {
    const u = f64x2.mul(alphas, v128.load(a0));
    const v = f64x2.mul(alphas, v128.load(a1));
    v128.store(to, v128.shuffle<f64>(u, v, 0, 2));
    v128.store(to, v128.shuffle<f64>(u, v, 1, 3), MR * 8);
    a0 += 16;
    a1 += 16;
    to += MR * 16;
  }
  if (kc) v128.store(to, f64x2(alpha * load<f64>(a0), alpha * load<f64>(a1)));
}

/** A last row, or none, padded with a row of zeros. */
function packEdge(kc: i32, alpha: f64, a: usize, to: usize): void {
  for (; kc > 0; kc--) {
    v128.store(to, f64x2(a ? alpha * load<f64>(a) : 0, 0));
    if (a) a += 8;
    to += MR * 8;
  }
}

/** The same strips from A stored transposed: it is read along its rows. */
function packFlipped(mc: i32, kc: i32, alpha: f64, a: usize, lda: i32, to: usize): void {
  const alphas = f64x2.splat(alpha);
  const strip = <usize>(kc * MR) << 3;
  for (let p = 0; p < kc; p++) {
    let from = a + ((<usize>p * lda) << 3);
    let at = to + ((<usize>p * MR) << 3);
    let i = 0;
    for (; i + MR <= mc; i += MR) {
      v128.store(at, f64x2.mul(alphas, v128.load(from)));
      v128.store(at, f64x2.mul(alphas, v128.load(from, 16)), 16);
      if (MR == 6) v128.store(at, f64x2.mul(alphas, v128.load(from, 32)), 32);
      from += MR * 8;
      at += strip;
    }
    if (i < mc) {
      for (let r = 0; r < MR; r++) {
        store<f64>(at + (<usize>r << 3), i + r < mc ? alpha * load<f64>(from + (<usize>r << 3)) : 0);
      }
    }
  }
}

function tiles(mc: i32, nc: i32, kc: i32, packedA: usize, packedB: usize, c: usize, ldc: i32, edge: usize): void {
  for (let j = 0; j < nc; j += NR) {
    const columns = min(NR, nc - j);
    const b = packedB + ((<usize>j * kc) << 3);
    for (let i = 0; i < mc; i += MR) {
      const rows = min(MR, mc - i);
      const at = c + ((<usize>i * ldc + j) << 3);
      const strip = packedA + ((<usize>i * kc) << 3);
      if (rows == MR && columns == NR) {
        if (MR == 6) sixRows(kc, strip, b, at, <usize>ldc << 3);
        else fourRows(kc, strip, b, at, <usize>ldc << 3);
        continue;
      }
      // At the edge the same tile runs on a copy, so the arithmetic and the bits are those of the interior.
      for (let r = 0; r < rows; r++) {
        for (let q = 0; q < columns; q++) {
          store<f64>(edge + (<usize>(r * NR + q) << 3), load<f64>(at + ((<usize>r * ldc + q) << 3)));
        }
      }
      if (MR == 6) sixRows(kc, strip, b, edge, NR * 8);
      else fourRows(kc, strip, b, edge, NR * 8);
      for (let r = 0; r < rows; r++) {
        for (let q = 0; q < columns; q++) {
          store<f64>(at + ((<usize>r * ldc + q) << 3), load<f64>(edge + (<usize>(r * NR + q) << 3)));
        }
      }
    }
  }
}

/** Adds kc products to a 6 × 4 tile of C. No unrolling over k: it halves the speed. */
function sixRows(kc: i32, a: usize, b: usize, c: usize, rowBytes: usize): void {
  const r1 = c + rowBytes;
  const r2 = r1 + rowBytes;
  const r3 = r2 + rowBytes;
  const r4 = r3 + rowBytes;
  const r5 = r4 + rowBytes;
  let c00 = v128.load(c), c01 = v128.load(c, 16);
  let c10 = v128.load(r1), c11 = v128.load(r1, 16);
  let c20 = v128.load(r2), c21 = v128.load(r2, 16);
  let c30 = v128.load(r3), c31 = v128.load(r3, 16);
  let c40 = v128.load(r4), c41 = v128.load(r4, 16);
  let c50 = v128.load(r5), c51 = v128.load(r5, 16);
  for (; kc > 0; kc--) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let s = v128.load64_splat(a);
    c00 = madd(s, b0, c00);
    c01 = madd(s, b1, c01);
    s = v128.load64_splat(a, 8);
    c10 = madd(s, b0, c10);
    c11 = madd(s, b1, c11);
    s = v128.load64_splat(a, 16);
    c20 = madd(s, b0, c20);
    c21 = madd(s, b1, c21);
    s = v128.load64_splat(a, 24);
    c30 = madd(s, b0, c30);
    c31 = madd(s, b1, c31);
    s = v128.load64_splat(a, 32);
    c40 = madd(s, b0, c40);
    c41 = madd(s, b1, c41);
    s = v128.load64_splat(a, 40);
    c50 = madd(s, b0, c50);
    c51 = madd(s, b1, c51);
    a += MR * 8;
    b += NR * 8;
  }
  v128.store(c, c00); v128.store(c, c01, 16);
  v128.store(r1, c10); v128.store(r1, c11, 16);
  v128.store(r2, c20); v128.store(r2, c21, 16);
  v128.store(r3, c30); v128.store(r3, c31, 16);
  v128.store(r4, c40); v128.store(r4, c41, 16);
  v128.store(r5, c50); v128.store(r5, c51, 16);
}

/** The same for a 4 × 4 tile. */
function fourRows(kc: i32, a: usize, b: usize, c: usize, rowBytes: usize): void {
  const r1 = c + rowBytes;
  const r2 = r1 + rowBytes;
  const r3 = r2 + rowBytes;
  let c00 = v128.load(c), c01 = v128.load(c, 16);
  let c10 = v128.load(r1), c11 = v128.load(r1, 16);
  let c20 = v128.load(r2), c21 = v128.load(r2, 16);
  let c30 = v128.load(r3), c31 = v128.load(r3, 16);
  for (; kc > 0; kc--) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let s = v128.load64_splat(a);
    c00 = madd(s, b0, c00);
    c01 = madd(s, b1, c01);
    s = v128.load64_splat(a, 8);
    c10 = madd(s, b0, c10);
    c11 = madd(s, b1, c11);
    s = v128.load64_splat(a, 16);
    c20 = madd(s, b0, c20);
    c21 = madd(s, b1, c21);
    s = v128.load64_splat(a, 24);
    c30 = madd(s, b0, c30);
    c31 = madd(s, b1, c31);
    a += MR * 8;
    b += NR * 8;
  }
  v128.store(c, c00); v128.store(c, c01, 16);
  v128.store(r1, c10); v128.store(r1, c11, 16);
  v128.store(r2, c20); v128.store(r2, c21, 16);
  v128.store(r3, c30); v128.store(r3, c31, 16);
}
