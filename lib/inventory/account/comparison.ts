import { z } from "zod";
import { messageOf } from "../../message/fault.ts";
import { type Message, messages } from "../../message/message.ts";
import { convert, quantity } from "../../quantity/quantity.ts";
import type { InputOf } from "../../tool/shape.ts";
import { numberIn, siblingUnit } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";

const texts = messages("inventory", {
  nothingPublished: { en: "None of the published figures is of {year}.", zh: "已发布的数据中没有 {year} 年的。" },
  notCompared: { en: "{source} is not compared: {reason}", zh: "未与 {source} 比较：{reason}" },
});

/** A published figure for the same country and year. */
export const publishedShape = z.object({
  /** E.g. `Global Carbon Budget 2025`, `EDGAR`, `CEDS`, `UNFCCC`. */
  source: z.string(),
  year: yearIn,
  value: numberIn(siblingUnit),
  unit: z.string(),
  /** What it includes and excludes: cement, bunkers, land use, residence or territory. */
  scope: z.string(),
});
export type Published = InputOf<typeof publishedShape>;

export interface Compared extends Published {
  /** In the unit of our own figure. */
  readonly inOurUnit: number;
  /** Published minus ours. */
  readonly difference: number;
  /** Per cent of ours; null if ours is 0. */
  readonly percent: number | null;
  readonly outOfSpread: boolean;
}

/** Our figure and published ones of one year, with the spread of the published ones. */
export interface Comparison {
  readonly year: number;
  readonly ours: number;
  readonly unit: string;
  readonly rows: readonly Compared[];
  /** The lowest and the highest of the published figures; null if there is none. */
  readonly lo: number | null;
  readonly hi: number | null;
  /** Whether ours is between the lowest and the highest published figure. */
  readonly within: boolean;
  readonly problems: readonly Message[];
}

/**
 * Compares our total of a year with published ones. A figure in another metric or of another gas is not compared but named: no
 * factor converts AR4 to AR6. Differences are reported; ours is never adjusted to them.
 */
export function compareWithPublished(
  year: number,
  ours: { readonly value: number; readonly unit: string },
  others: readonly Published[],
): Comparison {
  const own = quantity(ours.value, ours.unit);
  const problems: Message[] = [];
  const rows: Compared[] = [];
  const taken = others.filter((other) => other.year === year);
  if (taken.length === 0) problems.push(texts.nothingPublished({ year }));
  for (const other of taken) {
    try {
      const inOurUnit = convert(quantity(other.value, other.unit), own.unit).value;
      const difference = inOurUnit - own.value;
      const percent = own.value === 0 ? null : (100 * difference) / Math.abs(own.value);
      rows.push({ ...other, inOurUnit, difference, percent, outOfSpread: false });
    } catch (error) {
      problems.push(texts.notCompared({ source: other.source, reason: messageOf(error) }));
    }
  }
  const values = rows.map(({ inOurUnit }) => inOurUnit);
  const [lo, hi] = values.length === 0 ? [null, null] : [Math.min(...values), Math.max(...values)];
  return {
    year,
    ours: own.value,
    unit: own.unit,
    rows: rows.map((row) => ({ ...row, outOfSpread: isApart(row.inOurUnit, values) })),
    lo,
    hi,
    within: lo !== null && hi !== null && own.value >= lo && own.value <= hi,
    problems,
  };
}

/** Further from the median of all than a tenth of it, which suggests a difference of scope, not of data. */
function isApart(value: number, values: readonly number[]): boolean {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
  return Math.abs(value - middle) > 0.1 * Math.abs(middle);
}
