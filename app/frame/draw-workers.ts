import type { DrawWorker, FromDrawWorker } from "../../kernel/sampling/draw-worker.ts";
import { saidOf } from "../../lib/message/fault.ts";
import { messages, type Sentence } from "../../lib/message/message.ts";

const said = messages("frame", {
  outOfMemory: {
    en: "it ran out of memory, or was ended",
    zh: "内存不足，或已被终止",
  },
  workerStopped: {
    en: "The worker stopped: {message}.",
    zh: "计算进程已停止：{message}。",
  },
});

/**
 * Opens workers of draws: classic ones, from text, as a frame of opaque origin needs them. Their program is asked of the page
 * by the first of them: a notebook of which nobody asks ± goes without.
 */
export class DrawWorkers {
  readonly #program: () => Promise<string>;
  #address: Promise<string> | undefined;

  constructor(program: () => Promise<string>) {
    this.#program = program;
  }

  /** A worker that takes messages at once, and answers when it has started. */
  open(): DrawWorker {
    let take: (message: FromDrawWorker) => void = () => {};
    let ended = false;
    const fail = (reason: Sentence) => {
      if (!ended) take({ type: "failed", obstacle: "failed", reason, instead: [] });
    };
    const started = this.#findAddress().then((address) => {
      if (ended) return null;
      const worker = new Worker(address);
      worker.onmessage = ({ data }: MessageEvent<FromDrawWorker>) => take(data);
      worker.onerror = ({ message }) => fail(said.workerStopped({ message: message || said.outOfMemory() }));
      return worker;
    });
    started.catch((error: Error) => fail(saidOf(error)));
    const tell = (what: (worker: Worker) => void) => {
      started.then(
        (worker) => worker && what(worker),
        () => {},
      );
    };
    return {
      post: (message) => tell((worker) => worker.postMessage(message)),
      listen: (listener) => {
        take = listener;
      },
      end: () => {
        ended = true;
        tell((worker) => worker.terminate());
      },
    };
  }

  /** One that could not be had is asked for again with the next ±. */
  #findAddress(): Promise<string> {
    this.#address ??= this.#program().then(
      (program) => URL.createObjectURL(new Blob([program], { type: "text/javascript" })),
      (error) => {
        this.#address = undefined;
        throw error;
      },
    );
    return this.#address;
  }
}
