import { type Row, textOf } from "./find-tables.ts";
import { readUnit } from "./read-unit.ts";
import { cellAt, type TableColumns } from "./table-columns.ts";
import { americanUnits } from "./unit-words.ts";

/** Rows whose units are looked at. */
const SEARCHED = 2_000;

/** Whether units of the United States stand in a table. */
export function hasAmericanUnits(rows: readonly Row[], columns: TableColumns): boolean {
  const units = columns.measures.flatMap(({ unit }) => (unit ? [unit.unit] : []));
  const { unit } = columns.at;
  if (unit !== undefined)
    for (const row of rows.slice(0, SEARCHED)) units.push(readUnit(textOf(cellAt(row, unit)))?.unit ?? "");
  return units.some((each) => americanUnits.has(each));
}
