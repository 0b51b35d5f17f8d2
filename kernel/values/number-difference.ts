import { isNear } from "./near.ts";

/** How far apart numbers may be and still count as the same, by a share of the larger. */
const SAME = 1e-9;

/** Two numbers that differ. */
export interface NumberDifference {
  readonly before: number;
  readonly after: number;
  /** After less before. */
  readonly absolute: number;
  /** By the size of what was before; null where that was zero, or no number. */
  readonly relative: number | null;
}

/** The difference of two numbers; null where they are the same within the tolerance. NaN is NaN's own. */
export function numberDifference(before: number, after: number, tolerance = SAME): NumberDifference | null {
  if (isNear(before, after, tolerance * Math.max(Math.abs(before), Math.abs(after)))) return null;
  const absolute = after - before;
  const relative = Number.isFinite(absolute) && before !== 0 ? absolute / Math.abs(before) : null;
  return { before, after, absolute, relative };
}

/** How large a difference is beside others: by its share, and where there is none, above all shares. */
export function weightOf({ relative }: NumberDifference): number {
  return relative === null ? Number.POSITIVE_INFINITY : Math.abs(relative);
}
