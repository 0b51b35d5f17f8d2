import { QueryError } from "./query-error.ts";

/** What a message of an Arrow IPC stream holds. */
const SCHEMA = 1;
const DICTIONARY = 2;
const BATCH = 3;

/**
 * The bytes of a query's result (an Arrow IPC stream), looked at before they are handed on: messages follow each other without
 * a gap, the first is a schema, and every buffer lies within the body of its batch. Nothing is decoded: a reader that trusts
 * damaged lengths may ask for all memory there is. Throws QueryError.
 */
export function checkedStream(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  try {
    checkMessages(bytes);
    return bytes;
  } catch {
    throw new QueryError("The result of this query is damaged and was not used. Run it again.");
  }
}

function checkMessages(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  for (let first = true; at < bytes.length; first = false) {
    if (view.getUint32(at, true) !== 0xffffffff) throw new RangeError("mark");
    const length = view.getInt32(at + 4, true);
    if (length === 0) break;
    const end = at + 8 + length;
    if (length < 0 || end > bytes.length) throw new RangeError("message");
    const message = tableAt(view, at + 8);
    const kind = view.getUint8(needed(message(1)));
    const header = tableAt(view, needed(message(2)));
    const bodyAt = message(3);
    const body = bodyAt === 0 ? 0 : sizeAt(view, bodyAt);
    if (end + body > bytes.length || first !== (kind === SCHEMA)) throw new RangeError("order");
    if (kind === BATCH) checkBatch(view, header, body);
    else if (kind === DICTIONARY) checkBatch(view, tableAt(view, needed(header(1))), body);
    at = end + body;
  }
  if (at === 0) throw new RangeError("nothing");
}

/** A batch: its length, a length and a count of nulls for every column, and an offset and a length for every buffer. */
function checkBatch(view: DataView, batch: (field: number) => number, body: number): void {
  const lengthAt = batch(0);
  if (lengthAt !== 0) sizeAt(view, lengthAt);
  for (const [rows, nulls] of pairsAt(view, batch(1))) if (nulls > rows) throw new RangeError("column");
  for (const [offset, length] of pairsAt(view, batch(2))) if (offset + length > body) throw new RangeError("buffer");
}

/** The places of the fields of a FlatBuffers table that an offset leads to; 0 for a field that is left out. */
function tableAt(view: DataView, at: number): (field: number) => number {
  const table = at + view.getUint32(at, true);
  const list = table - view.getInt32(table, true);
  const size = view.getUint16(list, true);
  return (field) => {
    const slot = 4 + 2 * field;
    const offset = slot < size ? view.getUint16(list + slot, true) : 0;
    return offset === 0 ? 0 : table + offset;
  };
}

function* pairsAt(view: DataView, at: number): Generator<readonly [number, number]> {
  if (at === 0) return;
  const list = at + view.getUint32(at, true);
  const count = view.getUint32(list, true);
  for (let i = 0; i < count; ++i) {
    const from = list + 4 + 16 * i;
    yield [sizeAt(view, from), sizeAt(view, from + 8)];
  }
}

function sizeAt(view: DataView, at: number): number {
  const size = view.getBigInt64(at, true);
  if (size < 0n || size > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError("size");
  return Number(size);
}

function needed(place: number): number {
  if (place === 0) throw new RangeError("field");
  return place;
}
