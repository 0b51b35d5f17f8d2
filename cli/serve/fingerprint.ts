import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/**
 * A hash of files and folders below a root: 32 hexadecimal digits that change with a path or a content. For files whose path
 * matches `bySize` only the length counts. Rejects if one of them does not exist.
 */
export async function fingerprint(root: string, sources: readonly string[], bySize?: RegExp): Promise<string> {
  const hash = createHash("sha256");
  for (const source of sources) {
    for (const path of await filesIn(join(root, source))) {
      const content = bySize?.test(path) ? null : await readFile(path);
      hash.update(`${relative(root, path).replaceAll(sep, "/")}\n${content?.length ?? (await stat(path)).size}\n`);
      if (content) hash.update(content);
    }
  }
  return hash.digest("hex").slice(0, 32);
}

async function filesIn(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
