import { messages } from "../../lib/message/message.ts";
import { MOST_TABLES } from "./limits.ts";
import { RowTable } from "./row-table.ts";
import { TableFileError } from "./table-file-error.ts";
import type { TableReading } from "./table-reading.ts";
import type { TableSource } from "./table-source.ts";
import { workbookSheets } from "./workbook-sheets.ts";

const said = messages("tableFile", {
  noSheet: {
    en: "no sheet of the workbook has a value.",
    zh: "工作簿中没有任何含有值的工作表。",
  },
  hiddenSheet: {
    en: "This sheet is hidden in the workbook.",
    zh: "此工作表在工作簿中是隐藏的。",
  },
});

/** The tables in the sheets of a workbook that have values; those of hidden sheets come last. Throws TableFileError. */
export async function workbookTables(
  file: string,
  bytes: Uint8Array<ArrayBuffer>,
  asked: Partial<TableReading>,
): Promise<TableSource[]> {
  const sheets = (await workbookSheets(file, bytes)).filter(({ rows }) => rows.length > 0);
  if (sheets.length === 0) throw new TableFileError(file, said.noSheet());
  const wanted = asked.part === undefined ? sheets : sheets.filter(({ name }) => name === asked.part);
  const ordered = wanted.length === 0 ? sheets : wanted;
  return ordered
    .toSorted((a, b) => Number(a.isHidden) - Number(b.isHidden))
    .slice(0, MOST_TABLES)
    .map(
      ({ name, rows, firstRow, isHidden }) =>
        new RowTable(
          {
            file,
            title: name,
            form: { format: "workbook", part: name },
            texts: "any",
            places: "row",
            visit: (visit) => {
              for (const [i, row] of rows.entries()) if (visit(row, firstRow + i) === false) return;
            },
            notes: () => (isHidden ? [said.hiddenSheet()] : []),
          },
          asked,
        ),
    );
}
