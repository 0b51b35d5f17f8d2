import { createHash } from "node:crypto";
import { readdir, realpath, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { isFileName } from "../../kernel/attachment/attachment-name.ts";
import { dataPackageName, describeFile } from "../../kernel/attachment/data-package.ts";
import { FileConflict } from "../../kernel/attachment/file-conflict.ts";
import { checkFileSize } from "../../kernel/attachment/file-limit.ts";
import { mediaType } from "../../kernel/attachment/media-type.ts";
import { foldName } from "../../kernel/document/notebook-name.ts";
import type { Attachment } from "../../kernel/services/attachment.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { FileRefused, openConfined } from "./confined-file.ts";
import { putNew, syncFolder, writeThrough } from "./durable-file.ts";
import { LockBusy, temporaryPath, withFolderLock } from "./folder-lock.ts";

const texts = messages("server", {
  invalidFile: {
    en: "“{name}” cannot be the name of a file beside the notebooks: it would be hidden, a notebook, the description of the files, or have signs that not every system allows. Rename it.",
    zh: "“{name}”不能用作笔记本旁边文件的名称：它会成为隐藏文件、笔记本或文件说明，或含有并非所有系统都允许的字符。请改名。",
  },
  differentFile: {
    en: "There is another file “{name}” beside the notebook.",
    zh: "笔记本旁边已有另一个文件“{name}”。",
  },
  removedMeanwhile: {
    en: "The file “{name}” has been removed meanwhile.",
    zh: "文件“{name}”在此期间已被删除。",
  },
  twin: {
    en: "There is “{twin}” already, whose name differs only in how its letters are written. Choose another name.",
    zh: "已有“{twin}”，两者名称仅字母写法不同。请另取名称。",
  },
  folderMoved: {
    en: "The folder of notebooks has been moved.",
    zh: "笔记本文件夹已被移动。",
  },
  slowWrite: {
    en: "The save took too long. Try again in a moment.",
    zh: "保存耗时过长。请稍后重试。",
  },
});

/** A name that no file beside notebooks can be written under. */
export class InvalidFileName extends Fault {
  override name = "InvalidFileName";
}

/**
 * Writes files beside the notebooks of one folder, with how they are read in its Data Package. Neither names nor links lead out of
 * it. The file and the package are replaced under one lock, which other processes that serve the folder respect as well; each is
 * whole at any moment, and both are on the disk before the first gets its name.
 */
export class FileStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Writes a file. The same bytes again change only how they are read. Rejects with FileConflict, InvalidFileName, FileRefused,
   * LockBusy, another Fault that says why, and with the system's own errors; then the file is unchanged.
   *
   * @param version the hash of the file that is replaced; null if it is new
   */
  async write(
    name: string,
    bytes: Uint8Array,
    tables: Attachment["tables"],
    version: string | null,
  ): Promise<Attachment> {
    checkName(name);
    checkFileSize(name, bytes.length);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return this.#locked(async (root, check) => {
      const current = await stateOf(root, name);
      const isSame = current?.sha256 === sha256;
      if (current && !isSame && current.sha256 !== version)
        throw new FileConflict(current.sha256, texts.differentFile({ name }));
      if (!current) await refuseTwin(root, name);
      const written = { name, mimeType: mediaType(name), size: bytes.length, lastModified: 0, sha256, tables };
      const description = await this.#describe(root, written);
      const draft = isSame ? null : temporaryPath(root);
      try {
        const modified = draft === null ? current!.modified : await writeThrough(draft, bytes, current?.mode);
        await check();
        if (draft !== null) await place(draft, root, name, current !== null);
        await description?.place();
        await syncFolder(root);
        return { ...written, lastModified: Math.round(modified.getTime()) };
      } finally {
        if (draft !== null) await rm(draft, { force: true });
        await description?.end();
      }
    });
  }

  /** Removes a file that has this hash, with its description. Rejects as `write` does. */
  async remove(name: string, version: string): Promise<void> {
    checkName(name);
    return this.#locked(async (root, check) => {
      const current = await stateOf(root, name);
      if (!current) throw new FileConflict(null, texts.removedMeanwhile({ name }));
      if (current.sha256 !== version) throw new FileConflict(current.sha256, texts.differentFile({ name }));
      const gone = { name, mimeType: mediaType(name), size: 0, lastModified: 0, sha256: "", tables: {} };
      const description = await this.#describe(root, gone);
      try {
        await check();
        await rm(join(root, name));
        await description?.place();
        await syncFolder(root);
      } finally {
        await description?.end();
      }
    });
  }

  async #locked<T>(work: (root: string, check: () => Promise<void>) => Promise<T>): Promise<T> {
    const root = await realpath(this.#folder);
    return withFolderLock(root, dataPackageName, (isHeld) =>
      work(root, async () => {
        // The folder may have been moved, and a process that slept may have lost its lock to another.
        if ((await realpath(this.#folder)) !== root) throw new FileRefused(texts.folderMoved());
        if (!(await isHeld())) throw new LockBusy(texts.slowWrite());
      }),
    );
  }

  /** The folder's Data Package with this change, written but not yet in its place; null if it says the same already. */
  async #describe(root: string, file: Attachment): Promise<{ place(): Promise<void>; end(): Promise<void> } | null> {
    const before = await readPackage(root);
    const changed = describeFile(before?.text ?? null, file);
    if (changed === null || changed === before?.text) return null;
    const draft = temporaryPath(root);
    const end = () => rm(draft, { force: true });
    await writeThrough(draft, changed, before?.mode).catch(async (error) => {
      await end();
      throw error;
    });
    return { place: () => rename(draft, join(root, dataPackageName)), end };
  }
}

function checkName(name: string): void {
  const isReserved = /\.html$/i.test(name) || foldName(name) === dataPackageName;
  if (!isFileName(name) || isReserved) throw new InvalidFileName(texts.invalidFile({ name: name.slice(0, 200) }));
}

/** A new file does not replace one that another program has written in the meantime. */
async function place(draft: string, root: string, name: string, isThere: boolean): Promise<void> {
  const path = join(root, name);
  if (isThere) await rename(draft, path);
  else if (!(await putNew(draft, path)))
    throw new FileConflict((await stateOf(root, name))?.sha256 ?? null, texts.differentFile({ name }));
}

/** On many disks, two names that differ only in case or in how accents are written are one file. */
async function refuseTwin(root: string, name: string): Promise<void> {
  const twin = (await readdir(root)).find((each) => foldName(each) === foldName(name) && each !== name);
  if (twin !== undefined) throw new InvalidFileName(texts.twin({ twin }));
}

/** What stands in the folder under a name now; null if there is nothing. */
async function stateOf(root: string, name: string) {
  const handle = await openConfined(root, name);
  if (!handle) return null;
  try {
    const { mode, mtime } = await handle.stat();
    // It may be larger than what is written here.
    const hash = createHash("sha256");
    for await (const part of handle.createReadStream({ autoClose: false })) hash.update(part);
    return { mode, modified: mtime, sha256: hash.digest("hex") };
  } finally {
    await handle.close();
  }
}

async function readPackage(root: string) {
  const handle = await openConfined(root, dataPackageName);
  if (!handle) return null;
  try {
    return { text: await handle.readFile("utf8"), mode: (await handle.stat()).mode };
  } finally {
    await handle.close();
  }
}
