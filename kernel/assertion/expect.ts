import { messages } from "../../lib/message/message.ts";
import { ExpectationError } from "../values/assertion.ts";
import { type Matchers, matchers, type Verdict } from "./matchers.ts";

const texts = messages("assertion", {
  rejected: {
    en: "Expected a promise that is kept, but it was rejected: {message}",
    zh: "期望 promise 兑现，但它被拒绝：{message}",
  },
  kept: {
    en: "Expected a promise that is rejected, but it was kept.",
    zh: "期望 promise 被拒绝，但它兑现了。",
  },
});

type Arguments<Name extends keyof Matchers> = Matchers[Name] extends (got: unknown, ...wanted: infer Wanted) => unknown
  ? Wanted
  : never;

/** The expectations about a value, one method per matcher. */
export type Expectation<Result> = { [Name in keyof Matchers]: (...wanted: Arguments<Name>) => Result };

/** The result of `expect(value)`. For a promise, `resolves` checks the resolved value and `rejects` the rejection reason. */
export type Expected = Expectation<void> & {
  readonly not: Expectation<void>;
  readonly resolves: Expectation<Promise<void>> & { readonly not: Expectation<Promise<void>> };
  readonly rejects: Expectation<Promise<void>> & { readonly not: Expectation<Promise<void>> };
};

/** Starts an expectation: `expect(total).toBeCloseTo(35, {relative: 1e-6})`. Its matchers throw ExpectationError. */
export function expect(value: unknown): Expected {
  return {
    ...matchersFor(value, false),
    not: matchersFor(value, true),
    resolves: matchersAfter(() => resolved(value)),
    rejects: matchersAfter(() => rejected(value)),
  };
}

function matchersFor(value: unknown, negated: boolean): Expectation<void> {
  return each(
    (match) =>
      (...wanted) =>
        judge(match(value, ...wanted), negated),
  );
}

function matchersAfter(settle: () => Promise<unknown>) {
  const matchersFor = (negated: boolean): Expectation<Promise<void>> =>
    each(
      (match) =>
        async (...wanted) =>
          judge(match(await settle(), ...wanted), negated),
    );
  return { ...matchersFor(false), not: matchersFor(true) };
}

function each<Result>(
  make: (match: (got: unknown, ...wanted: never[]) => Verdict) => (...wanted: never[]) => Result,
): Expectation<Result> {
  const made = Object.entries(matchers).map(([name, match]) => [name, make(match)]);
  return Object.fromEntries(made) as Expectation<Result>;
}

function judge({ holds, missing, unwanted }: Verdict, negated: boolean): void {
  if (holds === negated) throw new ExpectationError(negated ? unwanted : missing);
}

async function resolved(value: unknown): Promise<unknown> {
  try {
    return await value;
  } catch (error) {
    throw new ExpectationError(texts.rejected({ message: (error as Error)?.message }));
  }
}

async function rejected(value: unknown): Promise<unknown> {
  try {
    await value;
  } catch (error) {
    return error;
  }
  throw new ExpectationError(texts.kept());
}
