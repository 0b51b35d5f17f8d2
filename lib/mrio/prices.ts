import { messages } from "../message/message.ts";
import { mapCells } from "../numeric/csr.ts";
import { type InputOutputTable, TableError } from "./table.ts";

const texts = messages("mrio", {
  lengthOfIndex: {
    en: "index has {count} entries, but {regions} (regions) or {rows} (rows) are needed.",
    zh: "index 有 {count} 个数，应为 {regions} 个（区域）或 {rows} 个（行）。",
  },
  indexNotPositive: {
    en: "index[{at}] is {value}; a price index is above zero.",
    zh: "index[{at}] 为 {value}；价格指数应大于零。",
  },
});

/**
 * The table in the prices of another year: every row of Z, Y and x divided by the price index of its product (price in
 * the table's year over price in the target year). F is unchanged: tonnes have no price. Value added becomes the residual of
 * the deflated columns (double deflation). Miller & Blair (2009), chapter 4; UN SNA 2008, chapter 15.
 *
 * @param index price indices, n (one per region and sector) or R (one per region, e.g. GDP deflators).
 * Throws TableError if an index is missing or not above zero.
 */
export function toPriceYear(
  table: InputOutputTable,
  index: ArrayLike<number>,
  money = table.units.money,
): InputOutputTable {
  const n = table.x.length;
  const R = table.regions.length;
  if (index.length !== n && index.length !== R) {
    throw new TableError("index", texts.lengthOfIndex({ count: index.length, regions: R, rows: n }));
  }
  const per = n / index.length;
  const inverse = Float64Array.from({ length: n }, (_, i) => {
    const at = Math.floor(i / per);
    if (!(index[at]! > 0)) throw new TableError(`index[${at}]`, texts.indexNotPositive({ at, value: index[at] }));
    return 1 / index[at]!;
  });
  return {
    ...table,
    Z: mapCells(table.Z, (i, _, value) => value * inverse[i]!),
    Y: mapCells(table.Y, (i, _, value) => value * inverse[i]!),
    x: table.x.map((output, i) => output * inverse[i]!),
    units: { ...table.units, money },
  };
}
