/**
 * a · b + c in both lanes. The relaxed build may fuse the two operations (one rounding, twice the speed); the strict one
 * rounds twice everywhere and so gives the same bits in every engine.
 */
// @ts-ignore: decorator
@inline
export function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f64x2.relaxed_madd(a, b, c);
  return f64x2.add(c, f64x2.mul(a, b));
}

/** The same for one number, by the same instruction: edges have the same bits as the interior. */
// @ts-ignore: decorator
@inline
export function maddOne(a: f64, b: f64, c: f64): f64 {
  if (ASC_FEATURE_RELAXED_SIMD) {
    return f64x2.extract_lane(f64x2.relaxed_madd(f64x2.splat(a), f64x2.splat(b), f64x2.splat(c)), 0);
  }
  return c + a * b;
}
