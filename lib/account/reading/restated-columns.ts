import { convert, converts, quantity } from "../../quantity/quantity.ts";
import type { Measure } from "./column-shapes.ts";
import type { FoundTable, Row } from "./find-tables.ts";
import { cellNumber } from "./read-amount.ts";
import { type ColumnHead, readHead } from "./read-head.ts";
import { isCurrency } from "./read-unit.ts";
import { energySumWords } from "./row-words.ts";

/** A column that says the amounts of another one again, in another unit. */
export interface Restated {
  readonly column: number;
  /** The column that has them; null of a sum of all energy. */
  readonly of: number | null;
}

/** Rows that are compared, and columns of which each is compared with each. */
const SAMPLE = 400;
const MOST_COLUMNS = 24;
/** Rows from which on one ratio is no chance, and how much ratios differ by rounding. */
const FEWEST_ROWS = 3;
const ROUNDING = 2e-3;
/** How much the calorific value of one carrier may differ between rows. */
const SAME_CARRIER = 1.2;

/**
 * Columns of amounts that are the same energy once more: one carrier in two units, m3 and kWh, or all of it as standard coal. They are told
 * by heads of the same words, or by one ratio in all rows.
 */
export function restatedColumns(rows: readonly Row[], table: FoundTable, measures: readonly Measure[]): Restated[] {
  const single = measures.filter(
    ({ columns, unit }) => columns.length === 1 && unit !== null && !isCurrency(unit.unit),
  );
  if (measures.length < 2 || single.length > MOST_COLUMNS) return [];
  const restated: Restated[] = [];
  const isOut = (c: number) => restated.some(({ column }) => column === c);
  for (const { columns, unit } of single) {
    const head = table.heads[columns[0]!];
    if (head && isCoalEquivalent(unit!.unit) && namesEnergySum(head.text))
      restated.push({ column: columns[0]!, of: null });
  }
  for (const [i, one] of single.entries())
    for (const other of single.slice(i + 1)) {
      const [a, b] = [one.columns[0]!, other.columns[0]!];
      if (isOut(a) || isOut(b) || !restates(rows, table, one, other)) continue;
      // Of coal and its equivalent the equivalent is no amount that was used.
      restated.push(isCoalEquivalent(one.unit!.unit) ? { column: a, of: b } : { column: b, of: a });
    }
  return restated.length === measures.length ? [] : restated;
}

function isCoalEquivalent(unit: string): boolean {
  return /^(?:k?g|M?t)ce$/.test(unit);
}

function namesEnergySum(text: string): boolean {
  const plain = text.normalize("NFKC").toLowerCase();
  return energySumWords.some((word) => plain.includes(word));
}

function restates(rows: readonly Row[], table: FoundTable, one: Measure, other: Measure): boolean {
  const [a, b] = [one.columns[0]!, other.columns[0]!];
  if (one.unit!.unit === other.unit!.unit && one.unit!.power === other.unit!.power) return false;
  const ratios = ratiosOf(rows, table, a, b);
  if (ratios.length === 0) return false;
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
  if (isOneCarrier(table.heads[a], table.heads[b]) && most <= least * SAME_CARRIER) return isOfSame(one, other, least);
  return ratios.length >= FEWEST_ROWS && most <= least * (1 + ROUNDING) && isOfSame(one, other, least);
}

/** Whether two amounts in units of one dimension have the ratio of the units; of other dimensions it may be any. */
function isOfSame(one: Measure, other: Measure, ratio: number): boolean {
  const [from, to] = [one.unit!, other.unit!];
  if (!from.isKnown || !to.isKnown || !converts(from.unit, to.unit)) return true;
  const expected = convert(quantity(10 ** from.power, from.unit), to.unit).value / 10 ** to.power;
  return Math.abs(ratio - expected) <= expected * ROUNDING;
}

function isOneCarrier(one: ColumnHead | undefined, other: ColumnHead | undefined): boolean {
  const [a, b] = [one, other].map((head) => carrierOf(head?.label ?? ""));
  return a !== "" && a === b;
}

/** The words of a head that are no words of amounts. */
function carrierOf(label: string): string {
  return label
    .normalize("NFKC")
    .toLowerCase()
    .split(/[\s/_()-]+/)
    .filter(
      (word) =>
        word !== "" && readHead(word).role !== "amount" && !/^(?:energy|volume|用量|消耗量|热量|能量)$/.test(word),
    )
    .join(" ");
}

/** Second by first amount in rows that have both; none if some rows have one of them only. */
function ratiosOf(rows: readonly Row[], { body, end }: FoundTable, a: number, b: number): number[] {
  const ratios: number[] = [];
  const seen = new Set<number>();
  let alone = 0;
  for (const row of rows.slice(body, Math.min(end, body + SAMPLE))) {
    const [one, other] = [cellNumber(row[a]), cellNumber(row[b])];
    if (one === null && other === null) continue;
    if (one === null || other === null) alone++;
    else if (one !== 0 && !seen.has(one)) {
      seen.add(one);
      ratios.push(other / one);
    }
  }
  return alone > 0 || ratios.some((ratio) => !(ratio > 0)) ? [] : ratios;
}
