import { constants } from "node:fs";
import { type FileHandle, link, open, rename } from "node:fs/promises";

/** Writes a new file through to the disk and resolves to its modification time. */
export async function writeThrough(path: string, content: string | Uint8Array, mode?: number): Promise<Date> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(content, "utf8");
    if (mode !== undefined) await file.chmod(mode & 0o777);
    await file.sync();
    return (await file.stat()).mtime;
  } finally {
    await file.close();
  }
}

/** Gives a temporary file its path, unless there is a file, whoever has written it; resolves to whether it has. */
export async function putNew(temporary: string, path: string): Promise<boolean> {
  try {
    await link(temporary, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    // A disk without hard links.
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "EOPNOTSUPP" && code !== "ENOSYS") throw error;
    await rename(temporary, path);
  }
  return true;
}

/** Flushes the new name to the disk, too. Some systems cannot open a folder; they flush it on their own. */
export async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, constants.O_RDONLY);
    await handle.sync();
  } catch {
    // Nothing more can be done.
  } finally {
    await handle?.close();
  }
}
