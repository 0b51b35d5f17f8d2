import type { SourceFiles } from "../mrio/source-files.ts";
import { brightwayExcel } from "./brightway-reader.ts";
import { ecospold1 } from "./ecospold1.ts";
import { ecospold2 } from "./ecospold2.ts";
import { ilcd } from "./ilcd.ts";
import type { InventoryFormat } from "./inventory-format.ts";
import { olcaJsonLd } from "./olca-reader.ts";
import { simaproCsv } from "./simapro-reader.ts";

/** The formats of inventories that can be read, in the order in which they are tried. */
export const inventoryFormats: readonly InventoryFormat[] = [
  ecospold2,
  ecospold1,
  ilcd,
  olcaJsonLd,
  brightwayExcel,
  simaproCsv,
];

/** The format of the files; undefined if none recognises them. */
export async function inventoryFormatOf(source: SourceFiles): Promise<InventoryFormat | undefined> {
  for (const format of inventoryFormats) if (await format.recognises(source)) return format;
  return undefined;
}
