import { messages } from "../../message/message.ts";
import { UncertaintyError } from "../uncertainty-error.ts";
import { mix32 } from "./mixing.ts";
import { sobolDirections } from "./sobol-directions.ts";

const texts = messages("uncertainty", {
  tooManyPoints: {
    en: "Sobol's sequence has 2^32 points here; ask for fewer draws.",
    zh: "此处 Sobol 序列有 2^32 个点；请减少抽样次数。",
  },
  dimensionOutside: {
    en: 'Sobol\'s sequence has {most} dimensions here, and there are more variables. Use the sampler "random" or "lhs".',
    zh: '此处 Sobol 序列有 {most} 维，而变量更多。请用抽样法 "random" 或 "lhs"。',
  },
});

/** The number of dimensions in the table of direction numbers. */
export const SOBOL_DIMENSIONS = 1024;
const BITS = 32;

/**
 * One coordinate of Sobol's sequence, as 32-bit words: x_n = ⊕ v_k over the bits k of the Gray code of n.
 * Sobol (1967), doi:10.1016/0041-5553(67)90144-9; Antonov, Saleev (1979) for the Gray code.
 */
export interface SobolCoordinate {
  at(index: number): number;
  /** The words of the indices from `first` on. */
  fill(first: number, out: Uint32Array): void;
}

export function sobolCoordinate(dimension: number): SobolCoordinate {
  const v = directionWords(dimension);
  const at = (index: number) => {
    let gray = (index ^ (index >>> 1)) >>> 0;
    let word = 0;
    for (let k = 0; gray !== 0; k++, gray >>>= 1) if (gray & 1) word ^= v[k]!;
    return word >>> 0;
  };
  return {
    at,
    fill(first, out) {
      if (first + out.length > 2 ** BITS) throw new UncertaintyError("draws", texts.tooManyPoints());
      let word = at(first);
      for (let i = 0; i < out.length; i++) {
        out[i] = word;
        // From n to n + 1 the Gray code changes in one bit: that of the lowest 0 of n.
        word ^= v[31 - Math.clz32(~(first + i) & (first + i + 1))] ?? 0;
      }
    },
  };
}

/** The words v_k = m_k · 2^(32 − k); m by Joe and Kuo's numbers and the recurrence of the primitive polynomial. */
function directionWords(dimension: number): Uint32Array {
  const v = new Uint32Array(BITS);
  if (dimension === 0) {
    for (let k = 0; k < BITS; k++) v[k] = 2 ** (31 - k);
    return v;
  }
  const { degree, inner, m } = directions(dimension);
  for (let k = 0; k < BITS; k++) {
    if (k < degree) {
      v[k] = m[k]! * 2 ** (31 - k);
      continue;
    }
    let word = v[k - degree]! ^ (v[k - degree]! >>> degree);
    for (let j = 1; j < degree; j++) if ((inner >>> (degree - 1 - j)) & 1) word ^= v[k - j]!;
    v[k] = word >>> 0;
  }
  return v;
}

function directions(dimension: number): { degree: number; inner: number; m: readonly number[] } {
  let before = 1;
  for (const [at, line] of sobolDirections.entries()) {
    const entries = line.split(" ");
    if (dimension < before + entries.length) {
      const [inner, ...halves] = entries[dimension - before]!.split(".").map((digits) => Number.parseInt(digits, 36));
      return { degree: at + 1, inner: inner!, m: [1, ...halves.map((half) => 2 * half + 1)] };
    }
    before += entries.length;
  }
  throw new UncertaintyError("variables", texts.dimensionOutside({ most: SOBOL_DIMENSIONS }));
}

/**
 * Owen's nested uniform scrambling: each bit is flipped, or not, by a random bit that depends on all bits before it. The points
 * remain a net of the same quality, each is uniform, and the error of a mean approaches n^(−3/2).
 * Owen (1995), doi:10.1007/978-1-4612-2552-2_19.
 */
export function owenScramble(word: number, [key0, key1]: readonly [number, number]): number {
  let out = 0;
  // The random bits belong to the nodes of a binary tree; a 1 before the bits so far numbers its nodes.
  let node = 1;
  for (let bit = 31; bit >= 0; bit--) {
    const digit = (word >>> bit) & 1;
    out = (out << 1) | (digit ^ (mix32(node, key0, key1) >>> 31));
    node = (node << 1) | digit;
  }
  return out >>> 0;
}
