import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { pathToFileURL } from "node:url";
import type { KernelBuilds } from "../../lib/numeric/load-kernels.ts";
import { ComputePool } from "../services/compute/pool.ts";
import { DatasetService } from "../services/datasets.ts";
import type { Database, NotebookServices } from "../services/service-calls.ts";
import type { ComputeThreadData } from "./compute-thread.ts";
import { moduleThread, ThreadWorker } from "./thread-worker.ts";

export interface NodeServicesOptions {
  /** The folder that holds `catalogue.json` and the files it lists. */
  readonly datasets: string;
  /** The text of a notebook that another one imports; rejects with a sentence. */
  notebook(name: string): Promise<string>;
  /** The compiled numeric kernels; without them the library computes in TypeScript. */
  readonly builds?: KernelBuilds;
  /** Kernels that give the same bits on every machine. */
  readonly reproducible?: boolean;
}

/** What notebooks work with in Node. Several may share one; whoever opened it closes it. */
export interface NodeServices extends Omit<NotebookServices, "query"> {
  readonly datasets: DatasetService;
  /** A database for one run of a notebook, whose caller closes it. */
  openDatabase(): Promise<Database & { close(): Promise<void> }>;
  /** Ends the threads. */
  close(): Promise<void>;
}

/** Opens the services of this machine. Threads and database start when they are first needed. */
export function openNodeServices(options: NodeServicesOptions): NodeServices {
  const datasets = new DatasetService(pathToFileURL(`${options.datasets}/`), readAddress);
  const data: ComputeThreadData = { builds: options.builds ?? {}, reproducible: options.reproducible ?? false };
  const compute = new ComputePool(
    () => new ThreadWorker(moduleThread(new URL("./compute-thread.ts", import.meta.url), data)),
    datasets,
    Math.max(1, Math.min(2, availableParallelism() - 1)),
  );
  return {
    datasets,
    compute,
    openDatabase: async () => {
      const { NodeDatabase } = await import("./database/node-database.ts");
      return new NodeDatabase(datasets);
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
