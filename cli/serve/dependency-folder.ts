import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The folder of an installed dependency, as Node looks for it: beside the project in a clone, further up where the project is
 * itself a package. Undefined where it is not installed. Some packages hide their package.json from `require.resolve`.
 */
export function dependencyFolder(root: string, name: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    const found = join(folder, "node_modules", name);
    if (existsSync(found)) return realpathSync(found);
    if (folder === dirname(folder)) return undefined;
  }
}
