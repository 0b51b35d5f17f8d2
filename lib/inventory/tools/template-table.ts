import { recordTable } from "../../tool/record-table.ts";
import { textColumn } from "../../tool/table.ts";

interface Template {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A sheet to fill in. */
export const templateTable = recordTable(
  { en: "The sheet.", zh: "活动数据表。" },
  {
    category: textColumn({ en: "IPCC 2006 category.", zh: "IPCC 2006 类别。" }),
    activity: textColumn({ en: "Fuel, product, animal or practice.", zh: "燃料、产品、动物或作业方式。" }),
    technology: textColumn({ en: "The technology.", zh: "技术。" }),
    unit: textColumn({ en: "The unit that the factors ask for.", zh: "因子要求的单位。" }),
    year: textColumn({ en: "Year.", zh: "年份。" }),
    value: textColumn({ en: "To be filled in.", zh: "待填写。" }),
    note: textColumn({ en: "To be filled in where there is something to say.", zh: "备注，按需填写。" }),
  },
  ({ columns, rows }: Template) => rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]]))),
);
