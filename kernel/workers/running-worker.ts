import type * as Comlink from "comlink";

/** What is needed of a worker: one of the browser, a thread of Node, or what stands for one on the same thread. */
export interface WorkerLike extends Comlink.Endpoint {
  terminate(): void;
}

/** How a worker ended by itself. */
export interface Crash {
  /** What the platform says of it; often nothing. */
  readonly message: string;
  /** Why it never started, where that is known. */
  readonly cause: Error | undefined;
}

/**
 * A worker from its start to its end. What an ended worker was asked never settles by itself: callers wait by `race`, which
 * then rejects.
 */
export class RunningWorker {
  readonly #worker: WorkerLike;
  readonly #ended: Promise<never>;
  #reject!: (reason: Error) => void;
  #isEnded = false;

  /** @param crashed hears that the worker failed by itself, and gives the reason that `race` rejects with */
  constructor(worker: WorkerLike, crashed: (crash: Crash) => Error) {
    this.#worker = worker;
    this.#ended = new Promise<never>((_, reject) => {
      this.#reject = reject;
    });
    this.#ended.catch(() => {});
    worker.addEventListener("error", (event) => {
      const { message, error } = event as Partial<ErrorEvent>;
      if (this.#isEnded) return;
      this.end(crashed({ message: message ?? "", cause: error instanceof Error ? error : undefined }));
    });
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** The value of the promise, or a rejection as soon as the worker has ended. */
  race<T>(promise: Promise<T>): Promise<T> {
    return Promise.race([promise, this.#ended]);
  }

  /** Ends the worker; what waits for it is refused with the reason. */
  end(reason: Error): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#worker.terminate();
    this.#reject(reason);
  }
}
