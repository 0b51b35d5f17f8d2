import { type Chance, isSameChance, switchRandom } from "../../kernel/random/chance.ts";
import type { DrawSampler } from "../../kernel/random/draw-sampler.ts";

/** Seed, time and sampler of the notebook, as set in its document. */
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

  /** Applies the document's current settings; returns what changed. */
  update(chance: Chance): { isChanged: boolean; isSamplerChanged: boolean } {
    const before = this.#current;
    this.#current = chance;
    switchRandom(chance);
    return { isChanged: !isSameChance(chance, before), isSamplerChanged: chance.sampler !== before.sampler };
  }
}
