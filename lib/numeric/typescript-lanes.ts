import type { Kernels } from "./kernels.ts";

// Four systems with the same places of cells side by side, in single precision: see `Kernels`. `Math.fround` after each operation, so that
// every build has the same bits. One loop for each purpose: joined into one they are slower.

/** How many systems are side by side. */
export const LANES = 4;

const { fround } = Math;

export const sweepLanes: Kernels["sweepLanes"] = (n, starts, rows, values, diagonal, x, r) => {
  for (let i = 0, p = 0; i < n; i++) {
    const end = starts[i + 1]!;
    const at = i * LANES;
    const own = (diagonal + i) * LANES;
    const [r0, r1, r2, r3] = [r[at]!, r[at + 1]!, r[at + 2]!, r[at + 3]!];
    if (r0 === 0 && r1 === 0 && r2 === 0 && r3 === 0) {
      p = end;
      continue;
    }
    const s0 = fround(r0 / values[own]!);
    const s1 = fround(r1 / values[own + 1]!);
    const s2 = fround(r2 / values[own + 2]!);
    const s3 = fround(r3 / values[own + 3]!);
    x[at] = x[at]! + s0;
    x[at + 1] = x[at + 1]! + s1;
    x[at + 2] = x[at + 2]! + s2;
    x[at + 3] = x[at + 3]! + s3;
    r[at] = 0;
    r[at + 1] = 0;
    r[at + 2] = 0;
    r[at + 3] = 0;
    for (; p < end; p++) {
      const to = rows[p]! * LANES;
      const cell = p * LANES;
      r[to] = r[to]! - fround(values[cell]! * s0);
      r[to + 1] = r[to + 1]! - fround(values[cell + 1]! * s1);
      r[to + 2] = r[to + 2]! - fround(values[cell + 2]! * s2);
      r[to + 3] = r[to + 3]! - fround(values[cell + 3]! * s3);
    }
  }
};

export const moveLanes: Kernels["moveLanes"] = (
  from,
  to,
  columns,
  ends,
  rows,
  places,
  numbers,
  factors,
  base,
  deviations,
  s,
  values,
  r,
) => {
  for (let c = from, p = from === 0 ? 0 : ends[from - 1]!; c < to; c++) {
    const scale = s[columns[c]!]!;
    for (const end = ends[c]!; p < end; p++) {
      const [number, place, row] = [numbers[p]! * LANES, places[p]! * LANES, rows[p]! * LANES];
      const [factor, start] = [factors[p]!, base[p]!];
      const m0 = fround(factor * deviations[number]!);
      const m1 = fround(factor * deviations[number + 1]!);
      const m2 = fround(factor * deviations[number + 2]!);
      const m3 = fround(factor * deviations[number + 3]!);
      values[place] = start + m0;
      values[place + 1] = start + m1;
      values[place + 2] = start + m2;
      values[place + 3] = start + m3;
      r[row] = r[row]! - fround(m0 * scale);
      r[row + 1] = r[row + 1]! - fround(m1 * scale);
      r[row + 2] = r[row + 2]! - fround(m2 * scale);
      r[row + 3] = r[row + 3]! - fround(m3 * scale);
    }
  }
};

export const gatherLanes: Kernels["gatherLanes"] = (
  from,
  to,
  columns,
  ends,
  rows,
  numbers,
  factors,
  deviations,
  w,
  d,
) => {
  for (let c = from, p = from === 0 ? 0 : ends[from - 1]!; c < to; c++) {
    let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0];
    for (const end = ends[c]!; p < end; p++) {
      const number = numbers[p]! * LANES;
      const [weight, factor] = [w[rows[p]!]!, factors[p]!];
      sum0 += weight * fround(factor * deviations[number]!);
      sum1 += weight * fround(factor * deviations[number + 1]!);
      sum2 += weight * fround(factor * deviations[number + 2]!);
      sum3 += weight * fround(factor * deviations[number + 3]!);
    }
    const at = columns[c]! * LANES;
    d[at]! -= sum0;
    d[at + 1]! -= sum1;
    d[at + 2]! -= sum2;
    d[at + 3]! -= sum3;
  }
};

export const weighLanes: Kernels["weighLanes"] = (n, weights, r, before, sums) => {
  for (let lane = 0; lane < LANES; lane++) {
    let [sum, squares, products] = [0, 0, 0];
    for (let i = 0, at = lane; i < n; i++, at += LANES) {
      const each = weights[i]! * r[at]!;
      sum += each;
      squares += each * each;
      products += each * (weights[i]! * before[at]!);
    }
    sums[lane] = sum;
    sums[LANES + lane] = squares;
    sums[2 * LANES + lane] = products;
  }
};

export const lengthenLanes: Kernels["lengthenLanes"] = (n, beyond, x, before) => {
  for (let i = 0; i < n; i++)
    for (let lane = 0; lane < LANES; lane++) {
      const at = i * LANES + lane;
      x[at] = x[at]! + fround(beyond[lane]! * fround(x[at]! - before[at]!));
    }
};

export const normalLanes: Kernels["normalLanes"] = (from, n, state, scales, inside, out) => {
  for (let i = from; i < n; i++) {
    let isAtEdge = false;
    for (let lane = 0; lane < LANES; lane++) {
      const high = next(state, lane);
      const low = next(state, 4 * LANES + lane);
      const layer = low & 255;
      state[8 * LANES + lane] = high;
      state[9 * LANES + lane] = low;
      out[i * LANES + lane] = (high + ((low >>> 8) + 0.5) * 2 ** -24) * scales[layer]!;
      if ((high ^ (high >> 31)) >= inside[layer]!) isAtEdge = true;
    }
    if (isAtEdge) return i;
  }
  return n;
};

/** One round of sfc32 of the generator whose four words are LANES apart. */
function next(state: Int32Array, at: number): number {
  const [a, b, c, d] = [state[at]!, state[at + LANES]!, state[at + 2 * LANES]!, state[at + 3 * LANES]!];
  const word = (a + b + d) | 0;
  state[at] = b ^ (b >>> 9);
  state[at + LANES] = (c + (c << 3)) | 0;
  state[at + 2 * LANES] = (((c << 21) | (c >>> 11)) + word) | 0;
  state[at + 3 * LANES] = (d + 1) | 0;
  return word;
}

/** Adding and taking it away rounds to an integer. */
const ROUNDING = 6755399441055744;

export const exponentialLanes: Kernels["exponentialLanes"] = (
  from,
  to,
  start,
  x,
  rate,
  factor,
  offset,
  powers,
  one,
  perUnit,
  step,
  rest,
  out,
) => {
  for (let i = from; i < to; i++) {
    const [by, scale, value] = [rate[i]!, factor[i]!, offset[i]!];
    for (let lane = 0; lane < LANES; lane++) {
      const power = by * x[(i - start) * LANES + lane]!;
      const whole = power * perUnit + ROUNDING - ROUNDING;
      const r = power - whole * step - whole * rest;
      const rr = r * r;
      const series = 1 + r + rr * (0.5 + r * (1 / 6) + rr * (1 / 24));
      out[i * LANES + lane] = scale * (powers[(whole | 0) + one]! * series) - value;
    }
  }
};
