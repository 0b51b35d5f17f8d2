import type { DrawSampler } from "../../../kernel/montecarlo/draw-sampler.ts";
import { NotSampled } from "../../../kernel/montecarlo/not-sampled.ts";
import type { Sampling } from "../../../kernel/montecarlo/sampling.ts";
import type { CellSpread, UncertaintyRun } from "../../../kernel/montecarlo/uncertainty-run.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import { initialState, type RunState } from "./run-state.ts";

/** ± of one cell, from its opening until it is closed. A new request cancels the previous one. */
export class CellUncertainty {
  readonly cell: number;
  state: RunState = initialState;
  readonly #sampling: Sampling;
  readonly #samplerOf: () => DrawSampler;
  readonly #changed: () => void;
  #stop = new AbortController();
  #draws: number | undefined;

  /** @param samplerOf gives the current sampler */
  constructor(cell: number, sampling: Sampling, samplerOf: () => DrawSampler, changed: () => void) {
    this.cell = cell;
    this.#sampling = sampling;
    this.#samplerOf = samplerOf;
    this.#changed = changed;
  }

  /** Computes the distribution, then the shares. Previous results stay visible until they are replaced. */
  async run(draws = this.#draws): Promise<void> {
    this.#draws = draws;
    const signal = this.#begin();
    let uncertaintyRun: UncertaintyRun | undefined;
    try {
      uncertaintyRun = await this.#sampling.open(this.cell, { signal });
      const watched = this.#watchedOf(uncertaintyRun);
      this.#update(signal, { leaf: watched });
      const spread = await uncertaintyRun.draws({
        draws,
        sampler: this.#samplerOf(),
        watched: draws === undefined ? watched : undefined,
        progress: (done, most) => this.#update(signal, { fraction: done / most }),
        stage: (stage) => this.#show(signal, stage),
      });
      this.#show(signal, spread);
      await this.#share(signal, uncertaintyRun);
    } catch (error) {
      this.#fail(signal, error);
    } finally {
      uncertaintyRun?.end();
    }
  }

  /** Chooses another number of the cell. */
  async choose(leaf: number): Promise<void> {
    if (leaf === this.state.leaf) return;
    const signal = this.#begin();
    this.#update(signal, { leaf, shares: null });
    let uncertaintyRun: UncertaintyRun | undefined;
    try {
      uncertaintyRun = await this.#sampling.open(this.cell, { signal });
      await this.#share(signal, uncertaintyRun);
    } catch (error) {
      this.#fail(signal, error);
    } finally {
      uncertaintyRun?.end();
    }
  }

  stop(): void {
    this.#stop.abort();
    this.state = { ...this.state, phase: "stopped" };
    this.#changed();
  }

  close(): void {
    this.#stop.abort();
  }

  #begin(): AbortSignal {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.state = { ...this.state, phase: "drawing", fraction: 0, reason: "", instead: [] };
    this.#changed();
    return this.#stop.signal;
  }

  /** The chosen number if it still exists, else the first. */
  #watchedOf({ opening }: UncertaintyRun): number {
    const { leaves } = opening.shape;
    return this.state.leaf < leaves.length ? this.state.leaf : 0;
  }

  #show(signal: AbortSignal, spread: CellSpread): void {
    const { leaf } = this.state;
    const uncertain = spread.leaves.findIndex(({ sd }) => sd > 0);
    this.#update(signal, { spread, leaf: spread.leaves[leaf]?.sd || uncertain < 0 ? leaf : uncertain });
  }

  async #share(signal: AbortSignal, uncertaintyRun: UncertaintyRun): Promise<void> {
    const { spread, leaf } = this.state;
    const isSure = !spread || !(spread.leaves[leaf]!.sd > 0) || uncertaintyRun.opening.samples.length === 0;
    if (!isSure) {
      this.#update(signal, { phase: "sharing", fraction: 0 });
      const shares = await uncertaintyRun.shares(leaf, {
        progress: (done, most) => this.#update(signal, { fraction: done / most }),
        stage: (stage) => this.#update(signal, { shares: stage }),
      });
      this.#update(signal, { shares });
    }
    this.#update(signal, { phase: "done" });
  }

  #fail(signal: AbortSignal, error: unknown): void {
    if (signal.aborted) return;
    const reason = messageOf(error);
    const instead = error instanceof NotSampled ? error.instead : [];
    this.#update(signal, { phase: "refused", spread: null, shares: null, reason, instead });
  }

  #update(signal: AbortSignal, change: Partial<RunState>): void {
    if (signal.aborted) return;
    this.state = { ...this.state, ...change };
    this.#changed();
  }
}
