import { type Arithmetic, realArithmetic } from "../../numeric/automatic/arithmetic.ts";
import type { GlennRange, GlennRecord } from "./glenn-records.ts";

/** kJ/(kmol K): the value with which the Glenn coefficients were fitted (CODATA 1986), not today's 8.31446. Source: as the records. */
export const GAS_CONSTANT = 8.31451;

/** K: the temperature of heats of formation and heating values. */
export const STANDARD_TEMPERATURE = 298.15;

/**
 * Molar enthalpy in kJ/kmol at a temperature in K, from the elements in their reference states at 298.15 K:
 * H°/(R T) = −a1 T⁻² + a2 ln T / T + a3 + a4 T/2 + a5 T²/3 + a6 T³/4 + a7 T⁴/5 + b1/T.
 * Outside its ranges a record goes on with the heat capacity at its end, so that a solver that oversteps comes back.
 *
 * Source: NASA/TP-2002-211556, equation 2.
 */
export function molarEnthalpy<N>(a: Arithmetic<N>, record: GlennRecord, temperature: N): N {
  const range = rangeAt(record, a.value(temperature));
  const end = endOf(record, a.value(temperature));
  const [, , a1, a2, a3, a4, a5, a6, a7, b1] = range;
  if (end !== undefined) {
    const at = molarEnthalpy(realArithmetic, record, end);
    return a.add(a.of(at), a.scale(a.sub(temperature, a.of(end)), GAS_CONSTANT * heatCapacity(range, end)));
  }
  const t = temperature;
  // Horner's scheme for the powers from 1 to 5.
  let powers = a.scale(t, a7 / 5);
  for (const coefficient of [a6 / 4, a5 / 3, a4 / 2, a3]) powers = a.mul(a.add(powers, a.of(coefficient)), t);
  const terms = [powers, a.div(a.of(-a1), t), a.scale(a.log(t), a2), a.of(b1)];
  return a.scale(a.sum(terms), GAS_CONSTANT);
}

/**
 * Molar entropy over R at 1 bar and a temperature in K:
 * S°/R = −a1 T⁻²/2 − a2 T⁻¹ + a3 ln T + a4 T + a5 T²/2 + a6 T³/3 + a7 T⁴/4 + b2.
 *
 * Source: NASA/TP-2002-211556, equation 3.
 */
export function molarEntropyOverR<N>(a: Arithmetic<N>, record: GlennRecord, temperature: N): N {
  const [, , a1, a2, a3, a4, a5, a6, a7, , b2] = rangeAt(record, a.value(temperature));
  const t = temperature;
  let powers = a.scale(t, a7 / 4);
  for (const coefficient of [a6 / 3, a5 / 2, a4]) powers = a.mul(a.add(powers, a.of(coefficient)), t);
  return a.sum([powers, a.div(a.of(-a1 / 2), a.mul(t, t)), a.div(a.of(-a2), t), a.scale(a.log(t), a3), a.of(b2)]);
}

/** Cp/R of a range at a temperature in K. Source: NASA/TP-2002-211556, equation 1. */
export function heatCapacity(range: GlennRange, t: number): number {
  const [, , a1, a2, a3, a4, a5, a6, a7] = range;
  return a1 / t ** 2 + a2 / t + a3 + a4 * t + a5 * t ** 2 + a6 * t ** 3 + a7 * t ** 4;
}

/** Below 300 K, where the edition of 2021 cut many records, they are still the fits of 2002, which began at 200 K. */
const margin = 5;

function endOf({ ranges }: GlennRecord, t: number): number | undefined {
  const low = ranges[0]![0] - margin;
  const high = ranges.at(-1)![1];
  return t < low ? low : t > high ? high : undefined;
}

function rangeAt({ ranges }: GlennRecord, t: number): GlennRange {
  return ranges.find(([, high]) => t <= high) ?? ranges.at(-1)!;
}
