import { type ActivityRows, activityRows, type ReadRows } from "../../lib/account/inventory/activity-sheet.ts";
import type { Sheet } from "../../lib/account/line-shape.ts";

/** The reader of all files with sheets. It is loaded when a file is first chosen. */
export type SheetsModule = Pick<typeof import("../../lib/account/reading/open-sheets.ts"), "openSheets">;

/** What reads a file of activity data: the reader of its sheets, and `account.read`. */
export interface SheetReader {
  readonly load: () => Promise<SheetsModule>;
  readonly read: (asked: { readonly file: string; readonly sheets: readonly Sheet[] }) => Promise<ReadRows>;
}

/** Activity data from the sheets of a file, read by the reader of all files of one's own. Throws a Fault. */
export async function readSheet(file: File, { load, read }: SheetReader): Promise<ActivityRows> {
  const { openSheets } = await load();
  const sheets = await openSheets(file.name, new Uint8Array(await file.arrayBuffer()));
  return activityRows(file.name, sheets, await read({ file: file.name, sheets }));
}
