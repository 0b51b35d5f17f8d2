import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { LockBusy, sweepFolder, temporaryPath, withFolderLock } from "./folder-lock.ts";

/** How long to wait for another process that builds the same. */
const PATIENCE_MS = 120_000;

/** So many builds are kept, the last used: a server that runs may still give the files of an earlier one. */
const KEPT = 4;

/**
 * The folder of a build that is kept under a key in a folder of builds; `build` makes it, in a folder that does not exist yet, if it
 * is not there. Who comes at the same time, in this process or another, waits for the one build and never sees half of it.
 *
 * @param key 32 hexadecimal digits that differ when the sources differ
 * @param kept so many builds stay, the last used
 */
export async function cachedBuild(
  builds: string,
  key: string,
  build: (folder: string) => Promise<void>,
  kept: number = KEPT,
): Promise<string> {
  const folder = join(builds, key);
  if (await use(folder)) return folder;
  await mkdir(builds, { recursive: true });
  await sweepFolder(builds);
  const make = async () => {
    if (await use(folder)) return;
    await buildInto(builds, folder, build);
    await removeOld(builds, kept);
  };
  // Who waits too long builds as well: the builds are the same, and the first to be moved to its place stays.
  await withFolderLock(builds, key, make, PATIENCE_MS).catch((error) => {
    if (error instanceof LockBusy) return make();
    throw error;
  });
  return folder;
}

/** Builds beside the place and moves it there. */
async function buildInto(builds: string, folder: string, build: (folder: string) => Promise<void>): Promise<void> {
  const draft = temporaryPath(builds);
  try {
    await build(draft);
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** Whether there is this build, which is noted as used now. */
async function use(folder: string): Promise<boolean> {
  const now = new Date();
  return utimes(folder, now, now).then(
    () => true,
    () => existsSync(folder),
  );
}

async function removeOld(builds: string, kept: number): Promise<void> {
  const names = (await readdir(builds)).filter((name) => /^[0-9a-f]{32}$/.test(name));
  const used = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(builds, name)).catch(() => null))?.mtimeMs ?? 0 })),
  );
  used.sort((a, b) => b.at - a.at);
  for (const { name } of used.slice(kept)) {
    await rm(join(builds, name), { recursive: true, force: true }).catch(() => {});
  }
}
