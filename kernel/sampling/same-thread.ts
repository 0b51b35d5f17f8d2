import { DrawService } from "./draw-service.ts";
import type { DrawWorker, FromDrawWorker } from "./draw-worker.ts";

/** A worker of draws on this very thread, for hosts without workers. It pauses before each piece of work. */
export function openOnThisThread(): DrawWorker {
  let take: (message: FromDrawWorker) => void = () => {};
  let ended = false;
  const service = new DrawService((message) => {
    if (!ended) take(message);
  });
  return {
    // Cloned as a real worker would see it: what the cells of the notebook hold must not be changed.
    post: (message) => {
      const sent = structuredClone(message);
      setTimeout(() => {
        if (!ended) service.take(sent);
      });
    },
    listen: (listener) => {
      take = listener;
    },
    end: () => {
      ended = true;
    },
  };
}
