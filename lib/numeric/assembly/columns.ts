import { madd, maddOne } from "./lanes";

/* Operations of GMRES on its basis: every column of an n × w row-major matrix is a separate vector. Rows ascending. */

/** out[c] ← Σᵢ x[i, c] y[i, c]. Four rows at a time, read as they lie in memory. */
export function columnDots(n: i32, w: i32, x: usize, y: usize, out: usize): void {
  const row = <usize>w << 3;
  const pairs = <usize>(w & ~1) << 3;
  memory.fill(out, 0, row);
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    const x1 = x + row, x2 = x1 + row, x3 = x2 + row;
    const y1 = y + row, y2 = y1 + row, y3 = y2 + row;
    let c: usize = 0;
    for (; c < pairs; c += 16) {
      let s = madd(v128.load(x + c), v128.load(y + c), v128.load(out + c));
      s = madd(v128.load(x1 + c), v128.load(y1 + c), s);
      s = madd(v128.load(x2 + c), v128.load(y2 + c), s);
      v128.store(out + c, madd(v128.load(x3 + c), v128.load(y3 + c), s));
    }
    if (w & 1) {
      let s = maddOne(load<f64>(x + c), load<f64>(y + c), load<f64>(out + c));
      s = maddOne(load<f64>(x1 + c), load<f64>(y1 + c), s);
      s = maddOne(load<f64>(x2 + c), load<f64>(y2 + c), s);
      store<f64>(out + c, maddOne(load<f64>(x3 + c), load<f64>(y3 + c), s));
    }
    x = x3 + row;
    y = y3 + row;
  }
  for (; i < n; i++) {
    let c: usize = 0;
    for (; c < pairs; c += 16) v128.store(out + c, madd(v128.load(x + c), v128.load(y + c), v128.load(out + c)));
    if (w & 1) store<f64>(out + c, maddOne(load<f64>(x + c), load<f64>(y + c), load<f64>(out + c)));
    x += row;
    y += row;
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
