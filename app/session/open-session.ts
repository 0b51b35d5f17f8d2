import { AttachedTables } from "../../kernel/attachment/attached-tables.ts";
import { namedWords } from "../../kernel/attachment/named-words.ts";
import { parseEditing } from "../../kernel/document/index.ts";
import { messageOf } from "../../lib/message/fault.ts";
import { NotebookDocument } from "../live/notebook-document.ts";
import { NotebookAttachments } from "./attachments.ts";
import { Autosave, type Base } from "./autosave.ts";
import { opensWithCode } from "./code-shown.ts";
import type { Session, WantedSettings } from "./contract.ts";
import { ConvertedCells } from "./converted-cells.ts";
import type { Draft } from "./draft.ts";
import { claimDraft } from "./draft-store.ts";
import { frameProgram } from "./frame-program.ts";
import type { NotebookFile } from "./notebook-file.ts";
import { besideHost, openFiles, proposalsOf } from "./notebook-files.ts";
import { isOwn } from "./own-files.ts";
import { openServices } from "./services.ts";
import { NotebookSession } from "./session.ts";

/**
 * Opens a notebook by name: its draft, or else its file. Rejects with a Fault if there is neither.
 *
 * @param allows whether the frame may request an action
 */
export async function openSession(
  name: string,
  wanted: WantedSettings,
  allows: (action: string) => boolean,
): Promise<Session> {
  const files = await openFiles();
  const { datasets, tableFiles } = openServices();
  const attachments = new NotebookAttachments(name, isOwn(name) ? null : besideHost(name));
  const tables = new AttachedTables(attachments, tableFiles);
  // Asked for at once, with the notebook.
  const listed = attachments.list();
  listed.catch(() => {});
  const [file, program, catalogue] = await Promise.all([
    files.read(name).catch((error: Error) => error),
    frameProgram(),
    datasets.entries().catch((error: Error) => error),
  ]);
  const claim = await claimDraft(name, file instanceof Error ? null : file.version);
  const { draft } = claim;
  if (file instanceof Error && !draft?.changed) {
    claim.release();
    throw file;
  }
  const editing = draft && parseEditing(draft.editing);
  const base = baseOf(file, editing ? draft : null, draft?.baseText ?? "");
  const document = new NotebookDocument(editing ?? base.text);
  const autosave = new Autosave(name, document, base, files, claim, file instanceof Error ? null : file.origin);
  const converted = new ConvertedCells(document);
  const [ownFiles, ownTables] = await Promise.all([
    listed,
    tables.entries(namedWords(document.cells)),
    // Without the converter the notebook opens, too.
    converted.prepare().catch(() => {}),
  ]);
  if (!(file instanceof Error)) autosave.compareWithFile(file);
  void autosave.checkOrigin();
  const settings = { ...wanted, code: wanted.code ?? opensWithCode(name, document, files) };
  const problems = file instanceof Error ? [messageOf(file)] : [];
  return new NotebookSession({
    name,
    document,
    autosave,
    proposals: proposalsOf(name, autosave),
    converted,
    files,
    program,
    catalogue,
    attachments,
    tables,
    ownFiles,
    ownTables,
    settings,
    allows,
    problems,
  });
}

/** The version of the file on which the notebook is based; without a version, saving creates the file. */
function baseOf(file: NotebookFile | Error, draft: Draft | null, text: string): Base {
  if (file instanceof Error) return { version: null, text };
  return draft ? { version: draft.base, text: draft.baseText } : file;
}
