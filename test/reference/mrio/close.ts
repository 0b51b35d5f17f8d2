import { expect } from "vitest";

type Nested = number | ArrayLike<number> | readonly Nested[];

/** Fails unless both nests of numbers have the same shape and every number agrees within `tolerance` × max(1, size). */
export function expectClose(actual: Nested, wanted: Nested, tolerance: number): void {
  const found = flatten(actual);
  const sought = flatten(wanted);
  expect(found.length).toBe(sought.length);
  expect(found.length).toBeGreaterThan(0);
  // Told at once: an expectation for each number takes longer than what computes them. A number that is none is never close.
  const far = found.flatMap((value, p) => {
    const wanted = sought[p]!;
    return Math.abs(value - wanted) <= tolerance * Math.max(1, Math.abs(wanted))
      ? []
      : [`number ${p}: ${value} against ${wanted}`];
  });
  expect(far).toEqual([]);
}

function flatten(nest: Nested): number[] {
  return typeof nest === "number" ? [nest] : Array.from(nest as ArrayLike<Nested>).flatMap(flatten);
}
