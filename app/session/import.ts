import type { CallOptions } from "../../kernel/services/datasets.ts";
import type { ImportChoice, ImportOutcome, OfferedTable } from "../../kernel/services/import/import-api.ts";
import { importFiles, offeredTables } from "../../kernel/services/import/importer.ts";

const create = () =>
  new Worker(new URL("../../kernel/services/import/import.worker.ts", import.meta.url), {
    type: "module",
    name: "yuheng-import",
  });

/** The tables in the files of a database and the stressors that can be imported, for the user's choice before an import. */
export function offeredDatabase(files: readonly File[], options: CallOptions = {}): Promise<OfferedTable[]> {
  return offeredTables(create, files, options);
}

/**
 * Imports a multi-regional input–output database from the files of its publisher: archives, gzip or plain, in the layouts
 * that `lib/exchange/mrio` knows. It is stored in the browser, and is then a dataset like any other, and a table by
 * `consumption.table({source, year})`. `choice` says which stressors are imported and what is aggregated while it is read.
 * Returns the entries of its datasets, with `since` if the same files were imported before. Rejects with an `ImportError` that
 * names file, line and what was expected, or with an `AbortError`.
 */
export function importDatabase(
  files: readonly File[],
  choice: ImportChoice = {},
  options: CallOptions = {},
): Promise<ImportOutcome> {
  return importFiles(create, files, choice, options);
}
