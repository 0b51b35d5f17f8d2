import { messages } from "../../message/message.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import type { Read } from "../../tool/read.ts";
import { assessmentPlaces } from "../assess/assessment-places.ts";
import { shippedGraphs } from "../background/shipped-inventory.ts";
import { graphOf } from "../graph/records.ts";
import { shippedMethods } from "../impact/shipped-methods.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { OpenedInventory } from "./opened-inventory.ts";
import type { InventoryRequest } from "./request.ts";

const said = messages("lifecycle.resource", {
  nothing: {
    en: "There is no inventory: name a source that ships, or give activities.",
    zh: "没有清单：请指定随附的 source，或给出 activities。",
  },
});

/**
 * Opens an inventory: one that ships, activities given as records, or these over that one. Rules of the request come before those of
 * the source. Throws LifecycleError.
 */
export async function openInventory(
  { source, records, rules }: InventoryRequest,
  read: Read,
  work: Work = uninterrupted,
): Promise<OpenedInventory> {
  if (source === undefined && records === undefined) throw new LifecycleError("activities", said.nothing());
  const shipped = source === undefined ? undefined : await shippedGraphs[source].open(read, work);
  const places = source === "background" ? await assessmentPlaces(read) : undefined;
  const graph = records ? graphOf(records, shipped?.graph) : shipped!.graph;
  return new OpenedInventory(graph, { ...shipped?.rules, ...rules }, await shippedMethods(read), places);
}
