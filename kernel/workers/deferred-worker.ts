import type { WorkerLike } from "./running-worker.ts";

/** A worker whose program is still being loaded: messages are queued, and a failure to load is dispatched as an `error` event. */
export class DeferredWorker implements WorkerLike {
  readonly #started: Promise<Worker | null>;
  #isEnded = false;

  /** @param address the URL of the program; no worker is started if this one has been terminated before */
  constructor(address: Promise<string>) {
    this.#started = address.then((program) => (this.#isEnded ? null : new Worker(program)));
    this.#started.catch(() => {});
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.#whenStarted((worker) => worker.postMessage(message, transfer));
  }

  addEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
    this.#whenStarted((worker) => worker.addEventListener(type, listener));
    if (type !== "error") return;
    this.#started.catch((error: Error) => {
      const event = Object.assign(new Event("error"), { message: error.message, error });
      if (this.#isEnded) return;
      if (typeof listener === "function") listener(event);
      else listener.handleEvent(event);
    });
  }

  removeEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
    this.#whenStarted((worker) => worker.removeEventListener(type, listener));
  }

  terminate(): void {
    this.#isEnded = true;
    this.#whenStarted((worker) => worker.terminate());
  }

  #whenStarted(what: (worker: Worker) => void): void {
    this.#started.then(
      (worker) => worker && what(worker),
      () => {},
    );
  }
}
