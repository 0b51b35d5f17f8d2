import { isNear } from "./near.ts";

/** The relative difference up to which numbers count as equal, relative to the larger. */
const SAME = 1e-9;

/** Two numbers that differ. */
export interface NumberDifference {
  readonly before: number;
  readonly after: number;
  /** After minus before. */
  readonly absolute: number;
  /** Relative to the magnitude before; null if that was zero or not finite. */
  readonly relative: number | null;
}

/** The difference of two numbers; null if they are equal within the tolerance. NaN equals NaN. */
export function numberDifference(before: number, after: number, tolerance = SAME): NumberDifference | null {
  if (isNear(before, after, tolerance * Math.max(Math.abs(before), Math.abs(after)))) return null;
  const absolute = after - before;
  const relative = Number.isFinite(absolute) && before !== 0 ? absolute / Math.abs(before) : null;
  return { before, after, absolute, relative };
}

/** The weight of a difference for sorting: its relative size, or infinity if there is none. */
export function weightOf({ relative }: NumberDifference): number {
  return relative === null ? Number.POSITIVE_INFINITY : Math.abs(relative);
}
