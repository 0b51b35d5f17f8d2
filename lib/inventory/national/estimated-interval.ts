import { type Message, messages } from "../../message/message.ts";
import { approach1Level } from "../uncertainty/approach1.ts";
import { equivalentOf } from "./equivalent.ts";
import type { NationalLine } from "./national-line.ts";
import { namesOf } from "./series-breaks.ts";

const texts = messages("inventory", {
  withoutError: {
    en: "No error is stated for {lines} ({share} % of the absolute sum of lines): they are not in the interval, which does not count them as exact.",
    zh: "{lines}（占各行绝对值之和的 {share} %）没有给出误差：区间不包含这些行，也不把它们视为精确。",
  },
  activityWithoutError: {
    en: "No error of the activity is stated for {lines}: only that of the factor is in the interval.",
    zh: "{lines} 没有给出活动数据的误差：区间只含因子的误差。",
  },
});

/** The 95 % interval of the lines that have a stated error, kt CO2e: not of the total of a country. */
export interface EstimatedInterval {
  /** The sum of these lines. */
  readonly value: number;
  readonly lo: number;
  readonly hi: number;
  /** Half of the interval, larger sides, % of the sum. */
  readonly uncertainty: number;
  /** Lines whose source states no error at all, which are in neither the sum nor the interval. */
  readonly withoutError: readonly NationalLine[];
  readonly notes: readonly Message[];
}

const hasError = ({ factorError, activity }: NationalLine) => factorError !== null || Boolean(activity?.error);

/** Lines with a number but no stated error, whether of the activity or of the factor. */
export function linesWithoutError(lines: readonly NationalLine[]): NationalLine[] {
  return lines.filter((line) => line.value !== null && line.value !== 0 && !hasError(line));
}

/** The interval of what is estimated, by Approach 1 (Vol 1 Ch 3); null if no line has an error. */
export function estimatedInterval(lines: readonly NationalLine[], metric: string): EstimatedInterval | null {
  const counted = lines.filter(({ value }) => value !== null && value !== 0);
  const stated = counted.filter(hasError);
  if (stated.length === 0) return null;
  const withoutError = linesWithoutError(counted);
  const level = approach1Level(
    stated.map((line) => {
      const value = equivalentOf(line, metric);
      return {
        category: `${line.category} ${line.name}`,
        gas: line.gas,
        base: value,
        year: value,
        activity: line.activity?.error ?? 0,
        factor: line.factorError ?? 0,
      };
    }),
  );
  const value = stated.reduce((sum, line) => sum + equivalentOf(line, metric), 0);
  return {
    value,
    lo: value * (1 - level.levelLo / 100),
    hi: value * (1 + level.levelHi / 100),
    uncertainty: level.level,
    withoutError,
    notes: notesOf(counted, withoutError, metric),
  };
}

function notesOf(lines: readonly NationalLine[], silent: readonly NationalLine[], metric: string): Message[] {
  const size = (some: readonly NationalLine[]) =>
    some.reduce((sum, line) => sum + Math.abs(equivalentOf(line, metric)), 0);
  const half = lines.filter(({ factorError, activity }) => factorError !== null && activity?.error === null);
  const share = ((100 * size(silent)) / size(lines)).toFixed(1);
  return [
    ...(silent.length > 0 ? [texts.withoutError({ share, lines: namesOf(silent) })] : []),
    ...(half.length > 0 ? [texts.activityWithoutError({ lines: namesOf(half) })] : []),
  ];
}
