import type { Sentence } from "../../../lib/message/message.ts";
import type { Session } from "../../session/contract.ts";
import type { DataFile } from "./data-file.ts";
import type { OfferedTable } from "./offered-file.ts";

/** A file that was added to the notebook. */
export interface Added {
  readonly file: string;
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  /** Whether it was in the notebook already and is now read in another way. */
  readonly again: boolean;
  /** Whether its emissions are to be computed. */
  readonly account: boolean;
  /** Why it is kept in this browser, although the notebook stands in a folder. */
  readonly problem: Sentence | null;
}

/**
 * Adds a file to the notebook, with the tables in it that the user selected. Rejects with a FileConflict if another file of this name
 * lies beside the notebook whose hash is not `version`, and with another Fault.
 */
export async function addFile(
  { attachments }: Pick<Session, "attachments">,
  { name, mimeType, lastModified, bytes }: DataFile,
  selected: readonly OfferedTable[],
  version: string | null,
): Promise<Omit<Added, "again" | "account">> {
  const tables = Object.fromEntries(
    selected.map((table) => [table.name, { reading: table.found.reading, rows: table.found.rows }]),
  );
  const { problem } = await attachments.add({ name, mimeType, lastModified, tables }, bytes, version);
  return { file: name, tables: selected.map((table) => ({ name: table.name, rows: table.found.rows })), problem };
}

/** The names that a table of a file cannot have, in lower case: those of datasets and of the tables of other files. */
export function namesTaken({ catalogue }: Pick<Session, "catalogue">, file: string): Set<string> {
  return new Set(catalogue.filter(({ own }) => own?.file !== file).map(({ name }) => name.toLowerCase()));
}
