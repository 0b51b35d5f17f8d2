import { messages } from "../message/message.ts";
import { someOf } from "../message/some-of.ts";
import { typeOfCell } from "./cell.ts";
import { checkType, holdsFor } from "./condition.ts";
import { DataError } from "./data-error.ts";
import type { Where } from "./request.ts";
import type { ResultColumns } from "./result-columns.ts";

const texts = messages("data", {
  noResultColumn: {
    en: "There is no column `{column}` in the result for having. The result has {columns}; conditions on other columns of the dataset stand in where.",
    zh: "结果中没有可用于 having 的列 `{column}`。结果有 {columns}；对数据集其他列的条件请写在 where 中。",
  },
});

/** A test of the rows of a result by conditions on its columns. Throws DataError for an unknown column or a value of another type. */
export function rowsHaving({ columns }: ResultColumns, having: Where): (row: number) => boolean {
  const tests = Object.entries(having).map(([name, condition]) => {
    const column = columns.find((each) => each.name === name);
    const field = `having.${name}`;
    if (!column) {
      const known = someOf(columns.map((each) => each.name));
      throw new DataError(field, texts.noResultColumn({ column: name, columns: known }));
    }
    const first = column.cells.find((cell) => cell !== null);
    checkType(column.name, name, first === undefined ? undefined : typeOfCell(first), condition, field);
    const holds = holdsFor(condition);
    return (row: number) => holds(column.cells[row]!);
  });
  return (row) => tests.every((test) => test(row));
}
