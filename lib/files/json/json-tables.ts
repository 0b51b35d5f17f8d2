import { messages } from "../../message/message.ts";
import type { DecodedText } from "../container/text-encoding.ts";
import { MOST_JSON_BYTES, MOST_TABLES } from "../table/limits.ts";
import { keepsDigits } from "../table/number-text.ts";
import { type JsonRecord, jsonValue, RecordTable } from "../table/record-table.ts";
import { RowTable } from "../table/row-table.ts";
import { TableFileError } from "../table/table-file-error.ts";
import type { TableReading } from "../table/table-reading.ts";
import { checkRows, stemOf, type TableSource } from "../table/table-source.ts";
import { findJsonFault } from "./json-fault.ts";

const texts = messages("tableFile", {
  brokenJson: {
    en: 'JSON was expected, but it breaks at column {column}, at "{found}". Correct it there, or save the file anew.',
    zh: "应为 JSON，但在第 {column} 列的“{found}”处中断。请在该处改正，或重新保存文件。",
  },
  cutJson: {
    en: "JSON was expected, but the text ends before it does. Is the file cut?",
    zh: "应为 JSON，但文本提前结束。文件是否被截断？",
  },
  jsonTooLarge: {
    en: "the JSON has {bytes} MB, and at most {most} MB are read. Convert it to CSV or Parquet.",
    zh: "JSON 有 {bytes} MB，最多读取 {most} MB。请转换为 CSV 或 Parquet。",
  },
  noJsonTable: {
    en: "a table was expected: a list of records, a list of rows, or an object with such a list.",
    zh: "应为表格：记录的列表、行的列表，或含有这种列表的对象。",
  },
  unlikeLine: {
    en: "each line was expected to be a record in braces, as the first is.",
    zh: "每一行都应与第一行一样，是花括号中的一条记录。",
  },
});

/** Objects in objects in which tables are looked for. */
const DEEPEST = 4;

/** The value that a text of JSON states. Integers that would lose digits as numbers are texts. Throws TableFileError. */
export function parseJson(file: string, text: string): unknown {
  if (text.length > MOST_JSON_BYTES) {
    const mega = (count: number) => Math.ceil(count / 1e6);
    throw new TableFileError(file, texts.jsonTooLarge({ bytes: mega(text.length), most: mega(MOST_JSON_BYTES) }));
  }
  try {
    return JSON.parse(exact(text));
  } catch {
    throw faultIn(file, text, 1);
  }
}

function faultIn(file: string, text: string, firstLine: number): TableFileError {
  const fault = findJsonFault(text);
  if (!fault || fault.found === "")
    return new TableFileError(file, texts.cutJson(), fault ? firstLine + fault.line - 1 : undefined);
  const { line, column, found } = fault;
  return new TableFileError(file, texts.brokenJson({ column, found }), firstLine + line - 1);
}

/** The text with quotation marks around integers that would lose digits as numbers. */
function exact(text: string): string {
  if (!/\d{16}/.test(text)) return text;
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])|-?\d+\.\d+/g, (token) =>
    /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token)) && !keepsDigits(token) ? `"${token}"` : token,
  );
}

/** Whether a text that is not JSON as a whole has a value of JSON on each of its first lines. */
export function isJsonLines(text: string): boolean {
  const lines = text.slice(0, 1 << 16).split(/\r\n|\n|\r/);
  if (text.length > 1 << 16) lines.pop();
  const filled = lines.filter((line) => line.trim() !== "").slice(0, 20);
  // The first decides: an error further down is said with its line.
  return filled.length > 0 && /^\s*[{[]/.test(filled[0]!) && parsed(filled[0]!) !== undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The table in JSON Lines: a record or a list on each line. Throws TableFileError. */
export function jsonLinesTable(
  file: string,
  { text, encoding }: DecodedText,
  asked: Partial<TableReading>,
): TableSource {
  const values: unknown[] = [];
  let at = 0;
  for (let line = 1; at < text.length; line++) {
    let end = text.indexOf("\n", at);
    if (end < 0) end = text.length;
    const row = text.slice(at, end);
    at = end + 1;
    if (row.trim() === "") continue;
    let value: unknown;
    try {
      value = JSON.parse(exact(row));
    } catch {
      throw faultIn(file, row, line);
    }
    values.push(value);
    checkRows(file, values.length);
    const isLikeFirst = isRecord(values[0]) ? isRecord(value) : Array.isArray(values[0]) && Array.isArray(value);
    if (!isLikeFirst) throw new TableFileError(file, texts.unlikeLine(), line);
  }
  return tableOf(file, stemOf(file), { format: "jsonlines", encoding }, values, asked)!;
}

/** The tables in a value of JSON: it is one, or has some within. Throws TableFileError if there are none. */
export function jsonTables(
  file: string,
  value: unknown,
  encoding: string,
  asked: Partial<TableReading>,
): TableSource[] {
  const form = { format: "json", encoding } as const;
  const whole = tableOf(file, stemOf(file), form, value, asked);
  if (whole) return [whole];
  const found: { readonly part: string; readonly value: unknown }[] = [];
  const look = (inside: unknown, path: string, depth: number): void => {
    if (depth > DEEPEST || typeof inside !== "object" || inside === null) return;
    for (const [key, each] of Object.entries(inside)) {
      if (found.length >= MOST_TABLES) return;
      const part = path === "" ? key : `${path}.${key}`;
      if (isTable(each)) found.push({ part, value: each });
      else look(each, part, depth + 1);
    }
  };
  look(value, "", 1);
  if (found.length === 0) throw new TableFileError(file, texts.noJsonTable());
  return found.map(
    (each) =>
      tableOf(file, found.length === 1 ? stemOf(file) : each.part, { ...form, part: each.part }, each.value, asked)!,
  );
}

/** Whether a value is a list of records, of lists or of plain values, or an object of lists that are equally long. */
function isTable(value: unknown): boolean {
  if (Array.isArray(value))
    return value.length > 0 && (value.every(isRecord) || value.every(Array.isArray) || value.every(isPlain));
  return isRecord(value) && (isSplit(value) || isColumns(value));
}

/** A value as a table; null if it is none. */
function tableOf(
  file: string,
  title: string,
  form: TableSource["form"],
  value: unknown,
  asked: Partial<TableReading>,
): TableSource | null {
  if (!isTable(value)) return null;
  if (Array.isArray(value)) {
    if (value.every(isRecord)) return new RecordTable(file, title, form, value);
    if (value.every(isList)) return listTable(file, title, form, value, asked);
    return new RecordTable(
      file,
      title,
      form,
      value.map((each) => ({ value: each })),
    );
  }
  if (isSplit(value))
    return listTable(file, title, form, [value.columns, ...value.data], { ...asked, skip: 0, header: true });
  const columns = Object.entries(value as Columns);
  return new RecordTable(
    file,
    title,
    form,
    columns[0]![1].map((_, row) => Object.fromEntries(columns.map(([name, list]) => [name, list[row]]))),
  );
}

function listTable(
  file: string,
  title: string,
  form: TableSource["form"],
  lists: readonly (readonly unknown[])[],
  asked: Partial<TableReading>,
): TableSource {
  return new RowTable(
    {
      file,
      title,
      form,
      texts: "dates",
      places: "record",
      visit: (visit) => {
        for (const [i, list] of lists.entries()) if (visit(list.map(jsonValue), i + 1) === false) return;
      },
    },
    asked,
  );
}

type Columns = Readonly<Record<string, readonly unknown[]>>;

/** Columns by name, equally long. */
function isColumns(value: JsonRecord): value is Columns {
  const lists = Object.values(value);
  const [first] = lists;
  return (
    isList(first) &&
    first.length > 0 &&
    lists.every((list) => isList(list) && list.length === first.length && list.every(isPlain))
  );
}

/** Names of columns and rows, as pandas writes them (`orient="split"`). */
function isSplit(
  value: unknown,
): value is { readonly columns: readonly unknown[]; readonly data: readonly (readonly unknown[])[] } {
  return (
    isRecord(value) &&
    isList(value.columns) &&
    value.columns.every(isPlain) &&
    isList(value.data) &&
    value.data.every(isList)
  );
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPlain(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
