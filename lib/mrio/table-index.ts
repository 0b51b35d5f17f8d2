import { z } from "zod";
import { messages } from "../message/message.ts";
import { type InputOutputTable, labelOf, TableError } from "./table.ts";

const texts = messages("mrio", {
  unknownRow: {
    en: "{field} is {given}, which is not a row of the table (region.sector).",
    zh: "{field} 为 {given}，不是表中的行（区域.部门）。",
  },
  notRegion: {
    en: "{field} is {given}, which is none of the regions.",
    zh: "{field} 为 {given}，不在区域之列。",
  },
  unknownStressor: {
    en: 'stressor is "{name}", which is none of the stressors.',
    zh: "stressor 为“{name}”，不在压力因子之列。",
  },
});

/** A row of the table in JSON. */
export const rowReference = z.union([z.string(), z.number().int()]).describe('A row, as "region.sector" or by index.');

/** The index of a row by its reference. Throws TableError. */
export function rowIndex(table: InputOutputTable, reference: string | number, field: string): number {
  const n = table.x.length;
  const found =
    typeof reference === "number" ? reference : table.x.findIndex((_, i) => labelOf(table, i) === reference);
  if (found >= 0 && found < n) return found;
  throw new TableError(field, texts.unknownRow({ field, given: JSON.stringify(reference) }));
}

/** The index of a region by code or index. Throws TableError. */
export function regionIndex(table: InputOutputTable, reference: string | number, field: string): number {
  const found = typeof reference === "number" ? reference : table.regions.indexOf(reference);
  if (found >= 0 && found < table.regions.length) return found;
  throw new TableError(field, texts.notRegion({ field, given: JSON.stringify(reference) }));
}

/** The index of a stressor by name; default: the first. Throws TableError. */
export function stressorIndex(table: InputOutputTable, name: string | undefined): number {
  const found = name === undefined ? 0 : table.stressors.indexOf(name);
  if (found >= 0) return found;
  throw new TableError("stressor", texts.unknownStressor({ name }));
}
