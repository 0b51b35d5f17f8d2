import { RecordBatchStreamWriter, type Table } from "apache-arrow";
import { type ValueTable, valueTable } from "../../kernel/values/table.ts";
import { csvOf } from "../results/table-file.ts";

/** Rows that are written at once. */
const BATCH = 16_384;

/** A table as an Arrow IPC stream of record batches, each made when the last has been taken. */
export async function* arrowStream(table: Table): AsyncGenerator<Uint8Array> {
  const writer = new RecordBatchStreamWriter();
  // The writer keeps no bytes back: a batch is whole once it is written.
  const chunks = writer[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  const written = (async function* () {
    for (const part of batchesOf(table)) yield* part.batches;
  })();
  const ended = writer.writeAll(written);
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  await ended;
}

/** A table as JSON: the fields of `head`, then its rows as records. */
export function* jsonStream(table: Table, head: Readonly<Record<string, unknown>>): Generator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
  let comma = "";
  for (const { columns, rows } of partsOf(table)) {
    const lines = Array.from({ length: rows }, (_, row) =>
      JSON.stringify(Object.fromEntries(columns.map(({ name, values }) => [name, plain(values[row])]))),
    );
    yield comma + lines.join(",\n");
    comma = ",\n";
  }
  yield "]}\n";
}

/** A table as CSV, with units in the names of its columns. */
export function* csvStream(table: Table): Generator<string> {
  let isFirst = true;
  for (const part of partsOf(table)) {
    const text = csvOf(part);
    yield isFirst ? text : text.slice(text.indexOf("\r\n") + 2);
    isFirst = false;
  }
}

function* batchesOf(table: Table): Generator<Table> {
  // A table without rows is one batch, which has its columns.
  for (let from = 0; from === 0 || from < table.numRows; from += BATCH) yield table.slice(from, from + BATCH);
}

function* partsOf(table: Table): Generator<ValueTable> {
  for (const part of batchesOf(table)) yield valueTable(part)!;
}

function plain(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  return typeof value === "number" && !Number.isFinite(value) ? null : value;
}
