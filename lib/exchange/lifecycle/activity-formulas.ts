import type { Parameter } from "../../lifecycle/graph/exchange-graph.ts";
import { compileExpression } from "../../numeric/expression/compile-expression.ts";
import { type Expression, ExpressionError, variablesOf } from "../../numeric/expression/expression.ts";
import { readExpression } from "../../numeric/expression/read-expression.ts";
import type { DistributionSpec } from "../../uncertainty/distributions/distribution-spec.ts";
import { libraryFormula } from "./library-formula.ts";

/** A name that formulas of an activity may use. */
export interface Variable {
  readonly name: string;
  readonly value: number;
  readonly formula?: string | undefined;
  readonly law?: DistributionSpec | undefined;
  readonly unit?: string | undefined;
}

/** A formula of an exchange, and the amount that the source states for it. */
export interface StatedFormula {
  readonly formula: string;
  readonly amount: number;
}

export interface ActivityFormulas {
  /** The variables that are needed, each after those that its formula names. */
  readonly parameters: readonly Omit<Parameter, "activity">[];
  /** For each given formula its text in the library's notation; undefined if it was not kept. */
  readonly formulas: readonly (string | undefined)[];
  /** Formulas that cannot be read. */
  readonly unreadable: number;
  /** Formulas that do not give the stated amount: allocated data sets keep those of the data set before allocation. */
  readonly contradicted: number;
}

/** Programs write amounts with seven digits or more. */
const PRECISION = 1e-6;

/**
 * The formulas of one activity that can be read and give the stated amounts, and the variables that they need. The stated
 * amounts are never changed: a formula that disagrees with one is left out and counted.
 */
export function activityFormulas(
  variables: readonly Variable[],
  stated: readonly (StatedFormula | undefined)[],
): ActivityFormulas {
  const declared = new Map<string, Variable>();
  for (const variable of variables) {
    const key = variable.name.toLowerCase();
    if (!declared.has(key)) declared.set(key, variable);
  }
  const spelling = new Map([...declared].map(([key, { name }]) => [key, name]));
  const names = [...spelling.values()];
  const values = [...declared.values()].map(({ value }) => value);
  let [unreadable, contradicted] = [0, 0];
  const kept = (formula: string, amount: number): Kept | undefined => {
    const text = libraryFormula(formula, spelling);
    const expression = read(text, names);
    if (!expression) {
      unreadable += 1;
      return undefined;
    }
    const value = compileExpression(expression, names)(values);
    if (Math.abs(value - amount) <= PRECISION * Math.abs(amount)) return { text, variables: variablesOf(expression) };
    contradicted += 1;
    return undefined;
  };

  const formulas = stated.map((each) => each && kept(each.formula, each.amount));
  const parameters: Omit<Parameter, "activity">[] = [];
  const states = new Map<string, "open" | "done">();
  const byName = new Map([...declared.values()].map((variable) => [variable.name, variable]));
  const need = (name: string): void => {
    if (states.has(name)) return;
    states.set(name, "open");
    const { value, formula, law, unit } = byName.get(name)!;
    let own = formula === undefined ? undefined : kept(formula, value);
    // Of variables that define each other, the one that closes the loop keeps its value only.
    if (own?.variables.some((other) => states.get(other) === "open")) {
      own = undefined;
      contradicted += 1;
    }
    own?.variables.forEach(need);
    states.set(name, "done");
    parameters.push({
      name,
      value,
      ...(own && { formula: own.text }),
      ...(law && !own && { law }),
      ...(unit !== undefined && { unit }),
    });
  };
  for (const formula of formulas) formula?.variables.forEach(need);
  return { parameters, formulas: formulas.map((each) => each?.text), unreadable, contradicted };
}

interface Kept {
  readonly text: string;
  readonly variables: readonly string[];
}

function read(text: string, names: readonly string[]): Expression | undefined {
  try {
    return readExpression(text, names);
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}
