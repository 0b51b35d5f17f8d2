import { ComputePool } from "../../kernel/services/compute/pool.ts";
import { DatasetService } from "../../kernel/services/datasets.ts";
import type { QueryService } from "../../kernel/services/query.ts";
import { TypingService } from "../typing/typing-service.ts";

/** What the page offers to every notebook opened in it. Each part starts when it is first needed. */
export interface Services {
  readonly datasets: DatasetService;
  readonly compute: ComputePool;
  /** The database; its program is fetched by the first call. */
  query(): Promise<QueryService>;
  /** Help with writing; its worker is started by the first question. */
  readonly typing: TypingService;
}

let services: Services | undefined;

/** The page's services, made once. */
export function openServices(): Services {
  services ??= makeServices();
  return services;
}

function makeServices(): Services {
  const datasets = new DatasetService(beside("datasets/"));
  const size = Math.max(1, Math.min(2, navigator.hardwareConcurrency - 1));
  const compute = new ComputePool(
    () =>
      new Worker(new URL("../../kernel/services/compute/compute.worker.ts", import.meta.url), {
        type: "module",
        name: "yuheng-compute",
      }),
    datasets,
    size,
  );
  let query: Promise<QueryService> | undefined;
  const typing = new TypingService(
    () => new Worker(new URL("../typing/typing.worker.ts", import.meta.url), { type: "module", name: "yuheng-typing" }),
    beside("typing/declarations.json"),
  );
  return {
    datasets,
    compute,
    query: () => {
      query ??= import("../../kernel/services/query.ts").then(
        ({ QueryService }) =>
          new QueryService({ worker: beside("duckdb/eh.worker.js"), wasm: beside("duckdb/eh.wasm") }, datasets),
      );
      return query;
    },
    typing,
  };
}

function beside(path: string): URL {
  return new URL(path, document.baseURI);
}
