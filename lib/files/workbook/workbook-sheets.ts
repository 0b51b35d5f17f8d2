import type { CellObject, SSF, WorkBook } from "@e965/xlsx";
import { messages } from "../../message/message.ts";
import { rebuiltArchive } from "../container/rebuilt-archive.ts";
import { damagedText, decodeText } from "../container/text-encoding.ts";
import { readZip, type ZipEntry } from "../container/zip-archive.ts";
import type { Duration } from "../table/duration.ts";
import type { FieldValue } from "../table/field-value.ts";
import { MOST_UNPACKED_BYTES, MOST_WORKBOOK_BYTES } from "../table/limits.ts";
import { loadPart } from "../table/load-part.ts";
import { pastedCells } from "../table/pasted-cells.ts";
import { TableFileError } from "../table/table-file-error.ts";
import { EPOCH_1900, EPOCH_1904, type FormatKind, formatKind, formattedNumber } from "./cell-format.ts";
import { markupOf } from "./markup.ts";
import { type OdsLengths, odsLengths } from "./ods-cells.ts";
import { silently } from "./silence.ts";
import { CellCollector, type UsedCells } from "./used-cells.ts";
import { isXlsx, xlsxSheets } from "./xlsx-sheets.ts";

const texts = messages("tableFile", {
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
  lacksTable: {
    en: "it is a page of the web (HTML) without a table, such as one to sign in. Open it in a browser, and download the file itself.",
    zh: "这是不含表格的网页（HTML），例如登录页。请在浏览器中打开，并下载文件本身。",
  },
  otherDocument: {
    en: "it is a document of text or slides, not a workbook. Copy its table into a sheet, and save that as XLSX or CSV.",
    zh: "这是文字或演示文稿，不是工作簿。请将其中的表格复制到工作表，并另存为 XLSX 或 CSV。",
  },
  notWorkbook: {
    en: "it is a ZIP archive, but no workbook. Unpack it, and take the files in it.",
    zh: "这是 ZIP 压缩包，不是工作簿。请解压后使用其中的文件。",
  },
});

/** A sheet with its place in the workbook. */
export interface PlacedSheet extends UsedCells {
  readonly name: string;
  readonly isHidden: boolean;
  /** Whether all its numbers are of a pivot table; of XLSX only. */
  readonly isPivot?: boolean;
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
      texts.workbookTooLarge({ bytes: mega(bytes.length), most: mega(MOST_WORKBOOK_BYTES) }),
    );
  }
  const entries = isZip(bytes) ? await checkedEntries(file, bytes) : null;
  const library = await loadPart(file, () => import("@e965/xlsx"));
  if (entries && isXlsx(entries)) return orDamaged(file, () => xlsxSheets(file, entries, library.SSF));
  // Workbooks before Excel 97 have texts in the encoding of their country; the tables of these are large.
  if (isCompound(bytes)) library.set_cptable(await loadPart(file, () => import("@e965/xlsx/dist/cpexcel.full.mjs")));
  const text = entries || isBinary(bytes) ? null : wholeText(file, bytes);
  const markup = text === null ? null : markupOf(bytes);
  if (text !== null && markup === null) return [textSheet(file, text)];
  if (markup === "page" && !/<table/i.test(text!)) throw new TableFileError(file, texts.lacksTable());
  return orDamaged(file, async () => {
    const content = entries?.find(({ path }) => path === "content.xml");
    const lengths = content ? await odsLengths(file, content) : null;
    const options = { dense: true, cellNF: true, cellFormula: false, cellHTML: false, cellText: false };
    // Cells of a page are texts: the library would make 15 of "1,5", and a date of "1-2".
    const book =
      text === null
        ? await rebuilt(entries, bytes).then((checked) =>
            silently(() => library.read(checked, { type: "array", ...options })),
          )
        : silently(() => library.read(text, { type: "string", raw: markup === "page", ...options }));
    return sheetsOf(file, book, library.SSF, text !== null, lengths);
  });
}

async function rebuilt(entries: readonly ZipEntry[] | null, bytes: Uint8Array<ArrayBuffer>) {
  return entries ? rebuiltArchive(entries) : bytes;
}

/** The text of a file in its encoding. Throws TableFileError for other bytes than those of a text. */
function wholeText(file: string, bytes: Uint8Array): string {
  const decoded = decodeText(file, bytes);
  const { damage, text } = decoded;
  if (damage) throw damagedText(file, { ...decoded, damage });
  return text;
}

/** A text with separated columns, which people also call a workbook; its cells are texts, as it has no others. */
function textSheet(file: string, text: string): PlacedSheet {
  const { name, rows, first = 1 } = pastedCells(file, text);
  return { name, isHidden: false, rows: rows as PlacedSheet["rows"], firstRow: first, firstColumn: 1 };
}

async function orDamaged<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof TableFileError) throw error;
    const isLocked = /password|encrypt/i.test(error instanceof Error ? error.message : "");
    throw new TableFileError(file, isLocked ? texts.lockedWorkbook() : texts.damagedWorkbook());
  }
}

/**
 * The sheets of a workbook that the library has read. Throws TableFileError.
 * @param isText whether it is the XML of Excel 2003
 * @param lengths the lengths of time in its cells, if it is an OpenDocument
 */
function sheetsOf(
  file: string,
  book: WorkBook,
  ssf: typeof SSF,
  isText: boolean,
  lengths: OdsLengths | null,
): PlacedSheet[] {
  const epoch = book.Workbook?.WBProps?.date1904 ? EPOCH_1904 : EPOCH_1900;
  const kinds = new Map<unknown, FormatKind>();
  const kindOf = (format: CellObject["z"]) => {
    const known = kinds.get(format);
    if (known) return known;
    const kind = typeof format === "string" ? formatKind(format, ssf) : "number";
    kinds.set(format, kind);
    return kind;
  };
  let taken = 0;
  return book.SheetNames.flatMap((name, i) => {
    const sheet = book.Sheets[name];
    if (!sheet || (sheet as { "!type"?: string })["!type"] === "chart") return [];
    const isHidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0;
    const cells = new CellCollector(file, name);
    const rows = (sheet["!data"] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
    // Only what is there: a list may be two thousand million places long.
    for (const [row, columns] of Object.entries(rows))
      for (const [column, cell] of Object.entries(columns ?? []))
        if (cell) {
          const place = [Number(row) + 1, Number(column) + 1] as const;
          const kind = kindOf(cell.z);
          const length = lengths?.at(name, ...place);
          const field = length ? lengthField(length, kind) : isText ? richText(cell) : null;
          cells.add(...place, field ?? fieldOf(cell, kind, epoch));
        }
    const used = cells.used(taken);
    taken += used.rows.length * (used.rows[0]?.length ?? 0);
    return [{ name, isHidden, ...used }];
  });
}

/** Whether the bytes begin as a ZIP archive does, such as XLSX. */
export function isZip([a, b, c, d]: Uint8Array): boolean {
  return a === 0x50 && b === 0x4b && c === 3 && d === 4;
}

/** Whether the bytes are a workbook without markup: a compound file, or the one stream that Excel wrote up to version 4. */
function isBinary(bytes: Uint8Array): boolean {
  return isCompound(bytes) || (bytes[0] === 9 && bytes[1]! <= 8);
}

/** Whether the bytes begin as a compound file does (MS-CFB), such as XLS, and XLSX with a password. */
export function isCompound(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, i) => bytes[i] === byte);
}

/**
 * The entries of an archive, each of which has the bytes that it declares. Throws TableFileError if it is no workbook, is damaged, or
 * has more bytes than it declares or than are read.
 */
async function checkedEntries(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<ZipEntry[]> {
  try {
    const entries = await readZip(new Blob([bytes]), file);
    if (
      !entries.some(({ path }) =>
        /^(\[content_types\]\.xml|mimetype|content\.xml|xl\/workbook\.(?:xml|bin))$/i.test(path),
      )
    )
      throw new TableFileError(file, texts.notWorkbook());
    await refuseOthers(file, entries);
    const declared = entries.reduce((sum, { size }) => sum + size, 0);
    if (declared > MOST_UNPACKED_BYTES)
      throw new TableFileError(file, texts.unpackedTooLarge({ most: MOST_UNPACKED_BYTES / 1e6 }));
    for (const { stream } of entries) await (await stream(() => {})).pipeTo(new WritableStream());
    return entries;
  } catch (error) {
    if (error instanceof TableFileError) throw error;
    throw new TableFileError(file, texts.damagedWorkbook());
  }
}

/** Throws TableFileError for an archive that is another document, or an OpenDocument with a password, whose parts are no XML. */
async function refuseOthers(file: string, entries: readonly ZipEntry[]): Promise<void> {
  const text = async (path: string) => {
    const entry = entries.find((each) => each.path.toLowerCase() === path);
    return entry && entry.size < MOST_MANIFEST ? new Response(await entry.stream(() => {})).text() : "";
  };
  const isOther =
    entries.some(({ path }) => /^(?:word|ppt)\//i.test(path)) ||
    /opendocument\.(?!spreadsheet|base)/.test(await text("mimetype"));
  if (isOther) throw new TableFileError(file, texts.otherDocument());
  const isLocked =
    entries.some(({ path }) => path === "encrypted-package") ||
    /<(?:\w+:)?encryption-data\b/.test(await text("meta-inf/manifest.xml"));
  if (isLocked) throw new TableFileError(file, texts.lockedWorkbook());
}

/** Bytes of the list of parts of an OpenDocument, at most. */
const MOST_MANIFEST = 1_000_000;

/** Of a text with runs in the XML of Excel 2003 the library takes the first as the value, and keeps the markup of all; else null. */
function richText({ t, v, r }: CellObject): string | null {
  return t === "s" && typeof r === "string" && r !== v && r.includes("<") ? r.replace(/<[^<>]*>/g, "") : null;
}

/** A length of time as its cell shows it: as a time of day, if it is one. */
function lengthField(length: Duration, kind: FormatKind): FieldValue {
  const days = length.in("d");
  return kind === "duration" || days < 0 || days >= 1 ? length : formattedNumber(days, "time", EPOCH_1900);
}

function fieldOf({ t, v, w }: CellObject, kind: FormatKind, epoch: number): FieldValue {
  if (t === "e") return errors.get(Number(v)) ?? w ?? "#N/A";
  if (v === undefined || v === null) return null;
  if (t === "s") return String(v);
  return typeof v === "number" ? formattedNumber(v, kind, epoch) : v;
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
