import type { Table } from "apache-arrow";
import { messages } from "../../../lib/message/message.ts";
import { TableRequestError } from "./table-request-error.ts";

const said = messages("compute", {
  missingColumn: {
    en: "A dataset has no column `{column}`; it has {names}.",
    zh: "数据集中没有字段 `{column}`；现有字段：{names}。",
  },
});

/** A numeric column without a copy. Throws TableRequestError where there is none. */
export function numbersOf(table: Table, column: string): Float64Array | Int32Array | Int16Array {
  return childOf(table, column).toArray() as Float64Array;
}

/** A column of labels. Throws TableRequestError where there is none. */
export function textsOf(table: Table, column: string): string[] {
  return Array.from(childOf(table, column), String);
}

function childOf(table: Table, column: string) {
  const found = table.getChild(column);
  if (found) return found;
  const names = table.schema.fields.map(({ name }) => name).join(", ");
  throw new TableRequestError(said.missingColumn({ column, names }));
}
