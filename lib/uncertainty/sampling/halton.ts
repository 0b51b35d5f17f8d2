import { mix32 } from "./mixing.ts";
import { permutation } from "./permutation.ts";

/** One coordinate of Halton's sequence: the radical inverse of the index in the base of a prime. */
export type HaltonCoordinate = (index: number) => number;

/**
 * Halton (1960), doi:10.1007/BF01386213. With a key, the digits of each place are permuted, including places beyond the index
 * (Owen 2017, arXiv:1706.02808); otherwise the high dimensions are strongly correlated.
 */
export function haltonCoordinate(dimension: number, key?: readonly [number, number]): HaltonCoordinate {
  const base = prime(dimension);
  if (!key) return (index) => radicalInverse(index, base, null, 0);
  const places = Math.ceil(52 / Math.log2(base));
  const digits = Array.from({ length: places }, (_, place) => {
    const deal = permutation(base, [mix32(place, key[0], key[1]), mix32(place, key[1], key[0])]);
    return Uint32Array.from({ length: base }, (_, digit) => deal(digit));
  });
  return (index) => radicalInverse(index, base, digits, places);
}

function radicalInverse(index: number, base: number, digits: readonly Uint32Array[] | null, places: number): number {
  let value = 0;
  let weight = 1 / base;
  let rest = index;
  for (let place = 0; digits ? place < places : rest > 0; place++) {
    const digit = rest % base;
    value += weight * (digits ? digits[place]![digit]! : digit);
    rest = Math.floor(rest / base);
    weight /= base;
  }
  return value;
}

const primes: number[] = [2];

function prime(at: number): number {
  for (let candidate = primes.at(-1)! + 1; primes.length <= at; candidate++)
    if (isPrime(candidate)) primes.push(candidate);
  return primes[at]!;
}

function isPrime(candidate: number): boolean {
  for (const divisor of primes) {
    if (divisor * divisor > candidate) return true;
    if (candidate % divisor === 0) return false;
  }
  return true;
}
