import { mix32 } from "./mixing.ts";

const ROUNDS = 8;

/**
 * A permutation of 0 … n − 1 that is computed, not stored: a Feistel network over the next power of four, iterated until it
 * falls below n. So each worker knows the position of any draw without computing the others.
 * Black, Rogaway (2002), Ciphers with arbitrary finite domains, doi:10.1007/3-540-45760-7_9.
 */
export function permutation(n: number, [key0, key1]: readonly [number, number]): (index: number) => number {
  let width = 1;
  while (4 ** width < n) width += 1;
  const mask = 2 ** width - 1;
  const size = 2 ** width;
  const permute = (index: number) => {
    let left = Math.floor(index / size);
    let right = index % size;
    for (let round = 0; round < ROUNDS; round++) {
      const next = (left ^ mix32(right, key0 ^ Math.imul(round + 1, 0x9e3779b9), key1)) & mask;
      left = right;
      right = next;
    }
    return left * size + right;
  };
  return (index) => {
    let place = permute(index);
    while (place >= n) place = permute(place);
    return place;
  };
}
