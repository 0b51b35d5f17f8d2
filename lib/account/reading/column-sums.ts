import type { Known, Measure } from "./column-shapes.ts";
import type { FoundTable, Row } from "./find-tables.ts";
import { cellNumber } from "./read-amount.ts";
import { isSum, totalByWords } from "./total-rows.ts";

/** Rows that are tried. */
const SAMPLE = 400;
/** Columns of which one may be the sum of the others, and columns that are multiplied with each other. */
const MOST_COLUMNS = 40;
const MOST_FACTORS = 8;
const massUnits = /^(?:t|kg|g|mg|lb|oz|ton_short|ton_long)$/;

interface Pieces {
  readonly count: number;
  readonly "mass each"?: number;
  readonly "total mass"?: number;
}

/**
 * The pieces of a bill and their masses, where no head names them: a column of whole numbers without a unit that times a second column is a
 * third, or beside one column in a unit of mass. Null if there is none, or if the heads name them.
 */
export function findPieces(rows: readonly Row[], table: FoundTable, known: Known): Pieces | null {
  const { at, roles, heads, values, isNumeric } = known;
  if (at["mass each"] !== undefined && at["total mass"] !== undefined) return null;
  const isMass = (c: number) => heads[c]!.unit !== null && massUnits.test(heads[c]!.unit!.unit);
  const isOpen = (c: number) =>
    isNumeric[c]! && heads[c]!.period === null && heads[c]!.year === null && !heads[c]!.isCarrier;
  const masses = heads.flatMap((_, c) =>
    isOpen(c) && isMass(c) && (roles[c] === null || isOneOf(roles[c]!, ["amount", "mass each", "total mass"]))
      ? [c]
      : [],
  );
  const isCount = (c: number) =>
    isOpen(c) &&
    heads[c]!.unit === null &&
    values[c]!.integers === values[c]!.numbers &&
    (roles[c] === null || roles[c] === "count" || roles[c] === "amount") &&
    (at.unit === undefined || values[at.unit]!.pieces === values[at.unit]!.filled);
  const counts = heads.flatMap((_, c) => (isCount(c) ? [c] : []));
  for (const count of counts.slice(0, MOST_FACTORS))
    for (const each of masses.slice(0, MOST_FACTORS))
      for (const total of masses.slice(0, MOST_FACTORS))
        if (each !== total && areProducts(rows, table, count, each, total))
          return { count, "mass each": each, "total mass": total };
  // Without a product to prove it, a head has to say that they are pieces.
  const [count, ...moreCounts] = counts.filter((c) => roles[c] !== null);
  const [mass, ...moreMasses] = masses;
  if (count === undefined || mass === undefined || moreCounts.length > 0 || moreMasses.length > 0) return null;
  if (roles[mass] !== null || at["mass each"] !== undefined || at["total mass"] !== undefined) return null;
  return { count, "mass each": mass };
}

function isOneOf(role: string, of: readonly string[]): boolean {
  return of.includes(role);
}

/** Whether one column is the product of two others, in nine of ten rows and in one with more than one piece. */
function areProducts(
  rows: readonly Row[],
  { body, end }: FoundTable,
  count: number,
  each: number,
  total: number,
): boolean {
  let fit = 0;
  let all = 0;
  let isTelling = false;
  for (const row of rows.slice(body, Math.min(end, body + SAMPLE))) {
    const [n, one, sum] = [cellNumber(row[count]), cellNumber(row[each]), cellNumber(row[total])];
    if (n === null || one === null || sum === null) continue;
    all++;
    if (!isSum(sum, n * one)) continue;
    fit++;
    if (n > 1 && one !== 0) isTelling = true;
  }
  return all >= 2 && isTelling && fit * 10 >= all * 9;
}

/** A column that is the sum of the others of its row. */
export interface RowSum {
  readonly column: number;
  /** Places of rows in which it is not. */
  readonly differ: readonly number[];
}

/** Of rows with two amounts at least, how many have to be sums: beside a word of sums, and without one. */
const FIT_WITH_WORD = 0.6;
const FIT_ALONE = 0.9;
const FEWEST_ALONE = 5;

/** The column of several that is the sum of the others: in every row, in most and by a word for it, or in nine of ten. */
export function rowSumIn(rows: readonly Row[], table: FoundTable, measures: readonly Measure[]): RowSum | null {
  if (measures.length < 3 || measures.length > MOST_COLUMNS || measures.some(({ columns }) => columns.length > 1))
    return null;
  const numbers = rows.slice(table.body, Math.min(table.end, table.body + SAMPLE)).map((row) => ({
    all: measures.map(({ columns }) => cellNumber(row[columns[0]!])),
    isTotal: row.some((cell) => typeof cell === "string" && totalByWords(cell) !== null),
  }));
  for (const [i, { columns }] of measures.entries()) {
    const [column] = columns;
    const differ: number[] = [];
    let fit = 0;
    for (const [k, { all, isTotal }] of numbers.entries()) {
      const own = all[i] ?? null;
      const others = all.filter((each, at): each is number => at !== i && each !== null && each !== 0);
      if (others.length < 2 || (own === null && isTotal)) continue;
      const sum = others.reduce((before, each) => before + each, 0);
      if (own !== null && isSum(own, sum)) fit++;
      else differ.push(table.body + k);
    }
    const all = fit + differ.length;
    const isNamed = totalByWords(table.heads[column!]?.label ?? "") !== null;
    const isEvery = differ.length === 0 && fit >= 2;
    const isMost = isNamed ? fit >= 2 && fit >= all * FIT_WITH_WORD : fit >= FEWEST_ALONE && fit >= all * FIT_ALONE;
    if (isEvery || isMost) return { column: column!, differ };
  }
  return null;
}

/** The other columns of a sum. */
export function withoutRowSum(measures: readonly Measure[], sum: RowSum | null): readonly Measure[] {
  if (sum === null) return measures;
  const total = sum.column;
  return measures.filter(({ columns }) => !columns.includes(total)).map((measure) => ({ ...measure, total }));
}
