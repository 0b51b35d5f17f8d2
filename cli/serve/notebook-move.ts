import { readdir, readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
import { isFileName } from "../../kernel/attachment/attachment-name.ts";
import { dataPackageName, readDataPackage } from "../../kernel/attachment/data-package.ts";
import { mediaType } from "../../kernel/attachment/media-type.ts";
import { usedFiles } from "../../kernel/attachment/used-files.ts";
import { notebookNameIn } from "../../kernel/document/notebook-name.ts";
import { parseNotebook } from "../../kernel/document/parse.ts";
import type { Attachment } from "../../kernel/services/attachment.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { openConfined } from "./confined-file.ts";
import { FileStore } from "./file-store.ts";
import { type NotebookStore, type StoredNotebook, VersionConflict } from "./notebook-store.ts";

const texts = messages("server", {
  importsBeside: {
    en: "“{name}” imports the notebook “{other}” beside it, and would not find it there. Nothing was moved: duplicate it instead.",
    zh: "“{name}”导入了旁边的笔记本“{other}”，移动后将找不到它。未移动任何内容：请改为复制。",
  },
  importedBeside: {
    en: "The notebook “{other}” imports “{name}”, and would no longer find it. Nothing was moved: duplicate it instead.",
    zh: "笔记本“{other}”导入了“{name}”，移动后将找不到它。未移动任何内容：请改为复制。",
  },
  otherFileThere: {
    en: "There is another file “{file}” in “{project}” already. Nothing was moved: rename one of the two.",
    zh: "“{project}”中已有另一个文件“{file}”。未移动任何内容：请先将其中一个改名。",
  },
});

/** A notebook that stays where it is, and why. */
export class MoveRefused extends Fault {
  override name = "MoveRefused";
}

/** A folder of notebooks with the files beside them. */
export interface MoveFolder {
  readonly folder: string;
  readonly store: NotebookStore;
}

/** A file beside a notebook, with its bytes and its hash. */
interface FileBeside {
  readonly attachment: Attachment;
  readonly bytes: Uint8Array;
}

/**
 * Moves a notebook with the files that its cells name into another folder. Files that other notebooks name as well are copied, so that
 * each finds its own. Everything is written there before anything is removed here, and nothing there is replaced: a name that exists
 * rejects with VersionConflict or MoveRefused, and a version that is no longer the one on disk with VersionConflict; then nothing has moved.
 *
 * @param project what the other folder is called in a sentence
 */
export async function moveNotebook(
  name: string,
  version: string,
  from: MoveFolder,
  to: MoveFolder,
  project: string,
): Promise<StoredNotebook> {
  const notebook = await from.store.read(name);
  if (notebook?.version !== version) throw new VersionConflict(notebook);
  const others = (await from.store.list()).filter((each) => each.name !== name);
  refuseImports(notebook, others);
  const there = await to.store.read(name);
  if (there) throw new VersionConflict(there);
  const beside = await filesIn(from.folder);
  const named = usedFiles(beside, cellsOf(notebook));
  const shared = new Set(others.flatMap((other) => usedFiles(named, cellsOf(other)).map((file) => file.name)));
  const files = await Promise.all(named.map((attachment) => read(from.folder, attachment)));
  for (const { attachment, bytes } of files) await refuseOther(to.folder, attachment.name, bytes, project);
  const moved = await to.store.write(name, notebook.text, null);
  const written: Attachment[] = [];
  try {
    for (const { attachment, bytes } of files)
      written.push(await new FileStore(to.folder).write(attachment.name, bytes, attachment.tables, null));
    await from.store.remove(name, version);
  } catch (error) {
    // What has arrived without the rest goes again; the files, which may have been there before, stay.
    await to.store.remove(name, moved.version);
    throw error;
  }
  const leaving = written.filter((file) => !shared.has(file.name));
  // A file that has changed meanwhile stays, as it is somebody's work.
  for (const file of leaving) await new FileStore(from.folder).remove(file.name, file.sha256).catch(() => {});
  return moved;
}

function cellsOf({ text }: StoredNotebook): readonly { readonly source: string }[] {
  return parseNotebook(text).cells;
}

/** Names of notebooks that cells import. */
function importsOf(notebook: StoredNotebook): Set<string> {
  const specifiers = cellsOf(notebook).flatMap(({ source }) => [...source.matchAll(/["']([^"'\n]{1,300}\.html)["']/g)]);
  return new Set(specifiers.map(([, specifier]) => notebookNameIn(specifier!)));
}

function refuseImports(notebook: StoredNotebook, others: readonly StoredNotebook[]): void {
  const { name } = notebook;
  const imported = importsOf(notebook);
  const needed = others.find((other) => imported.has(other.name));
  if (needed) throw new MoveRefused(texts.importsBeside({ name, other: needed.name }));
  const needing = others.find((other) => importsOf(other).has(name));
  if (needing) throw new MoveRefused(texts.importedBeside({ name, other: needing.name }));
}

/** The files of a folder that may be beside a notebook, with how they are read. */
async function filesIn(folder: string): Promise<Attachment[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const described = readDataPackage(await readFile(join(folder, dataPackageName), "utf8").catch(() => ""));
  return entries
    .filter((entry) => entry.isFile() && isBeside(entry.name))
    .map(({ name }) => {
      const tables = described.get(name) ?? {};
      return { name, mimeType: mediaType(name), size: 0, lastModified: 0, sha256: "", tables };
    });
}

function isBeside(name: string): boolean {
  return isFileName(name) && !name.startsWith(".") && !/\.html$/i.test(name) && name !== dataPackageName;
}

async function read(folder: string, attachment: Attachment): Promise<FileBeside> {
  const bytes = await bytesOf(folder, attachment.name);
  if (bytes === null) throw new VersionConflict(null);
  return { attachment, bytes };
}

async function bytesOf(folder: string, name: string): Promise<Uint8Array | null> {
  const root = await realpath(folder).catch(() => null);
  const handle = root === null ? null : await openConfined(root, name);
  if (!handle) return null;
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

async function refuseOther(folder: string, file: string, bytes: Uint8Array, project: string): Promise<void> {
  const there = await bytesOf(folder, file);
  if (there && Buffer.compare(there, bytes) !== 0) throw new MoveRefused(texts.otherFileThere({ file, project }));
}
