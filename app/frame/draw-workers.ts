import program from "virtual:draw-program";
import type { DrawWorker, FromDrawWorker } from "../../kernel/sampling/draw-worker.ts";

let address: string | undefined;

/** Opens a worker of draws: a classic one, from text, as a frame of opaque origin needs it. */
export function openDrawWorker(): DrawWorker {
  address ??= URL.createObjectURL(new Blob([program], { type: "text/javascript" }));
  const worker = new Worker(address);
  let take: (message: FromDrawWorker) => void = () => {};
  worker.onmessage = ({ data }: MessageEvent<FromDrawWorker>) => take(data);
  worker.onerror = ({ message }) =>
    take({
      type: "failed",
      obstacle: "failed",
      message: `The worker stopped: ${message || "it ran out of memory, or was ended"}.`,
      instead: [],
    });
  return {
    post: (message) => worker.postMessage(message),
    listen: (listener) => {
      take = listener;
    },
    end: () => worker.terminate(),
  };
}
