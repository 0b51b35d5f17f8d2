import { usedFiles } from "../../kernel/attachment/used-files.ts";
import type { CellSource } from "../../kernel/compile/index.ts";
import type { Attachments } from "../../kernel/services/attachment.ts";

/** The names of the files that the cells of a notebook name or import. */
export async function archivedFiles(cells: readonly CellSource[], files: Attachments): Promise<string[]> {
  const used = usedFiles(await files.list(), cells).map(({ name }) => name);
  // The linker is loaded for cells that may import.
  if (!cells.some(({ source }) => source.includes("import"))) return used;
  const { moduleFiles } = await import("../../kernel/module/module-files.ts");
  return [...new Set([...used, ...(await moduleFiles(cells, files))])];
}
