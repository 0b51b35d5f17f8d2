import { Fault } from "../message/fault.ts";
import { messages } from "../message/message.ts";

const texts = messages("quantity", {
  zeroDenominator: {
    en: "A fraction cannot have 0 below its line.",
    zh: "分数的分母不能为 0。",
  },
  notDecimal: {
    en: '"{decimal}" is not a finite decimal number.',
    zh: "“{decimal}”不是有限小数。",
  },
});

/** An exact fraction n / d with d > 0, in lowest terms. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const ONE: Rational = { n: 1n, d: 1n };

export function rational(n: bigint, d: bigint): Rational {
  if (d === 0n) throw new Fault(texts.zeroDenominator(), { name: "RangeError" });
  const sign = d < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(n, d);
  return { n: (sign * n) / divisor, d: (sign * d) / divisor };
}

/**
 * The exact value of a decimal text such as "1055.056" or "4.4e1". A number is read as its shortest decimal representation,
 * because that is what its author wrote: 0.1 is one tenth, not 0.1000000000000000055….
 */
export function fromDecimal(decimal: string | number): Rational {
  const parts = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(String(decimal).trim());
  if (!parts) throw new Fault(texts.notDecimal({ decimal }), { name: "RangeError" });
  const [, sign, whole, fraction = "", exponent = "0"] = parts;
  const shift = Number(exponent) - fraction.length;
  const digits = BigInt(`${sign}${whole}${fraction}`);
  return shift >= 0 ? { n: digits * 10n ** BigInt(shift), d: 1n } : rational(digits, 10n ** BigInt(-shift));
}

/** Integers below it are exact in doubles, and a decimal of as many digits is the shortest that its double is read from. */
const EXACT = 1e15;
const POWERS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9] as const;

/** The double nearest to value × n / d, as `toNumber(times(fromDecimal(value), { n, d }))`, most often without big integers. */
export function timesRatio(value: number, ratio: Rational): number {
  const [n, d] = [Number(ratio.n), Number(ratio.d)];
  if (n < EXACT && n > -EXACT && d < EXACT) {
    // Value = digits / 10^places: if all products are exact, one division rounds once.
    const places = placesOf(value);
    const power = POWERS[places] ?? EXACT;
    const above = Math.round(value * power) * n;
    const below = power * d;
    if (above < EXACT && above > -EXACT && below < EXACT) return above === 0 ? 0 : above / below;
  }
  return toNumber(times(fromDecimal(value), ratio));
}

/** The double nearest to a × b × n / d, as timesRatio. */
export function timesBoth(a: number, b: number, ratio: Rational): number {
  const [left, right] = [POWERS[placesOf(a)], POWERS[placesOf(b)]];
  if (left !== undefined && right !== undefined) {
    const digits = Math.round(a * left) * Math.round(b * right);
    if (digits < EXACT && digits > -EXACT && left * right < EXACT) return timesRatio(digits / (left * right), ratio);
  }
  return toNumber(times(times(fromDecimal(a), fromDecimal(b)), ratio));
}

/** Digits after the point of a decimal; −1 if there are too many to be exact. */
function placesOf(value: number): number {
  for (let places = 0; places < POWERS.length; places++) {
    const digits = Math.round(value * POWERS[places]!);
    if (!(digits < EXACT && digits > -EXACT)) return -1;
    if (digits / POWERS[places]! === value) return places;
  }
  return -1;
}

export function times(a: Rational, b: Rational): Rational {
  return rational(a.n * b.n, a.d * b.d);
}

export function plus(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** a to an integer power, which may be negative. */
export function power(a: Rational, exponent: number): Rational {
  const by = BigInt(Math.abs(exponent));
  return exponent >= 0 ? { n: a.n ** by, d: a.d ** by } : rational(a.d ** by, a.n ** by);
}

/** The double nearest to the fraction, ties to even. */
export function toNumber({ n, d }: Rational): number {
  if (n === 0n) return 0;
  const [size, sign] = n < 0n ? [-n, -1] : [n, 1];
  // 66 bits of quotient and one sticky bit for the remainder: more than the 53 that Number() rounds to.
  const shift = Math.max(0, 66 - bitsOf(size) + bitsOf(d));
  const scaled = size << BigInt(shift);
  const quotient = scaled / d;
  const sticky = quotient * d === scaled ? quotient : quotient | 1n;
  // Two steps, so that neither power of two underflows before the multiplication.
  const half = Math.floor(shift / 2);
  return sign * Number(sticky) * 2 ** -half * 2 ** -(shift - half);
}

/** Upper bound of the bit length, at most three bits above it. */
function bitsOf(size: bigint): number {
  return size.toString(16).length * 4;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
