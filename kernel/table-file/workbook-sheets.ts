import type { CellObject, SSF, WorkBook, WorkSheet } from "@e965/xlsx";
import { messages } from "../../lib/message/message.ts";
import { readZip } from "../services/import/zip-archive.ts";
import type { FieldValue } from "./field-value.ts";
import { MOST_UNPACKED_BYTES, MOST_WORKBOOK_BYTES } from "./limits.ts";
import { loadPart } from "./load-part.ts";
import { silently } from "./silence.ts";
import type { Sheet } from "./table-file.ts";
import { TableFileError } from "./table-file-error.ts";

const said = messages("tableFile", {
  damagedWorkbook: {
    en: "a workbook was expected (XLSX or XLS), but the file is cut or damaged. Open it in a spreadsheet program and save it anew.",
    zh: "应为工作簿（XLSX 或 XLS），但文件被截断或已损坏。请用电子表格软件打开并重新保存。",
  },
  lockedWorkbook: {
    en: "the workbook is protected by a password. Save it without a password.",
    zh: "工作簿有密码保护。请另存为没有密码的文件。",
  },
  workbookTooLarge: {
    en: "the workbook has {bytes} MB, and at most {most} MB are read. Save the sheet that you need as CSV.",
    zh: "工作簿有 {bytes} MB，最多读取 {most} MB。请将所需的工作表另存为 CSV。",
  },
  unpackedTooLarge: {
    en: "the workbook has more than {most} MB when it is unpacked, which is the limit. Save the sheet that you need as CSV.",
    zh: "工作簿解压后超过 {most} MB 的上限。请将所需的工作表另存为 CSV。",
  },
  notWorkbook: {
    en: "it is a ZIP archive, but no workbook. Unpack it, and take the files in it.",
    zh: "这是 ZIP 压缩包，不是工作簿。请解压后使用其中的文件。",
  },
});

/** A sheet with its place in the workbook. */
export interface PlacedSheet extends Sheet {
  /** The number of its first row in the workbook, from 1. */
  readonly firstRow: number;
  /** The number of its first column in the workbook, from 1. */
  readonly firstColumn: number;
  readonly isHidden: boolean;
}

/**
 * The sheets of a workbook (XLSX, XLSB, ODS or XLS), the hidden ones included: from the first row and column that are used to the
 * last. Sheets that are charts are left out. Throws TableFileError.
 */
export async function workbookSheets(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<PlacedSheet[]> {
  if (bytes.length > MOST_WORKBOOK_BYTES) {
    const mega = (count: number) => Math.ceil(count / 1e6);
    throw new TableFileError(
      file,
      said.workbookTooLarge({ bytes: mega(bytes.length), most: mega(MOST_WORKBOOK_BYTES) }),
    );
  }
  if (isZip(bytes)) await checkArchive(file, bytes);
  const library = await loadPart(file, () => import("@e965/xlsx"));
  // Workbooks before Excel 97 have texts in the encoding of their country; the tables of these are large.
  if (isCompound(bytes)) library.set_cptable(await loadPart(file, () => import("@e965/xlsx/dist/cpexcel.full.mjs")));
  let book: WorkBook;
  try {
    const options = { dense: true, cellNF: true, cellFormula: false, cellHTML: false, cellText: false };
    book = silently(() => library.read(bytes, { type: "array", ...options }));
  } catch (error) {
    const isLocked = /password|encrypt/i.test(error instanceof Error ? error.message : "");
    throw new TableFileError(file, isLocked ? said.lockedWorkbook() : said.damagedWorkbook());
  }
  const epoch = book.Workbook?.WBProps?.date1904 ? EPOCH_1904 : EPOCH_1900;
  return book.SheetNames.flatMap((name, i) => {
    const sheet = book.Sheets[name];
    if (!sheet || (sheet as { "!type"?: string })["!type"] === "chart") return [];
    const isHidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0;
    return [{ name, isHidden, ...usedRows(sheet, (cell) => fieldOf(cell, epoch, library.SSF)) }];
  });
}

/** Whether the bytes begin as a ZIP archive does, such as XLSX. */
export function isZip([a, b, c, d]: Uint8Array): boolean {
  return a === 0x50 && b === 0x4b && c === 3 && d === 4;
}

/** Whether the bytes begin as a compound file does (MS-CFB), such as XLS, and XLSX with a password. */
export function isCompound(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, i) => bytes[i] === byte);
}

/** Throws TableFileError if an archive is no workbook, is damaged, or has more bytes than it declares or than are read. */
async function checkArchive(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  try {
    const entries = await readZip(new Blob([bytes]), file);
    if (!entries.some(({ path }) => /^(\[content_types\]\.xml|mimetype|content\.xml)$/i.test(path)))
      throw new TableFileError(file, said.notWorkbook());
    const declared = entries.reduce((sum, { size }) => sum + size, 0);
    if (declared > MOST_UNPACKED_BYTES)
      throw new TableFileError(file, said.unpackedTooLarge({ most: MOST_UNPACKED_BYTES / 1e6 }));
    for (const { stream } of entries) await (await stream(() => {})).pipeTo(new WritableStream());
  } catch (error) {
    if (error instanceof TableFileError) throw error;
    throw new TableFileError(file, said.damagedWorkbook());
  }
}

/** The rows between the first and the last that have a value; the range that a workbook declares may be a million rows too long. */
function usedRows(
  sheet: WorkSheet,
  value: (cell: CellObject) => FieldValue,
): Pick<PlacedSheet, "rows" | "firstRow" | "firstColumn"> {
  const data = (sheet["!data"] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  const rows: { readonly at: number; readonly cells: ReadonlyMap<number, FieldValue> }[] = [];
  let left = Number.POSITIVE_INFINITY;
  let right = -1;
  data.forEach((row, at) => {
    const cells = new Map<number, FieldValue>();
    row?.forEach((cell, c) => {
      const found = cell ? value(cell) : null;
      if (found === null) return;
      cells.set(c, found);
      left = Math.min(left, c);
      right = Math.max(right, c);
    });
    if (cells.size > 0) rows.push({ at, cells });
  });
  const first = rows[0]?.at ?? 0;
  const used: Sheet["rows"][number][] = [];
  for (const { at, cells } of rows) {
    while (used.length < at - first) used.push([]);
    used.push(
      Array.from(
        { length: right - left + 1 },
        (_, c) => (cells.get(left + c) ?? null) as Sheet["rows"][number][number],
      ),
    );
  }
  return {
    rows: used.map((row) => (row.length > 0 ? row : new Array(right - left + 1).fill(null))),
    firstRow: first + 1,
    firstColumn: rows.length > 0 ? left + 1 : 1,
  };
}

/** 1899-12-30 and 1904-01-01, from which days are counted. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const DAY = 86_400_000;
/** The year 1900 has a 29 February there; days before it are counted from one day later. */
const FALSE_LEAP = 60;

function fieldOf({ t, v, z, w }: CellObject, epoch: number, { is_date }: typeof SSF): FieldValue {
  if (v === undefined || v === null) return null;
  if (t === "e") return errors.get(Number(v)) ?? w ?? "#N/A";
  if (t === "s") return v === "" ? null : String(v);
  if (typeof v !== "number") return v;
  // Durations (`[h]:mm`) are numbers of days.
  if (typeof z !== "string" || /^\[(h|m|s)+\]/i.test(z) || !is_date(z)) return v;
  if (v >= 0 && v < 1 && !/[yd]/i.test(z)) return timeOfDay(v);
  const days = epoch === EPOCH_1900 && v < FALSE_LEAP ? v + 1 : v;
  const date = new Date(epoch + Math.round(days * DAY));
  return Number.isNaN(date.getTime()) ? v : date;
}

function timeOfDay(part: number): string {
  return new Date(Math.round(part * 86_400) * 1000).toISOString().slice(11, 19);
}

/** MS-XLS 2.5.10. */
const errors = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
  [0x2b, "#GETTING_DATA"],
]);
