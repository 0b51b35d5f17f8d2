import { DeferredWorker } from "../../kernel/workers/deferred-worker.ts";
import { programAddress } from "../../kernel/workers/program-worker.ts";
import type { WorkerLike } from "../../kernel/workers/running-worker.ts";

/**
 * Opens the workers that make draws: classic workers from text, since a frame of opaque origin cannot load others. The first
 * one requests their program from the page, so that a notebook in which ± is never opened does not load it.
 */
export class DrawWorkers {
  readonly #program: () => Promise<string>;
  #address: Promise<string> | undefined;

  constructor(program: () => Promise<string>) {
    this.#program = program;
  }

  /** A worker that accepts messages at once and answers them when it has started. */
  open(): WorkerLike {
    return new DeferredWorker(this.#findAddress());
  }

  /** A failed request is repeated with the next ±. */
  #findAddress(): Promise<string> {
    this.#address ??= this.#program().then(programAddress, (error) => {
      this.#address = undefined;
      throw error;
    });
    return this.#address;
  }
}
