import { parentPort } from "node:worker_threads";
import type * as Comlink from "comlink";

/** The endpoint of a Node thread to the thread that started it. */
export function threadEndpoint(): Comlink.Endpoint {
  const port = parentPort!;
  return {
    postMessage: (message, transfer = []) => port.postMessage(message, transfer as never),
    addEventListener: (_, listener) => {
      const call = typeof listener === "function" ? listener : listener.handleEvent.bind(listener);
      port.on("message", (data) => call({ data } as MessageEvent));
    },
    removeEventListener: () => {},
  };
}
