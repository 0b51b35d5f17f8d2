import { Fault } from "../message/fault.ts";
import { messages } from "../message/message.ts";
import type { Part } from "./part.ts";

const said = messages("tool", {
  datasetMissing: {
    en: "The dataset {dataset} is not available where this tool was called. Pass the rows in its input.",
    zh: "调用此工具之处没有数据集 {dataset}。请在输入中给出各行。",
  },
  noColumn: {
    en: "The dataset {dataset} has no column `{column}`; it has {columns}.",
    zh: "数据集 {dataset} 没有列 `{column}`；它有 {columns}。",
  },
});

/** The title of a dataset and who published its numbers. */
export interface DatasetFacts {
  readonly title?: string;
  readonly publisher?: string;
}

/** A shipped dataset as columns. Each accessor throws an error that names the existing columns. */
export interface DatasetColumns {
  readonly rows: number;
  /** The names of its columns, in their order. */
  readonly names: readonly string[];
  /** What the file says about itself, if it does. */
  readonly about: DatasetFacts;
  has(column: string): boolean;
  numbers(column: string): ArrayLike<number | null>;
  texts(column: string): ArrayLike<string | null>;
  /** The unit of a column, if the dataset states it. */
  unit(column: string): string | undefined;
}

/**
 * Reads a shipped dataset by name. The caller of a tool has the files; the library opens none. `part` states which of its
 * rows the result depends on, for the trail; default: all. The whole dataset is returned.
 */
export type Read = (dataset: string, part?: Part) => Promise<DatasetColumns>;

/** For callers without datasets: a tool that needs one throws an error. */
export const nothingToRead: Read = (dataset) => Promise.reject(new Fault(said.datasetMissing({ dataset })));

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

/** Columns of these names, each computed by a function when the column is read. */
export function columnsOf(
  name: string,
  names: readonly string[],
  rows: number,
  values: (column: string) => ArrayLike<unknown>,
  unit: (column: string) => string | undefined,
  about: DatasetFacts = {},
): DatasetColumns {
  const find = (column: string): ArrayLike<unknown> => {
    if (names.includes(column)) return values(column);
    throw new Fault(said.noColumn({ dataset: name, column, columns: names }));
  };
  return {
    rows,
    names,
    about,
    has: (column) => names.includes(column),
    numbers: (column) => find(column) as ArrayLike<number | null>,
    texts: (column) => find(column) as ArrayLike<string | null>,
    unit,
  };
}
