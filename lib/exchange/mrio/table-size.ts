import { messages } from "../../message/message.ts";
import { type Aggregation, sizeAfter } from "./aggregation.ts";
import { ImportError } from "./import-error.ts";

const texts = messages("exchange", {
  tableTooLarge: {
    en: "a table of at most {most} rows was expected, but {regions} regions × {sectors} sectors have {rows}, whose flows take {gigabytes} GB: more than a browser tab can hold. Aggregate regions or sectors during the import: {few} regions and the rest of the world with all {sectorCount} sectors would fit, or {many} groups of sectors for all {regionCount} regions.",
    zh: "表最多可有 {most} 行，而 {regions} 个区域 × {sectors} 个部门共有 {rows} 行，其流量数据需要 {gigabytes} GB，超出浏览器标签页的容量。请在读取时归并区域或部门：保留全部 {sectorCount} 个部门时可容纳 {few} 个区域和世界其他地区；保留全部 {regionCount} 个区域时可容纳 {many} 个部门组。",
  },
});

/** Most rows of a table that fit in a tab with room for computations, if most cells are filled: 8 bytes per cell. */
const MOST_ROWS = 8000;
/** Fewer if cells are added up in full rows and listed afterwards. */
const MOST_KEPT = 6000;

/** Throws ImportError, with the size and what would fit, before reading a table that does not fit in a tab. */
export function requireTableSize(
  file: string,
  regions: readonly string[],
  sectors: readonly string[],
  aggregation: Aggregation | undefined,
): void {
  const kept = sizeAfter(aggregation, regions, sectors);
  const rows = kept.regions * kept.sectors;
  const most = aggregation ? MOST_KEPT : MOST_ROWS;
  if (rows <= most) return;
  const gigabytes = (8 * rows ** 2) / 1e9;
  const few = Math.max(1, Math.floor(MOST_KEPT / sectors.length) - 1);
  const many = Math.max(1, Math.floor(MOST_KEPT / regions.length) - 1);
  throw new ImportError(
    file,
    undefined,
    texts.tableTooLarge({
      most,
      regions: kept.regions,
      sectors: kept.sectors,
      rows,
      gigabytes: gigabytes.toFixed(1),
      few,
      sectorCount: sectors.length,
      many,
      regionCount: regions.length,
    }),
  );
}
