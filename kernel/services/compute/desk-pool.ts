import type { AccountDesk, DeskWish, LinePlace } from "../../../lib/account/desk/account-desk.ts";
import type { Asked } from "../../../lib/account/reading/read-request.ts";
import { messages } from "../../../lib/message/message.ts";
import { callback, type Remote, transfer } from "../../boundary/endpoint.ts";
import { trusted } from "../../boundary/rule.ts";
import type { Progress } from "../../runtime/state.ts";
import type { WorkerLike } from "../../workers/running-worker.ts";
import { WorkerPool } from "../../workers/worker-pool.ts";
import type { CallOptions, DatasetService } from "../datasets.ts";
import type { ReportWish } from "../report/report-file.ts";
import type { DeskApi, DeskSource } from "./desk-api.ts";

const texts = messages("compute.desk", {
  workerStopped: {
    en: "The account ran out of memory, or its worker was stopped: run it again, or try a smaller file.",
    zh: "核算时内存不足，或其进程已停止：请重新运行，或换用较小的文件。",
  },
});

type Report = (progress: Progress) => void;

/** How long a stopped computation may take to end before its worker is: a new one reads the file again. */
const PATIENCE_MS = 1500;

/**
 * An account in a worker of its own, which has the sheets and the lines of the file. A worker that ended is replaced, and the file is read
 * again.
 */
export class DeskPool extends WorkerPool<DeskApi> implements AccountDesk<CallOptions> {
  readonly #datasets: Pick<DatasetService, "takeFile">;

  constructor(create: () => WorkerLike, datasets: Pick<DatasetService, "takeFile">, source: DeskSource) {
    super(create, {
      size: 1,
      answers: trusted,
      patience: PATIENCE_MS,
      stopped: texts.workerStopped,
      prepare: (api) => api.open(source),
    });
    this.#datasets = datasets;
  }

  read(asked: Asked, options: CallOptions = {}) {
    return this.#told(options, (api, report) => api.read(asked, report));
  }

  compute(wish: DeskWish, options: CallOptions = {}) {
    return this.#told(options, (api, report) => api.compute(wish, report, this.#loader()));
  }

  total(wish: DeskWish, key: string, { signal }: CallOptions = {}) {
    return this.run((api) => api.total(wish, key, this.#loader()), { signal });
  }

  search(wish: DeskWish, line: LinePlace, text: string, { signal }: CallOptions = {}) {
    return this.run((api) => api.search(wish, line, text, this.#loader()), { signal });
  }

  /** The report of the account as a file. */
  report(wish: DeskWish, of: ReportWish, { signal }: CallOptions = {}): Promise<Blob> {
    return this.run((api) => api.report(wish, of, this.#loader()), { signal });
  }

  /** Runs a job that tells how far it is: a report may come after the answer, and is then none of the next job. */
  async #told<T>(
    { signal, progress }: CallOptions,
    job: (api: Remote<DeskApi>, report: Report) => Promise<T>,
  ): Promise<T> {
    let isSettled = false;
    const report = callback((value: Progress) => {
      if (!isSettled && !signal?.aborted) progress?.(value);
    });
    try {
      return await this.run((api) => job(api, report), { signal });
    } finally {
      isSettled = true;
    }
  }

  #loader() {
    return callback(async (name: string) => {
      const file = await this.#datasets.takeFile(name, {});
      return transfer(file, [file.bytes.buffer]);
    });
  }
}
