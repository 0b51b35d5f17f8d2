import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { pathToFileURL } from "node:url";
import type { KernelBuilds } from "../../lib/numeric/load-kernels.ts";
import { ComputePool } from "../services/compute/pool.ts";
import { type DatasetReader, DatasetService } from "../services/datasets.ts";
import { servedDatasets } from "../services/served-datasets.ts";
import type { Database, NotebookServices } from "../services/service-calls.ts";
import type { ComputeThreadData } from "./compute-thread.ts";
import { withDuckdb } from "./database/duckdb-package.ts";
import { moduleThread, ThreadWorker } from "./thread-worker.ts";

export interface NodeServicesOptions {
  /** The folder with `catalogue.json` and the files it lists. */
  readonly datasets: string;
  /** Loads the text of an imported notebook; rejects with a sentence. */
  notebook(name: string): Promise<string>;
  /** The compiled numeric kernels; without them the library computes in TypeScript. */
  readonly builds?: KernelBuilds;
  /** Use kernels whose results are bit-identical on every machine. */
  readonly reproducible?: boolean;
}

/** The services of notebooks in Node. Several notebooks may share them; whoever opened them closes them. */
export interface NodeServices extends Omit<NotebookServices, "query" | "files"> {
  readonly datasets: DatasetService;
  /** Opens a database for one run of a notebook, over the shipped datasets by default; the caller closes it. Rejects with DuckdbMissing. */
  openDatabase(datasets?: DatasetReader): Promise<Database & { close(): Promise<void> }>;
  /** Terminates the threads. */
  close(): Promise<void>;
}

/** Opens the services in this process. Threads and database start when they are first needed. */
export function openNodeServices(options: NodeServicesOptions): NodeServices {
  const datasets = new DatasetService(servedDatasets(pathToFileURL(`${options.datasets}/`), readAddress));
  const data: ComputeThreadData = { builds: options.builds ?? {}, reproducible: options.reproducible ?? false };
  const compute = new ComputePool(
    () => new ThreadWorker(moduleThread(new URL("./compute-thread.ts", import.meta.url), data)),
    datasets,
    Math.max(1, Math.min(2, availableParallelism() - 1)),
  );
  return {
    datasets,
    compute,
    openDatabase: async (reader = datasets) => {
      const { NodeDatabase } = await withDuckdb(() => import("./database/node-database.ts"));
      return new NodeDatabase(reader);
    },
    notebook: (name) => options.notebook(name),
    async close() {
      compute.stop();
    },
  };
}

async function readAddress(address: URL): Promise<Response> {
  const bytes = await readFile(address).catch(() => null);
  return bytes ? new Response(bytes) : new Response(null, { status: 404 });
}
