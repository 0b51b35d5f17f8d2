import { equalData } from "../values/equal.ts";
import { pace } from "./tick.ts";

/** After this time without a newer value, the newest value may supersede a run in progress. */
const PAUSE_MS = 150;

export type AnyGenerator = Iterator<unknown> | AsyncIterator<unknown>;

export function isGenerator(value: unknown): value is AnyGenerator {
  const it = value as { next?: unknown; return?: unknown } | null | undefined;
  return typeof it === "object" && it !== null && typeof it.next === "function" && typeof it.return === "function";
}

/** The dataflow that receives the values of a source. */
export interface Sink {
  /** Whether cells that read the source have not settled yet. */
  busy(): boolean;
  /** Called when the source has a newer value (or error); readers must be computed. */
  changed(): void;
  /** Called when the source threw; readers computed from now on get the error. */
  failed(error: unknown): void;
}

/**
 * A value that changes by itself: a generator, or a `view`. Of the values that arrive while its readers run, only the newest is
 * kept as pending: a moving slider runs one computation at a time and ends with the last position. If no newer value
 * arrives for a moment, the pending value is delivered without waiting for the readers.
 */
export class Source {
  readonly #generator: AnyGenerator;
  readonly #sink: Sink;
  readonly #first: Promise<unknown>;
  #settleFirst!: { resolve: (value: unknown) => void; reject: (error: unknown) => void };
  #current: { value: unknown } | { error: unknown } | null = null;
  #pending: { value: unknown } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(generator: AnyGenerator, sink: Sink) {
    this.#generator = generator;
    this.#sink = sink;
    this.#first = new Promise((resolve, reject) => {
      this.#settleFirst = { resolve, reject };
    });
    this.#first.catch(() => {});
    this.#pull();
  }

  /** The newest delivered value; a promise until there is one. Throws the generator's error. */
  read(): unknown {
    if (!this.#current) return this.#first;
    if ("error" in this.#current) throw this.#current.error;
    return this.#current.value;
  }

  /** Called when readers have settled: delivers a pending value. */
  settled(): void {
    if (this.#pending && !this.#sink.busy()) this.#deliver();
  }

  stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    clearTimeout(this.#timer);
    // A generator suspended at an await settles `return` later or never, so it is not awaited.
    Promise.resolve(this.#generator.return?.()).catch(() => {});
  }

  async #pull(): Promise<void> {
    try {
      let sent: unknown;
      for (;;) {
        const { done, value } = await this.#generator.next(...((sent === undefined ? [] : [sent]) as []));
        if (this.#stopped) return;
        if (done) break;
        sent = await value;
        if (this.#stopped) return;
        this.#receive(sent);
        await pace();
        if (this.#stopped) return;
      }
      if (!this.#current && !this.#pending) this.#settleFirst.resolve(undefined);
    } catch (error) {
      if (this.#stopped) return;
      this.#pending = null;
      const first = !this.#current;
      this.#current = { error };
      this.#sink.failed(error);
      if (first) this.#settleFirst.reject(error);
      else this.#sink.changed();
    }
  }

  #receive(value: unknown): void {
    this.#pending = { value };
    clearTimeout(this.#timer);
    if (!this.#current || !this.#sink.busy()) this.#deliver();
    else this.#timer = setTimeout(() => this.#deliver(), PAUSE_MS);
  }

  #deliver(): void {
    const pending = this.#pending;
    if (!pending || this.#stopped) return;
    this.#pending = null;
    clearTimeout(this.#timer);
    const first = !this.#current;
    if (this.#current && "value" in this.#current && equalData(this.#current.value, pending.value)) return;
    this.#current = pending;
    if (first) this.#settleFirst.resolve(pending.value);
    else this.#sink.changed();
  }
}
