import { openSheets as openCells } from "../../files/table/open-sheets.ts";
import { pastedCells } from "../../files/table/pasted-cells.ts";
import type { Sheet } from "../line-shape.ts";

/**
 * The sheets of a file for `readSheets`: a workbook (XLSX, XLSB, XLS, ODS), or a delimited text in any usual encoding. Throws
 * TableFileError for a file with a password, a damaged or empty one, and one with more rows than an account takes.
 */
export function openSheets(file: string, bytes: Uint8Array<ArrayBuffer>, most?: number): Promise<Sheet[]> {
  return openCells(file, bytes, most);
}

/** The sheet of a text that was pasted. */
export function pastedSheet(name: string, text: string): Sheet {
  return pastedCells(name, text);
}
