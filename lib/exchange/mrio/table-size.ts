import { type Aggregation, sizeAfter } from "./aggregation.ts";
import { ImportError } from "./import-error.ts";

/** Rows of a table that a tab holds beside what it computes, when most cells are filled: 8 bytes for each cell. */
const MOST_ROWS = 8000;
/** Fewer where cells are added up in full rows and listed afterwards. */
const MOST_KEPT = 6000;

/** Throws ImportError, with the size and what would fit, before a table is read that no tab holds. */
export function requireRoom(
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
    `a table of at most ${most} rows was expected, but ${kept.regions} regions × ${kept.sectors} sectors have ${rows}, whose flows take ${gigabytes.toFixed(1)} GB: more than a browser's tab holds. Bring regions or sectors together while it is read: ${few} regions and the rest of the world with all ${sectors.length} sectors would fit, or ${many} groups of sectors for all ${regions.length} regions.`,
  );
}
