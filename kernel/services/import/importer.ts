import { messages } from "../../../lib/message/message.ts";
import { callback, type Remote } from "../../boundary/endpoint.ts";
import { trusted } from "../../boundary/rule.ts";
import type { Progress } from "../../runtime/state.ts";
import type { WorkerLike } from "../../workers/running-worker.ts";
import { WorkerPool } from "../../workers/worker-pool.ts";
import type { CallOptions } from "../datasets.ts";
import type {
  ImportApi,
  ImportChoice,
  ImportOffer,
  ImportOutcome,
  InventoryChoice,
  OfferedTable,
} from "./import-api.ts";
import { ImportedStore } from "./imported-store.ts";

const texts = messages("import", {
  outOfMemory: {
    en: "The import ran out of memory, or its worker was ended.",
    zh: "导入时内存不足，或其进程已被终止。",
  },
});

/**
 * The import of some files in a worker of its own, which keeps an inventory between its offer and its storing. A cancelled call ends the
 * worker, and nothing of what it was writing remains. Call `stop` at the end.
 */
export class FileImport {
  readonly #files: File[];
  readonly #pool: WorkerPool<ImportApi>;

  constructor(create: () => WorkerLike, files: readonly File[]) {
    this.#files = [...files];
    this.#pool = new WorkerPool<ImportApi>(create, { size: 1, answers: trusted, stopped: texts.outOfMemory });
  }

  /** What the files hold. Throws ImportError or LifecycleError; rejects with AbortError. */
  offer(options: CallOptions = {}): Promise<ImportOffer> {
    return this.#call(options, (api, progress) => api.offer(this.#files, progress));
  }

  /**
   * Reads and stores the tables in the files. Returns the entries of the new datasets, or those of an earlier import of the same files.
   * Throws ImportError; rejects with AbortError.
   */
  run(choice: ImportChoice, options: CallOptions = {}): Promise<ImportOutcome> {
    return this.#tidied(this.#call(options, (api, progress) => api.run(this.#files, choice, progress)));
  }

  /** The same for the inventory in the files. */
  keep(choice: InventoryChoice, options: CallOptions = {}): Promise<ImportOutcome> {
    return this.#tidied(this.#call(options, (api, progress) => api.keep(this.#files, choice, progress)));
  }

  stop(): void {
    this.#pool.stop();
  }

  #call<T>(
    { signal, progress }: CallOptions,
    act: (api: Remote<ImportApi>, progress: (value: Progress) => void) => Promise<T>,
  ): Promise<T> {
    return this.#pool.run(
      (api) =>
        act(
          api,
          callback((value: Progress) => progress?.(value)),
        ),
      { signal },
    );
  }

  async #tidied<T>(storing: Promise<T>): Promise<T> {
    try {
      return await storing;
    } catch (error) {
      // A worker that is terminated while writing leaves files without an index entry.
      await new ImportedStore().tidy();
      throw error;
    }
  }
}

/** The tables in files, and their available stressors. Throws ImportError; rejects with AbortError. */
export async function offeredTables(
  create: () => WorkerLike,
  files: readonly File[],
  options: CallOptions = {},
): Promise<readonly OfferedTable[]> {
  return (await once(create, files, (importing) => importing.offer(options))).tables;
}

/** Reads and stores the tables in files, in one call. Throws ImportError; rejects with AbortError. */
export function importFiles(
  create: () => WorkerLike,
  files: readonly File[],
  choice: ImportChoice = {},
  options: CallOptions = {},
): Promise<ImportOutcome> {
  return once(create, files, (importing) => importing.run(choice, options));
}

async function once<T>(
  create: () => WorkerLike,
  files: readonly File[],
  act: (importing: FileImport) => Promise<T>,
): Promise<T> {
  const importing = new FileImport(create, files);
  try {
    return await act(importing);
  } finally {
    importing.stop();
  }
}
