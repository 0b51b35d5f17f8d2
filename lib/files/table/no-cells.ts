import { messages } from "../../message/message.ts";
import { TableFileError } from "./table-file-error.ts";

const texts = messages("tableFile", {
  emptySheets: {
    en: "no sheet of it has a value; it has {sheets:and}. Open the file in a spreadsheet program, and save it with its values, or take another.",
    zh: "其中没有任何含有值的工作表；现有工作表：{sheets:and}。请用电子表格软件打开，连同数值一起保存，或改用其他文件。",
  },
  noSheets: {
    en: "it has no sheet with cells, only charts, dialogs or macros. Take the file with the table that they were made from.",
    zh: "其中没有含单元格的工作表，只有图表、对话框或宏。请使用它们所依据的表格文件。",
  },
});

const SHOWN = 20;

/** That a file with these sheets has no value in any of them. */
export function noCells(file: string, sheets: readonly { readonly name: string }[]): TableFileError {
  const names = sheets.slice(0, SHOWN).map(({ name }) => name);
  return new TableFileError(file, names.length > 0 ? texts.emptySheets({ sheets: names }) : texts.noSheets());
}
