import { trustCells } from "../sandbox/trusted-types.ts";
import { DrawService } from "./draw-service.ts";
import type { ToDrawWorker } from "./draw-worker.ts";

trustCells();

/** The program of a worker of draws. It is built into one classic script, because the frame has an opaque origin. */
const scope = globalThis as unknown as {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToDrawWorker>) => void) | null;
};

const service = new DrawService((message) =>
  scope.postMessage(message, message.type === "drawn" ? [message.numbers.buffer] : []),
);
scope.onmessage = ({ data }) => service.take(data);
