import type { WorkerLike } from "./running-worker.ts";

/** A worker that takes messages at once, and starts when there is one; that there will be none is told as an error of its own. */
export class LateWorker implements WorkerLike {
  readonly #started: Promise<Worker | null>;
  #isEnded = false;

  /** @param start gives the program's address; not asked for a worker once this one has ended */
  constructor(address: Promise<string>) {
    this.#started = address.then((program) => (this.#isEnded ? null : new Worker(program)));
    this.#started.catch(() => {});
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.#tell((worker) => worker.postMessage(message, transfer));
  }

  addEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
    this.#tell((worker) => worker.addEventListener(type, listener));
    if (type !== "error") return;
    this.#started.catch((error: Error) => {
      const event = Object.assign(new Event("error"), { message: error.message, error });
      if (this.#isEnded) return;
      if (typeof listener === "function") listener(event);
      else listener.handleEvent(event);
    });
  }

  removeEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
    this.#tell((worker) => worker.removeEventListener(type, listener));
  }

  terminate(): void {
    this.#isEnded = true;
    this.#tell((worker) => worker.terminate());
  }

  #tell(what: (worker: Worker) => void): void {
    this.#started.then(
      (worker) => worker && what(worker),
      () => {},
    );
  }
}
