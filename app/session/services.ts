import { ComputePool } from "../../kernel/services/compute/pool.ts";
import { DatasetService } from "../../kernel/services/datasets.ts";
import type { QueryService } from "../../kernel/services/query.ts";
import { servedDatasets } from "../../kernel/services/served-datasets.ts";
import { TypingService } from "../typing/typing-service.ts";

/** What the page offers to every notebook opened in it. Each part starts when it is first needed. */
export interface Services {
  readonly datasets: DatasetService;
  readonly compute: ComputePool;
  /**
   * A database for one notebook: nothing that it creates is seen by another. Its program is fetched by the first query.
   * `lost` hears which tables of the notebook's cells went when it ended.
   */
  openDatabase(lost: (tables: readonly string[]) => void): NotebookDatabase;
  /** Help with writing; its worker is started by the first question. */
  readonly typing: TypingService;
}

/** The database of one notebook. */
export interface NotebookDatabase {
  query(): Promise<QueryService>;
  /** Ends it; the next query starts it anew. */
  stop(): Promise<void>;
}

let services: Services | undefined;

/** The page's services, made once. */
export function openServices(): Services {
  services ??= makeServices();
  return services;
}

function makeServices(): Services {
  const datasets = new DatasetService(servedDatasets(beside("datasets/")));
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
  const typing = new TypingService(
    () => new Worker(new URL("../typing/typing.worker.ts", import.meta.url), { type: "module", name: "yuheng-typing" }),
    beside("typing/declarations.json"),
  );
  return {
    datasets,
    compute,
    openDatabase: (lost) => {
      let query: Promise<QueryService> | undefined;
      return {
        query: () => {
          query ??= import("../../kernel/services/query.ts").then(({ QueryService }) => {
            const program = { worker: beside("duckdb/eh.worker.js"), wasm: beside("duckdb/eh.wasm") };
            const service = new QueryService(program, datasets);
            service.addEventListener("lost", (event) => lost((event as CustomEvent<string[]>).detail));
            return service;
          });
          return query;
        },
        stop: async () => (await query?.catch(() => null))?.stop(),
      };
    },
    typing,
  };
}

function beside(path: string): URL {
  return new URL(path, document.baseURI);
}
