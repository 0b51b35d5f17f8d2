import { messages } from "../../message/message.ts";
import type { Activity } from "./national-line.ts";

const texts = messages("inventory", {
  interpolated: {
    en: "no amount of {year}: interpolated between {from} ({before}) and {to} ({after})",
    zh: "没有 {year} 年的数量：在 {from} 年（{before}）与 {to} 年（{after}）之间内插",
  },
  carried: {
    en: "no amount of {year}: that of {from} is carried on ({source})",
    zh: "没有 {year} 年的数量：沿用 {from} 年（{source}）",
  },
});

/** Longest gap between two known years that is bridged, and furthest year from which an amount is carried on. */
const BRIDGE = 5;
const CARRY = 3;

/**
 * The amount of a year; else interpolated between known years at most five apart, else that of a year at most three away. The
 * source says so. Vol 1 Ch 5.3.3 (interpolation, extrapolation); the error of filling a gap is not in the activity's.
 */
export function nearYear(exact: (year: number) => Activity | null, year: number): Activity | null {
  const now = exact(year);
  if (now) return now;
  const before = nearest(exact, year, -1);
  const after = nearest(exact, year, 1);
  if (before && after && after.year - before.year <= BRIDGE) {
    const share = (year - before.year) / (after.year - before.year);
    return {
      ...after.activity,
      filled: "interpolated",
      amount: before.activity.amount * (1 - share) + after.activity.amount * share,
      source: texts.interpolated({
        year,
        from: before.year,
        to: after.year,
        before: before.activity.source,
        after: after.activity.source,
      }),
    };
  }
  const one = [before, after].find((found) => found && Math.abs(found.year - year) <= CARRY);
  if (!one) return null;
  return {
    ...one.activity,
    filled: "carried",
    source: texts.carried({ year, from: one.year, source: one.activity.source }),
  };
}

function nearest(exact: (year: number) => Activity | null, year: number, step: 1 | -1) {
  for (let away = 1; away < BRIDGE; away++) {
    const activity = exact(year + step * away);
    if (activity) return { year: year + step * away, activity };
  }
  return null;
}
