import { Fault } from "../../message/fault.ts";
import { messages } from "../../message/message.ts";
import type { Read } from "../../tool/read.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { importedInventoriesDataset, importedInventoryNames } from "./dataset-names.ts";
import { shippedInventories } from "./request.ts";

const said = messages("lifecycle.source", {
  noneImported: {
    en: "There is no inventory “{source}”. Those that ship are {shipped:and}; none was imported here. An imported inventory is available only in the browser into which it was imported.",
    zh: "没有名为“{source}”的清单。随附的清单有 {shipped:and}；此处没有导入的清单。导入的清单只能在导入它的浏览器中使用。",
  },
  otherImported: {
    en: "There is no inventory “{source}”. Those that ship are {shipped:and}; imported into this browser: {imported:and}.",
    zh: "没有名为“{source}”的清单。随附的清单有 {shipped:and}；已导入此浏览器的有 {imported:and}。",
  },
});

/** Throws LifecycleError for the field if no inventory was imported under a name. */
export async function mustBeImported(source: string, read: Read, field = "source"): Promise<void> {
  try {
    await read(importedInventoryNames(source).inventory);
  } catch (error) {
    // A cancelled job is no fault.
    if (!(error instanceof Fault)) throw error;
    const imported = await importedNames(read);
    const shipped = [...shippedInventories];
    const reason =
      imported.length > 0 ? said.otherImported({ source, shipped, imported }) : said.noneImported({ source, shipped });
    throw new LifecycleError(field, reason);
  }
}

/** Names of the imported inventories; none where there is no list of them. */
async function importedNames(read: Read): Promise<string[]> {
  try {
    const { texts } = await read(importedInventoriesDataset);
    return Array.from(texts("name"), (name) => name ?? "");
  } catch (error) {
    if (error instanceof Fault) return [];
    throw error;
  }
}
