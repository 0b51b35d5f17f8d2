import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { Misuse } from "./misuse.ts";

/** The file itself, or the notebooks of a folder. Throws Misuse. */
export async function findNotebooks(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new Misuse(`There is no file “${path}”.`);
  if (!found.isDirectory()) {
    if (path.endsWith(".html")) return [path];
    throw new Misuse(`“${path}” is no notebook: notebooks are .html files.`);
  }
  const files = (await readdir(path)).filter((name) => name.endsWith(".html")).sort();
  if (files.length === 0) throw new Misuse(`There are no notebooks in the folder “${path}”.`);
  return files.map((name) => join(path, name));
}
