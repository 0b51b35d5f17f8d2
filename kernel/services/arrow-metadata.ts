import { arrowFooter } from "./arrow-stream.ts";

/**
 * What the messages of an Arrow IPC stream say of themselves, held against the bytes that are there. The library believes the
 * lengths of lists in the metadata and runs through them: four changed bytes are two thousand million turns.
 * Format: Apache Arrow columnar format, "IPC Streaming Format"; metadata are FlatBuffers (Schema.fbs, Message.fbs).
 */
export function checkArrowStream(stream: Uint8Array): void {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let at = 0;
  while (at + 4 <= view.byteLength) {
    let length = view.getInt32(at, true);
    at += 4;
    // Since format 0.15 a mark of four bytes stands before the length.
    if (length === -1) {
      length = view.getInt32(at, true);
      at += 4;
    }
    if (length === 0) return;
    if (length < 0 || at + length > view.byteLength) throw new RangeError();
    const body = checkMessage(new Flat(new DataView(view.buffer, view.byteOffset + at, length)));
    at += length;
    if (!(body >= 0 && at + body <= view.byteLength)) throw new RangeError();
    at += body;
  }
}

/** What the footer of an Arrow IPC file says of the columns, held against its bytes. Throws RangeError. */
export function checkArrowFooter(bytes: Uint8Array): void {
  const footer = arrowFooter(bytes);
  if (!footer) throw new RangeError();
  const flat = new Flat(new DataView(footer.buffer, footer.byteOffset, footer.byteLength));
  const root = flat.root();
  const schema = flat.table(root, 1);
  if (schema === undefined) throw new RangeError();
  checkFields(flat, schema, 1, { left: FIELDS }, 0);
  for (const blocks of [2, 3]) flat.list(root, blocks, BLOCK);
}

/** Kinds of a message's header. */
const SCHEMA = 1;
const DICTIONARY = 2;
const RECORDS = 3;
/** Columns and columns in them, at most: a damaged place may lead back to where it came from. */
const FIELDS = 10_000;
const DEPTH = 32;
/** Bytes of a field node and of a buffer's place. */
const STRUCT = 16;
/** Bytes of the place of a message in a file's footer. */
const BLOCK = 24;

/** The length of the message's body. */
function checkMessage(flat: Flat): number {
  const message = flat.root();
  const kind = flat.byte(message, 1);
  const header = flat.table(message, 2);
  if (kind === SCHEMA && header !== undefined) checkFields(flat, header, 1, { left: FIELDS }, 0);
  if (kind === DICTIONARY && header !== undefined) checkBatch(flat, flat.table(header, 1));
  if (kind === RECORDS) checkBatch(flat, header);
  flat.tables(message, 4);
  return flat.long(message, 3);
}

function checkFields(flat: Flat, table: number, slot: number, budget: { left: number }, depth: number): void {
  if (depth > DEPTH) throw new RangeError();
  for (const field of flat.tables(table, slot)) {
    budget.left -= 1;
    if (budget.left < 0) throw new RangeError();
    flat.tables(field, 6);
    checkFields(flat, field, 5, budget, depth + 1);
  }
  if (depth === 0) flat.tables(table, 2);
}

function checkBatch(flat: Flat, batch: number | undefined): void {
  if (batch === undefined) throw new RangeError();
  flat.list(batch, 1, STRUCT);
  flat.list(batch, 2, STRUCT);
  const rows = flat.long(batch, 0);
  if (!(rows >= 0 && rows <= 2 ** 31 - 1)) throw new RangeError();
}

/** A FlatBuffer; every place that lies outside throws RangeError. */
class Flat {
  readonly #view: DataView;

  constructor(view: DataView) {
    this.#view = view;
  }

  root(): number {
    return this.#view.getUint32(0, true);
  }

  byte(table: number, slot: number): number {
    const at = this.#at(table, slot);
    return at === undefined ? 0 : this.#view.getUint8(at);
  }

  long(table: number, slot: number): number {
    const at = this.#at(table, slot);
    return at === undefined ? 0 : Number(this.#view.getBigInt64(at, true));
  }

  table(table: number, slot: number): number | undefined {
    const at = this.#at(table, slot);
    return at === undefined ? undefined : at + this.#view.getUint32(at, true);
  }

  /** The places of the tables in a list. */
  tables(table: number, slot: number): number[] {
    const { start, length } = this.list(table, slot, 4);
    return Array.from({ length }, (_, i) => start + 4 * i + this.#view.getUint32(start + 4 * i, true));
  }

  list(table: number, slot: number, size: number): { start: number; length: number } {
    const at = this.table(table, slot);
    if (at === undefined) return { start: 0, length: 0 };
    const length = this.#view.getUint32(at, true);
    if (at + 4 + length * size > this.#view.byteLength) throw new RangeError();
    return { start: at + 4, length };
  }

  #at(table: number, slot: number): number | undefined {
    const offsets = table - this.#view.getInt32(table, true);
    if (4 + 2 * slot >= this.#view.getUint16(offsets, true)) return undefined;
    const offset = this.#view.getUint16(offsets + 4 + 2 * slot, true);
    return offset === 0 ? undefined : table + offset;
  }
}
