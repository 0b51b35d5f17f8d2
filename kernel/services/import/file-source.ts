import { ImportError } from "../../../lib/exchange/mrio/import-error.ts";
import { frameLines } from "../../../lib/exchange/mrio/labelled-frame.ts";
import type { SourceFiles } from "../../../lib/exchange/mrio/source-files.ts";
import { strictText } from "../../../lib/files/container/strict-text.ts";
import { counted, readZip } from "../../../lib/files/container/zip-archive.ts";
import { FileError } from "../../../lib/files/file-error.ts";
import { isCompound } from "../../../lib/files/workbook/workbook-sheets.ts";
import { messages } from "../../../lib/message/message.ts";
import { LegacyWorkbook } from "./legacy-workbook.ts";
import type { Sheets } from "./sheets.ts";
import { Workbook } from "./workbook.ts";

const texts = messages("import", {
  missingFile: {
    en: "the file was expected, but it is not there.",
    zh: "缺少此文件。",
  },
  otherBytes: {
    en: '{encoding} was expected, but the byte {byte} after "{before}" is none of it. Save the file in UTF-8.',
    zh: "应为 {encoding} 编码，但“{before}”之后的字节 {byte} 不属于它。请将文件另存为 UTF-8。",
  },
  cutCharacter: {
    en: "a whole character of {encoding} was expected, but it is cut off. Save the file in UTF-8.",
    zh: "应为完整的 {encoding} 字符，但有一个字符被截断。请将文件另存为 UTF-8。",
  },
  bytesCut: {
    en: "more compressed bytes were expected. Is the file truncated?",
    zh: "压缩数据不完整。文件是否被截断？",
  },
});

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;
type Read = (bytes: number) => void;

interface Entry {
  open(read: Read): Promise<Bytes>;
  /** The file itself, if it is neither packed nor in an archive. */
  readonly file?: Blob;
  /** Whether no container records its length. */
  readonly isBare: boolean;
}

/** The files picked by a person. Of an archive, only its directory is read before one of its files is opened. */
export interface FileSource extends SourceFiles {
  /** The number of bytes read so far; compressed bytes for compressed files. */
  readonly bytesRead: number;
  readonly bytes: number;
  /** Plain files that do not end with a line break: if such a file is truncated, its last number may be too short. */
  readonly unfinished: ReadonlySet<string>;
}

/**
 * Plain files, `.gz` files, the files inside `.zip` archives, sheets of `.xlsx`, `.xlsb` and `.xls` workbooks, and the frames that
 * pandas has saved in `.parquet` files (plain or in an archive), as texts. Throws ImportError.
 */
export async function openFiles(files: readonly File[]): Promise<FileSource> {
  const entries = await entriesOf(files);
  const workbooks = new Map<string, Promise<Sheets>>();
  const unfinished = new Set<string>();
  let bytesRead = 0;
  const read: Read = (count) => {
    bytesRead += count;
  };
  const entryAt = (path: string) => {
    const entry = entries.get(path);
    if (entry) return entry;
    throw new ImportError(path, undefined, texts.missingFile());
  };
  const workbookAt = (path: string) => {
    const known = workbooks.get(path);
    if (known) return known;
    const opening = workbookOf(entryAt(path), path, read);
    workbooks.set(path, opening);
    return opening;
  };
  return {
    paths: [...entries.keys()],
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    unfinished,
    get bytesRead() {
      return bytesRead;
    },
    sheets: async (path) => (await workbookAt(path)).sheets,
    async *open(path, encoding, damage) {
      const [, book, sheet] = /^(.*\.xls[xb]?)(?:#(.*))?$/i.exec(path) ?? [];
      if (book !== undefined) {
        yield* (await workbookAt(book)).text(sheet, read);
        return;
      }
      const entry = entryAt(path);
      if (/\.parquet$/i.test(path)) {
        yield* frameText(path, await blobOf(entry, path, read), entry.file ? read : () => {});
        return;
      }
      let last = "\n";
      for await (const text of textOf(path, await entry.open(read), encoding, damage)) {
        last = text.at(-1)!;
        yield text;
      }
      if (entry.isBare && last !== "\n" && last !== "\r") unfinished.add(path);
    },
  };
}

async function entriesOf(files: readonly File[]): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for (const file of files) {
    const path = file.webkitRelativePath || file.name;
    if (/\.zip$/i.test(file.name)) {
      // Often only the archive's name contains the year: IOT_2011_ixi.zip.
      const stem = file.name.replace(/\.zip$/i, "");
      for (const entry of await readZip(file, file.name)) {
        const inside = entry.path.startsWith(`${stem}/`) ? entry.path : `${stem}/${entry.path}`;
        entries.set(inside, { open: entry.stream, isBare: false });
      }
    } else if (/\.gz$/i.test(file.name)) {
      entries.set(path.replace(/\.gz$/i, ""), {
        open: async (read) => counted(file.stream(), read).pipeThrough(new DecompressionStream("gzip")),
        isBare: false,
      });
    } else entries.set(path, { open: async (read) => counted(file.stream(), read), file, isBare: true });
  }
  return entries;
}

/**
 * The bytes of a file that must be read by its directory and so must be unpacked if it is in an archive: a workbook is itself an
 * archive, and a Parquet file ends with its directory. The browser decides where to store the blob.
 */
async function blobOf({ open, file }: Entry, path: string, read: Read): Promise<Blob> {
  if (file) return file;
  const parts: Blob[] = [];
  const reader = (await open(read)).getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(asImportError(path));
    if (done) return new Blob(parts);
    parts.push(new Blob([value]));
  }
}

/** A workbook in either of its two forms; the ending of its name may be that of the other. */
async function workbookOf(entry: Entry, path: string, read: Read): Promise<Sheets> {
  const blob = await blobOf(entry, path, read);
  const head = new Uint8Array(await blob.slice(0, 8).arrayBuffer());
  return isCompound(head) ? LegacyWorkbook.open(blob, path) : Workbook.open(blob, path);
}

/** Lines that are handed over at once. */
const LINES = 64;

async function* frameText(path: string, blob: Blob, read: Read): AsyncGenerator<string> {
  const { parquetFrame } = await import("./parquet-frame.ts");
  const frame = await parquetFrame(path, new Uint8Array(await blob.arrayBuffer()));
  read(blob.size);
  let lines: string[] = [];
  for (const line of frameLines(frame)) {
    if (lines.push(line) < LINES) continue;
    yield `${lines.join("\n")}\n`;
    lines = [];
  }
  if (lines.length > 0) yield `${lines.join("\n")}\n`;
}

async function* textOf(
  path: string,
  bytes: Bytes,
  encoding = "utf-8",
  damage: "refused" | "marked" = "refused",
): AsyncGenerator<string> {
  const reader = bytes.getReader();
  const decoder = new TextDecoder(encoding, { fatal: damage === "refused" });
  let line = 1;
  const decoded = (value: Uint8Array | undefined): string => {
    try {
      return value === undefined ? decoder.decode() : decoder.decode(value, { stream: true });
    } catch {
      throw damaged(path, line, value ?? new Uint8Array(), encoding);
    }
  };
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(asImportError(path));
      const text = decoded(done ? undefined : value);
      line += breaksIn(text);
      if (text !== "") yield text;
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function breaksIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/** @param line on which the bytes begin */
function damaged(path: string, line: number, bytes: Uint8Array, encoding: string): ImportError {
  const { damage } = strictText(bytes, encoding);
  const name = encoding.toUpperCase();
  if (!damage) return new ImportError(path, line, texts.cutCharacter({ encoding: name }));
  const at = line + damage.line - 1;
  return new ImportError(path, at, texts.otherBytes({ encoding: name, byte: damage.byte, before: damage.before }));
}

function asImportError(path: string) {
  return (error: unknown): never => {
    if (error instanceof FileError) throw error;
    throw new ImportError(path, undefined, texts.bytesCut());
  };
}
