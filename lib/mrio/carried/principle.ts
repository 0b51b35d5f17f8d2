import { judgeTransfer, type Verdict, worstVerdict } from "./usable.ts";

/** Principles besides production. `shared` is between producer and consumer with a fixed share. */
export const principles = ["consumption", "income", "shared", "shared_along_chain"] as const;
export type Principle = (typeof principles)[number];

/** Those whose accounts and errors ship; those of `shared` follow from consumption. */
export const computedPrinciples = ["consumption", "income", "shared_along_chain"] as const;
export type ComputedPrinciple = (typeof computedPrinciples)[number];

/** The accounts of one gas of a region, in one unit for all gases. */
export interface GasByPrinciple {
  readonly gas: string;
  readonly production: number;
  readonly values: Readonly<Record<ComputedPrinciple, number>>;
  /** The largest error found in known cases, a share of the value. */
  readonly errors: Readonly<Record<ComputedPrinciple, number>>;
  /** Consumption less production as a share of production by the Global Carbon Budget; null where it has none. */
  readonly budget: number | null;
}

/** A region's emissions by a principle, beside its production. */
export interface PrincipleRow {
  readonly gas: string;
  readonly principle: Principle;
  readonly production: number;
  readonly value: number;
  /** Value less production as a share of production. */
  readonly difference: number;
  /** The error as a share of production. */
  readonly error: number;
  /** Difference less that of the Global Carbon Budget, a share of production; null where the budget has none. */
  readonly budgetGap: number | null;
  readonly verdict: Verdict;
}

/** The gas of rows that add all others. */
export const allGases = "all";

/**
 * The accounts of a region by every principle, gas by gas and for all gases together, in the unit of the gases.
 *
 * A fixed share α of the producer gives α production + (1 − α) consumption: Peters (2008), doi:10.1016/j.ecolecon.2007.10.014. As
 * production is given, its error is that of consumption times 1 − α. Errors of gases add end to end in their sum, since one table
 * moves all. For all gases the budget is that of CO2 with the other gases as modelled, and the verdict is no better than that of any gas.
 *
 * @param producerShare α in [0, 1].
 */
export function rowsByPrinciple(gases: readonly GasByPrinciple[], producerShare: number): PrincipleRow[] {
  return principles.flatMap((principle) => {
    const parts = gases.map((each) => partOf(each, principle, producerShare));
    const rows = parts.map((part) => rowOf(part, principle));
    const whole = rowOf(wholeOf(parts), principle);
    const verdict = worstVerdict(
      whole.verdict,
      rows.map((row) => row.verdict),
    );
    return [...rows, { ...whole, verdict }];
  });
}

function rowOf({ gas, production, value, error, budget }: Part, principle: Principle): PrincipleRow {
  const evidence = {
    transfer: value / production - 1,
    modelError: error / production,
    budget: budget === null ? null : budget / production,
  };
  return {
    gas,
    principle,
    production,
    value,
    difference: evidence.transfer,
    error: evidence.modelError,
    budgetGap: evidence.budget === null ? null : evidence.transfer - evidence.budget,
    verdict: judgeTransfer(evidence),
  };
}

/** Amounts of one gas; `budget` is the difference from production that the Global Carbon Budget implies. */
interface Part {
  readonly gas: string;
  readonly production: number;
  readonly value: number;
  readonly error: number;
  readonly budget: number | null;
}

function partOf(
  { gas, production, values, errors, budget }: GasByPrinciple,
  principle: Principle,
  share: number,
): Part {
  const isShared = principle === "shared";
  const of = isShared ? "consumption" : principle;
  const weight = isShared ? 1 - share : 1;
  return {
    gas,
    production,
    value: production + weight * (values[of] - production),
    error: weight * Math.abs(errors[of] * values[of]),
    budget: of !== "consumption" || budget === null ? null : weight * budget * production,
  };
}

function wholeOf(parts: readonly Part[]): Part {
  const sum = (of: (part: Part) => number) => parts.reduce((total, part) => total + of(part), 0);
  return {
    gas: allGases,
    production: sum(({ production }) => production),
    value: sum(({ value }) => value),
    error: sum(({ error }) => error),
    budget: parts.some(({ budget }) => budget !== null)
      ? sum(({ budget, value, production }) => budget ?? value - production)
      : null,
  };
}
