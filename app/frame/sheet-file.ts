import { csvParseRows, dsvFormat, tsvParseRows } from "d3";
import { Workbook } from "../../kernel/services/import/workbook.ts";

/** Characters of a sheet, at most: a small file may unfold to gigabytes. */
const LARGEST = 100_000_000;

export type SheetRow = Readonly<Record<string, string>>;

/** The rows of a sheet, by the heads of its first row that has any. Throws an Error with a sentence. */
export async function readSheet(file: File): Promise<SheetRow[]> {
  const rows = /\.xls[xb]$/i.test(file.name) ? await readWorkbook(file) : await readText(file);
  const at = rows.findIndex((row) => row.some((cell) => cell.trim() !== ""));
  if (at < 0) throw new Error(`${file.name} holds no rows: a head and at least one row below it were expected.`);
  const heads = rows[at]!.map((head) => head.trim());
  const empty = heads.findIndex(
    (head, i) => head === "" && rows.slice(at + 1).some((row) => (row[i] ?? "").trim() !== ""),
  );
  if (empty >= 0)
    throw new Error(
      `${file.name}, row ${at + 1}, column ${empty + 1}: a head was expected above its values, but it is empty. Are cells of the head merged?`,
    );
  const twice = heads.find((head, i) => head !== "" && heads.indexOf(head) !== i);
  if (twice)
    throw new Error(`${file.name}, row ${at + 1}: the head "${twice}" stands there twice; each column needs its own.`);
  return rows
    .slice(at + 1)
    .filter((row) => row.some((cell) => cell.trim() !== ""))
    .map((row) => Object.fromEntries(heads.flatMap((head, i) => (head === "" ? [] : [[head, (row[i] ?? "").trim()]]))));
}

async function readText(file: File): Promise<string[][]> {
  if (file.size > LARGEST) throw tooLarge(file);
  const text = (await file.text()).replace(/^\ufeff/, "");
  const head = /[^\r\n]+/.exec(text)?.[0] ?? "";
  // What stands most often in the first line parts the others, too.
  const [separator] = [",", ";", "\t"].toSorted((a, b) => head.split(b).length - head.split(a).length);
  if (separator === "\t") return tsvParseRows(text);
  return separator === ";" ? dsvFormat(";").parseRows(text) : csvParseRows(text);
}

async function readWorkbook(file: File): Promise<string[][]> {
  const workbook = await Workbook.open(file, file.name);
  let text = "";
  for await (const chunk of workbook.text(undefined, () => {})) {
    text += chunk;
    if (text.length > LARGEST) throw tooLarge(file);
  }
  return tsvParseRows(text);
}

function tooLarge(file: File): Error {
  return new Error(
    `${file.name} holds more than ${LARGEST} characters; a sheet of activity data was expected. Split it.`,
  );
}
