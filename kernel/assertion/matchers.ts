import { Amount } from "../stdlib/amount.ts";
import { equalData } from "../values/equal.ts";
import { findDistance, numberIn, type Tolerance } from "../values/near.ts";
import { writeFound as write, writeDigits } from "./writing.ts";

/** Whether something holds of a value, and what is said where it does not, or where it does and should not. */
export interface Verdict {
  readonly holds: boolean;
  readonly missing: string;
  readonly unwanted: string;
}

type Matcher = (got: unknown, ...wanted: never[]) => Verdict;

const verdict = (holds: boolean, missing: string, unwanted: string): Verdict => ({ holds, missing, unwanted });

type Relation = (a: number, b: number) => boolean;

function compares(got: unknown, wanted: unknown, holds: Relation): boolean {
  const limit = wanted instanceof Amount ? wanted.value : typeof wanted === "bigint" ? Number(wanted) : wanted;
  const number = numberIn(got, wanted);
  return typeof limit === "number" && number !== undefined && holds(number, limit);
}

function below(got: unknown, wanted: unknown, holds: Relation): Verdict {
  return verdict(
    compares(got, wanted, holds),
    `Expected a value less than ${write(wanted)}, but found ${write(got)}.`,
    `Expected a value not less than ${write(wanted)}, but found ${write(got)}.`,
  );
}

function above(got: unknown, wanted: unknown, holds: Relation): Verdict {
  return verdict(
    compares(got, wanted, holds),
    `Expected a value greater than ${write(wanted)}, but found ${write(got)}.`,
    `Expected a value not greater than ${write(wanted)}, but found ${write(got)}.`,
  );
}

function atMost(got: unknown, wanted: unknown): Verdict {
  const { missing, unwanted } = above(got, wanted, () => true);
  return verdict(
    compares(got, wanted, (a, b) => a <= b),
    unwanted,
    missing,
  );
}

function atLeast(got: unknown, wanted: unknown): Verdict {
  const { missing, unwanted } = below(got, wanted, () => true);
  return verdict(
    compares(got, wanted, (a, b) => a >= b),
    unwanted,
    missing,
  );
}

const is =
  (holds: (got: unknown) => boolean, what: string): ((got: unknown) => Verdict) =>
  (got) =>
    verdict(
      holds(got),
      `Expected ${what}, but found ${write(got)}.`,
      `Expected anything but ${what}, but found ${write(got)}.`,
    );

/** The matchers of `expect`, as Jest and Vitest name them; numbers may be amounts, which are compared in one unit. */
export const matchers = {
  toBe: (got, wanted: unknown) =>
    verdict(
      Object.is(got, wanted) || (wanted instanceof Amount && wanted.equals(got)),
      `Expected ${write(wanted)}, but found ${write(got)}.`,
      `Expected anything but ${write(wanted)}.`,
    ),
  toEqual: (got, wanted: unknown) =>
    verdict(
      equalData(got, wanted),
      `Expected ${write(wanted)}, but found ${write(got)}.`,
      `Expected anything but ${write(wanted)}.`,
    ),
  toBeCloseTo: (got, wanted: unknown, near: number | Tolerance = 2) => {
    const tolerance =
      typeof near === "number"
        ? { relative: 0, absolute: 10 ** -near / 2 }
        : { relative: near.relative ?? 0, absolute: near.absolute ?? 0 };
    const distance = findDistance(got, wanted, tolerance);
    return verdict(
      distance === null,
      describeDistance(got, wanted, distance),
      `Expected no value close to ${write(wanted)}, but found ${write(got)}.`,
    );
  },
  toBeLessThan: (got, wanted: unknown) => below(got, wanted, (a, b) => a < b),
  toBeLessThanOrEqual: (got, wanted: unknown) => atMost(got, wanted),
  toBeGreaterThan: (got, wanted: unknown) => above(got, wanted, (a, b) => a > b),
  toBeGreaterThanOrEqual: (got, wanted: unknown) => atLeast(got, wanted),
  toBeTruthy: is(Boolean, "something true"),
  toBeFalsy: is((got) => !got, "something false"),
  toBeNull: is((got) => got === null, "null"),
  toBeUndefined: is((got) => got === undefined, "undefined"),
  toBeDefined: is((got) => got !== undefined, "a value"),
  toBeNaN: is((got) => Number.isNaN(got), "NaN"),
  toBeFinite: is((got) => Number.isFinite(got instanceof Amount ? got.value : got), "a finite number"),
  toContain: (got, wanted: unknown) =>
    verdict(
      typeof got === "string" ? got.includes(String(wanted)) : listOf(got).some((each) => equalData(each, wanted)),
      `Expected ${write(wanted)} to be in ${write(got)}.`,
      `Expected ${write(wanted)} not to be in ${write(got)}.`,
    ),
  toHaveLength: (got, wanted: number) => {
    const length = lengthOf(got);
    return verdict(
      length === wanted,
      `Expected a length of ${write(wanted)}, but found ${write(length)}.`,
      `Expected a length other than ${write(wanted)}.`,
    );
  },
  toMatch: (got, wanted: string | RegExp) =>
    verdict(
      typeof got === "string" && (typeof wanted === "string" ? got.includes(wanted) : new RegExp(wanted).test(got)),
      `Expected a text like ${write(wanted)}, but found ${write(got)}.`,
      `Expected a text unlike ${write(wanted)}, but found ${write(got)}.`,
    ),
  toThrow: (got, wanted?: string | RegExp) => {
    const thrown = whatItThrows(got);
    const message = thrown && (thrown.error instanceof Error ? thrown.error.message : String(thrown.error));
    const fits =
      message !== null &&
      (wanted === undefined || (typeof wanted === "string" ? message.includes(wanted) : wanted.test(message)));
    const missing =
      message === null
        ? "Expected the function to throw, but it did not."
        : `Expected the function to throw ${write(wanted)}, but it threw ${write(message)}.`;
    return verdict(fits, missing, `Expected the function not to throw, but it threw ${write(message)}.`);
  },
} satisfies Record<string, Matcher>;

export type Matchers = typeof matchers;

function describeDistance(got: unknown, wanted: unknown, distance: ReturnType<typeof findDistance>): string {
  if (!distance) return `Expected a value close to ${write(wanted)}, but found ${write(got)}.`;
  const off = Math.abs(distance.got - distance.wanted);
  const share =
    distance.wanted === 0
      ? ""
      : ` (${writeDigits(Number(((100 * off) / Math.abs(distance.wanted)).toPrecision(3)))} %)`;
  const by = `${writeDigits(Number(off.toPrecision(6)))}${share}`;
  if (distance.at.length === 0)
    return `Expected a value close to ${write(wanted)}, but found ${write(got)}: it is off by ${by}.`;
  const place = distance.at.map((i) => `[${i}]`).join("");
  return `Expected ${writeDigits(distance.wanted)} at ${place}, but found ${writeDigits(distance.got)}: it is off by ${by}.`;
}

function listOf(value: unknown): readonly unknown[] {
  const isIterable = typeof (value as Iterable<unknown> | null)?.[Symbol.iterator] === "function";
  return isIterable ? [...(value as Iterable<unknown>)] : [];
}

function lengthOf(value: unknown): unknown {
  const sized = value as { length?: unknown; size?: unknown; numRows?: unknown } | null | undefined;
  return sized?.length ?? sized?.size ?? sized?.numRows;
}

function whatItThrows(value: unknown): { error: unknown } | null {
  // What a promise was rejected with comes here as it is.
  if (typeof value !== "function") return value instanceof Error ? { error: value } : null;
  try {
    value();
    return null;
  } catch (error) {
    return { error };
  }
}
