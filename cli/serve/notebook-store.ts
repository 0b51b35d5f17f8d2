import { createHash } from "node:crypto";
import { mkdir, readdir, realpath, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { foldName, isDeviceName } from "../../kernel/document/notebook-name.ts";
import { Fault } from "../../lib/message/fault.ts";
import { type Message, messages } from "../../lib/message/message.ts";
import { FileRefused, openConfined } from "./confined-file.ts";
import { putNew, syncFolder, writeThrough } from "./durable-file.ts";
import { LockBusy, sweepFolder, temporaryPath, withFolderLock } from "./folder-lock.ts";

const texts = messages("server", {
  changedFile: {
    en: "The file has changed since it was opened.",
    zh: "打开之后，文件有改动。",
  },
  removedFile: {
    en: "The file has been removed since it was opened.",
    zh: "打开之后，文件已被删除。",
  },
  movedFolder: {
    en: "The folder of notebooks has been moved.",
    zh: "笔记本文件夹已被移动。",
  },
  slowSave: {
    en: "The save took too long. Try again in a moment.",
    zh: "保存耗时过长。请稍后重试。",
  },
  largeFile: {
    en: "“{file}” is larger than a notebook may be ({most} MiB).",
    zh: "“{file}”超过笔记本的大小上限（{most} MiB）。",
  },
  nameInOtherCase: {
    en: "There is “{twin}” already, whose name differs only in capitals. Choose another name.",
    zh: "已有“{twin}”，两者名称仅大小写不同。请另取名称。",
  },
  invalidName: {
    en: "“{name}” cannot be the name of a notebook.",
    zh: "“{name}”不能用作笔记本的名称。",
  },
  fileNotUtf8: {
    en: "“{file}” is not UTF-8 text. Convert it to UTF-8 to open it.",
    zh: "“{file}”不是 UTF-8 文本。请转换为 UTF-8 后再打开。",
  },
});

/** A notebook on disk. The version is the hash of its text. */
export interface StoredNotebook {
  name: string;
  text: string;
  version: string;
  modified: string;
}

/** A name that no notebook can have. */
export class InvalidName extends Fault {
  override name = "InvalidName";
}

/** A save that would overwrite somebody else's change. */
export class VersionConflict extends Fault {
  readonly current: StoredNotebook | null;
  constructor(current: StoredNotebook | null, message?: Message) {
    super(message ?? (current ? texts.changedFile() : texts.removedFile()));
    this.current = current;
  }
}

/** The largest notebook that is read or written, in bytes. */
export const MAX_NOTEBOOK_BYTES = 32 * 1024 * 1024;

/**
 * The notebooks of one folder. Neither names nor links can lead out of it. A write is atomic: the version on disk is compared and the
 * file replaced under one lock per name, which other processes that serve the same folder respect as well. A program that does not
 * use the lock, such as an editor, can still write between the two steps; a new file never overwrites one of its files.
 */
export class NotebookStore {
  readonly #folder: string;
  /** The folder's real path, since it was first found. */
  #root: string | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Removes what processes left that were killed while they wrote. */
  async sweep(): Promise<void> {
    const root = await this.#findRoot();
    if (root !== null) await sweepFolder(root);
  }

  /** The notebooks that can be read, without links and files that are not text. */
  async list(): Promise<StoredNotebook[]> {
    const names = (await this.#files()).map((file) => file.slice(0, -".html".length)).filter(isName);
    const notebooks = await Promise.all(names.map((name) => this.read(name).catch(() => null)));
    return notebooks.filter((notebook) => notebook !== null).sort((a, b) => a.name.localeCompare(b.name));
  }

  /** Null if there is no such notebook. Rejects with InvalidName for a name that no notebook can have, and with FileRefused. */
  async read(name: string): Promise<StoredNotebook | null> {
    return (await this.#read(name))?.notebook ?? null;
  }

  /**
   * Writes a notebook whose version on disk is the given one (null: it must not exist). Resolves when it is on the disk. Rejects with
   * VersionConflict, InvalidName, FileRefused, LockBusy, and with the system's own errors; then the file is unchanged.
   */
  async write(name: string, text: string, version: string | null): Promise<StoredNotebook> {
    const file = fileOf(name);
    await mkdir(this.#folder, { recursive: true });
    const root = (await this.#findRoot())!;
    return withFolderLock(root, foldName(name), async (isHeld) => {
      const current = await this.#read(name);
      if ((current?.notebook.version ?? null) !== version) throw new VersionConflict(current?.notebook ?? null);
      if (version === null) await this.#refuseTwin(name);
      const temporary = temporaryPath(root);
      try {
        const written = await writeThrough(temporary, text, current?.mode);
        // The folder may have been moved, and a process that slept may have lost its lock to another.
        if ((await realpath(this.#folder)) !== root) throw new FileRefused(texts.movedFolder());
        if (!(await isHeld())) throw new LockBusy(texts.slowSave());
        if (version === null) await this.#putNew(temporary, name);
        else await rename(temporary, join(root, file));
        await syncFolder(root);
        return { name, text, version: versionOf(text), modified: written.toISOString() };
      } finally {
        await rm(temporary, { force: true });
      }
    });
  }

  /** Removes a notebook that has this version on disk. Rejects as `write` does; then it stays. */
  async remove(name: string, version: string): Promise<void> {
    const file = fileOf(name);
    const root = await this.#findRoot();
    if (root === null) throw new VersionConflict(null);
    await withFolderLock(root, foldName(name), async (isHeld) => {
      const current = await this.#read(name);
      if (current?.notebook.version !== version) throw new VersionConflict(current?.notebook ?? null);
      if ((await realpath(this.#folder)) !== root) throw new FileRefused(texts.movedFolder());
      if (!(await isHeld())) throw new LockBusy(texts.slowSave());
      await rm(join(root, file));
      await syncFolder(root);
    });
  }

  async #read(name: string): Promise<{ notebook: StoredNotebook; mode: number } | null> {
    const file = fileOf(name);
    const root = await this.#findRoot();
    const handle = root === null ? null : await openConfined(root, file);
    if (!handle) return null;
    try {
      const { mtime, mode, size } = await handle.stat();
      if (size > MAX_NOTEBOOK_BYTES) {
        throw new FileRefused(texts.largeFile({ file, most: MAX_NOTEBOOK_BYTES / 1024 / 1024 }));
      }
      const text = decode(await handle.readFile(), file);
      return { notebook: { name, text, version: versionOf(text), modified: mtime.toISOString() }, mode };
    } finally {
      await handle.close();
    }
  }

  /** Moves a new file to its path; fails if there is a file, whoever has written it. */
  async #putNew(temporary: string, name: string): Promise<void> {
    if (!(await putNew(temporary, join(this.#root!, fileOf(name))))) throw new VersionConflict(await this.read(name));
  }

  /** On many disks, two names that differ only in case are one file. */
  async #refuseTwin(name: string): Promise<void> {
    const twin = (await this.#files()).find((file) => foldName(file) === foldName(fileOf(name)));
    if (twin === undefined || twin === fileOf(name)) return;
    throw new VersionConflict(null, texts.nameInOtherCase({ twin: twin.slice(0, -".html".length) }));
  }

  async #files(): Promise<string[]> {
    const root = await this.#findRoot();
    const files = root === null ? [] : await readdir(root).catch(() => [] as string[]);
    return files.filter((file) => file.endsWith(".html"));
  }

  async #findRoot(): Promise<string | null> {
    this.#root ??= await realpath(this.#folder).catch(() => undefined);
    return this.#root ?? null;
  }
}

/**
 * Letters, digits, dashes and underscores of any script, and spaces except first or last; no dot, so that no name leads out of the
 * folder; not the name of a device, and short enough for a file on any disk.
 */
export function isName(name: string): boolean {
  if (!/^[\p{L}\p{N}_]([\p{L}\p{N}_ -]{0,118}[\p{L}\p{N}_-])?$/u.test(name)) return false;
  return !isDeviceName(name) && Buffer.byteLength(name) <= 240;
}

export function versionOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function fileOf(name: string): string {
  if (!isName(name)) throw new InvalidName(texts.invalidName({ name: name.slice(0, 200) }));
  return `${name}.html`;
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FileRefused(texts.fileNotUtf8({ file }));
  }
}
