import type { Known, Measure } from "./column-shapes.ts";
import { type FoundTable, type Row, textOf } from "./find-tables.ts";
import { type CellAmount, cellAmount } from "./read-amount.ts";
import { isComposition } from "./read-head.ts";
import { readUnit } from "./read-unit.ts";
import { totalByWords } from "./total-rows.ts";

/** A mass that a title states. */
export interface Batch {
  readonly amount: number;
  readonly unit: string;
}

/** Rows by which it is known whether shares are of 100 or of 1. */
const SAMPLE = 400;
const massUnits = /^(?:t|kg|g|lb|oz|ton_short|ton_long)$/;
const batchWords =
  /batch|pail|drum|net|per |each|lot|charge|ansatz|gebinde|lote|fournée|seau|批|净|每|桶|单台|单件|一件|配方/i;

/** The column of shares of a mass, where a table has no amounts; null without one. @param isInTitle whether a title states one mass */
export function compositionMeasure(
  rows: readonly Row[],
  { body, end }: FoundTable,
  { at, heads, roles }: Known,
  isInTitle: boolean,
): Measure | null {
  if (at.name === undefined) return null;
  const column = heads.findIndex(
    (head, c) =>
      roles[c] !== "comment" &&
      head.role === "share" &&
      (isComposition(head.text) || (isInTitle && isBareShare(head.text))),
  );
  if (column < 0) return null;
  const shares = rows
    .slice(body, Math.min(end, body + SAMPLE))
    .filter((row) => !row.some((cell) => typeof cell === "string" && totalByWords(cell) !== null))
    .map((row) => shareAmount(row[column] ?? null))
    .flatMap(({ kind, point }) => (kind === "number" && Number.isFinite(point) ? [point] : []));
  const sum = shares.reduce((all, each) => all + each, 0);
  if (shares.length < 2 || sum <= 0) return null;
  const of = sum <= 1.05 ? 1 : 100;
  return {
    columns: [column],
    periods: [],
    name: null,
    site: null,
    year: null,
    unit: null,
    isMoney: false,
    total: null,
    shareOf: of,
  };
}

function isBareShare(text: string): boolean {
  return /^(?:[%％]|share|percent(?:age)?|proportion|anteil|prozent|占比|比例|百分比|配比)\s*(?:[([（][%％][)\]）])?$/i.test(
    text.trim(),
  );
}

/** A share, with or without its sign: 32.5 and 32.5 % are the same. */
export function shareAmount(cell: Row[number]): CellAmount {
  return cellAmount(typeof cell === "string" ? cell.replace(/\s*[%％]\s*$/, "") : cell);
}

/** The one mass that titles state; of several the one of a batch. */
export function batchIn(titles: readonly Row[]): Batch | null {
  const said = titles.flatMap((row) => {
    const text = row.map(textOf).join(" ").slice(0, 500);
    return massesIn(text).map((mass) => ({ ...mass, isOfBatch: batchWords.test(text) }));
  });
  return onlyOne(said) ?? onlyOne(said.filter(({ isOfBatch }) => isOfBatch));
}

function massesIn(text: string): Batch[] {
  const behind = [...text.matchAll(/(?<![\d.,])(\d{1,9}(?:[.,]\d{1,6})?)\s?([a-zA-Z\p{Script=Han}]{1,6})/gu)].map(
    ([, number, unit]) => ({ number: number!, unit: unit! }),
  );
  const before = [
    ...text.matchAll(/[([（]([a-zA-Z\p{Script=Han}]{1,4})[)\]）]\s*[:：=]?\s*(\d{1,9}(?:[.,]\d{1,6})?)/gu),
  ].map(([, unit, number]) => ({ number: number!, unit: unit! }));
  return [...behind, ...before].flatMap(({ number, unit }) => {
    const written = readUnit(unit);
    const { kind, point, comma } = cellAmount(number);
    const amount = Number.isNaN(point) ? comma : point;
    return kind === "number" && written && massUnits.test(written.unit) && amount > 0
      ? [{ amount: amount * 10 ** written.power, unit: written.unit }]
      : [];
  });
}

function onlyOne(said: readonly Batch[]): Batch | null {
  const distinct = new Set(said.map(({ amount, unit }) => `${amount} ${unit}`));
  return distinct.size === 1 ? { amount: said[0]!.amount, unit: said[0]!.unit } : null;
}
