/*
 * Four systems with the same places of cells side by side, in single precision: the four numbers of a cell in one vector. No operation is
 * fused, so that every build has the same bits.
 */

/** A Gauss–Seidel sweep by columns: x += r / diagonal, and the columns by their steps out of r. */
export function sweepLanes(
  n: i32, starts: usize, rows: usize, values: usize, diagonal: i32, x: usize, r: usize,
): void {
  const zero = f32x4.splat(0);
  const own = values + (<usize>diagonal << 4);
  let p: usize = 0;
  for (let i: usize = 0; i < <usize>n; i++) {
    const end = <usize>load<i32>(starts + ((i + 1) << 2));
    const at = i << 4;
    const rest = v128.load(r + at);
    if (!v128.any_true(rest)) {
      p = end;
      continue;
    }
    const step = f32x4.div(rest, v128.load(own + at));
    v128.store(x + at, f32x4.add(v128.load(x + at), step));
    v128.store(r + at, zero);
    pushCells(p, end, rows, values, step, r);
    p = end;
  }
}

// @ts-ignore: decorator
@inline
function pushCells(p: usize, end: usize, rows: usize, values: usize, step: v128, r: usize): void {
  let row = rows + (p << 2), value = values + (p << 4);
  const last = rows + (end << 2);
  for (; row < last; row += 4, value += 16) {
    const to = r + (<usize>load<i32>(row) << 4);
    v128.store(to, f32x4.sub(v128.load(to), f32x4.mul(v128.load(value), step)));
  }
}

/** Columns `from` … `to` − 1 of those that vary: their cells, and r −= their moves × s. */
export function moveLanes(
  from: i32, to: i32, columns: usize, ends: usize, rows: usize, places: usize, numbers: usize, factors: usize, base: usize,
  deviations: usize, s: usize, values: usize, r: usize,
): void {
  let p: usize = from == 0 ? 0 : <usize>load<i32>(ends + (<usize>(from - 1) << 2)) << 2;
  for (let c = <usize>from; c < <usize>to; c++) {
    const end = <usize>load<i32>(ends + (c << 2)) << 2;
    const scale = v128.load32_splat(s + (<usize>load<i32>(columns + (c << 2)) << 2));
    for (; p < end; p += 4) {
      const move = f32x4.mul(v128.load32_splat(factors + p), v128.load(deviations + (<usize>load<i32>(numbers + p) << 4)));
      v128.store(values + (<usize>load<i32>(places + p) << 4), f32x4.add(v128.load32_splat(base + p), move));
      const row = r + (<usize>load<i32>(rows + p) << 4);
      v128.store(row, f32x4.sub(v128.load(row), f32x4.mul(move, scale)));
    }
  }
}

/** d −= w × the moves of the columns `from` … `to` − 1 of those that vary; in double precision. */
export function gatherLanes(
  from: i32, to: i32, columns: usize, ends: usize, rows: usize, numbers: usize, factors: usize, deviations: usize, w: usize,
  d: usize,
): void {
  let p: usize = from == 0 ? 0 : <usize>load<i32>(ends + (<usize>(from - 1) << 2)) << 2;
  for (let c = <usize>from; c < <usize>to; c++) {
    const end = <usize>load<i32>(ends + (c << 2)) << 2;
    let low = f64x2.splat(0), high = f64x2.splat(0);
    for (; p < end; p += 4) {
      const move = f32x4.mul(v128.load32_splat(factors + p), v128.load(deviations + (<usize>load<i32>(numbers + p) << 4)));
      const weight = v128.load64_splat(w + (<usize>load<i32>(rows + p) << 3));
      low = f64x2.add(low, f64x2.mul(weight, f64x2.promote_low_f32x4(move)));
      high = f64x2.add(high, f64x2.mul(weight, upper(move)));
    }
    const at = d + (<usize>load<i32>(columns + (c << 2)) << 5);
    v128.store(at, f64x2.sub(v128.load(at), low));
    v128.store(at, f64x2.sub(v128.load(at, 16), high), 16);
  }
}

// @ts-ignore: decorator
@inline
function upper(x: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<i32>(x, x, 2, 3, 2, 3));
}

/** Σ w r, Σ (w r)² and Σ (w r) (w before) of each system: sums, 3 × 4. */
export function weighLanes(n: i32, weights: usize, r: usize, before: usize, sums: usize): void {
  const zero = f64x2.splat(0);
  let s0 = zero, s1 = zero, q0 = zero, q1 = zero, c0 = zero, c1 = zero;
  for (let i: usize = 0; i < <usize>n; i++) {
    const weight = v128.load64_splat(weights + (i << 3));
    const now = v128.load(r + (i << 4)), last = v128.load(before + (i << 4));
    const e0 = f64x2.mul(weight, f64x2.promote_low_f32x4(now)), e1 = f64x2.mul(weight, upper(now));
    s0 = f64x2.add(s0, e0);
    s1 = f64x2.add(s1, e1);
    q0 = f64x2.add(q0, f64x2.mul(e0, e0));
    q1 = f64x2.add(q1, f64x2.mul(e1, e1));
    c0 = f64x2.add(c0, f64x2.mul(e0, f64x2.mul(weight, f64x2.promote_low_f32x4(last))));
    c1 = f64x2.add(c1, f64x2.mul(e1, f64x2.mul(weight, upper(last))));
  }
  v128.store(sums, s0);
  v128.store(sums, s1, 16);
  v128.store(sums, q0, 32);
  v128.store(sums, q1, 48);
  v128.store(sums, c0, 64);
  v128.store(sums, c1, 80);
}

/** x += beyond × (x − before), n × 4. */
export function lengthenLanes(n: i32, beyond: usize, x: usize, before: usize): void {
  const by = v128.load(beyond);
  for (let at: usize = 0, end = <usize>n << 4; at < end; at += 16) {
    const now = v128.load(x + at);
    v128.store(x + at, f32x4.add(now, f32x4.mul(by, f32x4.sub(now, v128.load(before + at)))));
  }
}
