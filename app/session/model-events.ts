import type { ModelEvent } from "./model-messages.ts";

/** The events of a model that are wanted, in their order, however fast they come; they end with the event `gone`. */
export class ModelEvents implements AsyncIterable<ModelEvent> {
  readonly #queue: ModelEvent[] = [];
  readonly #source: EventTarget;
  readonly #wanted: (event: ModelEvent) => boolean;
  #isGone = false;
  #wake: () => void = () => {};

  /** Keeps events from now on. */
  constructor(source: EventTarget, wanted: (event: ModelEvent) => boolean) {
    this.#source = source;
    this.#wanted = wanted;
    source.addEventListener("event", this.#onEvent);
    source.addEventListener("gone", this.#onGone);
  }

  readonly #onEvent = (event: Event) => {
    const { detail } = event as CustomEvent<ModelEvent>;
    if (this.#wanted(detail)) this.#queue.push(detail);
    this.#wake();
  };

  readonly #onGone = () => {
    this.#isGone = true;
    this.#wake();
  };

  async *[Symbol.asyncIterator](): AsyncGenerator<ModelEvent> {
    try {
      for (;;) {
        const next = this.#queue.shift();
        if (next) yield next;
        else if (this.#isGone) return;
        else
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
      }
    } finally {
      this.#source.removeEventListener("event", this.#onEvent);
      this.#source.removeEventListener("gone", this.#onGone);
    }
  }
}
