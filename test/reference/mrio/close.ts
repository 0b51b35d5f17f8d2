import { expect } from "vitest";

type Nested = number | ArrayLike<number> | readonly Nested[];

/** Fails unless both nests of numbers have the same shape and every number agrees within `tolerance` × max(1, size). */
export function expectClose(actual: Nested, wanted: Nested, tolerance: number): void {
  const found = flatten(actual);
  const sought = flatten(wanted);
  expect(found.length).toBe(sought.length);
  expect(found.length).toBeGreaterThan(0);
  found.forEach((value, p) => {
    const gap = Math.abs(value - sought[p]!);
    expect(gap <= tolerance * Math.max(1, Math.abs(sought[p]!)), `number ${p}: ${value} against ${sought[p]}`).toBe(
      true,
    );
  });
}

function flatten(nest: Nested): number[] {
  return typeof nest === "number" ? [nest] : Array.from(nest as ArrayLike<Nested>).flatMap(flatten);
}
