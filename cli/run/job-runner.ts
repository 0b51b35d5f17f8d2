import type { Worker } from "node:worker_threads";
import { moduleThread } from "../../kernel/headless/thread-worker.ts";
import { ResultFolder } from "../results/result-folder.ts";
import type { Job, JobMessage, JobOutcome } from "./job.ts";

/** A run that could not be made, as a sentence; `misuse` where a value or a name has no place in the notebook. */
export class JobRefused extends Error {
  readonly misuse: boolean;
  constructor(sentence: string, misuse: boolean) {
    super(sentence);
    this.misuse = misuse;
  }
}

/** A run with the files it has left. */
export interface FinishedRun extends JobOutcome {
  readonly files: readonly string[];
}

/**
 * Makes runs of one notebook, one after the other, in a thread of their own, which can be ended whatever it does. Files are
 * written here, so that what the thread has handed over is there even if it then holds itself up.
 */
export class JobRunner {
  readonly #signal: AbortSignal;
  readonly #thread: Worker;

  /** @param signal ends the thread, and with it the run under way */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
    this.#thread = moduleThread(new URL("./job-thread.ts", import.meta.url));
    // Results of many runs, and not a leak.
    this.#thread.setMaxListeners(0);
  }

  /** Makes a run. Rejects with JobRefused, with WriteError, or with the reason of the signal when that fires. */
  async run(job: Job, progress: (message: Progress) => void): Promise<FinishedRun> {
    const thread = this.#thread;
    const over = new AbortController();
    let folder!: ResultFolder;
    try {
      this.#signal.throwIfAborted();
      const outcome = await new Promise<JobOutcome>((resolve, reject) => {
        folder = new ResultFolder(job.out, reject);
        const hear = (message: JobMessage) => {
          if (message.type === "progress") progress(message);
          else if (message.type === "file") folder.write(message.name, message.content);
          else if (message.type === "done") folder.done().then(() => resolve(message.outcome));
          else reject(new JobRefused(message.sentence, message.misuse));
        };
        const broke = (error: Error) => reject(new JobRefused(`The run broke off: ${error.message}`, false));
        const ended = () => reject(new JobRefused("The run ended before it was done.", false));
        thread.on("message", hear).on("error", broke).on("exit", ended);
        over.signal.addEventListener("abort", () => thread.off("message", hear).off("error", broke).off("exit", ended));
        const interrupt = () => reject(this.#signal.reason);
        this.#signal.addEventListener("abort", interrupt, { once: true, signal: over.signal });
        thread.postMessage(job);
      });
      return { ...outcome, files: folder.files };
    } finally {
      over.abort();
      if (this.#signal.aborted) await thread.terminate();
      await folder?.done();
    }
  }

  async close(): Promise<void> {
    await this.#thread.terminate();
  }
}

type Progress = Extract<JobMessage, { type: "progress" }>;
