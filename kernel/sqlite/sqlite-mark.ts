/** What every database of SQLite begins with. */
const MARK = "SQLite format 3\0";

/** Whether bytes begin as a database of SQLite does. */
export function isSqlite(bytes: Uint8Array): boolean {
  return [...MARK].every((letter, i) => bytes[i] === letter.charCodeAt(0));
}
