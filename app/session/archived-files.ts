import type { Attachments } from "../../kernel/attachment/attachment.ts";
import { usedFiles } from "../../kernel/attachment/used-files.ts";
import type { CellSource } from "../../kernel/compile/index.ts";

/** The names of the files that the cells of a notebook name or import. */
export async function archivedFiles(cells: readonly CellSource[], files: Attachments): Promise<string[]> {
  const { moduleFiles } = await import("../../kernel/module/module-files.ts");
  const used = usedFiles(await files.list(), cells).map(({ name }) => name);
  return [...new Set([...used, ...(await moduleFiles(cells, files))])];
}
