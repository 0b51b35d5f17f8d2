import type { Attachment } from "../../../kernel/services/attachment.ts";

/** The endings of files whose sheets can be read. */
const endings = ["csv", "tsv", "tab", "txt", "xlsx", "xlsm", "xlsb", "xls", "ods"];
const sheetEnding = new RegExp(`\\.(?:${endings.join("|")})$`, "i");

/** These files, as the dialog of the system offers them. */
export const sheetFiles = endings.map((ending) => `.${ending}`).join();

/** Whether a file may hold the lines of an account. */
export function canHoldLines({ name }: Pick<Attachment, "name">): boolean {
  return sheetEnding.test(name) && !name.endsWith(".mapping.json");
}
