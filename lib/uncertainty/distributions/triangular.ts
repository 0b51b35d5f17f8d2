import { messages } from "../../message/message.ts";
import { finite, UncertaintyError } from "../uncertainty-error.ts";
import type { Distribution } from "./distribution.ts";

const said = messages("uncertainty", {
  loBelowHi3: {
    en: "lo ({a}) should be below hi ({b}).",
    zh: "lo（{a}）应小于 hi（{b}）。",
  },
  modeDoesNotLie2: {
    en: "The mode {c} does not lie between lo {a} and hi {b}.",
    zh: "众数 {c} 不在 lo {a} 与 hi {b} 之间。",
  },
  loBelowHi: {
    en: "lo ({lo}) should be below hi ({hi}).",
    zh: "lo（{lo}）应小于 hi（{hi}）。",
  },
  modeDoesNotLie: {
    en: "The mode {mode} does not lie between lo {lo} and hi {hi}.",
    zh: "众数 {mode} 不在 lo {lo} 与 hi {hi} 之间。",
  },
});

/** The triangular distribution from lo over mode to hi, which are its ends, not quantiles. */
export function triangular(given: { readonly lo: number; readonly mode: number; readonly hi: number }): Distribution {
  const [a, c, b] = [finite("lo", given.lo), finite("mode", given.mode), finite("hi", given.hi)];
  if (!(a < b)) throw new UncertaintyError("lo", said.loBelowHi3({ a, b }));
  if (c < a || c > b) throw new UncertaintyError("mode", said.modeDoesNotLie2({ c, a, b }));
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
 * Its ends lie s below lo and t above hi with s² = 0.025 w (mode − lo + s), t² = 0.025 w (hi − mode + t), w = hi − lo + s + t;
 * the three are found by iteration, which contracts because each root grows with the square root of w.
 */
export function triangularOfQuantiles(lo: number, mode: number, hi: number): Distribution {
  if (!(lo < hi)) throw new UncertaintyError("lo", said.loBelowHi({ lo, hi }));
  if (mode < lo || mode > hi) throw new UncertaintyError("mode", said.modeDoesNotLie({ mode, lo, hi }));
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
