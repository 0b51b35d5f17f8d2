import { parentPort } from "node:worker_threads";
import { ParameterError } from "../../kernel/headless/preset-values.ts";
import type { ThreadMessage } from "./run-thread.ts";

/** The other side of `RunThread`: answers the requests that this thread gets, one after the other. */
export function answerRequests<Request, Outcome, Other = never>(
  answer: (request: Request, post: (message: ThreadMessage<Outcome> | Other) => void) => Promise<Outcome>,
): void {
  const post = (message: ThreadMessage<Outcome> | Other) => parentPort!.postMessage(message);
  parentPort!.on("message", async (request: Request) => {
    try {
      post({ type: "done", outcome: await answer(request, post) });
    } catch (error) {
      post({ type: "refused", misuse: error instanceof ParameterError, sentence: (error as Error).message });
    }
  });
}
