import { open, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { makeFolder } from "./made-folder.ts";

/** A file that could not be written, as a sentence. */
export class WriteError extends Error {
  override name = "WriteError";
}

/** Prefix of the names of files that are being written. */
const DRAFT_PREFIX = ".yuheng-draft-";

/**
 * Writes a file whole or not at all: to a temporary name in the same folder, which is then renamed. A device takes the bytes
 * themselves, since a name put over it would take the device away. Throws WriteError.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const draft = join(dirname(path), `${DRAFT_PREFIX}${process.pid}-${basename(path)}`);
  try {
    if (await isDevice(path)) return await writeFile(path, content);
    await makeFolder(dirname(path));
    const file = await open(draft, "w");
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {});
    throw new WriteError(`${path} could not be written: ${reasonOf(error as NodeJS.ErrnoException)}.`);
  }
}

/** What a process has open; a file in /dev/shm is one like others. */
const OPEN = /^\/(?:dev\/(?:fd\/|std(?:in|out|err)$)|proc\/)/;

/** Whether a path names a device, or what a process has open (`/dev/stdout`, `/proc/self/fd/3`). */
async function isDevice(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && (found.isCharacterDevice() || found.isBlockDevice() || OPEN.test(resolve(path)));
}

/** Whether this is the name of a file that is being written, or that a killed process left. */
export function isDraft(name: string): boolean {
  return name.startsWith(DRAFT_PREFIX);
}

/** Removes half-written files that a killed process left in a folder. */
export async function sweepDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (isDraft(name)) await rm(join(folder, name), { force: true });
  }
}

/** Why a file or a folder could not be written, as part of a sentence. */
export function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case "ENOSPC":
      return "the disk is full";
    case "EDQUOT":
      return "the quota of the disk is used up";
    case "EACCES":
    case "EPERM":
      return "this user may not write there";
    case "EROFS":
      return "the disk is read-only";
    case "ENOENT":
      return "no folder can be made there";
    case "ENOTDIR":
    case "EEXIST":
      return "a file stands where a folder is needed";
    default:
      return message;
  }
}
