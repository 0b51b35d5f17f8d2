import type { Compared } from "../../../kernel/montecarlo/compared.ts";
import { compareScenarios } from "../../../kernel/montecarlo/comparison.ts";
import type { Sampling } from "../../../kernel/montecarlo/sampling.ts";
import type { Scenario } from "../../../kernel/montecarlo/scenario.ts";
import type { Situation } from "../../../kernel/montecarlo/situation.ts";

/** The page's requests about scenarios. One comparison runs at a time; a newer one cancels it. */
export class FrameScenarios {
  readonly #sampling: Sampling;
  #stop = new AbortController();

  constructor(sampling: Sampling) {
    this.#sampling = sampling;
  }

  situation(): Situation {
    return this.#sampling.situation();
  }

  compare(cell: number, scenarios: readonly Scenario[]): Promise<Compared> {
    this.stopComparing();
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    return compareScenarios((scenario) => this.#sampling.open(cell, { scenario, signal }), scenarios, { signal });
  }

  stopComparing(): void {
    this.#stop.abort();
  }
}
