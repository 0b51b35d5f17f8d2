import * as duckdb from "@duckdb/node-api";
import * as arrow from "apache-arrow";
import { sqlName } from "../../../lib/files/sqlite/sql-name.ts";

/** Rows per data chunk. */
const CHUNK = 2048;

/** Creates a table from the bytes of an Arrow file or stream. Dictionary columns become text, as in the browser's database. */
export async function createTable(
  connection: duckdb.DuckDBConnection,
  catalog: string,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  const table = arrow.tableFromIPC(bytes);
  const types = table.schema.fields.map(({ type }) => typeOf(type));
  const columns = table.schema.fields.map((field, i) => `${sqlName(field.name)} ${types[i]}`);
  await connection.run(`CREATE TABLE ${sqlName(catalog)}.main.${sqlName(name)} (${columns.join(", ")})`);
  const appender = await connection.createAppender(name, "main", catalog);
  const vectors = table.schema.fields.map((field, i) => {
    const vector = table.getChildAt(i)!;
    return arrow.DataType.isDictionary(field.type) ? vector.memoize() : vector;
  });
  for (let from = 0; from < table.numRows; from += CHUNK) {
    const rows = Math.min(CHUNK, table.numRows - from);
    const chunk = duckdb.DuckDBDataChunk.create(types, rows);
    for (const [i, vector] of vectors.entries()) {
      const write = writerOf(types[i]!);
      const values = Array.from({ length: rows }, (_, row) => write(vector.get(from + row)));
      chunk.setColumnValues(i, values);
    }
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

/** How a value of Arrow is given to the database: dates and times, which are milliseconds, as values of its own. */
function writerOf(type: duckdb.DuckDBType): (value: unknown) => duckdb.DuckDBValue {
  if (type === duckdb.DATE)
    return (value) => (value == null ? null : new duckdb.DuckDBDateValue(Math.floor(Number(value) / DAY)));
  if (type === duckdb.TIMESTAMP_MS)
    return (value) =>
      value == null ? null : new duckdb.DuckDBTimestampMillisecondsValue(BigInt(Math.floor(Number(value))));
  return (value) => (value ?? null) as duckdb.DuckDBValue;
}

const DAY = 86_400_000;

/** The database type of a column type used in datasets. */
function typeOf(type: arrow.DataType): duckdb.DuckDBType {
  const written = String(arrow.DataType.isDictionary(type) ? type.dictionary : type);
  const found = types[written];
  if (!found) throw new Error(`A dataset has a column of type ${type}, for which the database has no table column.`);
  return found;
}

const types: Readonly<Record<string, duckdb.DuckDBType>> = {
  Bool: duckdb.BOOLEAN,
  Int8: duckdb.TINYINT,
  Int16: duckdb.SMALLINT,
  Int32: duckdb.INTEGER,
  Int64: duckdb.BIGINT,
  Uint8: duckdb.UTINYINT,
  Uint16: duckdb.USMALLINT,
  Uint32: duckdb.UINTEGER,
  Uint64: duckdb.UBIGINT,
  Float32: duckdb.FLOAT,
  Float64: duckdb.DOUBLE,
  Utf8: duckdb.VARCHAR,
  LargeUtf8: duckdb.VARCHAR,
  "Date64<MILLISECOND>": duckdb.DATE,
  "Timestamp<MILLISECOND>": duckdb.TIMESTAMP_MS,
};
