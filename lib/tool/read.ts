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
  /** The unit in which a column stands, where the dataset says it. */
  unit(column: string): string | undefined;
}

/**
 * Gives a shipped dataset by its name. Whoever calls a tool has the files; the library opens none. `part` says which of its
 * rows the result will rest on, for the trail: all of them if left out. What is given is the whole.
 */
export type Read = (dataset: string, part?: Part) => Promise<DatasetColumns>;

/** For callers without datasets: a tool that needs one says so. */
export const nothingToRead: Read = (dataset) => Promise.reject(new Fault(said.datasetNotHandTool({ dataset })));

/** Columns from plain arrays, which may have units. */
export function columnsFrom(
  name: string,
  columns: Readonly<Record<string, ArrayLike<unknown>>>,
  units: Readonly<Record<string, string>> = {},
): DatasetColumns {
  return columnsOf(
    name,
    Object.keys(columns),
    Object.values(columns)[0]?.length ?? 0,
    (column) => columns[column]!,
    (column) => units[column],
  );
}

/** Columns of these names, each given by a function that is asked when the column is read. */
export function columnsOf(
  name: string,
  names: readonly string[],
  rows: number,
  values: (column: string) => ArrayLike<unknown>,
  unit: (column: string) => string | undefined,
): DatasetColumns {
  const find = (column: string): ArrayLike<unknown> => {
    if (names.includes(column)) return values(column);
    throw new Fault(said.datasetNoColumn({ name, column, Object: names }));
  };
  return {
    rows,
    numbers: (column) => find(column) as ArrayLike<number | null>,
    texts: (column) => find(column) as ArrayLike<string | null>,
    unit,
  };
}
