import type { Sentence } from "../../lib/message/message.ts";
import { type Remote, wrap } from "../boundary/endpoint.ts";
import type { Answers, trusted } from "../boundary/rule.ts";
import { abortError } from "../services/abort.ts";
import { unseeded } from "../stdlib/chance.ts";
import { RunningWorker, type WorkerLike } from "./running-worker.ts";
import { saidOfStop, WorkerStopped } from "./worker-stopped.ts";

export interface PoolOptions<Api> {
  /** Workers at most; each is opened when it is first needed. */
  readonly size: number;
  /** How what the workers give back is read. */
  readonly answers: Answers<Api> | typeof trusted;
  /** Asks a worker what it must know before its first job. */
  readonly prepare?: (api: Remote<Api>) => Promise<unknown>;
  /** How long a cancelled job may take to yield before its worker is ended, in milliseconds; left out, it is ended at once. */
  readonly patience?: number;
  /** Whether a worker whose job failed is ended: it may hold half a computation. */
  readonly endsAfterFailure?: boolean;
  /** What is said where a worker stopped under a job. */
  readonly stopped?: (message: string) => Sentence;
}

export interface JobOptions<Api> {
  /** Cancels the job, whose caller is answered at once. */
  readonly signal?: AbortSignal | undefined;
  /** Asks the worker to give the job up. */
  readonly cancel?: ((api: Remote<Api>) => unknown) | undefined;
}

interface OpenWorker<Api> {
  readonly running: RunningWorker;
  readonly api: Remote<Api>;
  /** What the worker answered when it was prepared. */
  readonly prepared: Promise<unknown>;
}

/** A place for one worker: whoever was in it may have ended, and the next job opens another. */
interface Place<Api> {
  open: OpenWorker<Api> | null;
  busy: boolean;
}

/**
 * Workers of one program, of which each does one job at a time. A job goes to the first free worker in a fixed order, so that
 * what a worker keeps of one job serves the next; where none is free it waits its turn. A worker that crashes fails its job with
 * `WorkerStopped` and is replaced; `stop` is dispatched then.
 */
export class WorkerPool<Api> extends EventTarget {
  readonly size: number;
  readonly #create: () => WorkerLike;
  readonly #options: PoolOptions<Api>;
  readonly #places: readonly Place<Api>[];
  readonly #waiting: ((place: Place<Api>) => void)[] = [];

  constructor(create: () => WorkerLike, options: PoolOptions<Api>) {
    super();
    this.size = options.size;
    this.#create = create;
    this.#options = options;
    this.#places = Array.from({ length: options.size }, () => ({ open: null, busy: false }));
  }

  /** Opens the first worker before there is a job for it. */
  start(): void {
    this.#openAt(this.#places[0]!);
  }

  /** Opens all workers; what each answered when it was prepared. */
  prepared(): Promise<unknown[]> {
    return Promise.all(this.#places.map((place) => this.#openAt(place).prepared));
  }

  /**
   * Does a job on a free worker. A job that is cancelled rejects at once with `AbortError`; its worker takes another only when
   * the job has yielded, and is ended if it does not in time.
   */
  async run<T>(job: (api: Remote<Api>) => Promise<T>, { signal, cancel }: JobOptions<Api> = {}): Promise<T> {
    const place = await this.#free(signal);
    const { api, running, prepared } = this.#openAt(place);
    const work = running.race(this.#options.prepare ? prepared.then(() => asked(job, api)) : asked(job, api));
    const done = work
      .catch((error) => {
        if (this.#options.endsAfterFailure) running.end(this.#stopped());
        throw error;
      })
      .finally(() => this.#release(place));
    return untilCancelled(done, signal, () => {
      cancel?.(api);
      const end = () => running.end(this.#stopped());
      const { patience } = this.#options;
      if (patience === undefined) return end();
      const timer = setTimeout(end, patience);
      done.catch(() => {}).finally(() => clearTimeout(timer));
    });
  }

  /** Ends every worker, as a crash would; the next job opens new ones. */
  stop(reason: Error = this.#stopped()): void {
    for (const { open } of this.#places) open?.running.end(reason);
  }

  #free(signal: AbortSignal | undefined): Promise<Place<Api>> {
    if (signal?.aborted) return Promise.reject(abortError());
    const free = this.#places.find(({ busy }) => !busy);
    if (free) {
      free.busy = true;
      return Promise.resolve(free);
    }
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(take), 1);
        reject(abortError());
      };
      const take = (place: Place<Api>) => {
        signal?.removeEventListener("abort", leave);
        resolve(place);
      };
      this.#waiting.push(take);
      signal?.addEventListener("abort", leave, { once: true });
    });
  }

  #release(place: Place<Api>): void {
    const next = this.#waiting.shift();
    if (next) next(place);
    else place.busy = false;
  }

  #openAt(place: Place<Api>): OpenWorker<Api> {
    if (place.open && !place.open.running.isEnded) return place.open;
    const { answers, prepare } = this.#options;
    const worker = this.#create();
    const running = new RunningWorker(worker, ({ message, cause }) => {
      // Told when its job has been refused, as after every other end.
      queueMicrotask(() => this.dispatchEvent(new Event("stop")));
      return cause ?? this.#stopped(message);
    });
    const api = wrap<Api>(worker, answers);
    const prepared = running.race(prepare ? asked(prepare, api) : Promise.resolve());
    prepared.catch((error) => running.end(error));
    place.open = { running, api, prepared };
    return place.open;
  }

  #stopped(message = ""): WorkerStopped {
    return new WorkerStopped((this.#options.stopped ?? saidOfStop)(message));
  }
}

/** A message to a worker has an id, which is drawn by chance; that is not the notebook's. */
function asked<Api, T>(job: (api: Remote<Api>) => Promise<T>, api: Remote<Api>): Promise<T> {
  return unseeded(async () => job(api));
}

/** The outcome of a job, or `AbortError` as soon as the signal fires, which also gives it up. */
function untilCancelled<T>(done: Promise<T>, signal: AbortSignal | undefined, give: () => void): Promise<T> {
  if (!signal) return done;
  return new Promise<T>((resolve, reject) => {
    const cancel = () => {
      reject(abortError());
      give();
    };
    done.then(resolve, reject).finally(() => signal.removeEventListener("abort", cancel));
    if (signal.aborted) cancel();
    else signal.addEventListener("abort", cancel, { once: true });
  });
}
