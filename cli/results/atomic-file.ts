import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** A file that could not be written, as a sentence. */
export class WriteError extends Error {
  override name = "WriteError";
}

/** Begins the names of files that are being written. */
const DRAFT = ".yuheng-draft-";

/**
 * Writes a file so that it is there whole or not at all: beside its place first, then moved. Throws WriteError.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const draft = join(dirname(path), `${DRAFT}${process.pid}-${basename(path)}`);
  try {
    await mkdir(dirname(path), { recursive: true });
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

/** Whether a file of this name is one that is being written, or was when a process was killed. */
export function isDraft(name: string): boolean {
  return name.startsWith(DRAFT);
}

/** Takes away what a run that was killed left half-written in a folder. */
export async function sweepDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (isDraft(name)) await rm(join(folder, name), { force: true });
  }
}

/** Why a file or a folder could not be written, to be put into a sentence. */
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
    case "ENOTDIR":
    case "EEXIST":
      return "a file stands where a folder is needed";
    default:
      return message;
  }
}
