import { Fault } from "../../message/fault.ts";
import { messages } from "../../message/message.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import type { Read } from "../../tool/read.ts";
import { assessmentPlaces } from "../assess/assessment-places.ts";
import { type ShippedGraph, shippedGraphs } from "../background/shipped-inventory.ts";
import { graphOf } from "../graph/records.ts";
import { shippedMethods } from "../impact/shipped-methods.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { importedInventoriesDataset, importedInventoryNames } from "./dataset-names.ts";
import { importedInventory } from "./imported-inventory.ts";
import { importedRules } from "./imported-rules.ts";
import type { InventoryAbout } from "./inventory-columns.ts";
import { OpenedInventory } from "./opened-inventory.ts";
import { type InventoryRequest, isShipped, shippedInventories } from "./request.ts";

const said = messages("lifecycle.source", {
  nothing: {
    en: "source is missing; expected an inventory by its name, or activities.",
    zh: "缺少 source：请给出清单名称，或给出 activities。",
  },
  noneImported: {
    en: "There is no inventory “{source}”. Those that ship are {shipped:and}; none was imported here. An imported inventory is available only in the browser into which it was imported.",
    zh: "没有名为“{source}”的清单。随附的清单有 {shipped:and}；此处没有导入的清单。导入的清单只能在导入它的浏览器中使用。",
  },
  otherImported: {
    en: "There is no inventory “{source}”. Those that ship are {shipped:and}; imported into this browser: {imported:and}.",
    zh: "没有名为“{source}”的清单。随附的清单有 {shipped:and}；已导入此浏览器的有 {imported:and}。",
  },
});

/**
 * Opens an inventory: one that ships or was imported, activities given as records, or these over that one. Rules of the request come
 * before those of the source. Throws LifecycleError.
 */
export async function openInventory(
  { source, ...change }: InventoryRequest,
  read: Read,
  work: Work = uninterrupted,
): Promise<OpenedInventory> {
  if (source === undefined && change.records === undefined) throw new LifecycleError("source", said.nothing());
  const found = source === undefined ? undefined : await sourceGraph(source, read, work);
  const methods = await shippedMethods(read);
  const links = found?.links;
  const opened = new OpenedInventory(found?.graph ?? graphOf({ activities: [] }), found?.rules ?? {}, methods, {
    ...(links && { links: [...links.values()], places: await assessmentPlaces(read) }),
    imported: found?.about ?? null,
  });
  return opened.with(change);
}

/**
 * The part of a request that is read and kept; `OpenedInventory.with` applies the rest. An imported inventory may be removed or replaced
 * meanwhile: only draws of one request share it.
 */
export function readPart({ draw: _, ...request }: InventoryRequest): InventoryRequest {
  const { source, records } = request;
  if (source !== undefined) return isShipped(source) ? { source } : request;
  return records === undefined ? {} : { records: { activities: [] } };
}

/** What `readPart` leaves to be applied. */
export function appliedPart({ source, ...change }: InventoryRequest): Omit<InventoryRequest, "source"> {
  return source === undefined || isShipped(source) ? change : { draw: change.draw };
}

async function sourceGraph(
  source: string,
  read: Read,
  work: Work,
): Promise<ShippedGraph & { readonly about?: InventoryAbout }> {
  if (isShipped(source)) return shippedGraphs[source].open(read, work);
  await mustBeImported(source, read);
  const { graph, about } = await importedInventory(source, read, work);
  return { graph, rules: importedRules(graph), about };
}

async function mustBeImported(source: string, read: Read): Promise<void> {
  try {
    await read(importedInventoryNames(source).inventory);
  } catch (error) {
    // A cancelled job is no fault.
    if (!(error instanceof Fault)) throw error;
    const imported = await importedNames(read);
    const shipped = [...shippedInventories];
    const reason =
      imported.length > 0 ? said.otherImported({ source, shipped, imported }) : said.noneImported({ source, shipped });
    throw new LifecycleError("source", reason);
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
