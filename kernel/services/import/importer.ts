import { messages } from "../../../lib/message/message.ts";
import { callback, type Remote } from "../../boundary/endpoint.ts";
import { trusted } from "../../boundary/rule.ts";
import type { Progress } from "../../runtime/state.ts";
import type { WorkerLike } from "../../workers/running-worker.ts";
import { WorkerPool } from "../../workers/worker-pool.ts";
import type { CallOptions } from "../datasets.ts";
import type { ImportApi, ImportChoice, ImportOutcome, OfferedTable } from "./import-api.ts";
import { ImportedStore } from "./imported-store.ts";

const said = messages("import", {
  outOfMemory: {
    en: "The import ran out of memory, or its worker was ended.",
    zh: "导入时内存不足，或其进程已被终止。",
  },
});

/** The tables in files, and their available stressors. Throws ImportError; rejects with AbortError. */
export function offeredTables(
  create: () => WorkerLike,
  files: readonly File[],
  { signal }: CallOptions = {},
): Promise<OfferedTable[]> {
  return inWorker(create, signal, (api) => api.offer([...files]));
}

/**
 * Reads databases from files in a separate worker and stores them in the browser. Returns the entries of the new datasets, or
 * those of an earlier import of the same files. If cancelled, the worker is terminated, and nothing of the current table
 * remains. Throws ImportError; rejects with AbortError.
 */
export async function importFiles(
  create: () => WorkerLike,
  files: readonly File[],
  choice: ImportChoice = {},
  { signal, progress }: CallOptions = {},
): Promise<ImportOutcome> {
  try {
    return await inWorker(create, signal, (api) =>
      api.run(
        [...files],
        choice,
        callback((value: Progress) => progress?.(value)),
      ),
    );
  } catch (error) {
    // A worker that is terminated while writing leaves files without an index entry.
    await new ImportedStore().tidy();
    throw error;
  }
}

/** Runs one call in a separate worker, which is terminated afterwards, or to cancel the call. */
async function inWorker<T>(
  create: () => WorkerLike,
  signal: AbortSignal | undefined,
  act: (api: Remote<ImportApi>) => Promise<T>,
): Promise<T> {
  const pool = new WorkerPool<ImportApi>(create, { size: 1, answers: trusted, stopped: said.outOfMemory });
  try {
    return await pool.run(act, { signal });
  } finally {
    pool.stop();
  }
}
