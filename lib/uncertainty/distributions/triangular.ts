import { ascending, finite, modeWithin } from "../uncertainty-error.ts";
import type { Distribution } from "./distribution.ts";

/** The triangular distribution with ends lo and hi (not quantiles) and this mode. */
export function triangular(given: { readonly lo: number; readonly mode: number; readonly hi: number }): Distribution {
  const [a, c, b] = [finite("lo", given.lo), finite("mode", given.mode), finite("hi", given.hi)];
  ascending(a, b);
  modeWithin(a, c, b);
  const width = b - a;
  const split = (c - a) / width;
  const spread = a * a + b * b + c * c - a * b - a * c - b * c;
  return {
    kind: "triangular",
    mean: (a + b + c) / 3,
    variance: spread / 18,
    skewness: (Math.SQRT2 * (a + b - 2 * c) * (2 * a - b - c) * (a - 2 * b + c)) / (5 * spread ** 1.5),
    support: [a, b],
    pdf(x) {
      if (x < a || x > b) return 0;
      if (x < c) return (2 * (x - a)) / (width * (c - a));
      if (x > c) return (2 * (b - x)) / (width * (b - c));
      return 2 / width;
    },
    cdf(x) {
      if (x <= a) return 0;
      if (x >= b) return 1;
      return x < c ? (x - a) ** 2 / (width * (c - a)) : 1 - (b - x) ** 2 / (width * (b - c));
    },
    quantile: (p) => (p < split ? a + Math.sqrt(p * width * (c - a)) : b - Math.sqrt((1 - p) * width * (b - c))),
    discrete: false,
    notes: [],
  };
}

/**
 * The triangular distribution with this mode whose 2.5 % and 97.5 % quantiles are lo and hi.
 * Its ends are s below lo and t above hi with s² = 0.025 w (mode − lo + s), t² = 0.025 w (hi − mode + t), w = hi − lo + s + t;
 * the three are found by iteration, which converges because each root grows with the square root of w.
 */
export function triangularOfQuantiles(lo: number, mode: number, hi: number): Distribution {
  ascending(lo, hi);
  modeWithin(lo, mode, hi);
  const beyond = (reach: number, width: number) => {
    const half = 0.0125 * width;
    return half + Math.sqrt(half * half + 2 * half * reach);
  };
  let width = hi - lo;
  for (let step = 0; step < 200; step++) {
    const next = hi - lo + beyond(mode - lo, width) + beyond(hi - mode, width);
    if (Math.abs(next - width) <= 1e-15 * next) break;
    width = next;
  }
  return triangular({ lo: lo - beyond(mode - lo, width), mode, hi: hi + beyond(hi - mode, width) });
}
