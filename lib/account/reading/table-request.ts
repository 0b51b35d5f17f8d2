import type { LineCount } from "../line-count.ts";
import type { ReadLine } from "../line-shape.ts";
import type { Asker } from "./asker.ts";
import type { Measure } from "./column-shapes.ts";
import type { FoundTable, Row } from "./find-tables.ts";
import type { LineLimit } from "./line-limit.ts";
import type { SheetContext } from "./sheet-context.ts";
import type { TableColumns } from "./table-columns.ts";

/** What a table is read with. */
export interface TableRequest {
  readonly sheet: string;
  /** The row of the file that the row at place 0 is. */
  readonly first: number;
  readonly rows: readonly Row[];
  readonly table: FoundTable;
  readonly columns: TableColumns;
  readonly context: SheetContext;
  readonly decimals: ReadonlyMap<number, "." | ",">;
  readonly asker: Asker;
  readonly limit: LineLimit;
  readonly count: LineCount;
  readonly isAmerican: boolean;
}

export type UnitFrom = ReadLine["unitFrom"];

/** Names that are kept. */
export const LONGEST_NAME = 300;

/** Where the row at a place from 0 stands in the file. */
export function placeOf({ sheet, first }: TableRequest, r: number): { readonly sheet: string; readonly row: number } {
  return { sheet, row: first + r };
}

/** The head of the first column of a measure. */
export function headOf({ table }: TableRequest, { columns }: Measure): string {
  return table.heads[columns[0]!]?.text ?? "";
}

/** The column of a measure as sentences name it: by its head, or else by its number from 1. */
export function columnNameOf(request: TableRequest, measure: Measure): string {
  return headOf(request, measure) || String(measure.columns[0]! + 1);
}
