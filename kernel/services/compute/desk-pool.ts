import type { AccountDesk, DeskWish, LinePlace } from "../../../lib/account/desk/account-desk.ts";
import type { Asked } from "../../../lib/account/reading/read-request.ts";
import { messages } from "../../../lib/message/message.ts";
import { callback, transfer } from "../../boundary/endpoint.ts";
import { trusted } from "../../boundary/rule.ts";
import type { Progress } from "../../runtime/state.ts";
import type { WorkerLike } from "../../workers/running-worker.ts";
import { WorkerPool } from "../../workers/worker-pool.ts";
import type { CallOptions, DatasetService } from "../datasets.ts";
import type { ReportWish } from "../report/report-file.ts";
import type { ComputeApi, DeskSource } from "./compute-api.ts";

const texts = messages("compute.desk", {
  workerStopped: {
    en: "The account ran out of memory, or its worker was stopped: run it again, or try a smaller file.",
    zh: "核算时内存不足，或其进程已停止：请重新运行，或换用较小的文件。",
  },
});

/** How long a stopped computation may take to end before its worker is: a new one reads the file again. */
const PATIENCE_MS = 1500;

/**
 * An account in a worker of its own, which has the sheets and the lines of the file. A worker that ended is replaced, and the file is read
 * again.
 */
export class DeskPool extends WorkerPool<ComputeApi> implements AccountDesk<CallOptions> {
  readonly #datasets: Pick<DatasetService, "takeFile">;

  constructor(create: () => WorkerLike, datasets: Pick<DatasetService, "takeFile">, source: DeskSource) {
    super(create, {
      size: 1,
      answers: trusted,
      patience: PATIENCE_MS,
      stopped: texts.workerStopped,
      prepare: (api) => api.desk.open(source),
    });
    this.#datasets = datasets;
  }

  read(asked: Asked, options: CallOptions = {}) {
    const { signal } = options;
    return this.run((api) => api.desk.read(asked, reporting(options)), { signal });
  }

  compute(wish: DeskWish, options: CallOptions = {}) {
    const { signal } = options;
    return this.run((api) => api.desk.compute(wish, reporting(options), this.#loader()), { signal });
  }

  total(wish: DeskWish, key: string, { signal }: CallOptions = {}) {
    return this.run((api) => api.desk.total(wish, key, this.#loader()), { signal });
  }

  search(wish: DeskWish, line: LinePlace, text: string, { signal }: CallOptions = {}) {
    return this.run((api) => api.desk.search(wish, line, text, this.#loader()), { signal });
  }

  /** The report of the account as a file. */
  report(wish: DeskWish, of: ReportWish, { signal }: CallOptions = {}): Promise<Blob> {
    return this.run((api) => api.desk.report(wish, of, this.#loader()), { signal });
  }

  #loader() {
    return callback(async (name: string) => {
      const file = await this.#datasets.takeFile(name, {});
      return transfer(file, [file.bytes.buffer]);
    });
  }
}

/** Progress is told as long as the call has not ended: a callback is closed with it. */
function reporting({ signal, progress }: CallOptions) {
  return callback((value: Progress) => {
    if (!signal?.aborted) progress?.(value);
  });
}
