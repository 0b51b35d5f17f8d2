import { ascending, finite } from "../uncertainty-error.ts";
import type { Distribution } from "./distribution.ts";

/** The uniform distribution from lo to hi. */
export function uniform(given: { readonly lo: number; readonly hi: number }): Distribution {
  const [lo, hi] = [finite("lo", given.lo), finite("hi", given.hi)];
  ascending(lo, hi);
  const width = hi - lo;
  return {
    kind: "uniform",
    mean: lo + width / 2,
    variance: (width * width) / 12,
    skewness: 0,
    support: [lo, hi],
    pdf: (x) => (x < lo || x > hi ? 0 : 1 / width),
    cdf: (x) => Math.min(1, Math.max(0, (x - lo) / width)),
    quantile: (p) => lo + width * p,
    discrete: false,
    notes: [],
  };
}
