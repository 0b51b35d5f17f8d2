import type { Quantity } from "../../lib/quantity/quantity.ts";
import { convert } from "../../lib/quantity/quantity.ts";
import { Amount } from "../stdlib/amount.ts";

/** How far from the expected a number may be: by a share of it, or by itself in its unit, whichever allows more. */
export interface Tolerance {
  readonly relative?: number;
  readonly absolute?: number;
}

/** Whether two numbers lie no further apart than `allowed`. NaN is near NaN alone, an infinity near itself alone. */
export function isNear(a: number, b: number, allowed: number): boolean {
  return Object.is(a, b) || a === b || Math.abs(a - b) <= allowed;
}

function allowedAt(wanted: number, { relative, absolute }: Required<Tolerance>): number {
  return Math.max(absolute, relative * Math.abs(wanted));
}

/** Where two values are not close: the pair of numbers, and their place in a list. */
export interface Distance {
  readonly got: number;
  readonly wanted: number;
  readonly at: readonly number[];
}

/** A number, an amount in the unit of the expected one, or undefined. Throws a sentence where units do not fit. */
export function numberIn(value: unknown, like: unknown): number | undefined {
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number") return like instanceof Amount ? undefined : value;
  if (!(value instanceof Amount)) return undefined;
  return like instanceof Amount ? convert(value as Quantity, like.unit).value : undefined;
}

/**
 * The first and worst place where numbers, amounts, lists or matrices are further apart than allowed; null where they are
 * close. Undefined where they cannot be compared: other shapes, or a number with an amount.
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
