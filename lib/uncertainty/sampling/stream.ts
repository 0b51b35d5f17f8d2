import { messages } from "../../message/message.ts";
import { philox4x32 } from "../../numeric/philox.ts";
import { UncertaintyError } from "../uncertainty-error.ts";
import { mix32 } from "./mixing.ts";

const texts = messages("uncertainty", {
  seedOutside: {
    en: "The seed is {seed}; expected an integer from 0 to 2^53.",
    zh: "种子应为 0 至 2^53 的整数，实际为 {seed}。",
  },
});

/** The purposes of streams of one variable: its draws, its permutation, its scrambling, its resampling. */
export const purposes = { draw: 0, permutation: 1, scrambling: 2, resampling: 3, trajectory: 4, normals: 5 } as const;
export type Purpose = keyof typeof purposes;

/**
 * Random numbers that are a function of seed, variable and draw only (Philox 4×32-10): neither the order of access, nor
 * the other variables, nor the number of workers can change them. A variable is identified by its name, so adding one
 * does not change the draws of the others.
 */
export interface Stream {
  /** The uniform number of one draw, in the open interval (0, 1), with 52 bits. */
  at(draw: number): number;
  /** The uniform numbers of the draws from `first` on. */
  fill(first: number, out: Float64Array): void;
  /** The four words of a block of the counter; they are overwritten by the next call. */
  words(block: number): Uint32Array;
  /** Two 32-bit words of the stream, used as a key of permutations. */
  readonly key: readonly [number, number];
}

/** @param seed an integer, of which 53 bits are used */
export function stream(seed: number, variable: string, purpose: Purpose = "draw"): Stream {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new UncertaintyError("seed", texts.seedOutside({ seed }));
  const [name0, name1] = nameWords(variable, purposes[purpose]);
  const counter = new Uint32Array([0, 0, name0, name1]);
  const words = new Uint32Array(4);
  const [key0, key1] = [seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0];
  // Each block of four words gives two draws.
  const setBlock = (block: number) => {
    counter[0] = block >>> 0;
    counter[1] = Math.floor(block / 2 ** 32);
    philox4x32(counter, key0, key1, words);
  };
  const uniform = (half: number) =>
    ((words[2 * half]! >>> 6) * 67108864 + (words[2 * half + 1]! >>> 6) + 0.5) / 4503599627370496;
  const at = (draw: number) => {
    setBlock(Math.floor(draw / 2));
    return uniform(draw % 2);
  };
  return {
    at,
    fill(first, out) {
      let i = 0;
      if (first % 2 === 1 && out.length > 0) out[i++] = at(first);
      for (; i + 1 < out.length; i += 2) {
        setBlock((first + i) / 2);
        out[i] = uniform(0);
        out[i + 1] = uniform(1);
      }
      if (i < out.length) out[i] = at(first + i);
    },
    words(block) {
      setBlock(block);
      return words;
    },
    key: [mix32(name0, key0, key1), mix32(name1, key1, key0)],
  };
}

/** 64 bits of a name: FNV-1a over its characters from two starts, then mixed. */
function nameWords(name: string, purpose: number): readonly [number, number] {
  let a = 0x811c9dc5 ^ purpose;
  let b = 0x01000193 ^ (purpose << 8);
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995) ^ (b >>> 15);
  }
  return [mix32(a, purpose, name.length), mix32(b, name.length, purpose)];
}
