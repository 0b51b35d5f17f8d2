/** A common mistake that makes an answer wrong by a fixed factor. */
export type Slip =
  | "prefix"
  | "percent"
  | "ten"
  | "carbon"
  | "nitrogen"
  | "methane-carbon"
  | "kilowatt-hour"
  | "calorie"
  | "coal-equivalent"
  | "twice";

/** An explanation of the ratio of an answer to the right one: the mistake, its direction, and a power of ten. */
export interface Ratio {
  readonly slip: Slip;
  /** Whether the answer is too large by it. */
  readonly above: boolean;
  /** The power of ten by itself, or in addition to the factor. */
  readonly power: number;
}

/**
 * Factors between quantities that are often confused. Relative atomic and molecular masses as in the IPCC Guidelines (2006,
 * 44/12, 44/28, 16/12); 1 kWh = 3.6 MJ; 1 kcal = 4.1868 kJ; 1 tce = 29.3076 GJ.
 */
const factors: readonly (readonly [Slip, number])[] = [
  ["carbon", 44 / 12],
  ["nitrogen", 44 / 28],
  ["methane-carbon", 16 / 12],
  ["kilowatt-hour", 3.6],
  ["calorie", 4.1868],
  ["coal-equivalent", 29.3076],
  ["twice", 2],
];

/** The known mistake that explains a ratio; null if none does. `within` is the relative tolerance. */
export function explainRatio(ratio: number, within = 0.002): Ratio | null {
  if (!(ratio > 0) || !Number.isFinite(ratio)) return null;
  const power = powerOf(ratio, within);
  if (power !== null && power !== 0) {
    const slip = Math.abs(power) === 2 ? "percent" : power % 3 === 0 ? "prefix" : "ten";
    return { slip, above: power > 0, power };
  }
  for (const [slip, factor] of factors) {
    for (const above of [true, false]) {
      const rest = powerOf(ratio / (above ? factor : 1 / factor), within);
      // A factor of 2 combined with a power of ten is too unspecific, and so is any factor with a power that is no SI prefix.
      if (rest === 0 || (rest !== null && rest % 3 === 0 && slip !== "twice")) return { slip, above, power: rest };
    }
  }
  return null;
}

/** The exponent of a power of ten, up to 10^12; null for other numbers. */
function powerOf(ratio: number, within: number): number | null {
  const power = Math.round(Math.log10(ratio));
  return Math.abs(power) <= 12 && Math.abs(ratio / 10 ** power - 1) <= within ? power + 0 : null;
}
