import { z } from "zod";
import { type Message, messages } from "../message/message.ts";
import type { InputOf } from "../tool/shape.ts";
import { ratio } from "../tool/unit.ts";

/** One line of a concordance: which share of `from` goes to `to`. */

const texts = messages("classification", {
  shareOutside: {
    en: "{name}, row {row}: the share of {from} in {to} is {share}.",
    zh: "{name} 第 {row} 行：{from} 归入 {to} 的份额为 {share}。",
  },
  lineTwice: {
    en: "{name}, row {row}: {from} to {to} appears twice.",
    zh: "{name} 第 {row} 行：{from} 到 {to} 出现了两次。",
  },
  sumOfShares: {
    en: "{name}: the shares of {from} sum to {sum} and not to 1.",
    zh: "{name}：{from} 的份额合计为 {sum}，应为 1。",
  },
});
export const concordanceRowShape = z.object({
  from: z.string(),
  to: z.string(),
  /** 1 if all of it goes there. */
  share: ratio.default(1),
});
export type ConcordanceRow = InputOf<typeof concordanceRowShape>;

/** A mapping from one classification to another. */
export interface Concordance {
  readonly name: string;
  readonly rows: readonly ConcordanceRow[];
}

/** Shares are written as decimals; three shares of 0.3333 still count as 1. */
const TOLERANCE = 1e-3;

/**
 * The problems of a concordance: shares of a code that do not sum to 1, shares outside 0 to 1, duplicate lines.
 * An empty list means that totals are preserved.
 */
export function checkConcordance({ name, rows }: Concordance, tolerance = TOLERANCE): Message[] {
  const problems: Message[] = [];
  const sums = new Map<string, number>();
  const seen = new Set<string>();
  rows.forEach(({ from, to, share }, row) => {
    if (!(share >= 0 && share <= 1)) problems.push(texts.shareOutside({ name, row, from, to, share }));
    const key = JSON.stringify([from, to]);
    if (seen.has(key)) problems.push(texts.lineTwice({ name, row, from, to }));
    seen.add(key);
    sums.set(from, (sums.get(from) ?? 0) + share);
  });
  for (const [from, sum] of sums)
    if (!(Math.abs(sum - 1) <= tolerance)) problems.push(texts.sumOfShares({ name, from, sum }));
  return problems;
}

/** Values in the other classification, and those that could not be mapped. */
export interface Regrouped {
  readonly values: ReadonlyMap<string, number>;
  /** Codes that are not in the concordance, with their values; they are in no group. */
  readonly unmatched: ReadonlyMap<string, number>;
  readonly totalBefore: number;
  readonly totalAfter: number;
  /** totalBefore − totalAfter − Σ unmatched: rounding, and shares that do not sum to 1. */
  readonly residual: number;
}

/** Maps values by code through a concordance: y_to = Σ share × x_from. What cannot be mapped is reported. */
export function regroup(concordance: Concordance, values: ReadonlyMap<string, number>): Regrouped {
  const to = new Map<string, number>();
  const known = new Set(concordance.rows.map(({ from }) => from));
  for (const row of concordance.rows) {
    const value = values.get(row.from);
    if (value !== undefined) to.set(row.to, (to.get(row.to) ?? 0) + value * row.share);
  }
  const unmatched = new Map([...values].filter(([code]) => !known.has(code)));
  const sum = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0);
  const [before, after] = [sum(values.values()), sum(to.values())];
  return {
    values: to,
    unmatched,
    totalBefore: before,
    totalAfter: after,
    residual: before - after - sum(unmatched.values()),
  };
}

/** The composition of two concordances: shares multiply, and parallel paths add up. */
export function compose(first: Concordance, second: Concordance): Concordance {
  const shares = new Map<string, ConcordanceRow>();
  for (const a of first.rows) {
    for (const b of second.rows) {
      if (a.to !== b.from) continue;
      const key = JSON.stringify([a.from, b.to]);
      shares.set(key, { from: a.from, to: b.to, share: (shares.get(key)?.share ?? 0) + a.share * b.share });
    }
  }
  return { name: `${first.name}, ${second.name}`, rows: [...shares.values()] };
}
