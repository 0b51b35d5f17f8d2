import { foldName, isDeviceName } from "../../kernel/notebook/notebook-name.ts";
import { type NotebookFiles, SaveConflict } from "./notebook-file.ts";

/** How many names are tried that others take in the meantime. */
const NAMES_TRIED = 50;

/** Writes a new notebook under a free name, and gives the name: the next one where another page or program takes it first. */
export async function writeNew(
  files: Pick<NotebookFiles, "list" | "write">,
  title: string,
  text: string,
): Promise<string> {
  const taken = new Set((await files.list()).map(({ name }) => name));
  for (let tried = 1; ; ++tried) {
    const name = freeName(title, taken);
    try {
      await files.write(name, text, null);
      return name;
    } catch (error) {
      if (!(error instanceof SaveConflict) || tried === NAMES_TRIED) throw error;
      taken.add(name);
    }
  }
}

/** The longest stem of a name, in bytes of UTF-8: a number and an ending still fit into the name of a file. */
const LONGEST_STEM = 110;

/** A name made of a title that is not taken, also not in other capitals, and that a file can have on any disk. */
export function freeName(title: string, taken: ReadonlySet<string>): string {
  const plain = title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-");
  let stem = "";
  let bytes = 0;
  // Letter by letter, so that none is cut in two.
  for (const letter of plain.replace(/^-+/, "")) {
    bytes += new TextEncoder().encode(letter).length;
    if (bytes > LONGEST_STEM) break;
    stem += letter;
  }
  stem = stem.replace(/-+$/, "") || "notebook";
  const used = new Set(Array.from(taken, foldName));
  let name = stem;
  for (let i = 2; used.has(foldName(name)) || isDeviceName(name); ++i) name = `${stem}-${i}`;
  return name;
}
