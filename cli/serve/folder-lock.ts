import { createHash } from "node:crypto";
import { lstat, mkdir, readdir, rename, rm, rmdir, stat, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { isAbandoned, newProcessName } from "./process-name.ts";

const said = messages("server", {
  lockBusy: {
    en: "Another process is writing this file and does not finish. Try again in a moment.",
    zh: "另一个进程正在写入此文件，尚未完成。请稍后重试。",
  },
});

/** How long another process is waited for. A lock is held for the time of one write. */
const PATIENCE_MS = 10_000;

/** Another process holds what is asked for and does not let go. */
export class LockBusy extends Fault {
  override name = "LockBusy";
}

/** The last in the queue of this process, by lock. */
const queues = new Map<string, Promise<unknown>>();

/**
 * Does `work` while nobody else has the lock of this key in this folder, neither in this process nor in another. `isHeld` tells whether
 * it still has it, which a process that slept on a shared disk should ask before it writes. Rejects with LockBusy.
 *
 * The lock is a folder that holds one file, named by its owner. It is taken by renaming a ready-made folder onto its place, which
 * succeeds only if nothing or an empty folder is there. So a lock never stands without its owner, and that of a dead process is freed
 * by removing the dead owner's own file: whoever does so late removes nothing of the next owner's.
 */
export async function withFolderLock<T>(
  folder: string,
  key: string,
  work: (isHeld: () => Promise<boolean>) => Promise<T>,
): Promise<T> {
  const path = join(folder, `.yuheng-${createHash("sha256").update(key).digest("hex").slice(0, 16)}.lock`);
  const before = queues.get(path);
  const turn = (async () => {
    await before?.catch(() => {});
    const owner = await take(folder, path);
    try {
      return await work(() =>
        stat(join(path, owner)).then(
          () => true,
          () => false,
        ),
      );
    } finally {
      await unlink(join(path, owner)).catch(() => {});
      await rmdir(path).catch(() => {});
    }
  })();
  queues.set(path, turn);
  try {
    return await turn;
  } finally {
    if (queues.get(path) === turn) queues.delete(path);
  }
}

/** The names of the temporary files and folders of this process begin and end so. */
export function temporaryPath(folder: string, name = newProcessName()): string {
  return join(folder, `.yuheng-${name}.tmp`);
}

/** Removes what ended processes left in a folder: temporary files, and locks. What living ones are writing stays. */
export async function sweepFolder(folder: string): Promise<void> {
  const files = await readdir(folder).catch(() => [] as string[]);
  for (const file of files) {
    const path = join(folder, file);
    if (/^\.yuheng-[0-9a-f]{16}\.lock$/.test(file)) await freeAbandoned(path, Date.now());
    const [, name] = /^\.yuheng-(.+)\.tmp$/.exec(file) ?? [];
    if (name === undefined) continue;
    const found = await lstat(path).catch(() => null);
    if (found && isAbandoned(name, Date.now() - found.mtimeMs))
      await rm(path, { recursive: true, force: true }).catch(() => {});
  }
}

async function take(folder: string, path: string): Promise<string> {
  const owner = newProcessName();
  const ready = temporaryPath(folder, owner);
  await mkdir(ready);
  try {
    await writeFile(join(ready, owner), "");
    const { mtimeMs } = await stat(join(ready, owner));
    const began = performance.now();
    for (;;) {
      try {
        await rename(ready, path);
        return owner;
      } catch (error) {
        if (!isTaken(error as NodeJS.ErrnoException)) throw error;
      }
      const waited = performance.now() - began;
      await freeAbandoned(path, mtimeMs + waited);
      if (waited > PATIENCE_MS) {
        throw new LockBusy(said.lockBusy());
      }
      await delay(1 + 9 * Math.random());
    }
  } catch (error) {
    await rm(ready, { recursive: true, force: true }).catch(() => {});
    throw error;
  }
}

function isTaken({ code }: NodeJS.ErrnoException): boolean {
  if (code === "ENOTEMPTY" || code === "EEXIST") return true;
  // Windows renames no folder onto another, empty or not, and says so in these words.
  return process.platform === "win32" && (code === "EPERM" || code === "EACCES");
}

/** Frees a lock whose owner has ended. `now` is by the clock of the folder's disk. */
async function freeAbandoned(path: string, now: number): Promise<void> {
  const owners = await readdir(path).catch(() => null);
  if (!owners) return;
  for (const owner of owners) {
    const found = await stat(join(path, owner)).catch(() => null);
    if (found && isAbandoned(owner, now - found.mtimeMs)) await unlink(join(path, owner)).catch(() => {});
  }
  // Succeeds only if nobody is in it.
  await rmdir(path).catch(() => {});
}
