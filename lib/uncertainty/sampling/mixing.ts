/**
 * Keyed mixing of 32-bit words, for permutations and scrambling, where a full Philox block for every bit would be too
 * expensive: two rounds of MurmurHash3's finaliser (Appleby, public domain), in each of which every bit of the input affects
 * every bit of the output, with a key word before each round.
 */
export function mix32(word: number, key0: number, key1: number): number {
  let h = word ^ key0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  h = ((h ^ (h >>> 16)) + key1) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
