import type { Attachment } from "../../../kernel/services/attachment.ts";

/** The endings of files whose sheets can be read. */
const sheetEnding = /\.(?:csv|tsv|tab|txt|xlsx|xlsm|xlsb|xls|ods)$/i;

/** Whether a file may hold the lines of an account. */
export function canHoldLines({ name }: Pick<Attachment, "name">): boolean {
  return sheetEnding.test(name) && !name.endsWith(".mapping.json");
}
