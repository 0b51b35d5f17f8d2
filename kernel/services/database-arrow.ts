import { hasPlainTypes } from "./arrow-schema-fault.ts";

/**
 * An Arrow file or stream with columns that the databases of a page and of Node take alike. Both refuse some types in words of their
 * own, and the page's database then refuses every other table, too; what they take, they give differently: a duration is an interval
 * of four integers, times lose their nanoseconds. Such columns are read as those of a file that a user adds: the values are the same
 * everywhere, or a sentence names the column. Throws TableFileError.
 */
export async function databaseArrow(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (isPlain(bytes)) return bytes;
  const { tableFiles } = await import("../table-file/table-files.ts");
  const [table] = await tableFiles.find(name, bytes, { format: "arrow" });
  return (await tableFiles.read(name, bytes, table!.reading)).bytes;
}

/** What reads the columns says that their description is damaged. */
function isPlain(bytes: Uint8Array<ArrayBuffer>): boolean {
  try {
    return hasPlainTypes(bytes);
  } catch {
    return true;
  }
}
