import { arrowMessages, DICTIONARY, RECORDS, SCHEMA } from "./arrow-messages.ts";
import { arrowFooter } from "./arrow-stream.ts";
import { FlatBuffer } from "./flat-buffer.ts";

/**
 * Checks the metadata of an Arrow IPC stream against its bytes. The library trusts the lengths of lists in the metadata and
 * iterates over them: four damaged bytes can cause two billion iterations. Throws RangeError.
 */
export function checkArrowStream(stream: Uint8Array): void {
  for (const { kind, metadata, table, header } of arrowMessages(stream)) {
    if (kind === SCHEMA && header !== undefined) checkSchema(metadata, header);
    if (kind === DICTIONARY && header !== undefined) checkBatch(metadata, metadata.table(header, 1));
    if (kind === RECORDS) checkBatch(metadata, header);
    metadata.tables(table, 4);
  }
}

/** Checks the footer of an Arrow IPC file (File.fbs) against its bytes. Throws RangeError. */
export function checkArrowFooter(bytes: Uint8Array): void {
  const footer = arrowFooter(bytes);
  if (!footer) throw new RangeError();
  const flat = new FlatBuffer(footer);
  const root = flat.root();
  const schema = flat.table(root, 1);
  if (schema === undefined) throw new RangeError();
  checkSchema(flat, schema);
  for (const blocks of [2, 3]) flat.list(root, blocks, BLOCK);
}

/** The maximum number of columns, including nested ones: damaged offsets may form a cycle. */
const FIELDS = 10_000;
/** The maximum depth of nested columns. */
const DEPTH = 32;
/** The size of a field node and of a buffer descriptor, in bytes. */
const STRUCT = 16;
/** The size of a block in a file's footer, in bytes. */
export const BLOCK = 24;

/** Throws RangeError if the lists of a schema (Schema.fbs) reach beyond the bytes, or refer to each other in a circle. */
export function checkSchema(flat: FlatBuffer, schema: number): void {
  checkFields(flat, schema, 1, { left: FIELDS }, 0);
}

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
