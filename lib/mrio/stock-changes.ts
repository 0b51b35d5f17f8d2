import { columnSums, forEachCell } from "../numeric/csr.ts";
import type { InputOutputTable } from "./table.ts";

/**
 * The columns of Y with changes in stocks: every column of a category that has a negative total in some region, in the base year
 * or among the later totals. Their sign differs from year to year, and no biproportional adjustment changes the sign of a cell.
 *
 * @param demand totals of the columns of Y in the later year, C.
 */
export function stockColumns(base: InputOutputTable, demand: ArrayLike<number>): number[] {
  const totals = columnSums(base.Y);
  const categories = new Set(base.yCategories.filter((_, c) => totals[c]! < 0 || demand[c]! < 0));
  // A table with one category for all of demand has no column of stocks of its own.
  if (base.yCategories.every((category) => categories.has(category))) return [];
  return Array.from(totals.keys()).filter((c) => categories.has(base.yCategories[c]!));
}

/** Changes in stocks of a later year: one total for each row, one for each column. */
export interface StockChanges {
  /** n × H, row by row; the columns are those of `columns`. */
  readonly cells: Float64Array;
  readonly columns: readonly number[];
  /** What the rows deliver to stocks, n. */
  readonly byRow: Float64Array;
}

/** Rounds in which columns that lost a cell to a row without room for it are brought to their totals again. */
const ROUNDS = 20;

/**
 * Carries changes in stocks to a later year, apart from the rest of the table: each cell grows with the output of its row, and
 * the difference to the column's total is spread over its rows by the size of their cells (over the rows that deliver to the same
 * region's demand, if the column was empty). A column may so change its sign. No row delivers more to stocks than its output:
 * what does not fit goes to the other rows of the column. Additive, because a change in stocks is a difference.
 *
 * @param x output of the later year, n. @param demand totals of the columns of Y in the later year, C.
 */
export function carryStocks(
  base: InputOutputTable,
  columns: readonly number[],
  x: Float64Array,
  demand: ArrayLike<number>,
): StockChanges {
  const n = x.length;
  const C = base.Y.columns;
  const H = columns.length;
  const cells = new Float64Array(n * H);
  const weights = new Float64Array(n * H);
  columns.forEach((c, h) => {
    let size = 0;
    for (let i = 0; i < n; i++) {
      const cell = base.Y.data[i * C + c]!;
      // A row that had no output has no growth either.
      const grown = base.x[i]! > 0 && x[i]! > 0 ? (cell * x[i]!) / base.x[i]! : 0;
      cells[i * H + h] = grown;
      weights[i * H + h] = Math.abs(grown);
      size += Math.abs(grown);
    }
    if (size === 0) weightByDemand(base, c, (i, weight) => (weights[i * H + h] = x[i]! > 0 ? weight : 0));
  });
  const byRow = new Float64Array(n);
  const hasOnlyStocks = rowsWithOnlyStocks(base, columns);
  for (let round = 0; round < ROUNDS; round++) {
    spread(cells, weights, columns, demand);
    if (!makeRoom({ cells, weights, byRow, hasOnlyStocks, x, base, columns })) break;
  }
  return { cells, columns, byRow };
}

/** Brings every column to its total by its weights. */
function spread(
  cells: Float64Array,
  weights: Float64Array,
  columns: readonly number[],
  demand: ArrayLike<number>,
): void {
  const H = columns.length;
  columns.forEach((c, h) => {
    let [sum, weight] = [0, 0];
    for (let p = h; p < cells.length; p += H) {
      sum += cells[p]!;
      weight += weights[p]!;
    }
    if (weight === 0) return;
    const step = (demand[c]! - sum) / weight;
    for (let p = h; p < cells.length; p += H) cells[p]! += step * weights[p]!;
  });
}

interface Rows {
  readonly cells: Float64Array;
  readonly weights: Float64Array;
  readonly byRow: Float64Array;
  readonly hasOnlyStocks: Uint8Array;
  readonly x: Float64Array;
  readonly base: InputOutputTable;
  readonly columns: readonly number[];
}

/**
 * Takes from rows what is above their output, and their weight with it. A row that delivers to stocks alone delivers all of its
 * output there. True if a row had to change.
 */
function makeRoom({ cells, weights, byRow, hasOnlyStocks, x, base, columns }: Rows): boolean {
  const H = columns.length;
  let isChanged = false;
  for (let i = 0; i < x.length; i++) {
    let [sum, positive] = [0, 0];
    for (let p = i * H; p < (i + 1) * H; p++) {
      sum += cells[p]!;
      if (cells[p]! > 0) positive += cells[p]!;
    }
    const excess = sum - x[i]!;
    const isWithin =
      excess <= 1e-12 * Math.abs(x[i]!) && (hasOnlyStocks[i] === 0 || excess >= -1e-12 * Math.abs(x[i]!));
    byRow[i] = isWithin ? sum : x[i]!;
    if (isWithin) continue;
    isChanged = true;
    const kept = positive > 0 ? Math.max(0, 1 - Math.max(0, excess) / positive) : 1;
    for (let p = i * H; p < (i + 1) * H; p++) {
      if (cells[p]! > 0) cells[p]! *= kept;
      weights[p] = 0;
    }
    // Negative output (rounded stocks of a sector without output) is a negative change of the stocks at home.
    cells[i * H + homeColumn(base, columns, i)]! -= excess - positive * (1 - kept);
  }
  return isChanged;
}

function rowsWithOnlyStocks({ Z, Y, x }: InputOutputTable, columns: readonly number[]): Uint8Array {
  const held = new Set(columns);
  const only = new Uint8Array(x.length);
  forEachCell(Y, (i, c, value) => {
    if (value !== 0 && held.has(c)) only[i] = 1;
  });
  forEachCell(Z, (i, _, value) => {
    if (value !== 0) only[i] = 0;
  });
  forEachCell(Y, (i, c, value) => {
    if (value !== 0 && !held.has(c)) only[i] = 0;
  });
  return only;
}

function homeColumn(base: InputOutputTable, columns: readonly number[], i: number): number {
  const region = Math.floor(i / base.sectors.length);
  return Math.max(
    0,
    columns.findIndex((c) => base.yRegions[c] === region),
  );
}

function weightByDemand(base: InputOutputTable, column: number, put: (i: number, weight: number) => void): void {
  const C = base.Y.columns;
  for (let i = 0; i < base.x.length; i++) {
    let weight = 0;
    for (let c = 0; c < C; c++) {
      if (base.yRegions[c] === base.yRegions[column]) weight += Math.max(0, base.Y.data[i * C + c]!);
    }
    put(i, weight);
  }
}
