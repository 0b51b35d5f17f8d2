import { z } from "zod";
import { notesOut, sentenceOut } from "../../tool/outcome.ts";
import { recordTable } from "../../tool/record-table.ts";
import { numberColumn, textColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { siblingUnit } from "../../tool/unit.ts";
import { givenLineShape } from "../assess/assessment.ts";
import { readBillText } from "../assess/bill-table.ts";
import { leftOutRowShape } from "../assess/bill-text.ts";
import { decimalMarks } from "../assess/written-amount.ts";

export const lifecycleBill = defineTool({
  name: "lifecycle.bill",
  title: { en: "Bill of materials from text", zh: "从文本读取物料清单" },
  summary: {
    en: "Reads a bill of materials typed or copied from a spreadsheet, with headings in English, German or Chinese and other columns between them: every row is a line, or is left out with a reason, and an amount that could be read in two ways is asked for.",
    zh: "读取输入或从电子表格复制的物料清单，可有英文、德文或中文列标题及其他列：每一行要么读成一行清单，要么列出不采用的原因；有两种读法的数量会提问。",
  },
  input: z.object({
    text: z
      .string()
      .max(1_000_000)
      .describe("Rows of name, amount, unit and origin, or of amount, unit and name; or with headings, in any order"),
    decimal: z
      .enum(decimalMarks)
      .optional()
      .describe("What stands before decimals; found from the amounts if absent, and asked for where they do not tell"),
  }),
  output: z.object({
    bill: z
      .array(givenLineShape)
      .describe("The lines that were read: `input` has them together with those that were not"),
    leftOut: z.array(leftOutRowShape).describe("Rows that are not in `bill`, counted from 1"),
    input: z
      .object({ bill: z.array(givenLineShape), leftOut: z.array(z.object({ text: z.string(), reason: sentenceOut })) })
      .describe(
        "What `lifecycle.assess` takes of it: the lines, and those that could not be read, so that its coverage counts them",
      ),
    asks: z.array(
      z.object({
        key: z.enum(["decimal"]),
        question: sentenceOut,
        options: z.array(z.object({ value: z.enum(decimalMarks), label: sentenceOut })),
      }),
    ),
    notes: notesOut,
  }),
  tablesOut: {
    lines: recordTable(
      { en: "The lines of the bill.", zh: "清单各行。" },
      {
        name: textColumn({ en: "The line.", zh: "清单行。" }),
        amount: numberColumn({ en: "Its amount.", zh: "数量。" }, siblingUnit),
        unit: textColumn({ en: "Its unit.", zh: "单位。" }),
      },
      ({
        bill,
      }: {
        readonly bill: readonly { readonly name: string; readonly amount: number; readonly unit: string }[];
      }) => bill.map(({ name, amount, unit }) => ({ name, amount, unit })),
    ),
  },
  assumptions: [
    "A row without a unit is in the unit of the heading of its amounts, else in kg, and a note says so.",
    "A position before a name (Pos. 2:, 1), P-001) is no part of it.",
    "A table with pieces and masses, levels of assemblies or materials across is read as account.read reads files.",
    "A row in which it is not sure which number is the amount, or where the name begins, is left out.",
    "Rows of one name stay apart: the second is called “name (2)”.",
  ],
  references: ["CGPM (2003), 22nd meeting, Resolution 10: the decimal marker is the point or the comma on the line."],
  run({ text, decimal }) {
    const { lines, leftOut, asks, notes } = readBillText(text, decimal);
    const bill = lines.map(({ row: _, ...line }) => line);
    const lacking = leftOut.filter(({ isLine }) => isLine);
    return {
      bill,
      leftOut: [...leftOut],
      input: { bill, leftOut: lacking.map(({ text: row, reason }) => ({ text: row, reason })) },
      asks: asks.map(({ options, ...ask }) => ({ ...ask, options: [...options] })),
      notes: [...notes],
    };
  },
});
