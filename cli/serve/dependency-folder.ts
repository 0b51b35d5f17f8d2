import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The folder of an installed dependency, found as Node finds it: in the project's own node_modules in a clone, further up if the
 * project is itself a package. Undefined if it is not installed. `require.resolve` does not do, because some packages do not
 * export their package.json.
 */
export function dependencyFolder(root: string, name: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    const found = join(folder, "node_modules", name);
    if (existsSync(found)) return realpathSync(found);
    if (folder === dirname(folder)) return undefined;
  }
}
