/**
 * Philox 4×32-10, a counter-based generator: each number is a function of key and counter only, so a stream does not
 * depend on the order of draws or on the number of workers.
 * Salmon, Moraes, Dror, Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, SC'11, doi:10.1145/2063384.2063405.
 */
const M0 = 0xd2511f53;
const M1 = 0xcd9e8d57;
const W0 = 0x9e3779b9;
const W1 = 0xbb67ae85;
const ROUNDS = 10;

/** Four unsigned 32-bit words from a counter of four words and a key of two. */
export function philox4x32(counter: Uint32Array, key0: number, key1: number, out: Uint32Array): void {
  let [c0, c1, c2, c3] = counter as unknown as [number, number, number, number];
  let k0 = key0 >>> 0;
  let k1 = key1 >>> 0;
  for (let round = 0; round < ROUNDS; ++round) {
    const high0 = multiplyHigh(M0, c0);
    const low0 = Math.imul(M0, c0) >>> 0;
    const high1 = multiplyHigh(M1, c2);
    const low1 = Math.imul(M1, c2) >>> 0;
    c0 = (high1 ^ c1 ^ k0) >>> 0;
    c1 = low1;
    c2 = (high0 ^ c3 ^ k1) >>> 0;
    c3 = low0;
    k0 = (k0 + W0) >>> 0;
    k1 = (k1 + W1) >>> 0;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
}

/** The upper 32 bits of the 64-bit product of two unsigned words. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const carry = (middle & 0xffff) + aLow * bHigh;
  return (aHigh * bHigh + Math.floor(middle / 0x10000) + Math.floor(carry / 0x10000)) >>> 0;
}

/** Uniform numbers in [0, 1) with 53 bits, in the order in which they are drawn. */
export type RandomStream = () => number;

/**
 * The stream of a seed and a variable. Streams that differ in either are independent.
 * @param seed an integer, of which 53 bits count
 * @param variable an integer that distinguishes streams of one seed
 */
export function randomStream(seed: number, variable = 0): RandomStream {
  const counter = new Uint32Array([0, 0, variable >>> 0, Math.floor(variable / 2 ** 32) >>> 0]);
  const words = new Uint32Array(4);
  const key0 = seed >>> 0;
  const key1 = Math.floor(seed / 2 ** 32) >>> 0;
  let at = 4;
  return () => {
    if (at === 4) {
      philox4x32(counter, key0, key1, words);
      counter[0] = (counter[0]! + 1) >>> 0;
      if (counter[0] === 0) counter[1] = (counter[1]! + 1) >>> 0;
      at = 0;
    }
    const high = words[at]! >>> 5;
    const low = words[at + 1]! >>> 6;
    at += 2;
    return (high * 2 ** 26 + low) / 2 ** 53;
  };
}
