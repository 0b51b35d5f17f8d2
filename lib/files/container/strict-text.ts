/** Where a text has bytes that its encoding does not have. */
export interface Damage {
  /** Counted from 1. */
  readonly line: number;
  /** The first of the bytes, as `0xE9`. */
  readonly byte: string;
  /** What the line has before it, at most a few characters. */
  readonly before: string;
}

/** A text, or where its bytes are not those of its encoding. `text` then has U+FFFD for them. */
export interface StrictText {
  readonly text: string;
  readonly damage: Damage | null;
}

/** Characters of a line that are shown before a damaged place. */
const SHOWN = 24;
/** Bytes that are decoded at once while the place is looked for. */
const PIECE = 1 << 16;

/** The text in bytes. @param encoding as the Encoding Standard names it */
export function strictText(bytes: Uint8Array, encoding: string): StrictText {
  try {
    return { text: asStandard(new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding), damage: null };
  } catch {
    return { text: new TextDecoder(encoding).decode(bytes), damage: damageIn(bytes, encoding) };
  }
}

/**
 * windows-1252 of the Encoding Standard, which is also what it calls ISO 8859-1: Node decodes it as the latter before version 24, so that
 * a euro sign is a control character. The standard gives these only for the five bytes that windows-1252 leaves open.
 */
function asStandard(text: string, encoding: string): string {
  if (encoding !== "windows-1252") return text;
  return text.replace(/[\u0080-\u009f]/g, (sign) => upper[sign.charCodeAt(0) - 0x80]!);
}

/** The characters of the bytes 0x80 to 0x9F. */
const upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function damageIn(bytes: Uint8Array, encoding: string): Damage {
  let decoder = new TextDecoder(encoding, { fatal: true });
  let from = 0;
  // Each piece begins at a character: it is decoded again, byte by byte, if it has the place.
  for (let end = PIECE; end < bytes.length; end += PIECE) {
    try {
      decoder.decode(bytes.subarray(end - PIECE, end), { stream: true });
    } catch {
      break;
    }
    // What is left of a character at the end of a piece is not known: the next piece may need up to three bytes of this one.
    from = end;
  }
  from = boundaryBefore(bytes, from);
  decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let start = from;
  try {
    for (let at = from; at < bytes.length; at++)
      if (decoder.decode(bytes.subarray(at, at + 1), { stream: true }) !== "") start = at + 1;
  } catch {
    // It is the place.
  }
  const before = asStandard(new TextDecoder(encoding).decode(bytes.subarray(0, start)), encoding);
  return { ...placeBehind(before), byte: hexOf(bytes[start] ?? 0) };
}

/** The line that follows a text, and the last characters of it that the text has. */
export function placeBehind(text: string): Pick<Damage, "line" | "before"> {
  let line = 1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) line++;
  }
  return { line, before: text.slice(Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1).slice(-SHOWN) };
}

/**
 * A place at or before one at which a character begins: behind a byte below `0`, which is no part of a longer character in any encoding
 * but UTF-16, whose characters begin at even places.
 */
function boundaryBefore(bytes: Uint8Array, place: number): number {
  let at = place;
  while (at > 0 && (bytes[at - 1]! >= 0x30 || bytes[at - 1] === 0)) at--;
  return at - (at % 2);
}

function hexOf(byte: number): string {
  return `0x${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}
