import { foldName, isDeviceName } from "../../kernel/document/notebook-name.ts";
import { type NotebookFiles, SaveConflict } from "./notebook-file.ts";
import { namedIn, nameInProject, projectOf } from "./project.ts";

/** How often another name is tried because one was taken in the meantime. */
const MAX_ATTEMPTS = 50;

/**
 * Writes a new notebook under a free name, in a project or in none, and returns the name; tries the next one if another page or program
 * takes it first.
 */
export async function writeNew(
  files: Pick<NotebookFiles, "list" | "write">,
  title: string,
  text: string,
  project: string | null = null,
): Promise<string> {
  const there = (await files.list()).filter(({ name }) => projectOf(name) === project);
  const taken = new Set(there.map(({ name }) => nameInProject(name)));
  for (let tried = 1; ; ++tried) {
    const name = freeName(title, taken);
    try {
      await files.write(namedIn(project, name), text, null);
      return namedIn(project, name);
    } catch (error) {
      if (!(error instanceof SaveConflict) || tried === MAX_ATTEMPTS) throw error;
      taken.add(name);
    }
  }
}

/** Longest stem of a name, in bytes of UTF-8: a number and an extension still fit into the name of a file. */
const MAX_STEM_BYTES = 110;

/** A name made of a title that is not taken, ignoring case, and that is valid in any file system. */
export function freeName(title: string, taken: ReadonlySet<string>): string {
  const plain = title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-");
  let stem = "";
  let bytes = 0;
  // By code points, so that none is cut in two.
  for (const letter of plain.replace(/^-+/, "")) {
    bytes += new TextEncoder().encode(letter).length;
    if (bytes > MAX_STEM_BYTES) break;
    stem += letter;
  }
  stem = stem.replace(/-+$/, "") || "notebook";
  const used = new Set(Array.from(taken, foldName));
  let name = stem;
  for (let i = 2; used.has(foldName(name)) || isDeviceName(name); ++i) name = `${stem}-${i}`;
  return name;
}
