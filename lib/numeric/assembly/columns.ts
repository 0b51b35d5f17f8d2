import { madd, maddOne } from "./lanes";

/* Operations of GMRES on its basis: every column of an n × w row-major matrix is a separate vector. Rows ascending. */

/** out[c] ← Σᵢ x[i, c] y[i, c]. */
export function columnDots(n: i32, w: i32, x: usize, y: usize, out: usize): void {
  const row = <usize>w << 3;
  let c = 0;
  for (; c + 8 <= w; c += 8) {
    let s0 = f64x2.splat(0), s1 = s0, s2 = s0, s3 = s0;
    let p = x + (<usize>c << 3), q = y + (<usize>c << 3);
    for (let i = 0; i < n; i++) {
      s0 = madd(v128.load(p), v128.load(q), s0);
      s1 = madd(v128.load(p, 16), v128.load(q, 16), s1);
      s2 = madd(v128.load(p, 32), v128.load(q, 32), s2);
      s3 = madd(v128.load(p, 48), v128.load(q, 48), s3);
      p += row;
      q += row;
    }
    const at = out + (<usize>c << 3);
    v128.store(at, s0); v128.store(at, s1, 16); v128.store(at, s2, 32); v128.store(at, s3, 48);
  }
  for (; c < w; c++) {
    let s: f64 = 0;
    let p = x + (<usize>c << 3), q = y + (<usize>c << 3);
    for (let i = 0; i < n; i++) {
      s = maddOne(load<f64>(p), load<f64>(q), s);
      p += row;
      q += row;
    }
    store<f64>(out + (<usize>c << 3), s);
  }
}

/** y[i, c] ← y[i, c] − factors[c] x[i, c]. */
export function subtractColumns(n: i32, w: i32, factors: usize, x: usize, y: usize): void {
  const row = <usize>w << 3;
  const pairs = <usize>(w & ~1) << 3;
  for (let i = 0; i < n; i++) {
    let c: usize = 0;
    for (; c < pairs; c += 16) v128.store(y + c, madd(f64x2.neg(v128.load(factors + c)), v128.load(x + c), v128.load(y + c)));
    if (w & 1) store<f64>(y + c, maddOne(-load<f64>(factors + c), load<f64>(x + c), load<f64>(y + c)));
    x += row;
    y += row;
  }
}

/** x[i, c] ← factors[c] x[i, c]. */
export function scaleColumns(n: i32, w: i32, factors: usize, x: usize): void {
  const row = <usize>w << 3;
  const pairs = <usize>(w & ~1) << 3;
  for (let i = 0; i < n; i++) {
    let c: usize = 0;
    for (; c < pairs; c += 16) v128.store(x + c, f64x2.mul(v128.load(factors + c), v128.load(x + c)));
    if (w & 1) store<f64>(x + c, load<f64>(factors + c) * load<f64>(x + c));
    x += row;
  }
}
