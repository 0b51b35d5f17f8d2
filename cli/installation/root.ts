import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of this program: the clone, or the installed package, whose compiled files lie elsewhere than their sources. */
export const root = findRoot(import.meta.dirname);

/** Whether this is the installed package. It has no sources, but what is built of them in `build/`. */
export const isInstalled = !existsSync(join(root, "cli/main.ts"));

function findRoot(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : findRoot(dirname(folder));
}
