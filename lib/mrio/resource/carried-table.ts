import { messages } from "../../message/message.ts";
import { uninterrupted, type Work } from "../../numeric/work.ts";
import type { Read } from "../../tool/read.ts";
import { firstCarriedYear as first, lastCarriedYear as last } from "../carried/carried-year.ts";
import { type CarriedTable, carry } from "../carried/carry.ts";
import type { InputOutputTable } from "../table.ts";
import { carriedSources } from "./carried-sources.ts";
import { lastShippedYear } from "./dataset-names.ts";
import type { TableRequest } from "./request.ts";
import { shippedTable } from "./shipped-table.ts";
import { TableRequestError } from "./table-request-error.ts";

const texts = messages("mrio", {
  noCarriedYear: {
    en: "A modelled table exists for {first} to {last}, not for {year}. For an earlier year leave `modelled` out: its table is published.",
    zh: "模型推算的表覆盖 {first} 至 {last} 年，没有 {year} 年。更早年份请去掉 `modelled`：已有发表的表。",
  },
  carriedWhole: {
    en: "A modelled table has 41 regions and the emissions of its own year: leave `regions`, `emissionsYear` and `source` out. `consumption.aggregate` makes it coarser.",
    zh: "模型推算的表有 41 个区域，排放为当年数据：请去掉 `regions`、`emissionsYear` 和 `source`。可用 `consumption.aggregate` 归并。",
  },
});

/** The last published table carried to a later year, with the gases of that year. Throws TableRequestError. */
export async function carriedTable(
  request: TableRequest,
  read: Read,
  work: Work = uninterrupted,
): Promise<InputOutputTable> {
  return (await openCarried(request, read, work)).table;
}

/** The same with its balance and what was known. `hasErrors` is false where the stated errors are being computed. */
export async function openCarried(
  { year, source, emissionsYear, regions }: TableRequest,
  read: Read,
  work: Work = uninterrupted,
  hasErrors = true,
): Promise<CarriedTable> {
  if (source !== undefined || (emissionsYear ?? year) !== year || (regions ?? 41) !== 41) {
    throw new TableRequestError(texts.carriedWhole());
  }
  if (!Number.isInteger(year) || year < first || year > last) {
    throw new TableRequestError(texts.noCarriedYear({ year, first, last }));
  }
  const base = await shippedTable({ year: lastShippedYear, edits: [] }, read);
  const sources = await carriedSources(year, read, hasErrors);
  return carry(base, sources, { base: lastShippedYear, target: year }, work);
}
