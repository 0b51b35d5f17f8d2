import { recordTable } from "../../tool/record-table.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { siblingUnit } from "../../tool/unit.ts";
import { type ReadOutcome, readOutcomeShape } from "../line-shape.ts";
import { readRequestShape } from "../reading/read-request.ts";
import { readSheets } from "../reading/read-sheets.ts";

export const accountRead = defineTool({
  name: "account.read",
  title: { en: "Lines of amounts from the sheets of a file", zh: "从文件的工作表读取用量行" },
  summary: {
    en: "Reads sheets as people keep them into lines of amounts with unit, site, year and place. Every row is a line, or is left out with its reason; what the file does not say is asked.",
    zh: "把日常使用的工作表读成带单位、场所、年份和地点的用量行。每一行要么成为用量行，要么列出不采用的原因；文件未写明之处会提问。",
  },
  input: readRequestShape,
  output: readOutcomeShape,
  tablesOut: {
    read: recordTable(
      { en: "The lines that were read.", zh: "读到的用量行。" },
      {
        sheet: textColumn({ en: "Sheet.", zh: "工作表。" }),
        row: numberColumn({ en: "Row of the sheet, from 1.", zh: "工作表的行号，从 1 起。" }),
        name: textColumn({ en: "What is burnt, bought, moved or done.", zh: "燃烧、购买、运输或从事的内容。" }),
        amount: numberColumn({ en: "How much, in `unit`.", zh: "数量，单位见 `unit`。" }, siblingUnit),
        unit: textColumn({ en: "Unit of the amount.", zh: "数量的单位。" }),
        site: textColumn({ en: "Facility, site, branch or assembly.", zh: "设施、场所、分支机构或组件。" }),
        year: numberColumn({ en: "Calendar year.", zh: "年份。" }),
      },
      ({ lines }: ReadOutcome) =>
        lines.map(({ sheet, row, name, amount, unit, site, year }) => ({ sheet, row, name, amount, unit, site, year })),
    ),
  },
  assumptions: [
    "A row is a line if it has an amount; titles, heads, notes, and sums that are recognised by words and by their values are not.",
    "A unit is taken from the head, else a column of units, the cell, the name, or a title above; contradictions are said.",
    "Months of a row are summed to one line of the year.",
    "Money is the amount only where a row has no physical amount.",
  ],
  references: ["GHG Protocol, Corporate Standard (2004), Chapter 7: Managing Inventory Quality."],
  run({ sheets, ...asked }, { progress }) {
    return readSheets(sheets, asked, { tell: progress });
  },
});
