import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";

const texts = messages("services", {
  notPacked: {
    en: "The file is not packed: it is not a gzip stream, or it is truncated.",
    zh: "文件并非压缩格式：不是 gzip 流，或已被截断。",
  },
  packedTooLarge: {
    en: "The packed file unfolds to more than {most} bytes; no table is that large.",
    zh: "压缩文件展开后超过 {most} 字节，没有这么大的表。",
  },
  inconsistentHeader: {
    en: "The packed file is damaged: its header and its bytes do not agree.",
    zh: "压缩文件已损坏：文件头与内容不一致。",
  },
  packedSize: {
    en: "The packed file has {count} bytes where {needed} are needed.",
    zh: "压缩文件有 {count} 字节，应为 {needed} 字节。",
  },
  packedWithoutHeader: {
    en: "The packed file has no header.",
    zh: "压缩文件没有文件头。",
  },
  packedHeaderUnreadable: {
    en: "The packed file is damaged: its header cannot be read.",
    zh: "压缩文件已损坏：无法读取文件头。",
  },
  truncatedNumber: {
    en: "The packed file is damaged: a number continues past its end.",
    zh: "压缩文件已损坏：末尾的数字不完整。",
  },
});

/**
 * The `packed` encoding of an Arrow file: a gzip stream of the file, in which buffers that can be computed from few numbers are
 * replaced by those numbers. A cell of a sparse matrix is its distance from the previous cell; labels, rows and columns
 * are derived from it. Unpacking restores the Arrow file to the byte.
 *
 *     gzip( u32 length of the header | header, JSON | the Arrow file without the buffers | the sequences )
 */
export interface PackedHeader {
  /** Length of the Arrow file. */
  readonly bytes: number;
  readonly sequences: readonly PackedSequence[];
  /** In the order of the file. */
  readonly buffers: readonly PackedBuffer[];
}

/**
 * Integers in groups of seven bits, least significant first, with the high bit for "more follows". The first groups of all
 * numbers come first, then the second groups of those that have one, and so on, so that similar bytes are adjacent.
 */
export interface PackedSequence {
  readonly count: number;
  /** Length of the coded numbers. */
  readonly bytes: number;
  /** "rising": the number minus its predecessor minus one; "signed": 0, −1, 1, −2 … as 0, 1, 2, 3 …; "plain": unchanged. */
  readonly form: "plain" | "rising" | "signed";
  /** The divisor of the integers. */
  readonly scale: number;
}

/** A buffer of the file: value i is ⌊sequence_i / divide⌋ mod modulo (0: no mod), looked up if there is a lookup. */
export interface PackedBuffer {
  readonly at: number;
  readonly type: keyof typeof arrays;
  readonly sequence: number;
  readonly divide: number;
  readonly modulo: number;
  readonly lookup?: readonly number[];
}

const arrays = { int8: Int8Array, int16: Int16Array, int32: Int32Array, float64: Float64Array } as const;

/** Thrown for bytes that are not a packed Arrow file. */
export class PackedFileError extends Fault {
  override name = "PackedFileError";
}

/** The Arrow file inside a packed one. Throws PackedFileError. */
export async function unpackArrow(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new PackedFileError(texts.notPacked());
    });
    if (done) break;
    pieces.push(value);
    length += value.length;
    if (length > LARGEST) {
      await reader.cancel();
      throw new PackedFileError(texts.packedTooLarge({ most: LARGEST }));
    }
  }
  return expand(new Uint8Array(await new Blob(pieces).arrayBuffer()));
}

/** The maximum decompressed size in bytes, because a short file may expand to any length. */
const LARGEST = 2 ** 30;

/** The Arrow file from the content of the gzip stream. Throws PackedFileError. */
export function expand(body: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const header = headerOf(body);
  try {
    return assemble(body, header);
  } catch (error) {
    if (error instanceof PackedFileError) throw error;
    throw new PackedFileError(texts.inconsistentHeader());
  }
}

function assemble(body: Uint8Array<ArrayBuffer>, header: PackedHeader): Uint8Array<ArrayBuffer> {
  const start = 4 + new DataView(body.buffer, body.byteOffset).getUint32(0, true);
  const lengths = header.buffers.map(({ type, sequence }) => {
    return arrays[type].BYTES_PER_ELEMENT * header.sequences[sequence]!.count;
  });
  const rest = header.bytes - lengths.reduce((sum, length) => sum + length, 0);
  let at = start + rest;
  const sequences = header.sequences.map((sequence) => {
    const coded = body.subarray(at, at + sequence.bytes);
    at += sequence.bytes;
    return decodeSequence(coded, sequence);
  });
  if (at !== body.length) throw new PackedFileError(texts.packedSize({ count: body.length, needed: at }));

  const file = new Uint8Array(header.bytes);
  let from = start;
  let to = 0;
  header.buffers.forEach((buffer, i) => {
    file.set(body.subarray(from, from + buffer.at - to), to);
    from += buffer.at - to;
    fill(file, buffer, sequences[buffer.sequence]!);
    to = buffer.at + lengths[i]!;
  });
  file.set(body.subarray(from, start + rest), to);
  return file;
}

function headerOf(body: Uint8Array): PackedHeader {
  const length = body.length < 4 ? 0 : new DataView(body.buffer, body.byteOffset).getUint32(0, true);
  if (length < 2 || 4 + length > body.length) throw new PackedFileError(texts.packedWithoutHeader());
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder().decode(body.subarray(4, 4 + length)));
  } catch {
    header = undefined;
  }
  if (!isHeader(header, body.length)) throw new PackedFileError(texts.packedHeaderUnreadable());
  return header;
}

/** The maximum ratio of unpacked to packed bytes: each number has at least one byte, and derived columns eight bytes each. */
const UNFOLDING = 64;

/** Whether a header is valid, and describes no more data than its bytes can contain. */
function isHeader(value: unknown, length: number): value is PackedHeader {
  if (!isRecord(value) || !isCount(value.bytes) || value.bytes > UNFOLDING * length) return false;
  const { sequences, buffers } = value;
  if (!Array.isArray(sequences) || !Array.isArray(buffers)) return false;
  const isSequence = (each: unknown) =>
    isRecord(each) &&
    isCount(each.count) &&
    isCount(each.bytes) &&
    each.count <= each.bytes &&
    each.bytes <= length &&
    ["plain", "rising", "signed"].includes(each.form as string) &&
    Number.isFinite(each.scale);
  const isBuffer = (each: unknown) =>
    isRecord(each) &&
    isCount(each.at) &&
    Object.hasOwn(arrays, String(each.type)) &&
    isCount(each.sequence) &&
    each.sequence < sequences.length &&
    Number.isFinite(each.divide) &&
    isCount(each.modulo) &&
    (each.lookup === undefined || (Array.isArray(each.lookup) && each.lookup.every(Number.isFinite)));
  return sequences.every(isSequence) && buffers.every(isBuffer);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

function decodeSequence(coded: Uint8Array, { count, form, scale }: PackedSequence): Float64Array {
  const values = new Float64Array(count);
  const open = new Int32Array(count);
  let waiting = 0;
  for (let i = 0; i < count; i++) {
    const group = coded[i]!;
    values[i] = group & 127;
    if (group > 127) open[waiting++] = i;
  }
  let p = count;
  for (let weight = 128; waiting > 0; weight *= 128) {
    let still = 0;
    for (let w = 0; w < waiting; w++) {
      const group = coded[p++];
      if (group === undefined) throw new PackedFileError(texts.truncatedNumber());
      const i = open[w]!;
      values[i]! += (group & 127) * weight;
      if (group > 127) open[still++] = i;
    }
    waiting = still;
  }
  if (form === "rising") {
    let last = -1;
    for (let i = 0; i < count; i++) {
      last += values[i]! + 1;
      values[i] = last;
    }
  }
  if (form === "signed") {
    for (let i = 0; i < count; i++) values[i] = values[i]! % 2 === 0 ? values[i]! / 2 : -(values[i]! + 1) / 2;
  }
  if (scale !== 1) for (let i = 0; i < count; i++) values[i]! /= scale;
  return values;
}

function fill(file: Uint8Array<ArrayBuffer>, buffer: PackedBuffer, sequence: Float64Array): void {
  const { at, type, divide, modulo, lookup } = buffer;
  const target = new arrays[type](file.buffer, at, sequence.length);
  if (divide === 1 && modulo === 0 && !lookup) {
    target.set(sequence);
    return;
  }
  for (let i = 0; i < sequence.length; i++) {
    const quotient = Math.floor(sequence[i]! / divide);
    const place = modulo === 0 ? quotient : quotient % modulo;
    target[i] = lookup ? lookup[place]! : place;
  }
}
