import { mix32 } from "../../lib/uncertainty/sampling/mixing.ts";

/** Random choices of one case. They follow from seed, target and number alone, so that any case can be run again by itself. */
export class Random {
  #state: number;

  constructor(seed: number, target: string, index: number) {
    let name = 0;
    for (const letter of target) name = mix32(name, letter.codePointAt(0)!, 1);
    this.#state = mix32(index, mix32(seed, name, 2), 3);
  }

  /** In [0, 1). */
  unit(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 to below `n`. */
  below(n: number): number {
    return Math.floor(this.unit() * n);
  }

  /** Whether it happens that has this probability. */
  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!;
  }
}
