import { type FactorTable, readFactors } from "../../../lib/factors/factor-table.ts";
import { tableOf } from "../datasets/shipped.ts";

/** The factors of the four shipped tables, read as a notebook reads them. */
export function shippedFactors(): FactorTable {
  const rows = ["energy", "ippu", "afolu", "waste"].flatMap((room) =>
    tableOf(`factors_${room}`)
      .toArray()
      .map((row) => row!.toJSON()),
  );
  return readFactors(rows);
}
