import * as Comlink from "comlink";
import { Fault } from "../../../lib/message/fault.ts";
import { messages } from "../../../lib/message/message.ts";
import type { Selection } from "../../../lib/tool/selection.ts";
import type { ResultSays } from "../../provenance/step.ts";
import type { Progress } from "../../runtime/state.ts";
import { callback, type Remote, wrap } from "../../wall/gate.ts";
import { trusted } from "../../wall/rule.ts";
import { abortError } from "../abort.ts";
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

/** Thrown into jobs whose worker crashed or was ended. */
export class WorkerStopped extends Fault {
  override name = "WorkerStopped";
  constructor() {
    super(said.workerStopped());
  }
}

/** What a call of a tool may be given besides. */
export interface ToolCallOptions extends CallOptions {
  readonly says?: (says: ResultSays) => void;
  readonly reads?: (selection: Selection) => void;
}

interface Member {
  worker: Worker;
  api: Remote<ComputeApi>;
  busy: boolean;
  /** Rejects when the worker is ended. */
  ended: Promise<never>;
  end(): void;
}

interface Waiting {
  start(member: Member): void;
}

/**
 * Workers that run the accounting library. A job goes to the first free worker in a fixed order, so that tables decoded for
 * one call serve the next. Dispatches `stop` when a worker crashed.
 */
export class ComputePool extends EventTarget {
  readonly #create: () => Worker;
  readonly #datasets: DatasetService;
  readonly #members: (Member | null)[];
  readonly #waiting: Waiting[] = [];
  #jobs = 0;

  constructor(create: () => Worker, datasets: DatasetService, size: number) {
    super();
    this.#create = create;
    this.#datasets = datasets;
    this.#members = new Array<Member | null>(size).fill(null);
  }

  /** Starts the first worker before there is a call for it. */
  start(): void {
    if (!this.#members[0]) this.#open(0);
  }

  /**
   * Runs a tool and gives its output; `says` hears what the output says of how it was reached, `reads` the rows of datasets that it rests on. A call that is cancelled is answered at once. Its job ends between two of its blocks,
   * and only then does its worker take another; a job that does not yield loses its worker.
   */
  async call(tool: string, input: unknown, options: ToolCallOptions = {}): Promise<unknown> {
    const { signal, progress } = options;
    const member = await this.#free(signal);
    const job = ++this.#jobs;
    let settled = false;
    let give = () => {};
    const cancelled = new Promise<never>((_, reject) => {
      give = () => {
        void member.api.cancel(job);
        setTimeout(() => settled || member.end(), PATIENCE_MS);
        reject(abortError());
      };
    });
    signal?.addEventListener("abort", give, { once: true });
    const tell = callback((value: Progress) => {
      if (!settled && !signal?.aborted) progress?.(value);
    });
    const load = callback(async (name: string) => {
      const bytes = await this.#datasets.take(name, { progress });
      return Comlink.transfer(bytes, [bytes.buffer]);
    });
    const running = Promise.race([member.api.call(job, tool, input, tell, load), member.ended]).finally(() => {
      settled = true;
      signal?.removeEventListener("abort", give);
      this.#release(member);
    });
    try {
      const { result, says, read } = await Promise.race([running, cancelled]);
      options.says?.(says);
      for (const selection of read) options.reads?.(selection);
      return openResult(result);
    } catch (error) {
      throw signal?.aborted ? abortError() : error;
    }
  }

  /** Ends every worker, as a crash would; the next call starts new ones. */
  stop(): void {
    for (const member of this.#members) member?.end();
  }

  #free(signal: AbortSignal | undefined): Promise<Member> {
    if (signal?.aborted) return Promise.reject(abortError());
    for (const [i, member] of this.#members.entries()) {
      if (member?.busy) continue;
      const free = member ?? this.#open(i);
      free.busy = true;
      return Promise.resolve(free);
    }
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { start: resolve };
      this.#waiting.push(waiting);
      signal?.addEventListener("abort", () => {
        const at = this.#waiting.indexOf(waiting);
        if (at >= 0) this.#waiting.splice(at, 1);
        reject(abortError());
      });
    });
  }

  #release(member: Member): void {
    member.busy = false;
    const i = this.#members.indexOf(member);
    const next = this.#waiting.shift();
    if (!next) return;
    // A member that was ended has left its place: whoever waits gets a new one.
    const free = i >= 0 ? member : this.#open(this.#members.indexOf(null));
    free.busy = true;
    next.start(free);
  }

  #open(i: number): Member {
    const worker = this.#create();
    let fail!: (error: Error) => void;
    const ended = new Promise<never>((_, reject) => {
      fail = reject;
    });
    ended.catch(() => {});
    const member: Member = {
      worker,
      api: wrap<ComputeApi>(worker, trusted),
      busy: false,
      ended,
      end: () => {
        worker.terminate();
        if (this.#members[i] === member) this.#members[i] = null;
        fail(new WorkerStopped());
      },
    };
    worker.addEventListener("error", () => {
      member.end();
      this.dispatchEvent(new Event("stop"));
    });
    this.#members[i] = member;
    return member;
  }
}
