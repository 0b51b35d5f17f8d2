import type { Session } from "../../session/contract.ts";
import type { DataFile } from "./data-file.ts";
import type { OfferedTable } from "./offered-file.ts";

/** A file that was added to the notebook. */
export interface Added {
  readonly file: string;
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  /** Whether it was in the notebook already and is now read in another way. */
  readonly again: boolean;
}

/** Adds a file to the notebook, with the tables in it that the user selected. Rejects with a Fault. */
export async function addFile(
  { attachments }: Pick<Session, "attachments">,
  { name, mimeType, lastModified, bytes }: DataFile,
  selected: readonly OfferedTable[],
): Promise<Omit<Added, "again">> {
  const tables = Object.fromEntries(
    selected.map((table) => [table.name, { reading: table.found.reading, rows: table.found.rows }]),
  );
  const added = await attachments.add({ name, mimeType, lastModified, tables }, bytes);
  return { file: added.name, tables: selected.map((table) => ({ name: table.name, rows: table.found.rows })) };
}

/** The names that a table of a file cannot have, in lower case: those of datasets and of the tables of other files. */
export function namesTaken({ catalogue }: Pick<Session, "catalogue">, file: string): Set<string> {
  return new Set(catalogue.filter(({ own }) => own?.file !== file).map(({ name }) => name.toLowerCase()));
}
