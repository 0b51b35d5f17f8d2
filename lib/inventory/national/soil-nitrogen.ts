import type { Factor } from "../../factors/factor.ts";
import type { FactorQuery } from "../../factors/selection.ts";
import { molarMass } from "../equations/constants.ts";
import { errorOf, productError } from "./factor-book.ts";
import { type Activity, estimated, type LineOf, type NationalLine } from "./national-line.ts";

/** Factors of managed soils count nitrogen: kg N2O per kg of N2O-N. */
export const N2O_PER_N = molarMass("N2O").value / molarMass("N2").value;

/** A parameter of managed soils, such as EF1, to be looked up. */
export function soilFactor(category: string, parameter: string): FactorQuery {
  return { category, activity: "managed soils", parameter };
}

/** N2O of nitrogen in t, by the product of factors that lead there. Vol 4 Eq 11.1, 11.9, 11.10. */
export function lineOfNitrogen(line: LineOf, nitrogen: Activity, factors: readonly Factor[]): NationalLine {
  const perUnit = (factors.reduce((product, { value }) => product * value, 1) * N2O_PER_N) / 1000;
  return estimated(line, nitrogen, perUnit, factors, productError(...factors.map(errorOf)));
}
