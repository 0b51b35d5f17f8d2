import { messages } from "../../message/message.ts";
import { ImportError } from "./import-error.ts";
import { fieldsOf, linesOf, separatorOf } from "./lines.ts";
import { fileName, type SourceFiles } from "./source-files.ts";

const texts = messages("exchange", {
  noLabelList: {
    en: "{example} was expected with it: the labels, one a line below a header, or the workbook with a sheet of that name.",
    zh: "旁边应有 {example}：标题行下每行一个标签，或含有同名工作表的工作簿。",
  },
});

/**
 * The labels in a file such as Regions.csv, or in the sheet of that name of a workbook (GLORIA_ReadMe_059.xlsx): one per line,
 * in the column named in the header, otherwise in the last one. Throws ImportError if no file fits.
 */
export async function readLabelList(
  files: SourceFiles,
  name: RegExp,
  column: RegExp,
  beside: string,
  example: string,
): Promise<string[]> {
  const labels = await findLabelList(files, name, column, example);
  if (!labels) throw new ImportError(beside, undefined, texts.noLabelList({ example }));
  return labels;
}

/** The labels of such a list; undefined if no file fits, or if none of its columns does and `isNamed` says that one must. */
export async function findLabelList(
  files: SourceFiles,
  name: RegExp,
  column: RegExp,
  example: string,
  isNamed = false,
): Promise<string[] | undefined> {
  const path = files.paths.find((found) => name.test(fileName(found))) ?? (await sheetOf(files, example));
  if (!path) return undefined;
  const labels: string[] = [];
  let at = -1;
  let separator = "";
  for await (const text of linesOf(files.open(path))) {
    if (text.trim() === "") continue;
    separator ||= separatorOf(text);
    const fields = fieldsOf(text, separator).map((field) => field.trim());
    if (at < 0) {
      const named = fields.findIndex((field) => column.test(field));
      if (named < 0 && isNamed) return undefined;
      at = named >= 0 ? named : fields.length - 1;
      continue;
    }
    // Sheets have remarks next to the labels and empty cells below them.
    if ((fields[at] ?? "") !== "" || !path.includes("#")) labels.push(fields[at] ?? "");
  }
  return labels;
}

/** "Regions.csv" → `GLORIA_ReadMe_059.xlsx#Regions`, if there is such a workbook with the sheet. */
async function sheetOf(files: SourceFiles, example: string): Promise<string | undefined> {
  const wanted = example.replace(/\.csv$/i, "").toLowerCase();
  for (const path of files.paths) {
    if (!/readme[^/]*\.xls[xb]?$/i.test(fileName(path))) continue;
    const sheet = (await files.sheets?.(path))?.find((name) => name.trim().toLowerCase() === wanted);
    if (sheet !== undefined) return `${path}#${sheet}`;
  }
  return undefined;
}
