import { ResultFolder } from "../results/result-folder.ts";
import { boundedOutcome } from "./bounded-outcome.ts";
import type { Job, JobMessage, JobOutcome } from "./job.ts";
import { JobRefused, RunThread } from "./run-thread.ts";

/** A run with the files that it wrote. */
export interface FinishedRun extends JobOutcome {
  readonly files: readonly string[];
}

/**
 * Runs jobs one after the other in a thread. This thread writes the files, so that those that were received are written even if the other
 * thread then hangs.
 */
export class JobRunner {
  readonly #thread: RunThread<Job, JobOutcome, JobMessage>;

  /** @param signal terminates the thread, and with it the current run */
  constructor(signal: AbortSignal) {
    this.#thread = new RunThread(new URL("./job-thread.ts", import.meta.url), signal);
  }

  /** Runs a job. Rejects with JobRefused, with WriteError, or with the reason of the signal when it is aborted. */
  async run(job: Job, progress: (message: Progress) => void): Promise<FinishedRun> {
    const unwritten = new AbortController();
    const folder = new ResultFolder(job.out, (error) => unwritten.abort(error));
    try {
      const outcome = await this.#thread.run(job, {
        timeout: job.timeout,
        signal: unwritten.signal,
        receive(message) {
          if (message.type === "progress") progress(message);
          else folder.write(message.name, message.content);
        },
      });
      await folder.done();
      unwritten.signal.throwIfAborted();
      return { ...boundedOutcome(job.file, outcome), files: folder.files };
    } catch (error) {
      await folder.done();
      if (!(error instanceof JobRefused) || error.misuse || job.formats.length === 0) throw error;
      throw new JobRefused(`${error.message} ${leftIn(job.out, folder.files)}`, false);
    }
  }

  close(): Promise<void> {
    return this.#thread.close();
  }
}

/** What a run that was ended has left, as a sentence. */
function leftIn(out: string, { length }: readonly string[]): string {
  if (length === 0) return "It had written no result.";
  return length === 1
    ? `The one file that it had finished is in ${out}.`
    : `The ${length} files that it had finished are in ${out}.`;
}

type Progress = Extract<JobMessage, { type: "progress" }>;
