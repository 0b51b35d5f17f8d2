import { expose } from "../boundary/endpoint.ts";
import type { WorkerLike } from "../workers/running-worker.ts";
import { type DrawApi, drawRequests } from "./draw-api.ts";
import { DrawService } from "./draw-service.ts";

/**
 * A draw worker on the current thread, for hosts without workers. Messages are cloned, as for a real worker, so that draws
 * cannot modify values of the notebook. Each message is handled in its own task.
 */
export function openOnThisThread(): WorkerLike {
  const { port1, port2 } = new MessageChannel();
  expose<DrawApi>(new DrawService(), port2, drawRequests);
  return Object.assign(port1, { terminate: () => port1.close() });
}
