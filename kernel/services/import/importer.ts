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

/** What the files hold and which stressors can be taken from it. Throws ImportError; rejects with AbortError. */
export function offeredTables(
  create: () => WorkerLike,
  files: readonly File[],
  { signal }: CallOptions = {},
): Promise<OfferedTable[]> {
  return inWorker(create, signal, (api) => api.offer([...files]));
}

/**
 * Reads databases from files in a worker of its own and keeps them in the browser's storage. Gives the entries of the new
 * datasets, or those of an earlier import of the same files. Cancelled, the worker is ended, and nothing of the table that
 * was being read or written remains. Throws ImportError; rejects with AbortError.
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
    // A worker that is ended while it writes leaves files that no index names.
    await new ImportedStore().tidy();
    throw error;
  }
}

/** Does one thing in a worker of its own, which is ended to cancel it and when it is done. */
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
