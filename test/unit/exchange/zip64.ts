import { deflateRawSync } from "node:zlib";
import { crc32 } from "../../../lib/files/container/crc-32.ts";

const FULL = 0xffffffff;

/**
 * An archive in the 64-bit form, as it is written for what is larger than 4 GB: sizes and places in extra fields, a second
 * end record and its locator. Files are stored where `stored` names them, else deflated. APPNOTE 6.3.10, 4.3.14 – 4.5.3.
 */
export function zip64(files: Readonly<Record<string, Uint8Array>>, stored: readonly string[] = []): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  const push = (part: Buffer) => {
    parts.push(part);
    at += part.length;
  };
  for (const [path, bytes] of Object.entries(files)) {
    const method = stored.includes(path) ? 0 : 8;
    const packed = method === 0 ? Buffer.from(bytes) : deflateRawSync(bytes);
    const name = Buffer.from(path);
    const offset = at;
    push(header(0x04034b50, [45, 0, method, 0, 0], crc32(bytes), name.length, 20, []));
    push(name);
    push(sizes([bytes.length, packed.length]));
    push(packed);
    const extra = sizes([bytes.length, packed.length, offset]);
    directory.push(
      header(0x02014b50, [45, 45, 0, method, 0, 0], crc32(bytes), name.length, extra.length, [0, 0, 0, 0, 0, FULL]),
      name,
      extra,
    );
  }
  const start = at;
  for (const part of directory) push(part);
  const end = Buffer.alloc(56);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(45, 12);
  end.writeUInt16LE(45, 14);
  const count = BigInt(Object.keys(files).length);
  end.writeBigUInt64LE(count, 24);
  end.writeBigUInt64LE(count, 32);
  end.writeBigUInt64LE(BigInt(at - start), 40);
  end.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(at), 8);
  locator.writeUInt32LE(1, 16);
  push(end);
  push(locator);
  const last = Buffer.alloc(22, 0);
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(0xffff, 8);
  last.writeUInt16LE(0xffff, 10);
  last.writeUInt32LE(FULL, 12);
  last.writeUInt32LE(FULL, 16);
  push(last);
  return Uint8Array.from(Buffer.concat(parts));
}

/** The fields before the name: those of both headers, then of the directory's alone (`more`, its place at the end). */
function header(signature: number, words: number[], crc: number, name: number, extra: number, more: number[]): Buffer {
  const buffer = Buffer.alloc(signature === 0x04034b50 ? 30 : 46);
  buffer.writeUInt32LE(signature, 0);
  for (const [i, word] of words.entries()) buffer.writeUInt16LE(word, 4 + 2 * i);
  const p = 4 + 2 * words.length;
  buffer.writeUInt32LE(crc, p);
  buffer.writeUInt32LE(FULL, p + 4);
  buffer.writeUInt32LE(FULL, p + 8);
  buffer.writeUInt16LE(name, p + 12);
  buffer.writeUInt16LE(extra, p + 14);
  if (more.length > 0) buffer.writeUInt32LE(more.at(-1)!, 42);
  return buffer;
}

function sizes(values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(4 + 8 * values.length);
  buffer.writeUInt16LE(1, 0);
  buffer.writeUInt16LE(8 * values.length, 2);
  for (const [i, value] of values.entries()) buffer.writeBigUInt64LE(BigInt(value), 4 + 8 * i);
  return buffer;
}
