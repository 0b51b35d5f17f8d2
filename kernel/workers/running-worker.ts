import type * as Comlink from "comlink";

/** The required interface of a worker: of the browser, a Node thread, or a substitute on the same thread. */
export interface WorkerLike extends Comlink.Endpoint {
  terminate(): void;
}

/** The failure of a worker. */
export interface Crash {
  /** The platform's message; often empty. */
  readonly message: string;
  /** Why it did not start, if known. */
  readonly cause: Error | undefined;
}

/**
 * A worker from its start to its end. Calls to a terminated worker never settle, so callers await them by `race`, which then
 * rejects.
 */
export class RunningWorker {
  readonly #worker: WorkerLike;
  readonly #ended: Promise<never>;
  #reject!: (reason: Error) => void;
  #isEnded = false;

  /** @param onCrash called when the worker has failed; returns the reason with which `race` rejects */
  constructor(worker: WorkerLike, onCrash: (crash: Crash) => Error) {
    this.#worker = worker;
    this.#ended = new Promise<never>((_, reject) => {
      this.#reject = reject;
    });
    this.#ended.catch(() => {});
    worker.addEventListener("error", (event) => {
      const { message, error } = event as Partial<ErrorEvent>;
      if (this.#isEnded) return;
      this.end(onCrash({ message: message ?? "", cause: error instanceof Error ? error : undefined }));
    });
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** The value of the promise, or a rejection as soon as the worker has ended. */
  race<T>(promise: Promise<T>): Promise<T> {
    return Promise.race([promise, this.#ended]);
  }

  /** Terminates the worker; pending calls reject with the reason. */
  end(reason: Error): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#worker.terminate();
    this.#reject(reason);
  }
}
