import type { PlanProblem } from "./plan-problem.ts";

/** The yearly payment for one unit of money over a lifetime. */
export function annuity(rate: number, lifetime: number): number {
  return rate === 0 ? 1 / lifetime : rate / (1 - (1 + rate) ** -lifetime);
}

/** What a unit of money in a year weighs in the objective: the years that it stands for, discounted. */
export function weightOf({ lengths, discounts }: PlanProblem, year: number): number {
  return lengths[year]! * discounts[year]!;
}

/** Whether capacity that is built in one year still stands in another. */
export function stands(problem: PlanProblem, built: number, year: number, lifetime: number): boolean {
  const since = problem.years ? problem.years[year]! - problem.years[built]! : 0;
  return since >= 0 && since < lifetime;
}
