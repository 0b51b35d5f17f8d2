import { keptMapping } from "../../../lib/account/kept-mapping.ts";
import { mappingNameAmong } from "../../../lib/account/mapping-name.ts";
import type { Message } from "../../../lib/message/message.ts";
import type { Session } from "../../session/contract.ts";
import { type AccountSource, mappingFileOf, nameOfSource, unreadMappingOf } from "./account-choices.ts";
import { emptyMapping, type Mapping } from "./mapping-edits.ts";

/** A mapping as it lies beside the data. */
export interface MappingBeside {
  readonly mapping: Mapping;
  /** The hash of the file of this account; null if there is none yet. */
  readonly version: string | null;
  /** The bytes of that file, if not all of it could be used: they are kept before it is written over. */
  readonly unread: Uint8Array<ArrayBuffer> | null;
  /** That it is another file's. */
  readonly notes: readonly Message[];
  /** What of it could not be used. */
  readonly problems: readonly Message[];
}

type Files = Pick<Session["attachments"], "list" | "read" | "add">;

/** The mapping of a file: its own, or else that of another year's file. */
export async function readMapping(files: Files, source: AccountSource): Promise<MappingBeside> {
  const names = (await files.list()).map(({ name }) => name);
  const found = mappingNameAmong(nameOfSource(source), names);
  const file = found === null ? null : await files.read(found);
  if (!file || found === null) return { mapping: emptyMapping, version: null, unread: null, notes: [], problems: [] };
  const text = new TextDecoder().decode(file.bytes);
  const { mapping, problems, isOwn, notes } = keptMapping(nameOfSource(source), found, text);
  if (!isOwn) return { mapping, version: null, unread: null, notes, problems };
  const { sha256 } = file.attachment;
  return { mapping, version: sha256, unread: problems.length > 0 ? file.bytes : null, notes: [], problems };
}

/** Keeps a mapping of which not all could be used under another name, so that nothing of it is lost. Rejects with a Fault. */
export async function keepUnread(files: Files, source: AccountSource, bytes: Uint8Array<ArrayBuffer>, now: number) {
  const name = unreadMappingOf(source, now);
  await files.add({ name, mimeType: "application/json", lastModified: now, tables: {} }, bytes);
}

/** Writes the mapping beside the data. Returns the hash of its file; rejects with a Fault. */
export async function writeMapping(
  files: Files,
  source: AccountSource,
  mapping: Mapping,
  version: string | null,
  now: number,
): Promise<string> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(mapping, null, 2)}\n`);
  const name = mappingFileOf(source);
  const file = { name, mimeType: "application/json", lastModified: now, tables: {} };
  return (await files.add(file, bytes, version)).attachment.sha256;
}
