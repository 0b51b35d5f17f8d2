import { Fault } from "../../../lib/message/fault.ts";
import { messages } from "../../../lib/message/message.ts";
import type { Progress } from "../../runtime/state.ts";
import { callback, type Remote, wrap } from "../../wall/gate.ts";
import { trusted } from "../../wall/rule.ts";
import { abortError } from "../abort.ts";
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
  create: () => Worker,
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
  create: () => Worker,
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

async function inWorker<T>(
  create: () => Worker,
  signal: AbortSignal | undefined,
  act: (api: Remote<ImportApi>) => Promise<T>,
): Promise<T> {
  if (signal?.aborted) throw abortError();
  const worker = create();
  const ended = new Promise<never>((_, reject) => {
    signal?.addEventListener("abort", () => reject(abortError()), { once: true });
    worker.addEventListener("error", () => {
      reject(new Fault(said.outOfMemory()));
    });
  });
  try {
    return await Promise.race([act(wrap<ImportApi>(worker, trusted)), ended]);
  } finally {
    worker.terminate();
  }
}
