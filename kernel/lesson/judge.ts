import { messageOf } from "../../lib/message/fault.ts";
import { QuantityError } from "../../lib/quantity/quantity-error.ts";
import type { Tolerance } from "../values/near.ts";
import { explainFigures, isMultiple, isSame } from "./compare.ts";
import { type Case, type Exercise, type Given, type Mistake, resolveValue } from "./declaration.ts";
import { type Figures, figuresOf, isAmount, kindOf } from "./figures.ts";
import type { Fault, Finding } from "./finding.ts";
import { writeAnswer } from "./writing.ts";

const RELATIVE = 0.005;

/**
 * Checks an answer: right, or wrong with the most specific reply. Replies of the author come first, then explanations by the
 * numbers themselves (a unit, 44/12, a sign, a transposed matrix, …), and finally whether it is too large or too small.
 */
export async function judge(exercise: Exercise, answer: unknown, given: Given): Promise<Finding> {
  const fault = await findFault(exercise, answer, given);
  if (fault) return { right: false, ...fault };
  return { right: true, ...(exercise.praise === undefined ? {} : { praise: exercise.praise }) };
}

async function findFault(exercise: Exercise, answer: unknown, given: Given): Promise<Fault | null> {
  const { mistakes = [], holds = [] } = exercise;
  if (kindOf(answer) === "nothing") return { kind: "nothing" };
  if (exercise.cases !== undefined) return findCase(exercise, resolveValue(exercise.cases, given), answer, given);
  const hasValue = exercise.value !== undefined;
  const wanted = hasValue ? resolveValue(exercise.value, given) : undefined;
  const fault = hasValue ? findValueFault(exercise, answer, wanted) : null;
  const broken = fault ? undefined : holds.find(({ when }) => !holdsOf(when, answer, given));
  if (!fault && !broken) return null;
  const known = mistakes.find((mistake) => isMistake(exercise, mistake, answer, wanted, given));
  if (known) return { kind: "said", reply: known.reply };
  return fault ?? { kind: "said", reply: broken!.reply };
}

/** Why an answer is not the wanted value; null if it is. */
function findValueFault(exercise: Exercise, answer: unknown, wanted: unknown): Fault | null {
  const unit = exercise.unit ?? (isAmount(wanted) ? wanted.unit : undefined);
  const target = figuresOf(wanted, unit);
  if (!target) return findTextFault(answer, wanted);
  let got: Figures | null;
  try {
    got = figuresOf(answer, unit, target.names);
  } catch (error) {
    if (!(error instanceof QuantityError)) throw error;
    return { kind: "unit", wanted: unit ?? "", got: unitOf(answer), why: messageOf(error) };
  }
  if (!got || got.shape.length !== target.shape.length)
    return { kind: "type", wanted: kindOf(wanted), got: kindOf(answer) };
  const tolerance = toleranceOf(exercise);
  return isSame(got, target, tolerance) ? null : explainFigures(got, target, tolerance);
}

/** Texts, booleans, and lists of them. */
function findTextFault(answer: unknown, wanted: unknown): Fault | null {
  if (Array.isArray(wanted) && Array.isArray(answer)) {
    const [a, b] = [answer.map(textOf), wanted.map(textOf)];
    if (String(a) === String(b)) return null;
    return String(a.toSorted()) === String(b.toSorted()) ? { kind: "order" } : { kind: "text" };
  }
  const [got, expected] = [kindOf(answer), kindOf(wanted)];
  if (got !== expected) return { kind: "type", wanted: expected, got };
  return textOf(answer) === textOf(wanted) ? null : { kind: "text" };
}

function textOf(value: unknown): string {
  return String(value).trim().toLowerCase().replace(/\s+/g, " ");
}

function unitOf(answer: unknown): string {
  const first = isAmount(answer)
    ? answer
    : Object.values(answer as object)
        .flat()
        .find(isAmount);
  return first?.unit ?? "";
}

function toleranceOf({ tolerance = RELATIVE, absolute = 0 }: Exercise): Required<Tolerance> {
  return { relative: tolerance, absolute };
}

function isMistake(exercise: Exercise, mistake: Mistake, answer: unknown, wanted: unknown, given: Given): boolean {
  if (mistake.when && holdsOf(mistake.when, answer, given)) return true;
  if (mistake.value !== undefined) return isWrongValue(exercise, answer, wanted, resolveValue(mistake.value, given));
  if (mistake.ratio === undefined || wanted === undefined) return false;
  return isRatio(exercise, answer, wanted, mistake.ratio);
}

/** If a list is wanted, a list is one wrong value; otherwise it contains several wrong values with the same reply. */
function isWrongValue(exercise: Exercise, answer: unknown, wanted: unknown, wrong: unknown): boolean {
  const several = Array.isArray(wrong) && !Array.isArray(wanted) ? wrong : [wrong];
  return several.some((each) => findValueFault(exercise, answer, each) === null);
}

function isRatio(exercise: Exercise, answer: unknown, wanted: unknown, ratio: number): boolean {
  const unit = exercise.unit ?? (isAmount(wanted) ? wanted.unit : undefined);
  try {
    const target = figuresOf(wanted, unit);
    const got = figuresOf(answer, unit, target?.names);
    return !!target && !!got && isMultiple(got, target, ratio, toleranceOf(exercise));
  } catch {
    return false;
  }
}

/** Evaluates an author's condition, which may throw for an answer of an unexpected type. */
function holdsOf(when: NonNullable<Mistake["when"]>, answer: unknown, given: Given): boolean {
  try {
    return Boolean(when(answer, given));
  } catch {
    return false;
  }
}

/** The first test case that a function under test fails. */
async function findCase(
  exercise: Exercise,
  cases: readonly Case[],
  answer: unknown,
  given: Given,
): Promise<Fault | null> {
  if (typeof answer !== "function") return { kind: "type", wanted: "function", got: kindOf(answer) };
  const results: unknown[] = [];
  let first: Fault | null = null;
  for (const { of, gives } of cases) {
    const call = `${exercise.answer}(${of.map(writeAnswer).join(", ")})`;
    try {
      const result: unknown = await answer(...structuredClone(of));
      results.push(result);
      const fault =
        kindOf(result) === "nothing" ? ({ kind: "nothing" } as const) : findValueFault(exercise, result, gives);
      if (fault) first ??= { kind: "case", call, got: writeAnswer(result), fault };
    } catch (error) {
      first ??= { kind: "threw", call, message: messageOf(error) };
      results.push(undefined);
    }
  }
  if (!first) return null;
  const known = (exercise.mistakes ?? []).find((mistake) => {
    if (mistake.when && holdsOf(mistake.when, answer, given)) return true;
    return mistake.like !== undefined && isLike(exercise, mistake.like, cases, results);
  });
  return known ? { kind: "said", reply: known.reply } : first;
}

function isLike(
  exercise: Exercise,
  wrong: NonNullable<Mistake["like"]>,
  cases: readonly Case[],
  results: readonly unknown[],
): boolean {
  return cases.every(({ of }, i) => {
    try {
      const same = (wrong as (...args: unknown[]) => unknown)(...of);
      // Both results may also be wrong in the same way.
      return Object.is(results[i], same) || findValueFault(exercise, results[i], same) === null;
    } catch {
      return false;
    }
  });
}
