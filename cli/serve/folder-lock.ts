import { createHash } from "node:crypto";
import { lstat, mkdir, readdir, rename, rm, rmdir, stat, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { isAbandoned, newProcessName } from "./process-name.ts";

const texts = messages("server", {
  lockBusy: {
    en: "Another process is writing this file and does not finish. Try again in a moment.",
    zh: "另一个进程正在写入此文件，尚未完成。请稍后重试。",
  },
});

/** How long to wait for another process that holds the lock for the time of one write. */
const TIMEOUT_MS = 10_000;

/** Another process holds the lock and does not release it. */
export class LockBusy extends Fault {
  override name = "LockBusy";
}

/** The last in the queue of this process, by lock. */
const queues = new Map<string, Promise<unknown>>();

/**
 * Does `work` while it holds the lock of this key in this folder, against this and other processes. `isHeld` resolves to whether the
 * lock is still held: a process that slept on a shared disk should check it before it writes. Rejects with LockBusy.
 *
 * The lock is a folder with one file, named after its owner. It is acquired by renaming a prepared folder to the lock's path, which
 * succeeds only if there is nothing or an empty folder. So a lock always has an owner, and that of a dead process is released by
 * removing the dead owner's file: a late removal cannot remove the file of the next owner.
 *
 * @param timeout how long to wait for another process, in milliseconds
 */
export async function withFolderLock<T>(
  folder: string,
  key: string,
  work: (isHeld: () => Promise<boolean>) => Promise<T>,
  timeout: number = TIMEOUT_MS,
): Promise<T> {
  const path = join(folder, `.yuheng-${createHash("sha256").update(key).digest("hex").slice(0, 16)}.lock`);
  const previous = queues.get(path);
  const task = (async () => {
    await previous?.catch(() => {});
    const owner = await acquire(folder, path, timeout);
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
  queues.set(path, task);
  try {
    return await task;
  } finally {
    if (queues.get(path) === task) queues.delete(path);
  }
}

/** The path of a temporary file or folder of this process. */
export function temporaryPath(folder: string, name = newProcessName()): string {
  return join(folder, `.yuheng-${name}.tmp`);
}

/**
 * Removes the temporary files, the locks and the marks of open notebooks that ended processes left in a folder. Those of running
 * processes stay.
 */
export async function sweepFolder(folder: string): Promise<void> {
  const files = await readdir(folder).catch(() => [] as string[]);
  for (const file of files) {
    const path = join(folder, file);
    if (/^\.yuheng-[0-9a-f]{16}\.lock$/.test(file)) await releaseAbandoned(path, Date.now());
    const name = (/^\.yuheng-([0-9a-f]{8}-\d+-\d+-[0-9a-f]{12,28})\.tmp$/.exec(file) ??
      /^\.yuheng-[0-9a-f]{16}-(.+)\.open$/.exec(file) ??
      /^\.yuheng-assistant-(.+)$/.exec(file))?.[1];
    if (name === undefined) continue;
    const found = await lstat(path).catch(() => null);
    if (found && isAbandoned(name, Date.now() - found.mtimeMs))
      await rm(path, { recursive: true, force: true }).catch(() => {});
  }
}

async function acquire(folder: string, path: string, timeout: number): Promise<string> {
  const owner = newProcessName();
  const ready = temporaryPath(folder, owner);
  await mkdir(ready);
  try {
    await writeFile(join(ready, owner), "");
    const { mtimeMs } = await stat(join(ready, owner));
    const startedAt = performance.now();
    for (;;) {
      try {
        await rename(ready, path);
        return owner;
      } catch (error) {
        if (!isTaken(error as NodeJS.ErrnoException)) throw error;
      }
      const waited = performance.now() - startedAt;
      await releaseAbandoned(path, mtimeMs + waited);
      if (waited > timeout) {
        throw new LockBusy(texts.lockBusy());
      }
      await delay(1 + 9 * Math.random());
    }
  } catch (error) {
    await rm(ready, { recursive: true, force: true }).catch(() => {});
    throw error;
  }
}

function isTaken({ code }: NodeJS.ErrnoException): boolean {
  // The last where a file or a link of this name came with the folder.
  if (code === "ENOTEMPTY" || code === "EEXIST" || code === "ENOTDIR") return true;
  // Windows renames no folder onto another, empty or not, and reports it by these codes.
  return process.platform === "win32" && (code === "EPERM" || code === "EACCES");
}

/**
 * Releases a lock whose owner has ended, or that came with the folder: then it may be anything, such as a link to another folder, which is
 * not followed. `now` is by the clock of the folder's disk.
 */
async function releaseAbandoned(path: string, now: number): Promise<void> {
  const lock = await lstat(path).catch(() => null);
  if (!lock) return;
  if (!lock.isDirectory()) {
    if (isAbandoned("", now - lock.mtimeMs)) await unlink(path).catch(() => {});
    return;
  }
  const owners = await readdir(path).catch(() => null);
  if (!owners) return;
  for (const owner of owners) {
    const found = await lstat(join(path, owner)).catch(() => null);
    if (found && isAbandoned(owner, now - found.mtimeMs))
      await rm(join(path, owner), { recursive: true, force: true }).catch(() => {});
  }
  // Succeeds only if the folder is empty.
  await rmdir(path).catch(() => {});
}
