import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { readRegularText } from "../../kernel/headless/regular-file.ts";
import { Misuse } from "./misuse.ts";

/** A notebook that a command was given; its text if that came from standard input. */
export interface GivenNotebook {
  /** As a report names it; the notebook's folder is that of this path. */
  readonly file: string;
  readonly text?: string;
}

/** How reports name the notebook of standard input, which lies in the current folder. */
const STANDARD_INPUT = "<stdin>";

/** The notebooks of all paths: files, those of folders, and `-` for standard input. Throws Misuse. */
export async function findNotebooks(paths: readonly string[]): Promise<GivenNotebook[]> {
  if (paths.filter((path) => path === "-").length > 1) throw new Misuse("Standard input is one notebook: give - once.");
  return (await Promise.all(paths.map(notebooksAt))).flat();
}

async function notebooksAt(path: string): Promise<GivenNotebook[]> {
  if (path === "-") return [await fromStandardInput()];
  const found = await stat(path).catch(() => null);
  if (!found) throw new Misuse(`There is no file “${path}”.`);
  if (!found.isDirectory()) {
    if (path.endsWith(".html")) return [{ file: path }];
    throw new Misuse(`“${path}” is no notebook: notebooks are .html files.`);
  }
  const files = (await readdir(path)).filter((name) => name.endsWith(".html")).sort();
  if (files.length === 0) throw new Misuse(`There are no notebooks in the folder “${path}”.`);
  return files.map((name) => ({ file: join(path, name) }));
}

/** The one file of a path, or standard input for `-`. Throws Misuse. */
export async function findNotebook(path: string): Promise<GivenNotebook> {
  if (path === "-") return fromStandardInput();
  if (!(await stat(path).catch(() => null))?.isFile()) throw new Misuse(`There is no file “${path}”.`);
  return { file: path };
}

/** The text of a given notebook. */
export async function textOf({ file, text: given }: GivenNotebook): Promise<string> {
  return given ?? readRegularText(file);
}

async function fromStandardInput(): Promise<GivenNotebook> {
  return { file: STANDARD_INPUT, text: await text(process.stdin) };
}
