import type { SourceFiles } from "../mrio/source-files.ts";
import type { InventoryFormat } from "./inventory-format.ts";

/** The formats of inventories that can be read, in the order in which they are tried. */
export const inventoryFormats: readonly InventoryFormat[] = [];

/** The format of the files; undefined if none recognises them. */
export async function inventoryFormatOf(source: SourceFiles): Promise<InventoryFormat | undefined> {
  for (const format of inventoryFormats) if (await format.recognises(source)) return format;
  return undefined;
}
