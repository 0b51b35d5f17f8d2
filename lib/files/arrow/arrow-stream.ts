import { arrowMessages, SCHEMA } from "./arrow-messages.ts";

const MAGIC = "ARROW1";

/**
 * The IPC stream inside an Arrow IPC file, without a copy: a file is the magic and two bytes of padding, the stream, the
 * footer, the footer's length (int32) and the magic again. Bytes that are not a file are returned unchanged.
 */
export function arrowStream(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (!hasMagic(bytes, 0) || !hasMagic(bytes, bytes.length - MAGIC.length)) return bytes;
  const footer = new DataView(bytes.buffer, bytes.byteOffset).getInt32(bytes.length - MAGIC.length - 4, true);
  return bytes.subarray(8, bytes.length - MAGIC.length - 4 - footer);
}

/** The footer of an Arrow IPC file, a FlatBuffer (File.fbs); null if the bytes are not a file. */
export function arrowFooter(bytes: Uint8Array): Uint8Array | null {
  if (!hasMagic(bytes, 0) || !hasMagic(bytes, bytes.length - MAGIC.length)) return null;
  const end = bytes.length - MAGIC.length - 4;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getInt32(end, true);
  return length > 0 && length <= end - 8 ? bytes.subarray(end - length, end) : null;
}

/** Whether a stream's first message is its schema. */
export function beginsWithSchema(stream: Uint8Array): boolean {
  try {
    for (const { kind } of arrowMessages(stream)) return kind === SCHEMA;
  } catch {
    // Damaged bytes do not begin with a schema.
  }
  return false;
}

function hasMagic(bytes: Uint8Array, at: number): boolean {
  return at >= 0 && [...MAGIC].every((letter, i) => bytes[at + i] === letter.charCodeAt(0));
}
