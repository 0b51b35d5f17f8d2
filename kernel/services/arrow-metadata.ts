import { arrowMessages, DICTIONARY, RECORDS, SCHEMA } from "./arrow-messages.ts";
import { arrowFooter } from "./arrow-stream.ts";
import { FlatBuffer } from "./flat-buffer.ts";

/**
 * What the messages of an Arrow IPC stream say of themselves, held against the bytes that are there. The library believes the
 * lengths of lists in the metadata and runs through them: four changed bytes are two thousand million turns. Throws RangeError.
 */
export function checkArrowStream(stream: Uint8Array): void {
  for (const { kind, metadata, table, header } of arrowMessages(stream)) {
    if (kind === SCHEMA && header !== undefined) checkFields(metadata, header, 1, { left: FIELDS }, 0);
    if (kind === DICTIONARY && header !== undefined) checkBatch(metadata, metadata.table(header, 1));
    if (kind === RECORDS) checkBatch(metadata, header);
    metadata.tables(table, 4);
  }
}

/** What the footer of an Arrow IPC file (File.fbs) says of the columns, held against its bytes. Throws RangeError. */
export function checkArrowFooter(bytes: Uint8Array): void {
  const footer = arrowFooter(bytes);
  if (!footer) throw new RangeError();
  const flat = new FlatBuffer(footer);
  const root = flat.root();
  const schema = flat.table(root, 1);
  if (schema === undefined) throw new RangeError();
  checkFields(flat, schema, 1, { left: FIELDS }, 0);
  for (const blocks of [2, 3]) flat.list(root, blocks, BLOCK);
}

/** Columns and columns in them, at most: a damaged place may lead back to where it came from. */
const FIELDS = 10_000;
const DEPTH = 32;
/** Bytes of a field node and of a buffer's place. */
const STRUCT = 16;
/** Bytes of the place of a message in a file's footer. */
const BLOCK = 24;

function checkFields(flat: FlatBuffer, table: number, slot: number, budget: { left: number }, depth: number): void {
  if (depth > DEPTH) throw new RangeError();
  for (const field of flat.tables(table, slot)) {
    budget.left -= 1;
    if (budget.left < 0) throw new RangeError();
    flat.tables(field, 6);
    checkFields(flat, field, 5, budget, depth + 1);
  }
  if (depth === 0) flat.tables(table, 2);
}

function checkBatch(flat: FlatBuffer, batch: number | undefined): void {
  if (batch === undefined) throw new RangeError();
  flat.list(batch, 1, STRUCT);
  flat.list(batch, 2, STRUCT);
  const rows = flat.long(batch, 0);
  if (!(rows >= 0 && rows <= 2 ** 31 - 1)) throw new RangeError();
}
