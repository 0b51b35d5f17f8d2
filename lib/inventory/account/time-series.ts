import { z } from "zod";
import { messages } from "../../message/message.ts";
import { messageOut } from "../../tool/outcome.ts";
import type { ResultOf } from "../../tool/shape.ts";
import { yearIn } from "../../tool/year.ts";
import { InventoryError } from "./inventory-error.ts";

const texts = messages("inventory", {
  gap: {
    en: "{year}: the value is missing, although there are values before and after.",
    zh: "{year} 年：没有数值，而前后年份都有。",
  },
  otherSign: {
    en: "{year}: from {before} to {now} the sign changes.",
    zh: "{year} 年：由 {before} 变为 {now}，符号改变。",
  },
  step: {
    en: "{year}: the step from {before} to {now} is out of line with the other years; was the method or the source changed?",
    zh: "{year} 年：由 {before} 变为 {now}，与其他年份不一致；方法或来源是否有变？",
  },
  stepOfPercent: {
    en: "{year}: the step from {before} to {now} ({percent} %) is out of line with the other years; was the method or the source changed?",
    zh: "{year} 年：由 {before} 变为 {now}（{percent} %），与其他年份不一致；方法或来源是否有变？",
  },
  constant: {
    en: "{first}–{last}: the value {value} does not change; was it carried on?",
    zh: "{first}–{last} 年：数值 {value} 未变；是否沿用了旧值？",
  },

  noOverlap: {
    en: "The two methods share no year; an overlap needs at least one.",
    zh: "两种方法没有共同年份；重叠法至少需要一年。",
  },
  noSurrogate: {
    en: "No year has both a value and surrogate data.",
    zh: "没有任何年份同时具有数值和替代数据。",
  },
});

/** A conspicuous year of a series, described in a sentence. */
export const seriesFindingShape = z.object({
  year: yearIn,
  kind: z.enum(["gap", "step", "sign", "constant"]),
  message: messageOut,
});
export type SeriesFinding = ResultOf<typeof seriesFindingShape>;

/**
 * Checks a series of numbers (NaN if missing) as a reviewer would: missing years between others; changes from
 * one year to the next that are outliers (a step: often a new method or source); a change of sign; four or more
 * years without any change (a value carried forward).
 *
 * A step is a change whose distance from the median change is more than `threshold` times the median absolute deviation, which
 * the step itself does not affect, and more than 5 % of the series' mean size. Vol 1 Ch 5.2, Ch 6.7.
 */
export function checkSeries(years: readonly number[], values: ArrayLike<number>, threshold = 6): SeriesFinding[] {
  const known = years.map((_, i) => i).filter((i) => !Number.isNaN(values[i]!));
  const findings: SeriesFinding[] = [];
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return findings;
  for (let i = first; i <= last; i++)
    if (Number.isNaN(values[i]!))
      findings.push({
        year: years[i]!,
        kind: "gap",
        message: texts.gap({ year: years[i] }),
      });
  const changes = known.slice(1).map((i, at) => ({ i, from: known[at]!, change: values[i]! - values[known[at]!]! }));
  const size = known.reduce((sum, i) => sum + Math.abs(values[i]!), 0) / known.length;
  const middle = median(changes.map(({ change }) => change));
  const spread = median(changes.map(({ change }) => Math.abs(change - middle)));
  for (const { i, from, change } of changes) {
    const [before, now] = [values[from]!, values[i]!];
    if (before * now < 0)
      findings.push({
        year: years[i]!,
        kind: "sign",
        message: texts.otherSign({ year: years[i], before: show(before), now: show(now) }),
      });
    const apart = Math.abs(change - middle);
    if (apart > threshold * spread && apart > 0.05 * size) {
      const step = { year: years[i], before: show(before), now: show(now) };
      const percent = ((100 * change) / Math.abs(before)).toFixed(1);
      findings.push({
        year: years[i]!,
        kind: "step",
        message: before === 0 ? texts.step(step) : texts.stepOfPercent({ ...step, percent }),
      });
    }
  }
  findings.push(...constants(years, values, known));
  return findings.sort((a, b) => a.year - b.year);
}

function constants(years: readonly number[], values: ArrayLike<number>, known: readonly number[]): SeriesFinding[] {
  const findings: SeriesFinding[] = [];
  for (let from = 0; from < known.length; ) {
    let to = from;
    while (to + 1 < known.length && values[known[to + 1]!] === values[known[from]!]) to++;
    const value = values[known[from]!]!;
    if (to - from >= 3 && value !== 0)
      findings.push({
        year: years[known[to]!]!,
        kind: "constant",
        message: texts.constant({ first: years[known[from]!], last: years[known[to]!], value: show(value) }),
      });
    from = to + 1;
  }
  return findings;
}

function median(numbers: readonly number[]): number {
  if (numbers.length === 0) return 0;
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

function show(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** A completed series, with the years that were filled in. */
export interface Spliced {
  readonly values: Float64Array;
  readonly filled: readonly number[];
  /** The ratio of new to old, if there is one. */
  readonly ratio: number | null;
}

/**
 * Overlap (Vol 1 Eq 5.1): before the start of the new method, the old values are scaled by the mean ratio of new to old
 * over the years with both. Throws InventoryError if no year has both.
 */
export function spliceByOverlap(years: readonly number[], old: ArrayLike<number>, fresh: ArrayLike<number>): Spliced {
  const both = years.map((_, i) => i).filter((i) => !Number.isNaN(old[i]!) && !Number.isNaN(fresh[i]!) && old[i] !== 0);
  if (both.length === 0) throw new InventoryError("values", texts.noOverlap());
  const ratio = both.reduce((sum, i) => sum + fresh[i]! / old[i]!, 0) / both.length;
  return fill(years, fresh, (i) => old[i]! * ratio, ratio);
}

/**
 * Surrogate data (Vol 1 Eq 5.2): a missing year is the nearest known year times the ratio of the surrogate (population,
 * output) in the two years.
 */
export function spliceBySurrogate(
  years: readonly number[],
  values: ArrayLike<number>,
  surrogate: ArrayLike<number>,
): Spliced {
  const known = years
    .map((_, i) => i)
    .filter((i) => !Number.isNaN(values[i]!) && !Number.isNaN(surrogate[i]!) && surrogate[i] !== 0);
  if (known.length === 0) throw new InventoryError("values", texts.noSurrogate());
  const nearest = (i: number) => known.reduce((best, k) => (Math.abs(k - i) < Math.abs(best - i) ? k : best));
  return fill(years, values, (i) => values[nearest(i)]! * (surrogate[i]! / surrogate[nearest(i)]!), null);
}

/** Interpolation between known years (Vol 1 Ch 5.3.3.3). Years before the first and after the last stay empty. */
export function interpolate(years: readonly number[], values: ArrayLike<number>): Spliced {
  return fill(
    years,
    values,
    (i) => {
      let [a, b] = [i, i];
      while (a >= 0 && Number.isNaN(values[a]!)) a--;
      while (b < years.length && Number.isNaN(values[b]!)) b++;
      if (a < 0 || b >= years.length) return Number.NaN;
      return values[a]! + ((values[b]! - values[a]!) * (years[i]! - years[a]!)) / (years[b]! - years[a]!);
    },
    null,
  );
}

function fill(
  years: readonly number[],
  values: ArrayLike<number>,
  of: (i: number) => number,
  ratio: number | null,
): Spliced {
  const filled: number[] = [];
  const whole = Float64Array.from(years, (year, i) => {
    if (!Number.isNaN(values[i]!)) return values[i]!;
    const made = of(i);
    if (!Number.isNaN(made)) filled.push(year);
    return made;
  });
  return { values: whole, filled, ratio };
}
