import type { Worker } from "node:worker_threads";
import { moduleThread } from "../../kernel/headless/thread-worker.ts";
import { ConsoleWall } from "./console-wall.ts";

/** A run that could not be done, as a sentence; `misuse` if the notebook has no use for a given value or name. */
export class JobRefused extends Error {
  readonly misuse: boolean;
  constructor(sentence: string, misuse: boolean) {
    super(sentence);
    this.misuse = misuse;
  }
}

/** What each of these threads says of a request: that a run begins, the outcome of the request, or why there is none. */
export type ThreadMessage<Outcome> =
  | { readonly type: "began"; readonly file: string }
  | { readonly type: "done"; readonly outcome: Outcome }
  | { readonly type: "refused"; readonly misuse: boolean; readonly sentence: string };

/** How long a run whose time is over may take to end itself, in milliseconds. */
const GRACE_MS = 2000;

/** How one request runs. */
interface RequestOptions<Other> {
  /** How long each run of a notebook may take, in milliseconds. */
  readonly timeout?: number | undefined;
  /** Ends the request, and with it the thread. */
  readonly signal?: AbortSignal;
  /** Takes the other messages of the thread. */
  receive(message: Other): void;
}

/**
 * A thread in which notebooks of a person run, one request after the other. It can be ended at any time, also where a cell blocks it: by the
 * signal, or by the time of a run. A thread that ended is replaced for the next request. What cells write to the console is bounded.
 */
export class RunThread<Request, Outcome, Other extends { readonly type: string } = never> {
  readonly #module: URL;
  readonly #signal: AbortSignal;
  #thread: Worker | null = null;
  #console: ConsoleWall | null = null;

  /**
   * @param module the source of the thread, which answers each message with one of type `done` or `refused`
   * @param signal terminates the thread, and with it the current request
   */
  constructor(module: URL, signal: AbortSignal) {
    this.#module = module;
    this.#signal = signal;
    // It takes a while, in which the caller reads its arguments.
    this.#open();
  }

  /** Rejects with JobRefused, or with the reason of a signal that was aborted. */
  async run(request: Request, { timeout, signal, receive }: RequestOptions<Other>): Promise<Outcome> {
    const signals = [this.#signal, ...(signal ? [signal] : [])];
    const thread = this.#thread ?? this.#open();
    const finished = new AbortController();
    let clock: NodeJS.Timeout | undefined;
    let hasEnded = false;
    try {
      return await new Promise<Outcome>((resolve, reject) => {
        const began = (file: string) => {
          clearTimeout(clock);
          // The run ends itself, unless a cell blocks its thread outside of loops.
          if (timeout !== undefined) clock = setTimeout(() => reject(blocked(file, timeout)), timeout + GRACE_MS);
        };
        const onMessage = (message: ThreadMessage<Outcome> | Other) => {
          if (isOfThread(message)) {
            hasEnded = message.type !== "began";
            if (message.type === "began") began(message.file);
            else if (message.type === "done") resolve(message.outcome);
            else reject(new JobRefused(message.sentence, message.misuse));
          } else receive(message);
        };
        const onError = (error: Error) => reject(new JobRefused(`The run broke off: ${error.message}`, false));
        const onExit = () => reject(new JobRefused("The run ended before it was done.", false));
        thread.on("message", onMessage).on("error", onError).on("exit", onExit);
        finished.signal.addEventListener("abort", () =>
          thread.off("message", onMessage).off("error", onError).off("exit", onExit),
        );
        for (const each of signals) {
          each.throwIfAborted();
          each.addEventListener("abort", () => reject(each.reason), { once: true, signal: finished.signal });
        }
        thread.postMessage(request);
      });
    } finally {
      clearTimeout(clock);
      finished.abort();
      if (hasEnded) this.#console?.next();
      else await this.close();
    }
  }

  async close(): Promise<void> {
    const [thread, wall] = [this.#thread, this.#console];
    [this.#thread, this.#console] = [null, null];
    await thread?.terminate();
    wall?.next();
  }

  #open(): Worker {
    const thread = moduleThread(this.#module, {}, { stdout: true, stderr: true });
    // Listeners of many runs, not a leak.
    thread.setMaxListeners(0);
    // A broken thread is told of by the request that runs in it.
    thread.on("error", () => {});
    this.#console = new ConsoleWall(thread);
    this.#thread = thread;
    return thread;
  }
}

function isOfThread<Outcome>(message: { readonly type: string }): message is ThreadMessage<Outcome> {
  return message.type === "began" || message.type === "done" || message.type === "refused";
}

function blocked(file: string, timeout: number): JobRefused {
  return new JobRefused(
    `${file}: a cell blocked the run until its time was over (${timeout / 1000} s), and the run was ended.`,
    false,
  );
}
