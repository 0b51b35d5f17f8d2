import { sha256Of, sha256OfText } from "../../values/sha-256.ts";
import type { DatasetEntry, ImportOrigin } from "../catalogue.ts";
import type { ImportChoice } from "./import-api.ts";

/** More files than this are described as one: a database may be a folder of twenty thousand. */
const DESCRIBED = 100;

/** The origin of an import: the files with their hashes, and the options. `read` is called with the number of bytes read. */
export async function originOf(
  files: readonly File[],
  choice: ImportChoice,
  read: (bytes: number) => void,
): Promise<ImportOrigin> {
  const described: ImportOrigin["files"][number][] = [];
  for (const file of files) {
    described.push({
      name: file.name,
      bytes: file.size,
      modified: new Date(file.lastModified).toISOString(),
      sha256: await sha256Of(file, read),
    });
  }
  const { stressors, aggregation } = choice;
  return {
    at: new Date().toISOString(),
    files: described.length > DESCRIBED ? [together(described, folderOf(files))] : described,
    ...(stressors && { stressors: [...stressors] }),
    ...(aggregation && { aggregation }),
  };
}

/** The folder that was chosen, if all files are in it; files of Node have no such path. */
function folderOf(files: readonly File[]): string | undefined {
  const folders = new Set(files.map(({ webkitRelativePath }) => (webkitRelativePath || "").split("/")[0]));
  const [folder] = folders;
  return folders.size === 1 && folder ? `${folder}/` : undefined;
}

/** Many files as one: its hash is that of their sorted hashes, one a line. */
function together(files: ImportOrigin["files"], folder: string | undefined): ImportOrigin["files"][number] {
  const hashes = files.map(({ sha256 }) => sha256).sort();
  return {
    name: `${folder ?? files[0]!.name} … (${files.length})`,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    modified: files
      .map((file) => file.modified)
      .sort()
      .at(-1)!,
    sha256: sha256OfText(hashes.join("\n")),
  };
}

/**
 * Datasets imported from the same bytes with the same options, an inventory under the same name; the files may have other names and
 * dates now.
 */
export function importedBefore(
  entries: readonly DatasetEntry[],
  origin: ImportOrigin,
  inventory?: string,
): DatasetEntry[] {
  const wanted = keyOf(origin, inventory);
  return entries.filter(({ imported }) => imported && keyOf(imported) === wanted);
}

function keyOf({ files, stressors, aggregation, inventory }: ImportOrigin, name = inventory?.name): string {
  const hashes = files.map(({ sha256 }) => sha256).sort();
  return JSON.stringify([hashes, stressors?.toSorted() ?? null, aggregation ?? null, name ?? null]);
}
