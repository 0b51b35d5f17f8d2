import initSqlJs from "sql.js/dist/sql-wasm-inline.js";

/** A database of SQLite as a file, made by statements. */
export async function sqliteFile(sql: string): Promise<Uint8Array<ArrayBuffer>> {
  const { Database } = await initSqlJs();
  const database = new Database();
  for (const statement of database.iterateStatements(sql)) statement.step();
  const bytes = Uint8Array.from(database.export());
  database.close();
  return bytes;
}
