import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import { ImportedStore } from "../../kernel/services/import/imported-store.ts";

/** Removes an imported table or inventory from the browser's storage: every dataset of the import to which this one belongs. */
export async function removeImport({ vintage, imported }: DatasetEntry): Promise<void> {
  const store = new ImportedStore();
  const entries = await store.entries();
  const together = entries.filter((entry) => entry.imported?.at === imported?.at && entry.vintage === vintage);
  await store.remove(together.map(({ name }) => name));
}
