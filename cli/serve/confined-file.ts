import { constants } from "node:fs";
import { type FileHandle, lstat, open, realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";

const said = messages("server", {
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

/** A file that is there and is not read, as a sentence. */
export class FileRefused extends Fault {
  override name = "FileRefused";
}

/** Neither a link is followed nor a pipe waited for. Windows has no such flags: there the check of the open file stands alone. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A file that is saved all the time may be another each time it is looked at. */
const ATTEMPTS = 50;

/**
 * Opens a file of a folder for reading; null if there is none. `root` is the folder's real path. What is opened is a regular file that
 * lies in this folder: no link, whether of the file or of a folder on the way to it, leads elsewhere, also if it is put there between
 * two steps, because it is the open file that is compared with what lies in the folder. Rejects with FileRefused.
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
    const kind = await compare(handle, root, path).catch(async (error) => {
      await handle.close();
      throw error;
    });
    if (kind === "same") return handle;
    await handle.close();
    if (kind === "none") return null;
    if (kind === "link") throw refusalOf(file);
    if (kind === "other") throw new FileRefused(said.notRegularFile({ file }));
  }
  throw new FileRefused(said.changingFile({ file }));
}

function refusalOf(file: string): FileRefused {
  return new FileRefused(said.linkedFile({ file }));
}

async function compare(
  handle: FileHandle,
  root: string,
  path: string,
): Promise<"same" | "moved" | "none" | "link" | "other"> {
  const opened = await handle.stat({ bigint: true });
  if (!opened.isFile()) return "other";
  const real = await realpath(path).catch(() => null);
  if (real === null) return "moved";
  if (dirname(real) !== root) return "link";
  if (basename(real) !== basename(path)) {
    // A disk that does not tell capitals from small letters found another file than was named.
    return basename(real).toLowerCase() === basename(path).toLowerCase() ? "none" : "link";
  }
  const lying = await lstat(real, { bigint: true }).catch(() => null);
  return lying && lying.dev === opened.dev && lying.ino === opened.ino ? "same" : "moved";
}
