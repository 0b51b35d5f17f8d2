import { messages } from "../../message/message.ts";
import { FileError } from "../file-error.ts";
import { crc32 } from "./crc-32.ts";

const texts = messages("import", {
  directoryCut: {
    en: "{count} files were expected in its directory, but it ends after {i}. Is the file truncated?",
    zh: "目录中应有 {count} 个文件，但到第 {i} 个就结束了。文件是否被截断？",
  },
  repeatedFile: {
    en: "the file {path} is in it twice, where each was expected once.",
    zh: "文件 {path} 在其中出现了两次，而每个文件只应出现一次。",
  },
  moreFiles: {
    en: "{count} files were expected in its directory, but there are more.",
    zh: "目录中应有 {count} 个文件，实际更多。",
  },
  noDirectory: {
    en: "the directory of a zip archive was expected at its end. Is the file truncated?",
    zh: "末尾应有 zip 压缩包的目录。文件是否被截断？",
  },
  noDirectory64: {
    en: "the directory of a 64-bit zip archive was expected. Is the file truncated?",
    zh: "应有 64 位 zip 压缩包的目录。文件是否被截断？",
  },
  partMissing: {
    en: "its directory was expected to end at byte {stop}, but it ends at {at}. Is a part of the file missing?",
    zh: "目录应在第 {stop} 字节结束，实际在第 {at} 字节结束。文件是否缺少一部分？",
  },
  misplacedBytes: {
    en: "its bytes were expected in the archive, but are not where its directory says. Is the file truncated?",
    zh: "压缩包中目录所指的位置没有它的数据。文件是否被截断？",
  },
  password: {
    en: "a file without a password was expected.",
    zh: "不能读取有密码的文件。",
  },
  method: {
    en: "deflate was expected, but it is packed by method {method}.",
    zh: "压缩方式应为 deflate，实际为方式 {method}。",
  },
  wrongSize: {
    en: "{size} bytes were expected in it, but there are {bytes}. Is the file truncated?",
    zh: "其中应有 {size} 字节，实际有 {bytes} 字节。文件是否被截断？",
  },
  moreBytes: {
    en: "{size} bytes were expected in it, but there are more. Load the archive again.",
    zh: "其中应有 {size} 字节，实际更多。请重新下载压缩包。",
  },
  wrongChecksum: {
    en: "other bytes were expected: its checksum (CRC-32) does not agree. Load the archive again.",
    zh: "内容有误：校验和（CRC-32）不符。请重新下载压缩包。",
  },
});

/** A file of a zip archive, found by the directory of the archive; it is read only when it is opened. */
export interface ZipEntry {
  readonly path: string;
  readonly compressed: number;
  readonly size: number;
  /** How its bytes are packed: 0 as they are, 8 deflated. */
  readonly method: number;
  /** The CRC-32 of its bytes. */
  readonly crc: number;
  /** The bytes as they are packed. */
  packed(): Blob;
  /**
   * The bytes, inflated on demand; `read` is called with the number of compressed bytes. The stream fails with a FileError if they
   * are not those that were packed, and gives never more than `size` of them.
   */
  stream(read: (bytes: number) => void): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
}

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const FULL = 0xffffffff;
/** The end record and the longest comment behind it. */
const TAIL = 22 + 65_535;

/**
 * The directory of a zip archive, also in the 64-bit form. Throws FileError if there is none or if it disagrees with the contents
 * of the archive.
 *
 * Archives are read by their directory and inflated by the browser (`DecompressionStream`), not by a library such as fflate: the
 * import opens a few files out of gigabytes, in its own order, while a library that unpacks a stream must pass through all of them;
 * the browser's inflate applies backpressure, so that nothing accumulates, and it is several times faster. Neither checks the
 * output: sizes and CRC-32 are compared here.
 *
 * `@zip.js/zip.js` 2.24.0 would do the same: with `strictness: "strict"` and a check of each local header it passed these tests,
 * those of damaged archives included, and read 200 MB of text out of 100 MB in 0.91 of the time. But its reader adds 21 kB (gzip),
 * decryption and workers included, to the frame, which opens workbooks: 687 kB instead of 666, over the limit of 680 kB in
 * `test/unit/cli/build-site.test.ts` that every built page pays for. If workbooks are one day read outside the frame, take it.
 */
export async function readZip(archive: Blob, name: string): Promise<ZipEntry[]> {
  const { count, size, at } = await readEnd(archive, name);
  const directory = await viewOf(archive, at, at + size);
  const entries: ZipEntry[] = [];
  const seen = new Set<string>();
  let p = 0;
  for (let i = 0; i < count; i++) {
    if (p + 46 > directory.byteLength || directory.getUint32(p, true) !== ENTRY) {
      throw new FileError(name, undefined, texts.directoryCut({ count, i }));
    }
    const record = readRecord(directory, p);
    p += record.length;
    // Also of files that nobody will open: a name that was damaged would hide its file.
    const start = await readLocal(archive, name, record);
    if (record.path.endsWith("/")) continue;
    if (seen.has(record.path)) throw new FileError(name, undefined, texts.repeatedFile({ path: shown(record.path) }));
    seen.add(record.path);
    entries.push(entryOf(archive, name, record, start));
  }
  if (p !== directory.byteLength) {
    throw new FileError(name, undefined, texts.moreFiles({ count }));
  }
  return entries;
}

async function readEnd(archive: Blob, name: string): Promise<{ count: number; size: number; at: number }> {
  const tailAt = Math.max(0, archive.size - TAIL);
  const tail = await viewOf(archive, tailAt, archive.size);
  let end = tail.byteLength - 22;
  // The comment behind the record reaches the end of the file; else these four bytes stand there by chance.
  const isEnd = (p: number) =>
    tail.getUint32(p, true) === END && p + 22 + tail.getUint16(p + 20, true) === tail.byteLength;
  while (end >= 0 && !isEnd(end)) end--;
  if (end < 0) throw new FileError(name, undefined, texts.noDirectory());
  let count = tail.getUint16(end + 10, true);
  let size = tail.getUint32(end + 12, true);
  let at = tail.getUint32(end + 16, true);
  let stop = tailAt + end;
  if ((count === 0xffff || size === FULL || at === FULL) && end >= 20 && tail.getUint32(end - 20, true) === LOCATOR64) {
    const where = Number(tail.getBigUint64(end - 20 + 8, true));
    const record = await viewOf(archive, where, where + 56);
    if (record.byteLength < 56 || record.getUint32(0, true) !== END64)
      throw new FileError(name, undefined, texts.noDirectory64());
    count = Number(record.getBigUint64(32, true));
    size = Number(record.getBigUint64(40, true));
    at = Number(record.getBigUint64(48, true));
    stop = where;
  }
  if (at + size !== stop) throw new FileError(name, undefined, texts.partMissing({ stop, at: at + size }));
  return { count, size, at };
}

interface Record {
  readonly path: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
  /** The name as it is written, to be compared. */
  readonly name: Uint8Array;
  readonly length: number;
}

function readRecord(directory: DataView, p: number): Record {
  let compressed = directory.getUint32(p + 20, true);
  let size = directory.getUint32(p + 24, true);
  let offset = directory.getUint32(p + 42, true);
  const nameLength = directory.getUint16(p + 28, true);
  const extraLength = directory.getUint16(p + 30, true);
  const length = 46 + nameLength + extraLength + directory.getUint16(p + 32, true);
  const end = directory.byteLength;
  const name = new Uint8Array(directory.buffer, directory.byteOffset + p + 46, Math.min(nameLength, end - p - 46));
  // Numbers that do not fit 32 bits stand in the extra field with the number 1, in this order.
  const stop = Math.min(end, p + 46 + nameLength + extraLength);
  for (let e = p + 46 + nameLength; e + 4 <= stop; e += 4 + directory.getUint16(e + 2, true)) {
    if (directory.getUint16(e, true) !== 1) continue;
    let field = e + 4;
    const next = () => {
      field += 8;
      return field <= stop ? Number(directory.getBigUint64(field - 8, true)) : Number.NaN;
    };
    if (size === FULL) size = next();
    if (compressed === FULL) compressed = next();
    if (offset === FULL) offset = next();
  }
  return {
    path: new TextDecoder().decode(name).replaceAll("\\", "/"),
    flags: directory.getUint16(p + 8, true),
    method: directory.getUint16(p + 10, true),
    crc: directory.getUint32(p + 16, true),
    compressed,
    size,
    offset,
    name,
    length,
  };
}

/** A name that may be damaged, for a sentence. */
function shown(path: string): string {
  const plain = path.replace(/[^\P{C}]/gu, "\ufffd");
  return plain.length > 120 ? `${plain.slice(0, 120)}…` : plain;
}

/** Where the bytes of a file begin: behind its own header, which must tell of the same file. */
async function readLocal(archive: Blob, name: string, record: Record): Promise<number> {
  const { offset } = record;
  const local = await viewOf(archive, offset, offset + 30 + record.name.length);
  const agrees =
    local.byteLength === 30 + record.name.length &&
    local.getUint32(0, true) === LOCAL &&
    local.getUint16(26, true) === record.name.length &&
    local.getUint16(8, true) === record.method &&
    record.name.every((byte, i) => local.getUint8(30 + i) === byte);
  const start = agrees ? offset + 30 + record.name.length + local.getUint16(28, true) : Number.NaN;
  if (start + record.compressed <= archive.size) return start;
  throw new FileError(`${name}/${shown(record.path)}`, undefined, texts.misplacedBytes());
}

function entryOf(archive: Blob, name: string, record: Record, start: number): ZipEntry {
  const { path, compressed, size, method, crc } = record;
  const file = `${name}/${path}`;
  const packed = () => archive.slice(start, start + compressed);
  const stream: ZipEntry["stream"] = async (read) => {
    if (record.flags & 1) throw new FileError(file, undefined, texts.password());
    if (method !== 0 && method !== 8) throw new FileError(file, undefined, texts.method({ method }));
    const raw = counted(packed().stream(), read);
    const bytes = method === 0 ? raw : raw.pipeThrough(new DecompressionStream("deflate-raw"));
    return checked(bytes, file, size, crc);
  };
  return { path, compressed, size, method, crc, packed, stream };
}

/**
 * The stream, ending in a FileError unless it has the size and checksum that its directory promises; of one that is longer, before
 * the first byte that is too many.
 */
function checked(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  file: string,
  size: number,
  crc: number,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let bytes = 0;
  let sum = 0;
  return stream.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        bytes += chunk.length;
        if (bytes > size) throw new FileError(file, undefined, texts.moreBytes({ size }));
        sum = crc32(chunk, sum);
        controller.enqueue(chunk);
      },
      flush() {
        if (bytes !== size) throw new FileError(file, undefined, texts.wrongSize({ size, bytes }));
        if (sum !== crc) throw new FileError(file, undefined, texts.wrongChecksum());
      },
    }),
  );
}

/** The stream, telling how many bytes went by. */
export function counted(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  read: (bytes: number) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return stream.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        read(chunk.length);
        controller.enqueue(chunk);
      },
    }),
  );
}

/** What lies between two places of the archive, as far as it reaches: places that are damaged may be any number or none. */
async function viewOf(archive: Blob, from: number, to: number): Promise<DataView> {
  const within = (place: number) => (place >= 0 ? Math.min(place, archive.size) : archive.size);
  return new DataView(await archive.slice(within(from), within(to)).arrayBuffer());
}
