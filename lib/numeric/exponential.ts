/** e^x is 2^(k / 256) e^r with |r| ≤ ln 2 / 512, where five terms of the series leave an error below 1e-17. */
const STEPS = 256;
const PER_UNIT = STEPS / Math.LN2;
/** ln 2 / 256 in two parts: the first has 21 zero bits at its end, so that its products with k are exact. */
const STEP = splitStep();
const REST = Math.LN2 / STEPS - STEP;
/** Adding and taking it away rounds to an integer. */
const ROUNDING = 6755399441055744;
/** Beyond it 2^k may leave the normal numbers. */
const MOST = 700;

const fractions = Float64Array.from({ length: STEPS }, (_, k) => 2 ** (k / STEPS));
const LEAST_POWER = -1024;
const powers = Float64Array.from({ length: 2049 }, (_, k) => 2 ** (LEAST_POWER + k));

function splitStep(): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, Math.LN2 / STEPS);
  bits.setUint32(4, bits.getUint32(4) & 0xffe00000);
  return bits.getFloat64(0);
}

/**
 * factor[i] e^(rate[i] x[i]) − offset[i] in place of x[i], the power to a few units of its last place; about three times as fast as by
 * `Math.exp`, which is a call. By tables and a short series: Tang (1989), ACM TOMS 15: 144–157, doi:10.1145/63522.214389.
 *
 * @param to end of the part of the arrays that is computed; `from` its start.
 */
export function exponentials(
  x: Float64Array,
  rate: Float64Array,
  factor: Float64Array,
  offset: Float64Array,
  from = 0,
  to = x.length,
): void {
  for (let i = from; i < to; i++) {
    const power = rate[i]! * x[i]!;
    if (!(power > -MOST && power < MOST)) {
      x[i] = factor[i]! * Math.exp(power) - offset[i]!;
      continue;
    }
    const whole = power * PER_UNIT + ROUNDING - ROUNDING;
    const r = power - whole * STEP - whole * REST;
    const k = whole | 0;
    const series = 1 + r * (1 + r * (0.5 + r * (1 / 6 + r * (1 / 24))));
    x[i] = factor[i]! * series * fractions[k & (STEPS - 1)]! * powers[(k >> 8) - LEAST_POWER]! - offset[i]!;
  }
}
