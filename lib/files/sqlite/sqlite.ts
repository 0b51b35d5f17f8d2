import initSqlJs from "sql.js/dist/sql-wasm-inline.js";
import { unseeded } from "../../numeric/realm-random.ts";
import { SqliteDatabase } from "./sqlite-database.ts";

/** SQLite as WebAssembly. The function makes a database of the bytes of a file; it throws what SQLite says if they are none. */
export async function openSqlite(): Promise<(bytes: Uint8Array) => SqliteDatabase> {
  const { Database } = await initSqlJs();
  return (bytes) => {
    // Databases stand side by side under names by chance, which must not be the same in every run of a notebook.
    const database = new SqliteDatabase(unseeded(() => new Database(bytes)));
    // A file is first read by the first statement.
    database.rows("PRAGMA schema_version");
    return database;
  };
}
