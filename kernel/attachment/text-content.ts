import { markedEncoding } from "../table-file/encoding-mark.ts";

/**
 * The text in bytes, without a byte order mark. A mark decides the encoding; else it is the given one, by default UTF-8.
 * @param encoding a label of the Encoding Standard
 */
export function textOf(bytes: Uint8Array, encoding = "utf-8"): string {
  return new TextDecoder(markedEncoding(bytes) ?? encoding).decode(bytes);
}
