import {
  findPatch,
  type NotebookPatch,
  parseNotebook,
  patchNotebook,
  readPatch,
  serializeNotebook,
  writePatch,
} from "../../../kernel/document/index.ts";
import { sha256OfText } from "../../../kernel/values/sha-256.ts";
import { say } from "../../language/speech.ts";
import type { Session } from "../../session/contract.ts";
import type { OtherVersion } from "../../session/other-version.ts";
import { patchTexts } from "./texts.ts";

/** The changes of a notebook relative to its original, as the text of a patch file. */
export function patchOf(session: Pick<Session, "document" | "autosave">): string {
  const { name, text } = session.autosave.original;
  return writePatch(findPatch(name, parseNotebook(text), parseNotebook(session.document.text)));
}

/** Whether a patch is for this notebook: by its name, or because it was made on the same text. */
export function isPatchOf({ notebook, base }: NotebookPatch, session: Session): boolean {
  return (
    [session.name, session.autosave.original.name].includes(notebook) ||
    sha256OfText(session.autosave.original.text) === base
  );
}

/**
 * Offers the result of a patch as another version, to be compared cell by cell. Returns a notice and the key of the version;
 * the key is null if the patch changes nothing.
 */
export function offerPatch(
  session: Session,
  text: string,
): { readonly key: string | null; readonly notice: () => string } {
  const patch = readPatch(text);
  const { base, theirs } = patchNotebook(parseNotebook(session.document.text), patch);
  const other: OtherVersion = {
    key: "patch",
    where: "patch",
    text: serializeNotebook(theirs),
    baseText: serializeNotebook(base),
    time: null,
  };
  if (!session.autosave.offer(other)) return { key: null, notice: () => say(patchTexts.same()) };
  const exact = [session.autosave.original.text, session.document.text].some(
    (each) => sha256OfText(each) === patch.base,
  );
  return { key: other.key, notice: () => say(exact ? patchTexts.exact() : patchTexts.moved()) };
}
