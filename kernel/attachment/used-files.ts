import type { Attachment } from "./attachment.ts";
import { namedWords } from "./named-words.ts";
import { fileTableName } from "./table-name.ts";

/** The files that the cells of a notebook name, or a table in them. */
export function usedFiles(
  files: readonly Attachment[],
  cells: readonly { readonly source: string }[],
): readonly Attachment[] {
  const words = namedWords(cells);
  return files.filter(({ name, tables }) => {
    const stem = fileTableName(name);
    return (
      cells.some(({ source }) => source.includes(name)) ||
      [stem, ...Object.keys(tables)].some((each) => words.has(each))
    );
  });
}
