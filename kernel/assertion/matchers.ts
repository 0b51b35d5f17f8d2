import { type Message, messages } from "../../lib/message/message.ts";
import { Amount } from "../values/amount.ts";
import { equalData } from "../values/equal.ts";
import { findDistance, numberIn, type Tolerance } from "../values/near.ts";
import { writeFound as write, writeDigits } from "./writing.ts";

const texts = messages("assertion", {
  defined: {
    en: "a value",
    zh: "某个值",
  },
  less: {
    en: "Expected a value less than {wanted}, but found {got}.",
    zh: "期望的值小于 {wanted}，实际为 {got}。",
  },
  notLess: {
    en: "Expected a value not less than {wanted}, but found {got}.",
    zh: "期望的值不小于 {wanted}，实际为 {got}。",
  },
  greater: {
    en: "Expected a value greater than {wanted}, but found {got}.",
    zh: "期望的值大于 {wanted}，实际为 {got}。",
  },
  notGreater: {
    en: "Expected a value not greater than {wanted}, but found {got}.",
    zh: "期望的值不大于 {wanted}，实际为 {got}。",
  },
  kind: {
    en: "Expected {what}, but found {got}.",
    zh: "期望为 {what}，实际为 {got}。",
  },
  notKind: {
    en: "Expected anything but {what}, but found {got}.",
    zh: "期望不为 {what}，实际为 {got}。",
  },
  equal: {
    en: "Expected {wanted}, but found {got}.",
    zh: "期望为 {wanted}，实际为 {got}。",
  },
  notEqual: {
    en: "Expected anything but {wanted}.",
    zh: "期望不为 {wanted}。",
  },
  notClose: {
    en: "Expected no value close to {wanted}, but found {got}.",
    zh: "期望的值不接近 {wanted}，实际为 {got}。",
  },
  truthy: {
    en: "something true",
    zh: "真值",
  },
  falsy: {
    en: "something false",
    zh: "假值",
  },
  finiteNumber: {
    en: "a finite number",
    zh: "有限的数",
  },
  contained: {
    en: "Expected {wanted} to be in {got}.",
    zh: "期望 {got} 中有 {wanted}。",
  },
  notContained: {
    en: "Expected {wanted} not to be in {got}.",
    zh: "期望 {got} 中没有 {wanted}。",
  },
  length: {
    en: "Expected a length of {wanted}, but found {length}.",
    zh: "期望长度为 {wanted}，实际为 {length}。",
  },
  otherLength: {
    en: "Expected a length other than {wanted}.",
    zh: "期望长度不为 {wanted}。",
  },
  like: {
    en: "Expected a text like {wanted}, but found {got}.",
    zh: "期望文本符合 {wanted}，实际为 {got}。",
  },
  unlike: {
    en: "Expected a text unlike {wanted}, but found {got}.",
    zh: "期望文本不符合 {wanted}，实际为 {got}。",
  },
  didNotThrow: {
    en: "Expected the function to throw, but it did not.",
    zh: "期望函数抛出错误，但它没有抛出。",
  },
  otherThrown: {
    en: "Expected the function to throw {wanted}, but it threw {message}.",
    zh: "期望函数抛出 {wanted}，实际抛出 {message}。",
  },
  threw: {
    en: "Expected the function not to throw, but it threw {message}.",
    zh: "期望函数不抛出错误，但它抛出了 {message}。",
  },
  close: {
    en: "Expected a value close to {wanted}, but found {got}.",
    zh: "期望的值接近 {wanted}，实际为 {got}。",
  },
  closeBy: {
    en: "Expected a value close to {wanted}, but found {got}: it is off by {by}.",
    zh: "期望的值接近 {wanted}，实际为 {got}：相差 {by}。",
  },
  closeAt: {
    en: "Expected {wanted} at {place}, but found {got}: it is off by {by}.",
    zh: "期望 {place} 处为 {wanted}，实际为 {got}：相差 {by}。",
  },
});

/** Whether a matcher holds, with the message for when it should hold but does not, and for when it should not but does. */
export interface Verdict {
  readonly holds: boolean;
  readonly missing: Message;
  readonly unwanted: Message;
}

type Matcher = (got: unknown, ...wanted: never[]) => Verdict;

const verdict = (holds: boolean, missing: Message, unwanted: Message): Verdict => ({ holds, missing, unwanted });

type Relation = (a: number, b: number) => boolean;

function compares(got: unknown, wanted: unknown, holds: Relation): boolean {
  const limit = wanted instanceof Amount ? wanted.value : typeof wanted === "bigint" ? Number(wanted) : wanted;
  const number = numberIn(got, wanted);
  return typeof limit === "number" && number !== undefined && holds(number, limit);
}

function below(got: unknown, wanted: unknown, holds: Relation): Verdict {
  return verdict(
    compares(got, wanted, holds),
    texts.less({ wanted: write(wanted), got: write(got) }),
    texts.notLess({ wanted: write(wanted), got: write(got) }),
  );
}

function above(got: unknown, wanted: unknown, holds: Relation): Verdict {
  return verdict(
    compares(got, wanted, holds),
    texts.greater({ wanted: write(wanted), got: write(got) }),
    texts.notGreater({ wanted: write(wanted), got: write(got) }),
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
  (holds: (got: unknown) => boolean, what: string | Message): ((got: unknown) => Verdict) =>
  (got) =>
    verdict(holds(got), texts.kind({ what, got: write(got) }), texts.notKind({ what, got: write(got) }));

/** The matchers of `expect`, named as in Jest and Vitest. Numbers may be amounts, which are compared in one unit. */
export const matchers = {
  toBe: (got, wanted: unknown) =>
    verdict(
      Object.is(got, wanted) || (wanted instanceof Amount && wanted.equals(got)),
      texts.equal({ wanted: write(wanted), got: write(got) }),
      texts.notEqual({ wanted: write(wanted) }),
    ),
  toEqual: (got, wanted: unknown) =>
    verdict(
      equalData(got, wanted),
      texts.equal({ wanted: write(wanted), got: write(got) }),
      texts.notEqual({ wanted: write(wanted) }),
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
      texts.notClose({ wanted: write(wanted), got: write(got) }),
    );
  },
  toBeLessThan: (got, wanted: unknown) => below(got, wanted, (a, b) => a < b),
  toBeLessThanOrEqual: (got, wanted: unknown) => atMost(got, wanted),
  toBeGreaterThan: (got, wanted: unknown) => above(got, wanted, (a, b) => a > b),
  toBeGreaterThanOrEqual: (got, wanted: unknown) => atLeast(got, wanted),
  toBeTruthy: is(Boolean, texts.truthy()),
  toBeFalsy: is((got) => !got, texts.falsy()),
  toBeNull: is((got) => got === null, "null"),
  toBeUndefined: is((got) => got === undefined, "undefined"),
  toBeDefined: is((got) => got !== undefined, texts.defined()),
  toBeNaN: is((got) => Number.isNaN(got), "NaN"),
  toBeFinite: is((got) => Number.isFinite(got instanceof Amount ? got.value : got), texts.finiteNumber()),
  toContain: (got, wanted: unknown) =>
    verdict(
      typeof got === "string" ? got.includes(String(wanted)) : listOf(got).some((each) => equalData(each, wanted)),
      texts.contained({ wanted: write(wanted), got: write(got) }),
      texts.notContained({ wanted: write(wanted), got: write(got) }),
    ),
  toHaveLength: (got, wanted: number) => {
    const length = lengthOf(got);
    return verdict(
      length === wanted,
      texts.length({ wanted: write(wanted), length: write(length) }),
      texts.otherLength({ wanted: write(wanted) }),
    );
  },
  toMatch: (got, wanted: string | RegExp) =>
    verdict(
      typeof got === "string" && (typeof wanted === "string" ? got.includes(wanted) : new RegExp(wanted).test(got)),
      texts.like({ wanted: write(wanted), got: write(got) }),
      texts.unlike({ wanted: write(wanted), got: write(got) }),
    ),
  toThrow: (got, wanted?: string | RegExp) => {
    const thrown = catchThrown(got);
    const message = thrown && (thrown.error instanceof Error ? thrown.error.message : String(thrown.error));
    const fits =
      message !== null &&
      (wanted === undefined || (typeof wanted === "string" ? message.includes(wanted) : wanted.test(message)));
    const missing =
      message === null ? texts.didNotThrow() : texts.otherThrown({ wanted: write(wanted), message: write(message) });
    return verdict(fits, missing, texts.threw({ message: write(message) }));
  },
} satisfies Record<string, Matcher>;

export type Matchers = typeof matchers;

function describeDistance(got: unknown, wanted: unknown, distance: ReturnType<typeof findDistance>): Message {
  if (!distance) return texts.close({ wanted: write(wanted), got: write(got) });
  const off = Math.abs(distance.got - distance.wanted);
  const share =
    distance.wanted === 0
      ? ""
      : ` (${writeDigits(Number(((100 * off) / Math.abs(distance.wanted)).toPrecision(3)))} %)`;
  const by = `${writeDigits(Number(off.toPrecision(6)))}${share}`;
  if (distance.at.length === 0) return texts.closeBy({ wanted: write(wanted), got: write(got), by });
  const place = distance.at.map((i) => `[${i}]`).join("");
  return texts.closeAt({ wanted: writeDigits(distance.wanted), place, got: writeDigits(distance.got), by });
}

function listOf(value: unknown): readonly unknown[] {
  const isIterable = typeof (value as Iterable<unknown> | null)?.[Symbol.iterator] === "function";
  return isIterable ? [...(value as Iterable<unknown>)] : [];
}

function lengthOf(value: unknown): unknown {
  const sized = value as { length?: unknown; size?: unknown; numRows?: unknown } | null | undefined;
  return sized?.length ?? sized?.size ?? sized?.numRows;
}

function catchThrown(value: unknown): { error: unknown } | null {
  // The rejection reason of a promise is passed in directly.
  if (typeof value !== "function") return value instanceof Error ? { error: value } : null;
  try {
    value();
    return null;
  } catch (error) {
    return { error };
  }
}
