/*
 * Sums of a float32 field by region. A run of n cells (a row of a grid) with a region number of one byte each: 0 means no
 * region. NaN cells are counted, not summed: `counts` has, per region, cells summed and cells missing.
 *
 * The order of the sums is fixed: cells are in groups of sixteen from the start of the run. A group within one region adds
 * its cells to eight f64 lanes (cell i to lane i mod 8) as long as the groups before it were of the same region; the lanes
 * are added up pairwise, ((0+4)+(2+6)) + ((1+5)+(3+7)), when the region changes. Cells of mixed groups, and the rest of the
 * run, are added one by one. No multiply-adds: every build gives the same bits, which are those of TypeScript.
 */
export function regionSums(n: i32, values: usize, regions: usize, sums: usize, counts: usize): void {
  let region: u8 = 0;
  let s0 = f64x2.splat(0), s1 = s0, s2 = s0, s3 = s0;
  let valid = i32x4.splat(0);
  let groups = 0;
  const whole = n & ~15;
  let i = 0;
  for (; i < whole; i += 16) {
    const r = regions + <usize>i;
    const first = load<u8>(r);
    const v = values + (<usize>i << 2);
    if (!i8x16.all_true(i8x16.eq(v128.load(r), i8x16.splat(<i8>first)))) {
      if (groups > 0) close(region, s0, s1, s2, s3, valid, groups, sums, counts);
      s0 = s1 = s2 = s3 = f64x2.splat(0);
      valid = i32x4.splat(0);
      groups = 0;
      for (let c: usize = 0; c < 16; c++) addCell(load<u8>(r + c), load<f32>(v + (c << 2)), sums, counts);
      continue;
    }
    if (first != region) {
      if (groups > 0) close(region, s0, s1, s2, s3, valid, groups, sums, counts);
      s0 = s1 = s2 = s3 = f64x2.splat(0);
      valid = i32x4.splat(0);
      groups = 0;
      region = first;
    }
    if (first == 0) continue;
    let a = v128.load(v), b = v128.load(v, 16), c = v128.load(v, 32), d = v128.load(v, 48);
    const ma = f32x4.eq(a, a), mb = f32x4.eq(b, b), mc = f32x4.eq(c, c), md = f32x4.eq(d, d);
    a = v128.and(a, ma); b = v128.and(b, mb); c = v128.and(c, mc); d = v128.and(d, md);
    // A true lane is −1, so subtracting counts.
    valid = i32x4.sub(valid, i32x4.add(i32x4.add(ma, mb), i32x4.add(mc, md)));
    s0 = f64x2.add(s0, f64x2.promote_low_f32x4(a));
    s1 = f64x2.add(s1, f64x2.promote_low_f32x4(high(a)));
    s2 = f64x2.add(s2, f64x2.promote_low_f32x4(b));
    s3 = f64x2.add(s3, f64x2.promote_low_f32x4(high(b)));
    s0 = f64x2.add(s0, f64x2.promote_low_f32x4(c));
    s1 = f64x2.add(s1, f64x2.promote_low_f32x4(high(c)));
    s2 = f64x2.add(s2, f64x2.promote_low_f32x4(d));
    s3 = f64x2.add(s3, f64x2.promote_low_f32x4(high(d)));
    groups++;
  }
  if (groups > 0) close(region, s0, s1, s2, s3, valid, groups, sums, counts);
  for (; i < n; i++) addCell(load<u8>(regions + <usize>i), load<f32>(values + (<usize>i << 2)), sums, counts);
}

// @ts-ignore: decorator
@inline
function high(v: v128): v128 {
  return v128.shuffle<i64>(v, v, 1, 1);
}

// @ts-ignore: decorator
@inline
function addCell(region: u8, value: f32, sums: usize, counts: usize): void {
  if (region == 0) return;
  const at = <usize>region << 3;
  const count = counts + (at << 1);
  if (value == value) {
    store<f64>(sums + at, load<f64>(sums + at) + <f64>value);
    store<f64>(count, load<f64>(count) + 1);
  } else store<f64>(count, load<f64>(count, 8) + 1, 8);
}

function close(
  region: u8, s0: v128, s1: v128, s2: v128, s3: v128, valid: v128, groups: i32, sums: usize, counts: usize,
): void {
  const t = f64x2.add(f64x2.add(s0, s2), f64x2.add(s1, s3));
  const sum = f64x2.extract_lane(t, 0) + f64x2.extract_lane(t, 1);
  const cells =
    i32x4.extract_lane(valid, 0) + i32x4.extract_lane(valid, 1) + i32x4.extract_lane(valid, 2) + i32x4.extract_lane(valid, 3);
  const at = <usize>region << 3;
  store<f64>(sums + at, load<f64>(sums + at) + sum);
  const count = counts + (at << 1);
  store<f64>(count, load<f64>(count) + <f64>cells);
  store<f64>(count, load<f64>(count, 8) + <f64>(16 * groups - cells), 8);
}
