import { csvParseRows, dsvFormat, tsvParseRows } from "d3";
import { textOf } from "../../kernel/attachment/text-content.ts";
import { Workbook } from "../../kernel/services/import/workbook.ts";
import { Fault } from "../../lib/message/fault.ts";
import { type Message, messages } from "../../lib/message/message.ts";

const texts = messages("frame", {
  noRows: {
    en: "{name} has no rows; expected a header and at least one row below it.",
    zh: "{name} 没有数据行：应有表头，且其下至少有一行。",
  },
  emptyHead: {
    en: "{name}, row {row}, column {column}: a head was expected above its values, but it is empty. Are cells of the head merged?",
    zh: "{name} 第 {row} 行第 {column} 列：数值上方应有列名，实际为空。表头单元格是否合并了？",
  },
  repeatedHead: {
    en: '{name}, row {row}: the head "{head}" stands there twice; each column needs its own.',
    zh: "{name} 第 {row} 行：列名“{head}”出现了两次；每列须有自己的名称。",
  },
  tooLong: {
    en: "{name} has more than {most} characters; expected a sheet of activity data. Split it.",
    zh: "{name} 超过 {most} 个字符；应为一张活动数据表，请拆分。",
  },
});

/** Most characters of a sheet: a small compressed file may expand to gigabytes. */
const MAX_CHARACTERS = 100_000_000;

export type SheetRow = Readonly<Record<string, string>>;

export interface ReadSheet {
  readonly rows: readonly SheetRow[];
  /** What a reader should know of the file; null if there is nothing. */
  readonly note: Message | null;
}

/** The rows of a sheet as records, keyed by its first row that is not empty. Throws a Fault. */
export async function readSheet(file: File): Promise<ReadSheet> {
  if (/\.xls[xb]$/i.test(file.name)) return { rows: recordsOf(file, await readWorkbook(file)), note: null };
  if (file.size > MAX_CHARACTERS) throw tooLarge(file);
  const { text, note } = textOf(file.name, new Uint8Array(await file.arrayBuffer()));
  return { rows: recordsOf(file, rowsOf(text)), note };
}

function recordsOf(file: File, rows: readonly (readonly string[])[]): SheetRow[] {
  const at = rows.findIndex((row) => row.some((cell) => cell.trim() !== ""));
  if (at < 0) throw new Fault(texts.noRows({ name: file.name }));
  const heads = rows[at]!.map((head) => head.trim());
  const empty = heads.findIndex(
    (head, i) => head === "" && rows.slice(at + 1).some((row) => (row[i] ?? "").trim() !== ""),
  );
  if (empty >= 0) throw new Fault(texts.emptyHead({ name: file.name, row: at + 1, column: empty + 1 }));
  const twice = heads.find((head, i) => head !== "" && heads.indexOf(head) !== i);
  if (twice) throw new Fault(texts.repeatedHead({ name: file.name, row: at + 1, head: twice }));
  return rows
    .slice(at + 1)
    .filter((row) => row.some((cell) => cell.trim() !== ""))
    .map((row) => Object.fromEntries(heads.flatMap((head, i) => (head === "" ? [] : [[head, (row[i] ?? "").trim()]]))));
}

function rowsOf(text: string): string[][] {
  const head = /[^\r\n]+/.exec(text)?.[0] ?? "";
  // The most frequent candidate in the first line is the separator.
  const [separator] = [",", ";", "\t"].toSorted((a, b) => head.split(b).length - head.split(a).length);
  if (separator === "\t") return tsvParseRows(text);
  return separator === ";" ? dsvFormat(";").parseRows(text) : csvParseRows(text);
}

async function readWorkbook(file: File): Promise<string[][]> {
  const workbook = await Workbook.open(file, file.name);
  let text = "";
  for await (const chunk of workbook.text(undefined, () => {})) {
    text += chunk;
    if (text.length > MAX_CHARACTERS) throw tooLarge(file);
  }
  return tsvParseRows(text);
}

function tooLarge(file: File): Error {
  return new Fault(texts.tooLong({ name: file.name, most: MAX_CHARACTERS }));
}
