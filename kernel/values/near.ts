import type { Quantity } from "../../lib/quantity/quantity.ts";
import { convert } from "../../lib/quantity/quantity.ts";
import { Amount } from "./amount.ts";

/** The allowed deviation from the expected number: relative, or absolute in its unit, whichever is larger. */
export interface Tolerance {
  readonly relative?: number;
  readonly absolute?: number;
}

/** Whether two numbers differ by at most `allowed`. NaN is near only NaN, an infinity only itself. */
export function isNear(a: number, b: number, allowed: number): boolean {
  return Object.is(a, b) || a === b || Math.abs(a - b) <= allowed;
}

function allowedAt(wanted: number, { relative, absolute }: Required<Tolerance>): number {
  return Math.max(absolute, relative * Math.abs(wanted));
}

/** A deviation of two values: the pair of numbers, and their position in a list. */
export interface Distance {
  readonly got: number;
  readonly wanted: number;
  readonly at: readonly number[];
}

/** A number, or an amount converted to the unit of the expected one; otherwise undefined. Throws a sentence for incompatible units. */
export function numberIn(value: unknown, like: unknown): number | undefined {
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number") return like instanceof Amount ? undefined : value;
  if (!(value instanceof Amount)) return undefined;
  return like instanceof Amount ? convert(value as Quantity, like.unit).value : undefined;
}

/**
 * The first of the largest deviations between numbers, amounts, lists or matrices that exceed the tolerance; null if they are
 * close. Undefined if they cannot be compared: different shapes, or a number and an amount.
 */
export function findDistance(
  got: unknown,
  wanted: unknown,
  tolerance: Required<Tolerance>,
): Distance | null | undefined {
  const target = wanted instanceof Amount ? wanted.value : typeof wanted === "bigint" ? Number(wanted) : wanted;
  if (typeof target === "number") {
    const number = numberIn(got, wanted);
    if (number === undefined) return undefined;
    return isNear(number, target, allowedAt(target, tolerance)) ? null : { got: number, wanted: target, at: [] };
  }
  if (!isList(got) || !isList(wanted) || got.length !== wanted.length) return undefined;
  let worst: Distance | null = null;
  for (let i = 0; i < wanted.length; ++i) {
    const each = findDistance(got[i], wanted[i], tolerance);
    if (each === undefined) return undefined;
    if (each && (!worst || excess(each, tolerance) > excess(worst, tolerance)))
      worst = { ...each, at: [i, ...each.at] };
  }
  return worst;
}

function excess({ got, wanted }: Distance, tolerance: Required<Tolerance>): number {
  return Math.abs(got - wanted) / Math.max(allowedAt(wanted, tolerance), Number.MIN_VALUE);
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}
