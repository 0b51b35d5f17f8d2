import { arrowMessages, DICTIONARY, RECORDS, SCHEMA } from "../../lib/files/arrow/arrow-messages.ts";
import type { FlatBuffer } from "../../lib/files/arrow/flat-buffer.ts";
import { messages } from "../../lib/message/message.ts";
import { QueryError } from "./query-error.ts";

const texts = messages("services", {
  damagedResult: {
    en: "The result of this query is damaged and was not used. Run it again.",
    zh: "此查询的结果已损坏，未予采用。请重新运行。",
  },
});

/**
 * Checks the bytes of a query's result (an Arrow IPC stream) and returns them: messages follow each other without a gap, the
 * first is a schema, and every buffer lies within the body of its batch. Nothing is decoded, because a decoder that trusts
 * damaged lengths may exhaust the memory. Throws QueryError.
 */
export function checkedStream(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  try {
    checkMessages(bytes);
    return bytes;
  } catch {
    throw new QueryError(texts.damagedResult());
  }
}

function checkMessages(bytes: Uint8Array): void {
  let first = true;
  for (const { kind, metadata, header, body } of arrowMessages(bytes, true)) {
    if (kind === 0 || header === undefined || first !== (kind === SCHEMA)) throw new RangeError();
    if (kind === RECORDS) checkBatch(metadata, header, body);
    else if (kind === DICTIONARY) checkBatch(metadata, metadata.table(header, 1), body);
    first = false;
  }
  if (first) throw new RangeError();
}

/** Checks a batch: its length, the length and null count of every column, and the offset and length of every buffer. */
function checkBatch(metadata: FlatBuffer, batch: number | undefined, body: number): void {
  if (batch === undefined) throw new RangeError();
  sizeOf(metadata.long(batch, 0));
  for (const [rows, nulls] of pairsOf(metadata, batch, 1)) if (nulls > rows) throw new RangeError();
  for (const [offset, length] of pairsOf(metadata, batch, 2)) if (offset + length > body) throw new RangeError();
}

function pairsOf(metadata: FlatBuffer, batch: number, slot: number): (readonly [number, number])[] {
  return metadata
    .list(batch, slot, 16)
    .map((place) => [sizeOf(metadata.longAt(place)), sizeOf(metadata.longAt(place + 8))]);
}

function sizeOf(size: number): number {
  if (!(size >= 0 && size <= Number.MAX_SAFE_INTEGER)) throw new RangeError();
  return size;
}
