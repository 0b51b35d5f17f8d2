import { readOnce } from "../../kernel/services/compute/read-dataset.ts";
import { ImportedStore } from "../../kernel/services/import/imported-store.ts";
import { pymrioArchive } from "../../kernel/services/import/pymrio-archive.ts";
import type { PymrioForm } from "../../lib/exchange/mrio/write-pymrio.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { importedTable } from "../../lib/mrio/resource/imported-table.ts";

const texts = messages("session", {
  importedDatasetGone: {
    en: "The imported dataset `{name}` is no longer in the browser's storage: import it again.",
    zh: "导入的数据集 `{name}` 已不在浏览器的存储中，请重新导入。",
  },
});

/**
 * An imported table as an archive that `pymrio.load_all` reads, of texts or of Parquet files. `source` and `year` are those of its
 * datasets. Throws TableRequestError.
 */
export async function savedForPymrio(
  source: string,
  year: number,
  form: PymrioForm = "txt",
): Promise<{ name: string; archive: Blob }> {
  const store = new ImportedStore();
  const read = readOnce(async (name) => {
    const bytes = await store.read(name);
    if (bytes) return bytes;
    throw new Fault(texts.importedDatasetGone({ name }));
  });
  const table = await importedTable({ source, year, edits: [] }, read);
  const name = `${source.replace(/[^A-Za-z0-9]+/g, "_")}_${year}`;
  return { name: `${name}.zip`, archive: await pymrioArchive(table, name, nextTask, form) };
}

/** Downloads the archive of `savedForPymrio`. */
export async function downloadForPymrio(source: string, year: number, form: PymrioForm): Promise<void> {
  const { name, archive } = await savedForPymrio(source, year, form);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(archive);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Lets the page paint between two blocks of lines. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
