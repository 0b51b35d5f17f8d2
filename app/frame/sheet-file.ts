import { tsvParseRows } from "d3";
import { textOf } from "../../kernel/attachment/text-content.ts";
import { Workbook } from "../../kernel/services/import/workbook.ts";
import { type ActivityRows, activityRows, type ReadRows } from "../../lib/account/inventory/activity-sheet.ts";
import type { Sheet } from "../../lib/account/line-shape.ts";
import { pastedCells } from "../../lib/files/table/pasted-cells.ts";
import { Fault } from "../../lib/message/fault.ts";
import { type Message, messages } from "../../lib/message/message.ts";

const texts = messages("frame", {
  tooLong: {
    en: "{name} has more than {most} characters; expected a sheet of activity data. Split it.",
    zh: "{name} 超过 {most} 个字符；应为一张活动数据表，请拆分。",
  },
});

/** Most characters of a file: a small compressed one may expand to gigabytes. */
const MAX_CHARACTERS = 100_000_000;

/** Reads sheets as `account.read` does. */
export type ReadSheets = (asked: { readonly file: string; readonly sheets: readonly Sheet[] }) => Promise<ReadRows>;

/** Activity data from the sheets of a file, read by the reader of all files of one's own. Throws a Fault. */
export async function readSheet(file: File, read: ReadSheets): Promise<ActivityRows> {
  const { sheets, note } = await sheetsOf(file);
  const found = activityRows(file.name, sheets, await read({ file: file.name, sheets }));
  return note ? { ...found, notes: [note, ...found.notes] } : found;
}

async function sheetsOf(file: File): Promise<{ readonly sheets: readonly Sheet[]; readonly note: Message | null }> {
  if (/\.xls[xmb]$/i.test(file.name)) return { sheets: await workbookSheets(file), note: null };
  if (file.size > MAX_CHARACTERS) throw tooLarge(file);
  const { text, note } = textOf(file.name, new Uint8Array(await file.arrayBuffer()));
  return { sheets: [pastedCells(file.name, text)], note };
}

async function workbookSheets(file: File): Promise<Sheet[]> {
  const workbook = await Workbook.open(file, file.name);
  const sheets: Sheet[] = [];
  let characters = 0;
  for (const name of workbook.sheets) {
    let text = "";
    for await (const chunk of workbook.text(name, () => {})) {
      text += chunk;
      if (characters + text.length > MAX_CHARACTERS) throw tooLarge(file);
    }
    characters += text.length;
    sheets.push({ name: name.slice(0, 300), rows: tsvParseRows(text).map((row) => row.map(cellOf)) });
  }
  return sheets;
}

const NUMBER = /^-?(?:0|[1-9]\d{0,30})(?:\.\d{1,30})?(?:e[+-]?\d{1,3})?$/i;

/** Numbers of a workbook come as texts with a decimal point, whatever its language; as numbers they have one reading. */
const cellOf = (text: string) => (NUMBER.test(text) ? Number(text) : text);

function tooLarge(file: File): Error {
  return new Fault(texts.tooLong({ name: file.name, most: MAX_CHARACTERS }));
}
