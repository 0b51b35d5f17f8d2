// What of a clone is compiled once for its very sources: to compile each module as it is loaded takes seconds of every process and
// thread. Plain JavaScript, because it runs before anything is compiled.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The folders from which modules are imported. */
export const sources = ["cli", "kernel", "lib"];

/** npm's record of what is installed. */
const INSTALLED = "node_modules/.package-lock.json";

/** The folder of the compiled modules, by the content of all sources: other sources have another. */
export const builds = join(root, "node_modules/.cache/yuheng-command");

/** 32 hexadecimal digits that change with any source and with what is installed. */
export function compiledKey(root) {
  const hash = createHash("sha256");
  for (const path of [...sources.flatMap((folder) => filesIn(join(root, folder))), join(root, INSTALLED)]) {
    const content = readFileSync(path);
    hash.update(`${relative(root, path).replaceAll(sep, "/")}\n${content.length}\n`);
    hash.update(content);
  }
  return hash.digest("hex").slice(0, 32);
}

/** The compiled module of a name, such as `main`, or null if these sources have not been compiled. */
export function compiledModule(name) {
  const path = join(builds, compiledKey(root), `${name}.mjs`);
  return existsSync(path) ? path : null;
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
