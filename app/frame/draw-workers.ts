import { DeferredWorker } from "../../kernel/workers/deferred-worker.ts";
import { programAddress } from "../../kernel/workers/program-worker.ts";
import type { WorkerLike } from "../../kernel/workers/running-worker.ts";

/**
 * Opens workers of draws: classic ones, from text, as a frame of opaque origin needs them. Their program is asked of the page
 * by the first of them: a notebook of which nobody asks ± goes without.
 */
export class DrawWorkers {
  readonly #program: () => Promise<string>;
  #address: Promise<string> | undefined;

  constructor(program: () => Promise<string>) {
    this.#program = program;
  }

  /** A worker that takes messages at once, and answers when it has started. */
  open(): WorkerLike {
    return new DeferredWorker(this.#findAddress());
  }

  /** One that could not be had is asked for again with the next ±. */
  #findAddress(): Promise<string> {
    this.#address ??= this.#program().then(programAddress, (error) => {
      this.#address = undefined;
      throw error;
    });
    return this.#address;
  }
}
