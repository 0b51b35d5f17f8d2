import { constants } from "node:fs";
import { type FileHandle, lstat, open, realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";

const texts = messages("server", {
  notRegularFile: {
    en: "“{file}” is not a regular file.",
    zh: "“{file}”不是普通文件。",
  },
  changingFile: {
    en: "“{file}” changes faster than it can be read. Try again in a moment.",
    zh: "“{file}”变动过快，无法读取。请稍后重试。",
  },
  linkedFile: {
    en: "“{file}” is a link. Links are not followed out of the folder; put the file itself in its place.",
    zh: "“{file}”是链接。服务器不会跟随链接离开文件夹；请改为放置文件本身。",
  },
});

/** The reason why an existing file is not read, as a sentence. */
export class FileRefused extends Fault {
  override name = "FileRefused";
}

/** Follow no link and do not wait for a pipe. Windows has no such flags: there only the check of the open file protects. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A file that is saved continually may be a different one at each comparison. */
const ATTEMPTS = 50;

/**
 * Opens a file of a folder, or of a folder below, for reading; null if there is none. `root` is the folder's real path, and `file` a path
 * without `..`. The file is a regular file of this folder: no link of the file or of a folder in its path leads elsewhere, even if it is created between two steps, because the open
 * file is compared with the entry of the folder. Rejects with FileRefused.
 */
export async function openConfined(root: string, file: string): Promise<FileHandle | null> {
  const path = join(root, file);
  for (let attempt = 0; attempt < ATTEMPTS; ++attempt) {
    let handle: FileHandle;
    try {
      handle = await open(path, FLAGS);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "ENOENT" || code === "ENOTDIR") return null;
      if (code === "ELOOP" || code === "EMLINK") throw refusalOf(file);
      throw error;
    }
    const kind = await compare(handle, path).catch(async (error) => {
      await handle.close();
      throw error;
    });
    if (kind === "same") return handle;
    await handle.close();
    if (kind === "none") return null;
    if (kind === "link") throw refusalOf(file);
    if (kind === "other") throw new FileRefused(texts.notRegularFile({ file }));
  }
  throw new FileRefused(texts.changingFile({ file }));
}

function refusalOf(file: string): FileRefused {
  return new FileRefused(texts.linkedFile({ file }));
}

async function compare(handle: FileHandle, path: string): Promise<"same" | "moved" | "none" | "link" | "other"> {
  const opened = await handle.stat({ bigint: true });
  if (!opened.isFile()) return "other";
  const real = await realpath(path).catch(() => null);
  if (real === null) return "moved";
  if (dirname(real) !== dirname(path)) return "link";
  if (basename(real) !== basename(path)) {
    // On a case-insensitive disk, the file's name may differ from the requested one in case.
    return basename(real).toLowerCase() === basename(path).toLowerCase() ? "none" : "link";
  }
  const entry = await lstat(real, { bigint: true }).catch(() => null);
  return entry && entry.dev === opened.dev && entry.ino === opened.ino ? "same" : "moved";
}
