import type { DeskSource } from "../../kernel/services/compute/desk-api.ts";
import type { DeskPool } from "../../kernel/services/compute/desk-pool.ts";
import { ComputePool } from "../../kernel/services/compute/pool.ts";
import { type DatasetReader, DatasetService } from "../../kernel/services/datasets.ts";
import type { QueryService } from "../../kernel/services/query.ts";
import { servedDatasets } from "../../kernel/services/served-datasets.ts";
import { QuickDatabase } from "../../kernel/services/small-query/quick-database.ts";
import { TableFileService } from "../../kernel/table-file/table-file-service.ts";
import type { TableFileApi } from "../../lib/files/table/table-file.ts";
import { TypingService } from "../typing/typing-service.ts";
import { pageFiles } from "./page-files.ts";

/** The page's services for all notebooks opened in it. Each starts when it is first needed. */
export interface Services {
  readonly datasets: DatasetService;
  readonly compute: ComputePool;
  /**
   * A database for one notebook, isolated from others. Its program is loaded by the first query. `onLost` is called with the
   * tables created by the notebook's cells that were lost when the database ended.
   */
  openDatabase(datasets: DatasetReader, onLost: (tables: readonly string[]) => void): NotebookDatabase;
  /** Opens the account of a file, in a worker of its own. */
  openDesk(source: DeskSource): Promise<DeskPool>;
  /** Reads tables in files. */
  readonly tableFiles: TableFileApi;
  /** Language help; its worker is started by the first request. */
  readonly typing: TypingService;
}

/** The database of one notebook. */
export interface NotebookDatabase {
  /** For the queries of cells: a simple one of a small dataset is answered without the database. */
  readonly quick: QuickDatabase;
  query(): Promise<QueryService>;
  /** Ends it; the next query starts it again. */
  stop(): Promise<void>;
}

let services: Services | undefined;

/** The page's services, made once. */
export function openServices(): Services {
  services ??= makeServices();
  return services;
}

function makeServices(): Services {
  const datasets = new DatasetService(servedDatasets(pageUrl("datasets/")));
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
    pageUrl(pageFiles.declarations),
  );
  const tableFiles = new TableFileService(
    () =>
      new Worker(new URL("../../kernel/table-file/table-file.worker.ts", import.meta.url), {
        type: "module",
        name: "yuheng-table-file",
      }),
  );
  return {
    datasets,
    compute,
    openDesk: async (source) => {
      const { DeskPool } = await import("../../kernel/services/compute/desk-pool.ts");
      const create = () =>
        new Worker(new URL("../../kernel/services/compute/desk.worker.ts", import.meta.url), {
          type: "module",
          name: "yuheng-account",
        });
      return new DeskPool(create, datasets, source);
    },
    tableFiles,
    openDatabase: (datasets, onLost) => {
      let query: Promise<QueryService> | undefined;
      const open = () => {
        query ??= import("../../kernel/services/query.ts").then(({ QueryService }) => {
          const program = { worker: pageUrl(pageFiles.databaseWorker), wasm: pageUrl(pageFiles.databaseModule) };
          const service = new QueryService(program, datasets, tableFiles);
          service.addEventListener("lost", (event) => onLost((event as CustomEvent<string[]>).detail));
          return service;
        });
        return query;
      };
      return {
        quick: new QuickDatabase(datasets, open),
        query: open,
        stop: async () => (await query?.catch(() => null))?.stop(),
      };
    },
    typing,
  };
}

function pageUrl(path: string): URL {
  return new URL(path, document.baseURI);
}
