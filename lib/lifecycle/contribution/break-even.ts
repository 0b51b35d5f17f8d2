import { type Message, messages } from "../../message/message.ts";
import { LifecycleError } from "../lifecycle-error.ts";

const texts = messages("lifecycle.contribution", {
  scoreNotFinite: {
    en: "{field} is {value}; expected a finite number.",
    zh: "{field} 应为有限的数，实际为 {value}。",
  },
});

/** A score that grows in proportion with use: `fixed` + `perUse` × x, such as a car's production and its driving. */
export interface LinearScore {
  readonly fixed: number;
  readonly perUse: number;
}

/**
 * When a candidate scores lower than a reference.
 * - `from`: from x on; before it the reference is lower.
 * - `until`: up to x only; beyond it the reference is lower.
 * - `fromStart`: at every x > 0, or they are equal throughout.
 * - `never`: at no x > 0.
 */
export type BreakEven =
  | { readonly when: "from" | "until"; readonly x: number }
  | { readonly when: "fromStart" | "never"; readonly x: null };

/**
 * Where two alternatives cross: A + a x = B + b x at x = (A − B) / (b − a), for x ≥ 0. Both are scores of one impact category
 * for the same function. Throws LifecycleError if a number is not finite.
 */
export function breakEven(candidate: LinearScore, reference: LinearScore): BreakEven {
  for (const [side, score] of Object.entries({ candidate, reference }))
    for (const part of ["fixed", "perUse"] as const)
      if (!Number.isFinite(score[part])) throw notFinite(`${side}.${part}`, score[part]);
  return crossing(candidate.fixed - reference.fixed, reference.perUse - candidate.perUse);
}

/** The crossing of an additional fixed score and a saving per use. */
export function crossing(burden: number, saving: number): BreakEven {
  if (burden <= 0 && saving >= 0) return { when: "fromStart", x: null };
  if (burden >= 0 && saving <= 0) return { when: "never", x: null };
  return { when: burden > 0 ? "from" : "until", x: burden / saving };
}

/** The error of a score that is not finite; `field` names it. */
export function notFinite(field: string, value: number): LifecycleError {
  const message: Message = texts.scoreNotFinite({ field, value });
  return new LifecycleError(field, message);
}
