import { Fault } from "../../lib/message/fault.ts";
import { messages, type Sentence } from "../../lib/message/message.ts";

const texts = messages("workers", {
  stopped: {
    en: "The worker stopped: {message}.",
    zh: "计算进程已停止：{message}。",
  },
  outOfMemory: {
    en: "it ran out of memory, or was ended",
    zh: "内存不足，或已被终止",
  },
});

/** Rejects the running job of a worker that crashed or was terminated. The next call uses another worker. */
export class WorkerStopped extends Fault {
  override name = "WorkerStopped";
}

/** The default message for a stopped worker; `message` is the platform's, if any. */
export function stopMessage(message: string): Sentence {
  return texts.stopped({ message: message || texts.outOfMemory() });
}
