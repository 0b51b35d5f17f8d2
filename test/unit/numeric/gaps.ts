import { expect } from "vitest";

/**
 * Expects the same numbers to the bit, as `toEqual` does of lists, which takes a thousand times as long: a test may compare millions.
 * A difference is told with its place.
 */
export function expectSameBits(got: ArrayLike<number>, wanted: ArrayLike<number>): void {
  expect(got.length).toBe(wanted.length);
  for (let at = 0; at < wanted.length; at++)
    if (!Object.is(got[at], wanted[at])) expect({ at, value: got[at] }).toEqual({ at, value: wanted[at] });
}

/** The largest |got − wanted| over `size` of what is wanted, of lists of one length; NaN if there is one in any of them. */
export function largestGap(
  got: ArrayLike<number>,
  wanted: ArrayLike<number>,
  size: (wanted: number) => number = () => 1,
): number {
  expect(got.length).toBe(wanted.length);
  let most = 0;
  for (let at = 0; at < wanted.length; at++)
    most = Math.max(most, Math.abs(got[at]! - wanted[at]!) / size(wanted[at]!));
  return most;
}
