import type { Sentence } from "../../lib/message/message.ts";
import { unseeded } from "../../lib/numeric/realm-random.ts";
import { type Remote, wrap } from "../boundary/endpoint.ts";
import type { Answers, trusted } from "../boundary/rule.ts";
import { abortError } from "./abort.ts";
import { RunningWorker, type WorkerLike } from "./running-worker.ts";
import { stopMessage, WorkerStopped } from "./worker-stopped.ts";

export interface PoolOptions<Api> {
  /** The maximum number of workers; each is opened when it is first needed. */
  readonly size: number;
  /** The readers of the workers' answers. */
  readonly answers: Answers<Api> | typeof trusted;
  /** Initialises a worker before its first job. */
  readonly prepare?: (api: Remote<Api>) => Promise<unknown>;
  /** How long a cancelled job may take to yield before its worker is terminated, in milliseconds; by default it is terminated at once. */
  readonly patience?: number;
  /** Whether a worker is terminated after a failed job, because its state may be inconsistent. */
  readonly endsAfterFailure?: boolean;
  /** The message for a job whose worker stopped. */
  readonly stopped?: (message: string) => Sentence;
}

export interface JobOptions<Api> {
  /** Cancels the job, which then rejects at once. */
  readonly signal?: AbortSignal | undefined;
  /** Asks the worker to stop the job. */
  readonly cancel?: ((api: Remote<Api>) => unknown) | undefined;
}

interface OpenWorker<Api> {
  readonly running: RunningWorker;
  readonly api: Remote<Api>;
  /** The worker's answer to its initialisation. */
  readonly prepared: Promise<unknown>;
}

/** A slot for one worker; if its worker has ended, the next job opens another. */
interface Slot<Api> {
  open: OpenWorker<Api> | null;
  busy: boolean;
}

/**
 * Workers of one program, each running one job at a time. A job goes to the first free worker in a fixed order, so that the
 * state of a worker can be reused by the next job; if none is free, the job is queued. If a worker crashes, its job fails with
 * `WorkerStopped`, the worker is replaced, and `stop` is dispatched.
 */
export class WorkerPool<Api> extends EventTarget {
  readonly size: number;
  readonly #create: () => WorkerLike;
  readonly #options: PoolOptions<Api>;
  readonly #slots: readonly Slot<Api>[];
  readonly #waiting: ((slot: Slot<Api>) => void)[] = [];

  constructor(create: () => WorkerLike, options: PoolOptions<Api>) {
    super();
    this.size = options.size;
    this.#create = create;
    this.#options = options;
    this.#slots = Array.from({ length: options.size }, () => ({ open: null, busy: false }));
  }

  /** Opens the first worker in advance; returns its interface. */
  protected openFirst(): Remote<Api> {
    return this.#openAt(this.#slots[0]!).api;
  }

  /** Opens all workers; returns their answers to the initialisation. */
  prepared(): Promise<unknown[]> {
    return Promise.all(this.#slots.map((slot) => this.#openAt(slot).prepared));
  }

  /**
   * Runs a job on a free worker. A cancelled job rejects at once with `AbortError`; its worker takes another job only when
   * the job has yielded, and is terminated if it does not yield in time.
   */
  async run<T>(job: (api: Remote<Api>) => Promise<T>, { signal, cancel }: JobOptions<Api> = {}): Promise<T> {
    const slot = await this.#free(signal);
    const { api, running, prepared } = this.#openAt(slot);
    const work = running.race(
      this.#options.prepare ? prepared.then(() => callUnseeded(job, api)) : callUnseeded(job, api),
    );
    const done = work
      .catch((error) => {
        if (this.#options.endsAfterFailure) running.end(this.#stopped());
        throw error;
      })
      .finally(() => this.#release(slot));
    return untilCancelled(done, signal, () => {
      cancel?.(api);
      const end = () => running.end(this.#stopped());
      const { patience } = this.#options;
      if (patience === undefined) return end();
      const timer = setTimeout(end, patience);
      done.catch(() => {}).finally(() => clearTimeout(timer));
    });
  }

  /** Terminates every worker, as a crash would; the next job opens new ones. */
  stop(reason: Error = this.#stopped()): void {
    for (const { open } of this.#slots) open?.running.end(reason);
  }

  #free(signal: AbortSignal | undefined): Promise<Slot<Api>> {
    if (signal?.aborted) return Promise.reject(abortError());
    const free = this.#slots.find(({ busy }) => !busy);
    if (free) {
      free.busy = true;
      return Promise.resolve(free);
    }
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(take), 1);
        reject(abortError());
      };
      const take = (slot: Slot<Api>) => {
        signal?.removeEventListener("abort", leave);
        resolve(slot);
      };
      this.#waiting.push(take);
      signal?.addEventListener("abort", leave, { once: true });
    });
  }

  #release(slot: Slot<Api>): void {
    const next = this.#waiting.shift();
    if (next) next(slot);
    else slot.busy = false;
  }

  #openAt(slot: Slot<Api>): OpenWorker<Api> {
    if (slot.open && !slot.open.running.isEnded) return slot.open;
    const { answers, prepare } = this.#options;
    const worker = this.#create();
    const running = new RunningWorker(worker, ({ message, cause }) => {
      // Dispatched after the job has been rejected, as with every other end.
      queueMicrotask(() => this.dispatchEvent(new Event("stop")));
      return cause ?? this.#stopped(message);
    });
    const api = wrap<Api>(worker, answers);
    const prepared = running.race(prepare ? callUnseeded(prepare, api) : Promise.resolve());
    prepared.catch((error) => running.end(error));
    slot.open = { running, api, prepared };
    return slot.open;
  }

  #stopped(message = ""): WorkerStopped {
    return new WorkerStopped((this.#options.stopped ?? stopMessage)(message));
  }
}

/** Comlink draws a random id for each message; this must not consume the notebook's seeded random numbers. */
function callUnseeded<Api, T>(job: (api: Remote<Api>) => Promise<T>, api: Remote<Api>): Promise<T> {
  return unseeded(async () => job(api));
}

/** The outcome of a job, or `AbortError` as soon as the signal fires, which also calls `giveUp`. */
function untilCancelled<T>(done: Promise<T>, signal: AbortSignal | undefined, giveUp: () => void): Promise<T> {
  if (!signal) return done;
  return new Promise<T>((resolve, reject) => {
    const cancel = () => {
      reject(abortError());
      giveUp();
    };
    done.then(resolve, reject).finally(() => signal.removeEventListener("abort", cancel));
    if (signal.aborted) cancel();
    else signal.addEventListener("abort", cancel, { once: true });
  });
}
