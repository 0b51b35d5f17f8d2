import { FlatBuffer } from "./flat-buffer.ts";

/** Kinds of a message's header (Message.fbs). */
export const SCHEMA = 1;
export const DICTIONARY = 2;
export const RECORDS = 3;

/** A message of an Arrow IPC stream: its metadata, and the length of its body in bytes. */
export interface ArrowMessage {
  readonly kind: number;
  readonly metadata: FlatBuffer;
  /** The offsets of the message's table, and of its header. */
  readonly table: number;
  readonly header: number | undefined;
  readonly body: number;
}

/**
 * The messages of an Arrow IPC stream, checked to lie within the bytes. Format: Apache Arrow columnar format, "IPC Streaming
 * Format". `strict` rejects messages without the continuation marker before their length, which older writers omit, and
 * trailing bytes. Throws RangeError.
 */
export function* arrowMessages(stream: Uint8Array, strict = false): Generator<ArrowMessage> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let at = 0;
  while (strict ? at < view.byteLength : at + 4 <= view.byteLength) {
    let length = view.getInt32(at, true);
    at += 4;
    // Since format 0.15 a continuation marker of four bytes precedes the length.
    if (length === -1) {
      length = view.getInt32(at, true);
      at += 4;
    } else if (strict) throw new RangeError();
    if (length === 0) return;
    if (length < 0 || at + length > view.byteLength) throw new RangeError();
    const metadata = new FlatBuffer(stream.subarray(at, at + length));
    at += length;
    const table = metadata.root();
    const body = metadata.long(table, 3);
    if (!(body >= 0 && at + body <= view.byteLength)) throw new RangeError();
    yield { kind: metadata.byte(table, 1), metadata, table, header: metadata.table(table, 2), body };
    at += body;
  }
}
