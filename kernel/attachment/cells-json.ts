import type { SheetCells } from "../../lib/files/table/table-file.ts";

/** The cells of sheets as JSON in UTF-8. */
export function writeCells(sheets: readonly SheetCells[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(sheets));
}

/** The cells that `writeCells` wrote. */
export function readCells(bytes: Uint8Array): SheetCells[] {
  return JSON.parse(new TextDecoder().decode(bytes)) as SheetCells[];
}
