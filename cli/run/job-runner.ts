import type { Worker } from "node:worker_threads";
import { moduleThread } from "../../kernel/headless/thread-worker.ts";
import { ResultFolder } from "../results/result-folder.ts";
import type { Job, JobMessage, JobOutcome } from "./job.ts";

/** A run that could not be done, as a sentence; `misuse` if the notebook has no use for a given value or name. */
export class JobRefused extends Error {
  readonly misuse: boolean;
  constructor(sentence: string, misuse: boolean) {
    super(sentence);
    this.misuse = misuse;
  }
}

/** How long a run whose time is over may take to end itself. */
const GRACE_MS = 2000;

/** A run with the files that it wrote. */
export interface FinishedRun extends JobOutcome {
  readonly files: readonly string[];
}

/**
 * Runs jobs one after the other in a thread, which can be terminated at any time. This thread writes the files, so that those
 * that were received are written even if the other thread then hangs. A thread that ended is replaced by the next job.
 */
export class JobRunner {
  readonly #signal: AbortSignal;
  #thread: Worker | null = null;

  /** @param signal terminates the thread, and with it the current run */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
    // It takes a while, in which the caller reads its arguments.
    this.#open();
  }

  /** Runs a job. Rejects with JobRefused, with WriteError, or with the reason of the signal when it is aborted. */
  async run(job: Job, progress: (message: Progress) => void): Promise<FinishedRun> {
    const thread = this.#thread ?? this.#open();
    const finished = new AbortController();
    let folder!: ResultFolder;
    let hasEnded = false;
    try {
      this.#signal.throwIfAborted();
      const outcome = await new Promise<JobOutcome>((resolve, reject) => {
        folder = new ResultFolder(job.out, reject);
        const onMessage = (message: JobMessage) => {
          hasEnded = message.type === "done" || message.type === "refused";
          if (message.type === "progress") progress(message);
          else if (message.type === "file") folder.write(message.name, message.content);
          else if (message.type === "done") folder.done().then(() => resolve(message.outcome));
          else reject(new JobRefused(message.sentence, message.misuse));
        };
        const onError = (error: Error) => reject(new JobRefused(`The run broke off: ${error.message}`, false));
        const onExit = () => reject(new JobRefused("The run ended before it was done.", false));
        thread.on("message", onMessage).on("error", onError).on("exit", onExit);
        finished.signal.addEventListener("abort", () =>
          thread.off("message", onMessage).off("error", onError).off("exit", onExit),
        );
        const interrupt = () => reject(this.#signal.reason);
        this.#signal.addEventListener("abort", interrupt, { once: true, signal: finished.signal });
        if (job.timeout !== undefined) {
          // The run ends itself, unless a cell blocks its thread outside of loops.
          const clock = setTimeout(() => reject(new JobRefused(blockedUntil(job), false)), job.timeout + GRACE_MS);
          finished.signal.addEventListener("abort", () => clearTimeout(clock));
        }
        thread.postMessage(job);
      });
      return { ...outcome, files: folder.files };
    } finally {
      finished.abort();
      if (!hasEnded) await this.close();
      await folder?.done();
    }
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    await thread?.terminate();
  }

  #open(): Worker {
    const thread = moduleThread(new URL("./job-thread.ts", import.meta.url));
    // Listeners of many runs, not a leak.
    thread.setMaxListeners(0);
    this.#thread = thread;
    return thread;
  }
}

function blockedUntil({ file, timeout = 0 }: Job): string {
  return `${file}: a cell blocked the run until its time was over (${timeout / 1000} s), and the run was ended. What was finished before is written.`;
}

type Progress = Extract<JobMessage, { type: "progress" }>;
