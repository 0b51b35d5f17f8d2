import type { Attachment } from "../services/attachment.ts";
import { namedWords } from "./named-words.ts";
import { fileTableName } from "./table-name.ts";

/** Endings of files whose tables also have names of their own behind that of the file. */
const HAS_SEVERAL = /\.(?:xlsx|xls|sqlite|sqlite3|db)$/i;

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
      [stem, ...Object.keys(tables)].some((each) => words.has(each)) ||
      (HAS_SEVERAL.test(name) && [...words].some((word) => word.startsWith(`${stem}_`)))
    );
  });
}
