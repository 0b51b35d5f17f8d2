import { damagedText, decodeBytes, encodingNote } from "../../lib/files/container/text-encoding.ts";
import type { Message } from "../../lib/message/message.ts";

/** A file as text. */
export interface TextContent {
  /** Without a byte order mark. */
  readonly text: string;
  /** What a reader should know of its encoding; null if there is nothing. */
  readonly note: Message | null;
}

/**
 * The text in the bytes of a file. A byte order mark decides the encoding; else it is the given one, or recognised as in tables.
 * Throws a Fault for bytes that the encoding does not have, and for an unknown encoding.
 * @param encoding a label of the Encoding Standard
 */
export function textOf(file: string, bytes: Uint8Array, encoding?: string): TextContent {
  const decoded = decodeBytes(file, bytes, encoding);
  const { damage } = decoded;
  if (damage) throw damagedText(file, { ...decoded, damage });
  return { text: decoded.text, note: encodingNote(decoded) };
}
