import type { DrawSampler } from "../../kernel/montecarlo/draw-sampler.ts";
import { type Chance, isSameChance, switchRandom } from "../../kernel/stdlib/chance.ts";

/** Seed, time and sampler of the notebook, as its document says. */
export class FrameChance {
  #current: Chance;

  constructor(chance: Chance) {
    this.#current = chance;
    switchRandom(chance);
  }

  get current(): Chance {
    return this.#current;
  }

  get sampler(): DrawSampler {
    return this.#current.sampler ?? "random";
  }

  /** Takes what the document says now; tells what of it is another. */
  take(chance: Chance): { isOther: boolean; isOtherSampler: boolean } {
    const before = this.#current;
    this.#current = chance;
    switchRandom(chance);
    return { isOther: !isSameChance(chance, before), isOtherSampler: chance.sampler !== before.sampler };
  }
}
