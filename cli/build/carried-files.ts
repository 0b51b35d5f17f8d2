import { createHash } from "node:crypto";
import { AttachedFiles } from "../../kernel/attachment/attached-files.ts";
import { AttachedTables } from "../../kernel/attachment/attached-tables.ts";
import { attachmentName } from "../../kernel/attachment/attachment-name.ts";
import { namedWords } from "../../kernel/attachment/named-words.ts";
import { usedFiles } from "../../kernel/attachment/used-files.ts";
import type { CellSource } from "../../kernel/compile/index.ts";
import { moduleFiles } from "../../kernel/module/module-files.ts";
import type { AttachedFile, Attachment, Attachments } from "../../kernel/services/attachment.ts";
import type { DatasetEntry } from "../../kernel/services/catalogue.ts";
import type { FileForm } from "../../kernel/services/file-content.ts";
import type { Step } from "../../kernel/services/step.ts";
import { laterTableFiles } from "../../lib/files/table/later-table-files.ts";

/** A file of a notebook in a form that its cells read. */
export interface CarriedFile {
  /** `bytes:data.csv`: the form and the name of the file. */
  readonly key: string;
  readonly content: Uint8Array;
  readonly sha256: string;
}

/** What a page carries of its notebook's own files. */
export interface CarriedFiles {
  readonly attachments: readonly Attachment[];
  /** All files that its cells name, as they are beside the notebook. */
  readonly named: readonly AttachedFile[];
  readonly files: readonly CarriedFile[];
  /** The tables in the files, by the names of their datasets. */
  readonly tables: ReadonlyMap<string, Uint8Array>;
  /** Their entries, with length and hash of what the page carries. */
  readonly entries: readonly DatasetEntry[];
}

/**
 * The notebook's own files that a page needs: those that its run read, in the forms in which it read them, those that its cells name or
 * import; and the tables that they name.
 */
export async function carriedFiles(
  attachments: Attachments,
  cells: readonly CellSource[],
  steps: readonly Step[],
): Promise<CarriedFiles> {
  const wanted = new Map<string, Set<FileForm>>();
  const want = (name: string, form: FileForm) => wanted.set(name, (wanted.get(name) ?? new Set()).add(form));
  for (const step of steps) if (step.kind === "file") want(step.file, step.form);
  for (const { source } of cells) {
    for (const [, , written] of source.matchAll(/\bFileAttachment\s*\(\s*(["'`])([^"'`$]+)\1/g)) {
      want(attachmentName(written!), "bytes");
    }
  }
  const modules = await moduleFiles(cells, attachments);
  for (const name of modules) want(name, "bytes");
  const reader = new AttachedFiles(attachments, laterTableFiles);
  const found: Attachment[] = [];
  const files: CarriedFile[] = [];
  for (const [name, forms] of wanted) {
    for (const form of forms) {
      // The cell reports a file that is missing.
      const content = await reader.file(name, form).catch(() => null);
      if (!content) continue;
      if (!found.some((each) => each.name === name)) found.push(content.attachment);
      const sha256 = form === "bytes" ? content.attachment.sha256 : sha256Of(content.bytes);
      files.push({ key: `${form}:${name}`, content: content.bytes, sha256 });
    }
  }
  const tables = new AttachedTables(attachments, laterTableFiles);
  const contents = new Map<string, Uint8Array>();
  const entries: DatasetEntry[] = [];
  for (const entry of await tables.entries(namedWords(cells))) {
    const bytes = await tables.load(entry.name);
    if (!bytes) continue;
    contents.set(entry.name, bytes);
    entries.push({ ...entry, bytes: bytes.length, sha256: sha256Of(bytes) });
  }
  const used = new Set([...usedFiles(await attachments.list(), cells).map(({ name }) => name), ...modules]);
  const named = await Promise.all([...used].map((name) => attachments.read(name)));
  return { named: named.filter((file) => file !== null), attachments: found, files, tables: contents, entries };
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
