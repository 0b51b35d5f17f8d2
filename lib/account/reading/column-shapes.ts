import type { Message } from "../../message/message.ts";
import type { ColumnContents } from "./column-contents.ts";
import type { ColumnRole } from "./column-words.ts";
import type { ColumnHead } from "./read-head.ts";
import type { WrittenUnit } from "./read-unit.ts";

/** Columns whose sum is one amount: one column, or the months of a year. */
export interface Measure {
  readonly columns: readonly number[];
  /** Months or quarters that the columns are, as heads write them. */
  readonly periods: readonly string[];
  /** Of a wide table: what the head says that the rows do not. */
  readonly name: string | null;
  readonly site: string | null;
  readonly year: number | null;
  readonly unit: WrittenUnit | null;
  readonly isMoney: boolean;
  /** The column that should be the sum of these. */
  readonly total: number | null;
  /** Of shares of a mass what all of them are: 100 or 1. */
  readonly shareOf?: 1 | 100;
  /** What is to be said of each amount. */
  readonly notes?: readonly Message[];
}

/** Columns as far as they are known. */
export interface Known {
  readonly roles: (ColumnRole | null)[];
  readonly at: Partial<Record<ColumnRole, number>>;
  readonly heads: readonly ColumnHead[];
  readonly values: readonly ColumnContents[];
  readonly isNumeric: readonly boolean[];
}
