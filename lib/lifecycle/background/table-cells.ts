import type { DatasetColumns } from "../../tool/read.ts";
import { LifecycleError } from "../lifecycle-error.ts";
import { said } from "./background-error.ts";

/** Cells of a dataset's columns that must not be missing, by row. Throws LifecycleError, which names dataset, row and column. */
export interface TableCells {
  readonly rows: number;
  number(column: string): (row: number) => number;
  text(column: string): (row: number) => string;
  /** One of these words. */
  word<Word extends string>(column: string, words: readonly Word[]): (row: number) => Word;
  maybeNumber(column: string): (row: number) => number | null;
  maybeText(column: string): (row: number) => string | null;
}

export function cellsOf(dataset: string, columns: DatasetColumns): TableCells {
  const missing = (row: number, column: string) =>
    new LifecycleError("dataset", said.missing({ dataset, row: row + 1, column }));
  const text = (column: string) => {
    const values = columns.texts(column);
    return (row: number): string => {
      const value = values[row];
      if (typeof value !== "string") throw missing(row, column);
      return value;
    };
  };
  return {
    rows: columns.rows,
    text,
    number: (column) => {
      const values = columns.numbers(column);
      return (row) => {
        const value = values[row];
        if (typeof value !== "number" || !Number.isFinite(value)) throw missing(row, column);
        return value;
      };
    },
    word: (column, words) => {
      const read = text(column);
      return (row) => {
        const word = read(row);
        const known = words.find((each) => each === word);
        if (known === undefined) {
          const place = { dataset, row: row + 1, column };
          throw new LifecycleError("dataset", said.unknownWord({ ...place, word, expected: words }));
        }
        return known;
      };
    },
    maybeNumber: (column) => {
      const values = columns.numbers(column);
      return (row) => values[row] ?? null;
    },
    maybeText: (column) => {
      const values = columns.texts(column);
      return (row) => values[row] ?? null;
    },
  };
}
