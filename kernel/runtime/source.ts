import { equalData } from "../values/equal.ts";
import { pace } from "./tick.ts";

/** A hand that rests this long has chosen: the newest value may then supersede a run still under way. */
const REST_MS = 150;

export type AnyGenerator = Iterator<unknown> | AsyncIterator<unknown>;

export function isGenerator(value: unknown): value is AnyGenerator {
  const it = value as { next?: unknown; return?: unknown } | null | undefined;
  return typeof it === "object" && it !== null && typeof it.next === "function" && typeof it.return === "function";
}

/** What a source asks of the dataflow it feeds. */
export interface Sink {
  /** True while cells that read the source have not settled. */
  busy(): boolean;
  /** The source has a newer value (or error); readers are to be computed. */
  changed(): void;
  /** The source threw; readers that are computed now get the error. */
  failed(error: unknown): void;
}

/**
 * A value that changes by itself: a generator, or what a `view` shows. Values that arrive while its readers run are held,
 * and only the newest is kept: a slider flood runs one computation at a time and ends with the last position. When no
 * newer value has come for a moment, the held one no longer waits.
 */
export class Source {
  readonly #generator: AnyGenerator;
  readonly #sink: Sink;
  readonly #first: Promise<unknown>;
  #settleFirst!: { resolve: (value: unknown) => void; reject: (error: unknown) => void };
  #current: { value: unknown } | { error: unknown } | null = null;
  #held: { value: unknown } | null = null;
  #rest: ReturnType<typeof setTimeout> | undefined;
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

  /** The newest value delivered; a promise until there is a first. Throws what the generator threw. */
  read(): unknown {
    if (!this.#current) return this.#first;
    if ("error" in this.#current) throw this.#current.error;
    return this.#current.value;
  }

  /** Readers have settled: a held value can go. */
  settled(): void {
    if (this.#held && !this.#sink.busy()) this.#deliver();
  }

  stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    clearTimeout(this.#rest);
    // A generator suspended at a pending await settles `return` only later, or never: nobody waits for it.
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
        this.#hold(sent);
        await pace();
        if (this.#stopped) return;
      }
      if (!this.#current && !this.#held) this.#settleFirst.resolve(undefined);
    } catch (error) {
      if (this.#stopped) return;
      this.#held = null;
      const first = !this.#current;
      this.#current = { error };
      this.#sink.failed(error);
      if (first) this.#settleFirst.reject(error);
      else this.#sink.changed();
    }
  }

  #hold(value: unknown): void {
    this.#held = { value };
    clearTimeout(this.#rest);
    if (!this.#current || !this.#sink.busy()) this.#deliver();
    else this.#rest = setTimeout(() => this.#deliver(), REST_MS);
  }

  #deliver(): void {
    const held = this.#held;
    if (!held || this.#stopped) return;
    this.#held = null;
    clearTimeout(this.#rest);
    const first = !this.#current;
    if (this.#current && "value" in this.#current && equalData(this.#current.value, held.value)) return;
    this.#current = held;
    if (first) this.#settleFirst.resolve(held.value);
    else this.#sink.changed();
  }
}
