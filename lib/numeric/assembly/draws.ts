/* Random numbers of four streams side by side. No operation is fused, so that every build has the same bits. */

/**
 * Normal numbers of four pairs of generators (sfc32) by the ziggurat, from number `from` on, until one of the four is at the edge of a layer.
 * Returns its number, with the words drawn last behind the state; n if there is none.
 */
export function normalLanes(from: i32, n: i32, state: usize, scales: usize, inside: usize, out: usize): i32 {
  let a = v128.load(state), b = v128.load(state, 16), c = v128.load(state, 32), d = v128.load(state, 48);
  let p = v128.load(state, 64), q = v128.load(state, 80), r = v128.load(state, 96), s = v128.load(state, 112);
  const one = i32x4.splat(1), last = i32x4.splat(255);
  const half = f64x2.splat(0.5), unit = f64x2.splat(5.9604644775390625e-8);
  let high = i32x4.splat(0), low = i32x4.splat(0);
  let i = from;
  for (; i < n; i++) {
    high = i32x4.add(i32x4.add(a, b), d);
    d = i32x4.add(d, one);
    a = v128.xor(b, i32x4.shr_u(b, 9));
    b = i32x4.add(c, i32x4.shl(c, 3));
    c = i32x4.add(v128.or(i32x4.shl(c, 21), i32x4.shr_u(c, 11)), high);
    low = i32x4.add(i32x4.add(p, q), s);
    s = i32x4.add(s, one);
    p = v128.xor(q, i32x4.shr_u(q, 9));
    q = i32x4.add(r, i32x4.shl(r, 3));
    r = i32x4.add(v128.or(i32x4.shl(r, 21), i32x4.shr_u(r, 11)), low);
    const layer = v128.and(low, last);
    const l0 = <usize>i32x4.extract_lane(layer, 0), l1 = <usize>i32x4.extract_lane(layer, 1);
    const l2 = <usize>i32x4.extract_lane(layer, 2), l3 = <usize>i32x4.extract_lane(layer, 3);
    const scale0 = v128.load64_lane(scales + (l1 << 3), v128.load64_zero(scales + (l0 << 3)), 1);
    const scale1 = v128.load64_lane(scales + (l3 << 3), v128.load64_zero(scales + (l2 << 3)), 1);
    let bound = v128.load32_zero(inside + (l0 << 2));
    bound = v128.load32_lane(inside + (l1 << 2), bound, 1);
    bound = v128.load32_lane(inside + (l2 << 2), bound, 2);
    bound = v128.load32_lane(inside + (l3 << 2), bound, 3);
    const rest = i32x4.shr_u(low, 8);
    const x0 = f64x2.mul(numbersOf(high, rest, half, unit), scale0);
    const x1 = f64x2.mul(numbersOf(v128.shuffle<i32>(high, high, 2, 3, 2, 3), v128.shuffle<i32>(rest, rest, 2, 3, 2, 3), half, unit), scale1);
    const at = out + (<usize>i << 5);
    v128.store(at, x0);
    v128.store(at, x1, 16);
    if (!i32x4.all_true(i32x4.lt_s(v128.xor(high, i32x4.shr_s(high, 31)), bound))) break;
  }
  v128.store(state, a); v128.store(state, b, 16); v128.store(state, c, 32); v128.store(state, d, 48);
  v128.store(state, p, 64); v128.store(state, q, 80); v128.store(state, r, 96); v128.store(state, s, 112);
  v128.store(state, high, 128); v128.store(state, low, 144);
  return i;
}

/** high + (rest + 0.5) 2⁻²⁴ of the two words at the start. */
// @ts-ignore: decorator
@inline
function numbersOf(high: v128, rest: v128, half: v128, unit: v128): v128 {
  const below = f64x2.mul(f64x2.add(f64x2.convert_low_i32x4_s(rest), half), unit);
  return f64x2.add(f64x2.convert_low_i32x4_s(high), below);
}

/** out ← factor e^(rate x) − offset, in single precision; `one` is the address of 1 in the table of powers. */
export function exponentialLanes(
  from: i32, to: i32, x: usize, rate: usize, factor: usize, offset: usize, one: usize, perUnit: f64, step: f64, rest: f64,
  out: usize,
): void {
  const units = f64x2.splat(perUnit), steps = f64x2.splat(step), rests = f64x2.splat(rest);
  for (let i = <usize>from; i < <usize>to; i++) {
    const by = v128.load64_splat(rate + (i << 3));
    const scale = v128.load64_splat(factor + (i << 3));
    const value = v128.load64_splat(offset + (i << 3));
    const at = x + (i << 5);
    const e0 = exponential(f64x2.mul(by, v128.load(at)), units, steps, rests, one);
    const e1 = exponential(f64x2.mul(by, v128.load(at, 16)), units, steps, rests, one);
    const m0 = f32x4.demote_f64x2_zero(f64x2.sub(f64x2.mul(scale, e0), value));
    const m1 = f32x4.demote_f64x2_zero(f64x2.sub(f64x2.mul(scale, e1), value));
    v128.store(out + (i << 4), v128.shuffle<i32>(m0, m1, 0, 1, 4, 5));
  }
}

// @ts-ignore: decorator
@inline
function exponential(power: v128, units: v128, steps: v128, rests: v128, one: usize): v128 {
  const rounding = f64x2.splat(6755399441055744);
  const whole = f64x2.sub(f64x2.add(f64x2.mul(power, units), rounding), rounding);
  const r = f64x2.sub(f64x2.sub(power, f64x2.mul(whole, steps)), f64x2.mul(whole, rests));
  const rr = f64x2.mul(r, r);
  const tail = f64x2.add(f64x2.add(f64x2.splat(0.5), f64x2.mul(r, f64x2.splat(1.0 / 6.0))), f64x2.mul(rr, f64x2.splat(1.0 / 24.0)));
  const series = f64x2.add(f64x2.add(f64x2.splat(1), r), f64x2.mul(rr, tail));
  const place = i32x4.trunc_sat_f64x2_s_zero(whole);
  const p0 = one + (<isize>i32x4.extract_lane(place, 0) << 3), p1 = one + (<isize>i32x4.extract_lane(place, 1) << 3);
  return f64x2.mul(v128.load64_lane(p1, v128.load64_zero(p0), 1), series);
}
