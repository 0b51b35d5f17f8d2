const MAGIC = "ARROW1";

/**
 * The IPC stream inside an Arrow IPC file, without a copy: a file is the magic and two bytes of padding, the stream, the
 * footer, the footer's length (int32) and the magic again. Bytes that are no file are returned as they are.
 */
export function arrowStream(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (!hasMagic(bytes, 0) || !hasMagic(bytes, bytes.length - MAGIC.length)) return bytes;
  const footer = new DataView(bytes.buffer, bytes.byteOffset).getInt32(bytes.length - MAGIC.length - 4, true);
  return bytes.subarray(8, bytes.length - MAGIC.length - 4 - footer);
}

function hasMagic(bytes: Uint8Array, at: number): boolean {
  return at >= 0 && [...MAGIC].every((letter, i) => bytes[at + i] === letter.charCodeAt(0));
}
