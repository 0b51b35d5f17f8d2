import type { DrawSampler } from "../../../kernel/montecarlo/draw-sampler.ts";
import { NotSampled } from "../../../kernel/montecarlo/not-sampled.ts";
import type { Sampling } from "../../../kernel/montecarlo/sampling.ts";
import type { CellSpread, UncertaintyRun } from "../../../kernel/montecarlo/uncertainty-run.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import { opened, type RunState } from "./run-state.ts";

/** ± of one cell, from its asking until it is closed. What was asked last counts: an earlier asking is ended. */
export class AskedCell {
  readonly cell: number;
  state: RunState = opened;
  readonly #sampling: Sampling;
  readonly #samplerOf: () => DrawSampler;
  readonly #changed: () => void;
  #stop = new AbortController();
  #draws: number | undefined;

  /** @param samplerOf how draws are spread now */
  constructor(cell: number, sampling: Sampling, samplerOf: () => DrawSampler, changed: () => void) {
    this.cell = cell;
    this.#sampling = sampling;
    this.#samplerOf = samplerOf;
    this.#changed = changed;
  }

  /** Asks (anew): first the distribution, then the shares. What stood there stays until there is better. */
  async ask(draws = this.#draws): Promise<void> {
    this.#draws = draws;
    const signal = this.#begin();
    let uncertaintyRun: UncertaintyRun | undefined;
    try {
      uncertaintyRun = await this.#sampling.open(this.cell, { signal });
      const watched = this.#watchedOf(uncertaintyRun);
      this.#move(signal, { leaf: watched });
      const spread = await uncertaintyRun.draws({
        draws,
        sampler: this.#samplerOf(),
        watched: draws === undefined ? watched : undefined,
        progress: (done, most) => this.#move(signal, { fraction: done / most }),
        stage: (stage) => this.#take(signal, stage),
      });
      this.#take(signal, spread);
      await this.#share(signal, uncertaintyRun);
    } catch (error) {
      this.#fail(signal, error);
    } finally {
      uncertaintyRun?.end();
    }
  }

  /** Looks at another number of the cell. */
  async choose(leaf: number): Promise<void> {
    if (leaf === this.state.leaf) return;
    const signal = this.#begin();
    this.#move(signal, { leaf, shares: null });
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

  /** The number that was looked at, if it is still there; else the first that can be uncertain. */
  #watchedOf({ opening }: UncertaintyRun): number {
    const { leaves } = opening.shape;
    return this.state.leaf < leaves.length ? this.state.leaf : 0;
  }

  #take(signal: AbortSignal, spread: CellSpread): void {
    const { leaf } = this.state;
    const uncertain = spread.leaves.findIndex(({ sd }) => sd > 0);
    this.#move(signal, { spread, leaf: spread.leaves[leaf]?.sd || uncertain < 0 ? leaf : uncertain });
  }

  async #share(signal: AbortSignal, uncertaintyRun: UncertaintyRun): Promise<void> {
    const { spread, leaf } = this.state;
    const isSure = !spread || !(spread.leaves[leaf]!.sd > 0) || uncertaintyRun.opening.samples.length === 0;
    if (!isSure) {
      this.#move(signal, { phase: "sharing", fraction: 0 });
      const shares = await uncertaintyRun.shares(leaf, {
        progress: (done, most) => this.#move(signal, { fraction: done / most }),
        stage: (stage) => this.#move(signal, { shares: stage }),
      });
      this.#move(signal, { shares });
    }
    this.#move(signal, { phase: "done" });
  }

  #fail(signal: AbortSignal, error: unknown): void {
    if (signal.aborted) return;
    const reason = messageOf(error);
    const instead = error instanceof NotSampled ? error.instead : [];
    this.#move(signal, { phase: "refused", spread: null, shares: null, reason, instead });
  }

  #move(signal: AbortSignal, change: Partial<RunState>): void {
    if (signal.aborted) return;
    this.state = { ...this.state, ...change };
    this.#changed();
  }
}
