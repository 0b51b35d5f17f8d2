import { existsSync } from "node:fs";
import { access, constants, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cachedBuild } from "./build-cache.ts";
import { compressFiles } from "./compressed.ts";
import { fingerprint } from "./fingerprint.ts";
import { ownSettings } from "./production.ts";

/** What the built workbench is made of. A server gives notebooks and datasets beside it. */
const SOURCES = ["app", "cli/serve", "kernel", "lib", "notebooks/previews", "notebooks/templates", "package.json"];

/** npm puts no lock file into a package. */
const LOCK = "package-lock.json";

/**
 * The folder of the built workbench, to be read only: in an installed package the one that it contains; in a clone the build of these
 * very sources, which is made if there is none yet.
 *
 * @param building called before a build, which takes some ten seconds
 */
export async function builtWorkbench(root: string, building: () => void = () => {}): Promise<string> {
  const shipped = join(root, "build/workbench");
  if (!existsSync(join(root, LOCK)) && existsSync(shipped)) return shipped;
  return cachedBuild(join(await cacheOf(root), "yuheng-workbench"), await workbenchKey(root), (folder) => {
    building();
    return buildWorkbenchInto(root, folder);
  });
}

/** 32 hexadecimal digits that change with any source of the built workbench and with the versions of its dependencies. */
export function workbenchKey(root: string): Promise<string> {
  return fingerprint(root, existsSync(join(root, LOCK)) ? [...SOURCES, LOCK] : SOURCES);
}

/** Builds the workbench into a folder that does not exist yet. */
export async function buildWorkbenchInto(root: string, folder: string): Promise<void> {
  // Vite is loaded only when something is built.
  const [{ build }, { workbenchConfig }] = await Promise.all([import("vite"), import("./workbench-config.ts")]);
  const config = workbenchConfig(root, []);
  await build({
    ...config,
    ...ownSettings,
    logLevel: "error",
    build: { ...config.build, outDir: folder, reportCompressedSize: false },
  });
  await compressFiles(folder);
}

/** The folder of caches. That of a project which is read-only lies among the temporary files of this start. */
async function cacheOf(root: string): Promise<string> {
  const modules = join(root, "node_modules");
  const writable = await access(existsSync(modules) ? modules : root, constants.W_OK).then(
    () => true,
    () => false,
  );
  return writable ? join(modules, ".cache") : mkdtemp(join(tmpdir(), "yuheng-"));
}
