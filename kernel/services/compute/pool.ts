import { messages } from "../../../lib/message/message.ts";
import type { Selection } from "../../../lib/tool/selection.ts";
import { callback, transfer } from "../../boundary/endpoint.ts";
import { trusted } from "../../boundary/rule.ts";
import type { ResultSays } from "../../provenance/step.ts";
import type { Progress } from "../../runtime/state.ts";
import type { WorkerLike } from "../../workers/running-worker.ts";
import { WorkerPool } from "../../workers/worker-pool.ts";
import type { CallOptions, DatasetService } from "../datasets.ts";
import type { ComputeApi } from "./compute-api.ts";
import { openResult } from "./packed-result.ts";

const said = messages("compute", {
  workerStopped: {
    en: "The worker that computed this was stopped. It starts again with the next call.",
    zh: "执行此计算的进程已停止。下次调用时会重新启动。",
  },
});

/** How long a cancelled job may take to yield before its worker is ended: its tables would have to be read anew. */
const PATIENCE_MS = 1500;

/** What a call of a tool may be given besides. */
export interface ToolCallOptions extends CallOptions {
  readonly says?: (says: ResultSays) => void;
  readonly reads?: (selection: Selection) => void;
}

/** Workers that run the accounting library: tables decoded for one call serve the next. */
export class ComputePool extends WorkerPool<ComputeApi> {
  readonly #datasets: DatasetService;
  #jobs = 0;

  constructor(create: () => WorkerLike, datasets: DatasetService, size: number) {
    super(create, { size, answers: trusted, patience: PATIENCE_MS, stopped: said.workerStopped });
    this.#datasets = datasets;
  }

  /**
   * Runs a tool and gives its output; `says` hears what the output says of how it was reached, `reads` the rows of datasets that
   * it rests on. A call that is cancelled is answered at once. Its job ends between two of its blocks, and only then does its
   * worker take another; a job that does not yield loses its worker.
   */
  async call(tool: string, input: unknown, options: ToolCallOptions = {}): Promise<unknown> {
    const { signal, progress } = options;
    const job = ++this.#jobs;
    let settled = false;
    const tell = callback((value: Progress) => {
      if (!settled && !signal?.aborted) progress?.(value);
    });
    const load = callback(async (name: string) => {
      const bytes = await this.#datasets.take(name, { progress });
      return transfer(bytes, [bytes.buffer]);
    });
    try {
      const { result, says, read } = await this.run((api) => api.call(job, tool, input, tell, load), {
        signal,
        cancel: (api) => api.cancel(job),
      });
      options.says?.(says);
      for (const selection of read) options.reads?.(selection);
      return openResult(result);
    } finally {
      settled = true;
    }
  }
}
