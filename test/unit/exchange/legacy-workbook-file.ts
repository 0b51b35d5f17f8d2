import { utils, write } from "@e965/xlsx";

/** A workbook of cells as Excel saved them up to 2003 (BIFF8). */
export function legacyWorkbookFile(
  sheets: Readonly<Record<string, readonly (readonly (string | number | null)[])[]>>,
): Uint8Array<ArrayBuffer> {
  const book = utils.book_new();
  for (const [name, cells] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(cells.map((row) => [...row])), name);
  return new Uint8Array(write(book, { bookType: "biff8", type: "array" }) as ArrayBuffer);
}
