import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import type { Cause, Progress } from "./state.ts";

const texts = messages("runtime", {
  superseded: {
    en: "The run was superseded.",
    zh: "运行已结束：被新的运行取代。",
  },
  removed: {
    en: "The run was removed.",
    zh: "运行已结束：单元格已删除。",
  },
  paused: {
    en: "The run was paused.",
    zh: "运行已结束：已暂停。",
  },
  stopped: {
    en: "This cell was stopped before it finished.",
    zh: "此单元格未运行完就被停止。",
  },
});

/** Why a run was ended before its body had finished. */
export type Ending = "superseded" | "stopped" | "removed" | "paused";

/** Rejects promises that race with a run that was ended. */
export class RunEnded extends Fault {
  readonly ending: Ending;
  constructor(ending: Ending) {
    super(texts[ending]());
    this.name = "RunEnded";
    this.ending = ending;
  }
}

/** Receives the events of a run. */
export interface RunHost {
  display(run: Run, value: unknown, replace: boolean): void;
  progress(run: Run, progress: Progress): void;
}

/** One run of one cell: its signal, invalidation, output and progress. */
export class Run {
  readonly cell: number;
  readonly cause: Cause;
  /** Counts the cell's runs from 1. */
  readonly number: number;
  /** Resolves when the results of the run are no longer in use: its cell runs again, is removed, or is ended. */
  readonly invalidation: Promise<void>;
  /** Called before each request of its code to the page, which notes whose it is; unset where nobody asks. */
  requesting: (() => void) | undefined;
  readonly #host: RunHost;
  /** Created on demand: most runs never need it, and aborting is expensive. */
  #controller: AbortController | null = null;
  readonly #ended: Promise<never>;
  #invalidate!: () => void;
  #end!: (error: RunEnded) => void;
  #valid = true;

  constructor(cell: number, number: number, cause: Cause, host: RunHost) {
    this.cell = cell;
    this.number = number;
    this.cause = cause;
    this.#host = host;
    this.invalidation = new Promise((resolve) => {
      this.#invalidate = resolve;
    });
    this.#ended = new Promise((_, reject) => {
      this.#end = reject;
    });
    this.#ended.catch(() => {});
  }

  /** Aborts when the run is ended or invalidated. */
  get signal(): AbortSignal {
    if (!this.#controller) {
      this.#controller = new AbortController();
      if (!this.#valid) this.#controller.abort(new RunEnded("superseded"));
    }
    return this.#controller.signal;
  }

  /** Whether the run has been neither ended nor replaced by another. */
  get valid(): boolean {
    return this.#valid;
  }

  /** Displays a value below the run's earlier output, or instead of it. Ignored once the run is over. */
  display(value: unknown, replace = false): void {
    if (this.#valid) this.#host.display(this, value, replace);
  }

  progress(progress: Progress): void {
    if (this.#valid) this.#host.progress(this, progress);
  }

  /** The value of the promise, or a rejection with `RunEnded` as soon as the run is ended, because the promise may never settle. */
  race<T>(promise: T | PromiseLike<T>): Promise<T> {
    return Promise.race([promise, this.#ended]);
  }

  /** Ends the run: promises that race with it reject, its signal aborts, its invalidation resolves. */
  end(ending: Ending): void {
    if (!this.#valid) return;
    this.#end(new RunEnded(ending));
    this.invalidate();
  }

  /** Called when the results of the run are no longer in use. */
  invalidate(): void {
    if (!this.#valid) return;
    this.#valid = false;
    this.#invalidate();
    this.#controller?.abort(new RunEnded("superseded"));
  }
}
