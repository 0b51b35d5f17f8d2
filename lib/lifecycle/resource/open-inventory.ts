import { messages } from "../../message/message.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import type { Read } from "../../tool/read.ts";
import { assessmentPlaces } from "../assess/assessment-places.ts";
import { materialFactors } from "../assess/material-factors.ts";
import { type ShippedGraph, shippedGraphs } from "../background/shipped-inventory.ts";
import { graphOf } from "../graph/records.ts";
import type { ImpactMethod } from "../impact/impact-method.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { availableMethods } from "./available-methods.ts";
import { importedInventory } from "./imported-inventory.ts";
import { importedMethods } from "./imported-methods.ts";
import { mustBeImported } from "./imported-names.ts";
import { importedRules } from "./imported-rules.ts";
import type { InventoryAbout } from "./inventory-columns.ts";
import { type InventoryChange, OpenedInventory } from "./opened-inventory.ts";
import { type InventoryRequest, isShipped } from "./request.ts";

const texts = messages("lifecycle.source", {
  nothing: {
    en: "source is missing; expected an inventory by its name, or activities.",
    zh: "缺少 source：请给出清单名称，或给出 activities。",
  },
});

/**
 * Opens an inventory: one that ships or was imported, activities given as records, or these over that one. Rules of the request come
 * before those of the source. Throws LifecycleError.
 */
export async function openInventory(
  { source, impactMethods, methodsFrom, ...change }: InventoryRequest,
  read: Read,
  work: Work = uninterrupted,
): Promise<OpenedInventory> {
  if (source === undefined && change.records === undefined) throw new LifecycleError("source", texts.nothing());
  const found = source === undefined ? undefined : await sourceGraph(source, read, work);
  const methods = await availableMethods(
    read,
    { given: impactMethods, from: methodsFrom, own: found?.methods ?? [] },
    work,
  );
  const links = found?.links;
  const opened = new OpenedInventory(found?.graph ?? graphOf({ activities: [] }), found?.rules ?? {}, methods, {
    ...(links && {
      links: [...links.values()],
      places: await assessmentPlaces(read),
      materials: await materialFactors(read),
    }),
    imported: found?.about ?? null,
  });
  return opened.with(change);
}

/**
 * The part of a request that is read and kept; `OpenedInventory.with` applies the rest. What was imported may be removed or replaced
 * meanwhile: only draws of one request share it.
 */
export function readPart({ draw: _, ...request }: InventoryRequest): InventoryRequest {
  if (!isOfShipped(request)) return request;
  const { source, records, impactMethods } = request;
  return {
    ...(source !== undefined ? { source } : records && { records: { activities: [] } }),
    ...(impactMethods && { impactMethods }),
  };
}

/** What `readPart` leaves to be applied. */
export function appliedPart(request: InventoryRequest): InventoryChange {
  const { records, rules, draw } = request;
  return isOfShipped(request) ? { records, rules, draw } : { draw };
}

const isOfShipped = ({ source, methodsFrom }: InventoryRequest) =>
  methodsFrom === undefined && (source === undefined || isShipped(source));

async function sourceGraph(
  source: string,
  read: Read,
  work: Work,
): Promise<ShippedGraph & { readonly about?: InventoryAbout; readonly methods?: readonly ImpactMethod[] }> {
  if (isShipped(source)) return shippedGraphs[source].open(read, work);
  await mustBeImported(source, read);
  const { graph, about } = await importedInventory(source, read, work);
  return { graph, rules: importedRules(graph), about, methods: await importedMethods(source, read, work) };
}
