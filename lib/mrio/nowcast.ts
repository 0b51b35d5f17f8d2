import { z } from "zod";
import { type Message, messages } from "../message/message.ts";
import { type CsrMatrix, csrFromDense, csrFromTriplets, forEachCell, rowSums, toCsr } from "../numeric/csr.ts";
import { dense } from "../numeric/matrix.ts";
import { uninterrupted, type Work } from "../numeric/work.ts";
import type { ResultOf } from "../tool/shape.ts";
import { ratio } from "../tool/unit.ts";
import { type BalanceOptions, gras, type Miss } from "./gras.ts";
import { carryStocks, stockColumns } from "./stock-changes.ts";
import { calcValueAdded, type InputOutputTable, labelOf, TableError } from "./table.ts";

const texts = messages("mrio", {
  carried: {
    en: "Modelled: structure of {base} carried to the totals of {target} by GRAS.",
    zh: "模型推算：以 GRAS 将 {base} 年的结构推至 {target} 年的总量。",
  },
  carriedWithIntensities: {
    en: "Modelled: structure of {base} carried to the totals of {target} by GRAS, with the emission intensities of {base}.",
    zh: "模型推算：以 GRAS 将 {base} 年的结构推至 {target} 年的总量，排放强度取 {base} 年。",
  },
  unmetRow: {
    en: "The row of {label} adds up to {sum} in place of {target}.",
    zh: "{label} 的行合计为 {sum}，应为 {target}。",
  },
  unmetColumn: {
    en: "The column of {label} adds up to {sum} in place of {target}.",
    zh: "{label} 的列合计为 {sum}，应为 {target}。",
  },
  demandOf: { en: "{category} of {region}", zh: "{region} 的 {category}" },
  totalsNotPositive: {
    en: "Final demand adds up to {sumDemand} and value added to {sumValue}; both must be above zero.",
    zh: "最终需求合计 {sumDemand}，增加值合计 {sumValue}；两者都必须大于零。",
  },
  cellsTooLarge: {
    en: "Z has cells too large to be summed with the others: sales sum to {sales}, purchases to {purchases}.",
    zh: "Z 中有的数过大，无法与其他数相加：销售合计 {sales}，采购合计 {purchases}。",
  },
  lengthNeeded: {
    en: "{field} has {count} entries, but {needed} are needed.",
    zh: "{field} 有 {count} 个数，应为 {needed} 个。",
  },
});

/** Known totals of the later year. Money in the units of the base table. */
export interface KnownTotals {
  /** Gross output, n. */
  readonly x: ArrayLike<number>;
  /** Value added, n; by default the base year's share of output. */
  readonly valueAdded?: ArrayLike<number>;
  /** Totals of the columns of Y, C. By default each region's demand follows its value added. */
  readonly demand?: ArrayLike<number>;
  /** Emissions of production, K × n, and of households, K × C, if known; otherwise from the base year's intensities. */
  readonly F?: InputOutputTable["F"];
  readonly FY?: InputOutputTable["FY"];
}

/** A modelled table of a year without a published one. It is always labelled as modelled. */
export interface Nowcast {
  readonly table: InputOutputTable;
  readonly provenance: "modelled";
  /** One sentence for captions. */
  readonly label: Message;
  /** Largest difference between a sum and its known total, over the largest total. */
  readonly balanceError: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** The factor by which totals of demand were scaled to agree with x and value added; 1 if they agreed. */
  readonly demandScale: number;
  /** Totals that could not be met, worst first. */
  readonly unmet: readonly Message[];
}

/**
 * Extrapolates a table to a later year: Z and Y together are adjusted by GRAS from the structure of the base year to the known
 * row totals x and column totals x − v (inputs) and demand. Changes in stocks are carried apart (`carryStocks`) and taken off the
 * row totals: their columns change sign from year to year, which no adjustment of cells that keep theirs can follow, and one column
 * that cannot be met keeps all rows from their totals. The structure is the base year's as far as the totals permit;
 * `compareTables` measures the error for a year with a known table.
 * Lenzen, Wood & Gallego (2007), Econ. Syst. Res. 19: 461–465.
 */
export async function nowcast(
  base: InputOutputTable,
  known: KnownTotals,
  years: { readonly base: number; readonly target: number },
  options: BalanceOptions = {},
  work: Work = uninterrupted,
): Promise<Nowcast> {
  const n = base.x.length;
  const C = base.Y.columns;
  requireLength("x", known.x, n);
  if (known.valueAdded) requireLength("valueAdded", known.valueAdded, n);
  if (known.demand) requireLength("demand", known.demand, C);
  const x = Float64Array.from(known.x);
  const baseValue = calcValueAdded(base.Z, base.x);
  const value = known.valueAdded
    ? Float64Array.from(known.valueAdded)
    : x.map((output, j) => (base.x[j] === 0 ? 0 : (output * baseValue[j]!) / base.x[j]!));
  const demand = Float64Array.from(known.demand ?? demandFollowingIncome(base, baseValue, value));
  // Sales = purchases in the world as a whole: final demand must equal value added.
  const [sumValue, sumDemand] = [total(value), total(demand)];
  if (!(sumDemand > 0 && sumValue > 0)) {
    throw new TableError("demand", texts.totalsNotPositive({ sumDemand, sumValue }));
  }
  const demandScale = sumValue / sumDemand;
  const scaled = demand.map((amount) => amount * demandScale);
  const stocks = carryStocks(base, stockColumns(base, scaled), x, scaled);
  const { structure, place } = withoutStocks(base, stocks.columns);
  const u = x.map((output, i) => output - stocks.byRow[i]!);
  const v = new Float64Array(n + place.length);
  for (let j = 0; j < n; j++) v[j] = x[j]! - value[j]!;
  place.forEach((c, p) => {
    v[n + p] = scaled[c]!;
  });
  const [sales, purchases] = [total(x), total(value) + total(v.subarray(0, n))];
  if (!(Math.abs(sales - purchases) <= 1e-6 * Math.abs(sales)))
    throw new TableError("Z", texts.cellsTooLarge({ sales, purchases }));
  const aside = setAside(structure, u, v);
  closeTotals(u, v, n);
  const balanced = await gras(structure, u, v, options, work);

  const { Z, Y } = separate(balanced.matrix, n, C, place);
  stocks.columns.forEach((c, h) => {
    for (let i = 0; i < n; i++) Y.data[i * C + c] = stocks.cells[i * stocks.columns.length + h]!;
  });
  const sold = rowSums(Z);
  for (let i = 0; i < n; i++) for (let c = 0; c < C; c++) sold[i]! += Y.data[i * C + c]!;
  const growth = (k: number, i: number) => (base.x[i] === 0 ? 0 : (base.F.data[k * n + i]! * sold[i]!) / base.x[i]!);
  const F =
    known.F ??
    dense(
      base.F.rows,
      n,
      base.F.data.map((_, p) => growth(Math.floor(p / n), p % n)),
    );
  const table = { ...base, Z, Y, x: sold, F, FY: known.FY ?? base.FY };
  return {
    table,
    provenance: "modelled",
    label: (known.F ? texts.carried : texts.carriedWithIntensities)(years),
    balanceError: balanced.error,
    iterations: balanced.iterations,
    converged: balanced.converged && aside.length === 0,
    demandScale,
    unmet: [...aside, ...balanced.unmet].map(({ line, index, sum, target }) => {
      if (line === "row") return texts.unmetRow({ label: labelOf(base, index), sum, target });
      const label = index < n ? labelOf(base, index) : demandLabel(base, place[index - n]!);
      return texts.unmetColumn({ label, sum, target });
    }),
  };
}

/** [Z Y] as one matrix without the columns of stocks, and which column of Y each of its columns after the first n is. */
function withoutStocks({ Z, Y, x }: InputOutputTable, stocks: readonly number[]) {
  const n = x.length;
  const held = new Set(stocks);
  const place = Array.from({ length: Y.columns }, (_, c) => c).filter((c) => !held.has(c));
  const kept = dense(n, place.length);
  for (let i = 0; i < n; i++) {
    for (let p = 0; p < place.length; p++) kept.data[i * place.length + p] = Y.data[i * Y.columns + place[p]!]!;
  }
  return { structure: besides({ Z, Y: kept, x }), place };
}

/**
 * Sets to zero the targets that no adjustment of the structure can meet, so that the rest can be: that of a line without cells,
 * and that of a line whose cells all have the other sign. Returns them.
 */
function setAside(structure: CsrMatrix, u: Float64Array, v: Float64Array): Miss[] {
  const [rowSigns, columnSigns] = [new Uint8Array(u.length), new Uint8Array(v.length)];
  forEachCell(structure, (i, j, value) => {
    if (value === 0) return;
    const sign = value > 0 ? 1 : 2;
    rowSigns[i]! |= sign;
    columnSigns[j]! |= sign;
  });
  const misses: Miss[] = [];
  const check = (line: Miss["line"], targets: Float64Array, signs: Uint8Array) => {
    targets.forEach((target, index) => {
      if (target === 0 || (signs[index]! & (target > 0 ? 1 : 2)) !== 0) return;
      targets[index] = 0;
      // What the subtraction of stocks leaves of a line is below the rounding of its table.
      if (Math.abs(target) > 1e-9) misses.push({ line, index, sum: 0, target });
    });
  };
  check("row", u, rowSigns);
  check("column", v, columnSigns);
  return misses.sort((a, b) => Math.abs(b.target) - Math.abs(a.target));
}

/** Scales the totals of demand so that both sides agree: by 1, unless a target was set aside or stocks had no room. */
function closeTotals(u: Float64Array, v: Float64Array, n: number): void {
  const demand = v.subarray(n);
  const needed = total(u) - total(v.subarray(0, n));
  const sum = total(demand);
  if (sum > 0 && needed > 0) for (let p = 0; p < demand.length; p++) demand[p]! *= needed / sum;
}

/** Z and Y of an adjusted [Z Y]. */
function separate({ rowStarts, columnIndices, values }: CsrMatrix, n: number, C: number, place: readonly number[]) {
  const starts = new Int32Array(n + 1);
  const indices = new Int32Array(values.length);
  const cells = new Float64Array(values.length);
  const Y = dense(n, C);
  let end = 0;
  for (let i = 0; i < n; i++) {
    for (let at = rowStarts[i]!; at < rowStarts[i + 1]!; at++) {
      const j = columnIndices[at]!;
      if (j >= n) Y.data[i * C + place[j - n]!] = values[at]!;
      else {
        indices[end] = j;
        cells[end++] = values[at]!;
      }
    }
    starts[i + 1] = end;
  }
  const Z: CsrMatrix = {
    kind: "csr",
    rows: n,
    columns: n,
    rowStarts: starts,
    columnIndices: indices.slice(0, end),
    values: cells.slice(0, end),
  };
  return { Z, Y };
}

function demandLabel(table: InputOutputTable, c: number): Message {
  return texts.demandOf({ category: table.yCategories[c], region: table.regions[table.yRegions[c]!] });
}

export const tableComparisonShape = z.object({
  /** Σ |modelled − known| / Σ |known| over the cells (weighted absolute percentage error). */
  Z: ratio,
  Y: ratio,
  F: ratio,
});
export type TableComparison = ResultOf<typeof tableComparisonShape>;

/**
 * The error of a modelled table relative to the known one: Σ|modelled − known| / Σ|known| of Z, Y and F, each a share, not a
 * percentage. Tables of one layout.
 */
export function compareTables(modelled: InputOutputTable, known: InputOutputTable): TableComparison {
  return {
    Z: absoluteError(
      besides({ ...modelled, Y: dense(modelled.x.length, 0) }),
      besides({ ...known, Y: dense(known.x.length, 0) }),
    ),
    Y: vectorError(modelled.Y.data, known.Y.data),
    F: vectorError(modelled.F.data, known.F.data),
  };
}

/** [Z Y] as one n × (n + C) matrix; cells of zero are not stored. */
function besides({ Z, Y, x }: Pick<InputOutputTable, "Z" | "Y" | "x">): CsrMatrix {
  const n = x.length;
  const left = toCsr(Z);
  const right = csrFromDense(Y);
  const rowStarts = new Int32Array(n + 1);
  const columnIndices = new Int32Array(left.values.length + right.values.length);
  const values = new Float64Array(columnIndices.length);
  let end = 0;
  for (let i = 0; i < n; i++) {
    for (let at = left.rowStarts[i]!; at < left.rowStarts[i + 1]!; at++) {
      columnIndices[end] = left.columnIndices[at]!;
      values[end++] = left.values[at]!;
    }
    for (let at = right.rowStarts[i]!; at < right.rowStarts[i + 1]!; at++) {
      columnIndices[end] = n + right.columnIndices[at]!;
      values[end++] = right.values[at]!;
    }
    rowStarts[i + 1] = end;
  }
  return { kind: "csr", rows: n, columns: n + Y.columns, rowStarts, columnIndices, values };
}

function absoluteError(a: CsrMatrix, b: CsrMatrix): number {
  const difference = csrFromTriplets(
    a.rows,
    a.columns,
    [...rowsOf(a), ...rowsOf(b)],
    [...a.columnIndices, ...b.columnIndices],
    [...a.values, ...b.values.map((value) => -value)],
  );
  return shareOf(sizeOf(difference.values), sizeOf(b.values));
}

function rowsOf(a: CsrMatrix): number[] {
  const rows: number[] = [];
  forEachCell(a, (i) => rows.push(i));
  return rows;
}

function vectorError(a: Float64Array, b: Float64Array): number {
  return shareOf(sizeOf(a.map((value, p) => value - b[p]!)), sizeOf(b));
}

/** part / whole; 0 if both are 0. */
function shareOf(part: number, whole: number): number {
  return part === 0 ? 0 : part / whole;
}

function sizeOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + Math.abs(value), 0);
}

/**
 * Base-year demand of each region times the growth of its value added, which keeps the trade balance relative to value added.
 */
function demandFollowingIncome(base: InputOutputTable, before: Float64Array, after: Float64Array): Float64Array {
  const N = base.sectors.length;
  const income = [before, after].map((value) => {
    const sums = new Float64Array(base.regions.length);
    value.forEach((amount, i) => {
      sums[Math.floor(i / N)]! += amount;
    });
    return sums;
  }) as [Float64Array, Float64Array];
  return columnTotals(base).map((total, c) => {
    const region = base.yRegions[c]!;
    return income[0][region] === 0 ? total : (total * income[1][region]!) / income[0][region]!;
  });
}

function columnTotals({ Y }: InputOutputTable): Float64Array {
  const totals = new Float64Array(Y.columns);
  Y.data.forEach((value, p) => {
    totals[p % Y.columns]! += value;
  });
  return totals;
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Throws TableError if a list does not have the required length. */
export function requireLength(field: string, values: ArrayLike<number>, length: number): void {
  if (values.length !== length)
    throw new TableError(field, texts.lengthNeeded({ field, count: values.length, needed: length }));
}
