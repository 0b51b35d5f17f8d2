/** e^x is 2^(k / 256) e^r with |r| ≤ ln 2 / 512, where the series leaves an error below 1e-17 after its fifth term. */
const STEPS = 256;
export const PER_UNIT = STEPS / Math.LN2;
/** ln 2 / 256 in two parts: the first has 21 zero bits at its end, so that its products with k are exact. */
export const STEP = splitStep();
export const REST = Math.LN2 / STEPS - STEP;
/** Adding and taking it away rounds to an integer. */
const ROUNDING = 6755399441055744;
/** The powers in the table: 2^−24 … 2^24. What is beyond is left to `Math.exp`. */
const DOUBLINGS = 24;
/** Place of 1 in the table. */
export const ONE = DOUBLINGS * STEPS;
/** Exponents of a size below it are in the table. */
export const WITHIN_TABLE = DOUBLINGS * Math.LN2 - 0.01;
export const powers = Float64Array.from({ length: 2 * DOUBLINGS * STEPS }, (_, k) => 2 ** (k / STEPS - DOUBLINGS));

function splitStep(): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, Math.LN2 / STEPS);
  bits.setUint32(4, bits.getUint32(4) & 0xffe00000);
  return bits.getFloat64(0);
}

/**
 * factor[i] e^(rate[i] x[i]) − offset[i] in place of x[i], the power to a few units of its last place; faster than `Math.exp`, which is a
 * call. By a table and a short series: Tang (1989), ACM TOMS 15: 144–157, doi:10.1145/63522.214389.
 *
 * @param from start of the part of the arrays that is computed; `to` its end.
 */
export function exponentials(
  x: Float64Array,
  rate: Float64Array,
  factor: Float64Array,
  offset: Float64Array,
  from = 0,
  to = x.length,
): void {
  // On local variables: the engine would read those of the module anew in every round.
  const [table, perUnit, step, rest, rounding, first, last] = [
    powers,
    PER_UNIT,
    STEP,
    REST,
    ROUNDING,
    DOUBLINGS * STEPS,
    DOUBLINGS * STEPS,
  ];
  for (let i = from; i < to; i++) {
    const power = rate[i]! * x[i]!;
    const whole = power * perUnit + rounding - rounding;
    if (whole >= -first && whole < last) {
      const r = power - whole * step - whole * rest;
      const rr = r * r;
      x[i] =
        factor[i]! * (table[(whole | 0) + first]! * (1 + r + rr * (0.5 + r * (1 / 6) + rr * (1 / 24)))) - offset[i]!;
    } else x[i] = factor[i]! * Math.exp(power) - offset[i]!;
  }
}
