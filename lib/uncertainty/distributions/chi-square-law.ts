import { logGamma } from "./beta-function.ts";
import { normalQuantile } from "./normal-law.ts";

/**
 * Probability that χ² with `degrees` of freedom is above x: Q(ν/2, x/2), the regularised upper incomplete gamma function, by its
 * series below the mean and by its continued fraction above. Accurate to 1e-12 (tested against published values and SciPy).
 * Abramowitz, Stegun (1964), 6.5.29, 6.5.31 and 26.4.19.
 */
export function chiSquareTail(x: number, degrees: number): number {
  if (!(x > 0)) return 1;
  const [a, half] = [degrees / 2, x / 2];
  const front = Math.exp(a * Math.log(half) - half - logGamma(a));
  return half < a + 1 ? 1 - front * series(a, half) : front * fraction(a, half);
}

/** The x that χ² with `degrees` of freedom exceeds with probability 1 − p, 0 < p < 1: Newton's method, safeguarded by bisection. */
export function chiSquareQuantile(p: number, degrees: number): number {
  if (!(p > 0)) return 0;
  if (p >= 1) return Number.POSITIVE_INFINITY;
  // Wilson and Hilferty's cube (Abramowitz, Stegun 26.4.17) is near enough to start from.
  const spread = 2 / (9 * degrees);
  let x = Math.max(degrees * (1 - spread + normalQuantile(p) * Math.sqrt(spread)) ** 3, 1e-8);
  let [lo, hi] = [0, Number.POSITIVE_INFINITY];
  for (let step = 0; step < 200; step++) {
    const error = 1 - p - chiSquareTail(x, degrees);
    if (error === 0) return x;
    if (error < 0) lo = x;
    else hi = x;
    const density = Math.exp((degrees / 2 - 1) * Math.log(x / 2) - x / 2 - logGamma(degrees / 2)) / 2;
    let next = x - error / density;
    if (!(next > lo && next < hi)) next = Number.isFinite(hi) ? (lo + hi) / 2 : 2 * x;
    if (Math.abs(next - x) <= 1e-15 * x) return next;
    x = next;
  }
  return x;
}

/** Σ x^k Γ(a)/Γ(a + k + 1), whose terms all have one sign. */
function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; term > 1e-17 * sum; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

/** Lentz's evaluation of 1/(x + 1 − a − 1 (1 − a)/(x + 3 − a − …)). */
function fraction(a: number, x: number): number {
  const tiny = 1e-300;
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / away(b);
  let value = d;
  for (let k = 1; k <= 10_000; k++) {
    const above = -k * (k - a);
    b += 2;
    d = 1 / away(above * d + b);
    c = away(b + above / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return value;
}
