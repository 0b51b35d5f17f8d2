import { expose } from "../boundary/endpoint.ts";
import type { WorkerLike } from "../workers/running-worker.ts";
import { type DrawApi, drawRequests } from "./draw-api.ts";
import { DrawService } from "./draw-service.ts";

/**
 * A worker of draws on this very thread, for hosts without workers. What passes its port is cloned, as for a real worker: what
 * the cells of the notebook hold must not be changed. Each message is a turn of its own.
 */
export function openOnThisThread(): WorkerLike {
  const { port1, port2 } = new MessageChannel();
  expose<DrawApi>(new DrawService(), port2, drawRequests);
  return Object.assign(port1, { terminate: () => port1.close() });
}
