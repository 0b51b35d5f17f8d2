import { sha256Of } from "../../values/sha-256.ts";
import type { DatasetEntry, ImportOrigin } from "../catalogue.ts";
import type { ImportChoice } from "./import-api.ts";

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
    files: described,
    ...(stressors && { stressors: [...stressors] }),
    ...(aggregation && { aggregation }),
  };
}

/** Datasets imported from the same bytes with the same options; the files may have other names and dates now. */
export function importedBefore(entries: readonly DatasetEntry[], origin: ImportOrigin): DatasetEntry[] {
  const wanted = keyOf(origin);
  return entries.filter(({ imported }) => imported && keyOf(imported) === wanted);
}

function keyOf({ files, stressors, aggregation }: ImportOrigin): string {
  return JSON.stringify([files.map(({ sha256 }) => sha256).sort(), stressors?.toSorted() ?? null, aggregation ?? null]);
}
