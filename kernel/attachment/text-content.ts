/**
 * The text in bytes, without a byte order mark. A mark decides the encoding; else it is the given one, by default UTF-8.
 * @param encoding a label of the Encoding Standard
 */
export function textOf(bytes: Uint8Array, encoding = "utf-8"): string {
  return new TextDecoder(markedEncoding(bytes) ?? encoding).decode(bytes);
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}
