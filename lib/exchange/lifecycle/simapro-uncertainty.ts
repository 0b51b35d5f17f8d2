import type { AmountLaw } from "./amount-law.ts";

/** The uncertainty of a row: a kind and three numbers. */
export interface SimaproUncertainty {
  readonly kind: string;
  /** Of a lognormal law the square of its geometric deviation, of a normal one twice its deviation. */
  readonly spread: number;
  readonly min: number;
  readonly max: number;
}

/** The law of an amount; undefined if the kind states none; null if it is not known. */
export function simaproLaw(
  { kind, spread, min, max }: SimaproUncertainty,
  amount: number,
): AmountLaw | undefined | null {
  switch (kind.toLowerCase()) {
    case "":
    case "undefined":
      return undefined;
    case "lognormal":
      return { type: "lognormal", median: Math.abs(amount), geometricSd: Math.sqrt(spread) };
    case "normal":
      return { type: "normal", mean: amount, sd: spread / 2 };
    case "triangle":
      return { type: "triangular", lo: min, mode: amount, hi: max };
    case "uniform":
      return { type: "uniform", lo: min, hi: max };
    default:
      return null;
  }
}

/** Relative difference of a law's centre from the amount up to which the two are the same: rounding of the last digits. */
const ROUNDING = 1e-9;

/** A law around an amount as SimaPro writes it; undefined if its centre is not the amount, which SimaPro takes for it. */
export function simaproUncertainty(law: AmountLaw, amount: number): SimaproUncertainty | undefined {
  const isCentre = (centre: number, of = amount) => Math.abs(centre - of) <= ROUNDING * Math.abs(of);
  switch (law.type) {
    case "lognormal":
      return isCentre(law.median, Math.abs(amount))
        ? { kind: "Lognormal", spread: law.geometricSd ** 2, min: 0, max: 0 }
        : undefined;
    case "normal":
      return isCentre(law.mean) ? { kind: "Normal", spread: 2 * law.sd, min: 0, max: 0 } : undefined;
    case "triangular":
      return isCentre(law.mode) ? { kind: "Triangle", spread: 0, min: law.lo, max: law.hi } : undefined;
    case "uniform":
      return { kind: "Uniform", spread: 0, min: law.lo, max: law.hi };
  }
}
