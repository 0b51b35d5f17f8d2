/** The encoding that a byte order mark at the beginning of a text names; null without one. */
export function markedEncoding([a, b, c]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : null;
}
