import { mappingShape } from "../../../lib/account/mapping-shape.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import type { Sentence } from "../../../lib/message/message.ts";
import type { Session } from "../../session/contract.ts";
import { type AccountSource, mappingFileOf } from "./account-choices.ts";
import { accountTexts } from "./account-texts.ts";
import { emptyMapping, type Mapping } from "./mapping-edits.ts";

/** A mapping as it lies beside the data. */
export interface KeptMapping {
  readonly mapping: Mapping;
  /** The hash of the file of this account; null if there is none yet. */
  readonly version: string | null;
  /** Why a file was not used; null if there is nothing to say. */
  readonly note: Sentence | null;
}

type Files = Pick<Session["attachments"], "list" | "read" | "add">;

/**
 * The mapping of a file: its own, or else that of another file whose name differs in its digits alone, as that of last year does; the
 * latest of these.
 */
export async function readMapping(files: Files, source: AccountSource): Promise<KeptMapping> {
  const own = mappingFileOf(source);
  const names = (await files.list()).map(({ name }) => name);
  const alike = names.filter((name) => name !== own && withoutDigits(name) === withoutDigits(own)).sort();
  const found = names.includes(own) ? own : alike.at(-1);
  const file = found === undefined ? null : await files.read(found);
  if (!file) return { mapping: emptyMapping, version: null, note: null };
  const version = found === own ? file.attachment.sha256 : null;
  try {
    const mapping = mappingShape.parse(JSON.parse(new TextDecoder().decode(file.bytes)));
    // What was asked of another year's file is asked anew.
    return { mapping: found === own ? mapping : { ...mapping, answers: {} }, version, note: null };
  } catch (error) {
    return {
      mapping: emptyMapping,
      version,
      note: accountTexts.brokenMapping({ file: found, reason: messageOf(error) as string }),
    };
  }
}

function withoutDigits(name: string): string {
  return name.replace(/\d+/g, "0");
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
