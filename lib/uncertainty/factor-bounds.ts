import { type Distribution, noted } from "./distribution.ts";
import { lognormal } from "./lognormal.ts";
import { normal } from "./normal.ts";
import { triangularOfQuantiles } from "./triangular.ts";
import { finite, UncertaintyError } from "./uncertainty-error.ts";
import { uniform } from "./uniform.ts";

/** A factor as emission-factor tables give it: the value and its 95 % bounds, with the law where the table names one. */
export interface FactorBounds {
  readonly value: number;
  readonly lo: number;
  readonly hi: number;
  readonly law?: "normal" | "lognormal" | "triangular" | "uniform" | null | undefined;
}

/** How far the value may lie from the middle, in the half-width, and still pass for symmetric. */
const SYMMETRIC = 0.1;
/** Above this half-width in per cent a normal law would reach below zero too often (IPCC 2006, Vol 1, 3.2.2.4). */
const WIDE_PERCENT = 60;

/**
 * The distribution of a factor from its lo–hi. lo and hi are the 2.5 % and 97.5 % quantiles, whatever the law.
 *
 * Where the table names no law: normal, if the value lies in the middle and the half-width is at most 60 % of it;
 * lognormal, if all three are positive; else triangular.
 */
export function factorDistribution({ value, lo, hi, law }: FactorBounds): Distribution {
  finite("value", value);
  if (!(finite("lo", lo) < finite("hi", hi)))
    throw new UncertaintyError("lo", `lo (${lo}) should be below hi (${hi}).`);
  if (value < lo || value > hi)
    throw new UncertaintyError("value", `The value ${value} does not lie between its bounds ${lo} and ${hi}.`);
  const half = (hi - lo) / 2;
  const symmetric = Math.abs(value - (lo + hi) / 2) <= SYMMETRIC * half;
  if (law === "normal" && !symmetric)
    throw new UncertaintyError(
      "law",
      `The bounds ${lo} and ${hi} are not symmetric about ${value}, so that the law is not normal. Use lognormal or triangular.`,
    );
  if (law === "normal") return normal({ mean: value, halfWidth: half });
  if (law === "lognormal") return lognormal({ mean: value, lo, hi });
  if (law === "triangular") return triangularOfQuantiles(lo, value, hi);
  if (law === "uniform") {
    const beyond = (half / 0.95) * 0.05;
    return uniform({ lo: lo - beyond, hi: hi + beyond });
  }
  if (symmetric && half <= (WIDE_PERCENT / 100) * Math.abs(value))
    return noted(normal({ mean: value, halfWidth: half }), "The bounds are symmetric: a normal law was taken.");
  if (lo > 0 && value > lo && value < hi)
    return noted(lognormal({ mean: value, lo, hi }), "The bounds are skewed or wide: a lognormal law was taken.");
  return noted(
    triangularOfQuantiles(lo, value, hi),
    "The bounds are skewed or wide and not all positive: a triangular law was taken.",
  );
}
