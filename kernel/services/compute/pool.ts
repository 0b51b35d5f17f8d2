import { messages } from "../../../lib/message/message.ts";
import type { Selection } from "../../../lib/tool/selection.ts";
import { callback, transfer } from "../../boundary/endpoint.ts";
import { trusted } from "../../boundary/rule.ts";
import type { Progress } from "../../runtime/state.ts";
import type { WorkerLike } from "../../workers/running-worker.ts";
import { WorkerPool } from "../../workers/worker-pool.ts";
import type { CallOptions, DatasetService } from "../datasets.ts";
import type { ResultProvenance } from "../step.ts";
import type { ComputeApi, LibraryNeeds } from "./compute-api.ts";
import { openResult } from "./packed-result.ts";

const texts = messages("compute", {
  workerStopped: {
    en: "The worker that computed this was stopped. It starts again with the next call.",
    zh: "执行此计算的进程已停止。下次调用时会重新启动。",
  },
});

/** How long a cancelled job may take to yield before its worker is terminated, which loses the loaded tables. */
const PATIENCE_MS = 1500;

/** Options of a tool call. */
export interface ToolCallOptions extends CallOptions {
  readonly provenance?: (provenance: ResultProvenance) => void;
  readonly reads?: (selection: Selection) => void;
}

/** Workers that run the accounting library: tables decoded for one call are reused by the next. */
export class ComputePool extends WorkerPool<ComputeApi> {
  readonly #datasets: DatasetService;
  #jobs = 0;

  constructor(create: () => WorkerLike, datasets: DatasetService, size: number) {
    super(create, { size, answers: trusted, patience: PATIENCE_MS, stopped: texts.workerStopped });
    this.#datasets = datasets;
  }

  /** Opens the first worker in advance, and loads the code and the datasets of tools that will be called. */
  start(needs: LibraryNeeds): void {
    // What is missing is reported by the job that needs it.
    this.openFirst()
      .prepare(needs, this.#loader())
      .catch(() => {});
  }

  /**
   * Runs a tool and returns its output; `provenance` is called with the provenance of the output, `reads` with the rows of datasets that
   * it depends on. A cancelled call rejects at once. Its job ends between two of its blocks, and only then does its worker take
   * another; the worker of a job that does not yield is terminated.
   */
  async call(tool: string, input: unknown, options: ToolCallOptions = {}): Promise<unknown> {
    const { signal, progress } = options;
    const job = ++this.#jobs;
    let settled = false;
    const report = callback((value: Progress) => {
      if (!settled && !signal?.aborted) progress?.(value);
    });
    const load = this.#loader(progress);
    try {
      const { result, provenance, read } = await this.run((api) => api.call(job, tool, input, report, load), {
        signal,
        cancel: (api) => api.cancel(job),
      });
      options.provenance?.(provenance);
      for (const selection of read) options.reads?.(selection);
      return openResult(result);
    } finally {
      settled = true;
    }
  }

  #loader(progress?: CallOptions["progress"]) {
    return callback(async (name: string) => {
      const file = await this.#datasets.takeFile(name, progress ? { progress } : {});
      return transfer(file, [file.bytes.buffer]);
    });
  }
}
