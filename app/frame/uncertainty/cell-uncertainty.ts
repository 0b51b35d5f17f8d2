import { NotSampled } from "../../../kernel/montecarlo/not-sampled.ts";
import type { Sampling } from "../../../kernel/montecarlo/sampling.ts";
import type { CellSpread, UncertaintyRun } from "../../../kernel/montecarlo/uncertainty-run.ts";
import type { DrawSampler } from "../../../kernel/random/draw-sampler.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import { initialState, type ProposalChoice, type RunState } from "./run-state.ts";

/** What ± of a cell reads of the notebook. */
export interface CellUncertaintyHost {
  readonly sampling: Sampling;
  /** The current sampler. */
  samplerOf(): DrawSampler;
  /** What can be made uncertain, if the cell depends on no sample; null if nothing has to be. */
  proposalsOf(cell: number): ProposalChoice | null;
  /** The first of the names whose cell depends on a sample. */
  uncertainOf(names: readonly string[]): { name: string; cell: number } | undefined;
  changed(): void;
}

/** ± of one cell, from its opening until it is closed. A new request cancels the previous one. */
export class CellUncertainty {
  readonly cell: number;
  state: RunState = initialState;
  readonly #host: CellUncertaintyHost;
  #stop = new AbortController();
  #draws: number | undefined;
  /** The cell whose numbers are shown: for a drawing, one that it reads. */
  #sampled: number;

  constructor(cell: number, host: CellUncertaintyHost) {
    this.cell = cell;
    this.#sampled = cell;
    this.#host = host;
  }

  /** Computes the distribution, then the shares. Previous results stay visible until they are replaced. */
  async run(draws = this.#draws): Promise<void> {
    this.#draws = draws;
    const signal = this.#begin();
    let uncertaintyRun: UncertaintyRun | undefined;
    try {
      uncertaintyRun = await this.#open(signal);
      const watched = this.#watchedOf(uncertaintyRun);
      this.#update(signal, { leaf: watched });
      const spread = await uncertaintyRun.draws({
        draws,
        sampler: this.#host.samplerOf(),
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
      uncertaintyRun = await this.#host.sampling.open(this.#sampled, { signal });
      await this.#share(signal, uncertaintyRun);
    } catch (error) {
      this.#fail(signal, error);
    } finally {
      uncertaintyRun?.end();
    }
  }

  /** Changes what the user has chosen of the proposals. */
  propose(change: Partial<ProposalChoice>): void {
    const { proposals } = this.state;
    if (!proposals) return;
    this.state = { ...this.state, proposals: { ...proposals, ...change } };
    this.#host.changed();
  }

  stop(): void {
    this.#stop.abort();
    this.state = { ...this.state, phase: "stopped" };
    this.#host.changed();
  }

  close(): void {
    this.#stop.abort();
  }

  /** Opens the cell itself or, if it is a drawing, the numbers that it draws. */
  async #open(signal: AbortSignal): Promise<UncertaintyRun> {
    try {
      this.#sampled = this.cell;
      const uncertaintyRun = await this.#host.sampling.open(this.cell, { signal });
      this.#update(signal, { drawn: null, instead: [] });
      return uncertaintyRun;
    } catch (error) {
      if (!(error instanceof NotSampled) || error.obstacle !== "draws") throw error;
      const drawn = this.#host.uncertainOf(error.instead);
      if (!drawn) throw error;
      this.#sampled = drawn.cell;
      const instead = error.instead.filter((name) => name !== drawn.name && this.#host.uncertainOf([name]));
      this.#update(signal, { drawn: drawn.name, instead });
      return this.#host.sampling.open(drawn.cell, { signal });
    }
  }

  #begin(): AbortSignal {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.state = { ...this.state, phase: "drawing", fraction: 0, reason: "", proposals: null };
    this.#host.changed();
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
    const isUnmarked = error instanceof NotSampled && (error.obstacle === "no-sample" || error.obstacle === "waits");
    const proposals = isUnmarked ? this.#host.proposalsOf(this.cell) : null;
    if (proposals) {
      this.#update(signal, { phase: "proposing", spread: null, shares: null, proposals });
      return;
    }
    const reason = messageOf(error);
    const instead = error instanceof NotSampled ? error.instead : [];
    this.#update(signal, { phase: "refused", spread: null, shares: null, drawn: null, reason, instead });
  }

  #update(signal: AbortSignal, change: Partial<RunState>): void {
    if (signal.aborted) return;
    this.state = { ...this.state, ...change };
    this.#host.changed();
  }
}
