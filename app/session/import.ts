import { FileImport } from "../../kernel/services/import/importer.ts";

const create = () =>
  new Worker(new URL("../../kernel/services/import/import.worker.ts", import.meta.url), {
    type: "module",
    name: "yuheng-import",
  });

/**
 * Opens files of a database in a worker: multi-regional input–output tables in the layouts that `lib/exchange/mrio` knows, or a
 * life-cycle inventory in the formats of `lib/exchange/lifecycle`; archives, gzip or plain. What is imported is stored in the browser and is then
 * a dataset like any other: a table by `consumption.table({source, year})`, an inventory by `lifecycle.inventory({source})`. The files
 * themselves stay where they are, and nothing is sent anywhere.
 */
export function openImport(files: readonly File[]): FileImport {
  return new FileImport(create, files);
}
