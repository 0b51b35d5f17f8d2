import { Fault } from "../message/fault.ts";
import { messages } from "../message/message.ts";
import type { Part } from "./part.ts";

const said = messages("tool", {
  datasetNotHandTool: {
    en: "The dataset {dataset} is not at hand where this tool was called. Give the rows in its input.",
    zh: "调用此工具之处没有数据集 {dataset}。请在输入中给出各行。",
  },
  datasetNoColumn: {
    en: "The dataset {name} has no column `{column}`; it has {Object}.",
    zh: "数据集 {name} 没有列 `{column}`；它有 {Object}。",
  },
});

/** A shipped dataset as columns. Each accessor throws a sentence that names the columns there are. */
export interface DatasetColumns {
  readonly rows: number;
  numbers(column: string): ArrayLike<number | null>;
  texts(column: string): ArrayLike<string | null>;
}

/**
 * Gives a shipped dataset by its name. Whoever calls a tool has the files; the library opens none. `part` says which of its
 * rows the result will rest on, for the trail: all of them if left out. What is given is the whole.
 */
export type Read = (dataset: string, part?: Part) => Promise<DatasetColumns>;

/** For callers without datasets: a tool that needs one says so. */
export const nothingToRead: Read = (dataset) => Promise.reject(new Fault(said.datasetNotHandTool({ dataset })));

/** Columns from plain arrays. */
export function columnsFrom(name: string, columns: Readonly<Record<string, ArrayLike<unknown>>>): DatasetColumns {
  const find = (column: string): ArrayLike<unknown> => {
    const found = columns[column];
    if (found) return found;
    throw new Fault(said.datasetNoColumn({ name, column, Object: Object.keys(columns) }));
  };
  return {
    rows: Object.values(columns)[0]?.length ?? 0,
    numbers: (column) => find(column) as ArrayLike<number | null>,
    texts: (column) => find(column) as ArrayLike<string | null>,
  };
}
