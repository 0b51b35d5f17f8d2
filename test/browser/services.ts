import { ComputePool } from "../../kernel/services/compute/pool.ts";
import { DatasetService } from "../../kernel/services/datasets.ts";
import { type QueryProgram, QueryService } from "../../kernel/services/query.ts";
import { servedDatasets } from "../../kernel/services/served-datasets.ts";
import { laterTableFiles } from "../../lib/files/table/later-table-files.ts";

/** The page's services on the project's own datasets, as the workbench makes them. */
export const datasets = new DatasetService(servedDatasets(new URL("/datasets/", location.href)));

export function openQueries(program: Partial<QueryProgram> = {}): QueryService {
  return new QueryService(
    {
      worker: new URL("/duckdb/eh.worker.js", location.href),
      wasm: new URL("/duckdb/eh.wasm", location.href),
      ...program,
    },
    datasets,
    laterTableFiles,
  );
}

export function openPool(size = 1): ComputePool {
  return new ComputePool(
    () => new Worker(new URL("../../kernel/services/compute/compute.worker.ts", import.meta.url), { type: "module" }),
    datasets,
    size,
  );
}
