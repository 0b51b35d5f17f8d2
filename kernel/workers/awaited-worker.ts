import type { WorkerLike } from "./running-worker.ts";

/**
 * A worker whose program is still on its way: messages to it wait, in their order, until it is there. If it cannot be made, that is
 * its `error`, as of a worker that failed.
 */
export class AwaitedWorker extends EventTarget implements WorkerLike {
  #worker: WorkerLike | null = null;
  #waiting: [message: unknown, transfer: Transferable[]][] = [];
  #isEnded = false;

  constructor(making: Promise<WorkerLike>) {
    super();
    making.then(
      (worker) => this.#start(worker),
      (error) => this.#fail(error),
    );
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    if (this.#worker) this.#worker.postMessage(message, transfer);
    else if (!this.#isEnded) this.#waiting.push([message, transfer]);
  }

  terminate(): void {
    this.#isEnded = true;
    this.#waiting = [];
    this.#worker?.terminate();
  }

  #start(worker: WorkerLike): void {
    if (this.#isEnded) {
      worker.terminate();
      return;
    }
    for (const type of ["message", "messageerror"]) {
      worker.addEventListener(type, (event) => {
        const { data, ports } = event as MessageEvent;
        this.dispatchEvent(new MessageEvent(type, { data, ports: [...(ports ?? [])] }));
      });
    }
    worker.addEventListener("error", (event) => this.#fail((event as ErrorEvent).error, (event as ErrorEvent).message));
    this.#worker = worker;
    for (const [message, transfer] of this.#waiting) worker.postMessage(message, transfer);
    this.#waiting = [];
  }

  #fail(error: unknown, message = error instanceof Error ? error.message : String(error)): void {
    if (!this.#isEnded) this.dispatchEvent(Object.assign(new Event("error"), { error, message }));
  }
}
