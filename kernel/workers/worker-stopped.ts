import { Fault } from "../../lib/message/fault.ts";
import { messages, type Sentence } from "../../lib/message/message.ts";

const said = messages("workers", {
  stopped: {
    en: "The worker stopped: {message}.",
    zh: "计算进程已停止：{message}。",
  },
  outOfMemory: {
    en: "it ran out of memory, or was ended",
    zh: "内存不足，或已被终止",
  },
});

/** Thrown into what was under way in a worker that crashed or was ended. The next call finds another worker. */
export class WorkerStopped extends Fault {
  override name = "WorkerStopped";
}

/** What is said of a worker that stopped, where nobody has better words; `message` is what the platform says, if anything. */
export function saidOfStop(message: string): Sentence {
  return said.stopped({ message: message || said.outOfMemory() });
}
