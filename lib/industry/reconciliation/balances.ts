import { messages } from "../../message/message.ts";
import { compileExpression } from "../../numeric/expression/compile-expression.ts";
import { derivative } from "../../numeric/expression/derivative.ts";
import { variablesOf } from "../../numeric/expression/expression.ts";
import { type DenseMatrix, dense } from "../../numeric/matrix.ts";
import { readFormula } from "../formula.ts";
import { IndustryError } from "../industry-error.ts";

const said = messages("industry.balances", {
  balance: { en: "balance", zh: "平衡式" },
  noFlow: {
    en: "The balance {balance} names no flow; the flows are {flows}.",
    zh: "平衡式 {balance} 中没有流股；流股有 {flows}。",
  },
  twoSigns: {
    en: "The balance {balance} has more than one =. Write it as one equation, such as feed = product + waste.",
    zh: "平衡式 {balance} 中有多个等号。请写成一个等式，如 feed = product + waste。",
  },
});

/** Equations f(x) = 0 that flows obey, with their derivatives. */
export interface Balances {
  readonly names: readonly string[];
  /** Whether the derivatives are the same everywhere. */
  readonly areLinear: boolean;
  /** f(x), one number a balance. */
  values(x: ArrayLike<number>): Float64Array;
  /** ∂f/∂x, balances × flows. */
  jacobian(x: ArrayLike<number>): DenseMatrix;
}

/** A x = 0 */
export function linearBalances(names: readonly string[], a: DenseMatrix): Balances {
  return {
    names,
    areLinear: true,
    values(x) {
      const result = new Float64Array(a.rows);
      for (let i = 0; i < a.rows; i++)
        for (let j = 0; j < a.columns; j++) result[i]! += a.data[i * a.columns + j]! * x[j]!;
      return result;
    },
    jacobian: () => a,
  };
}

/**
 * Balances written as formulas in the names of flows: `feed = product + waste`, or an expression that is zero, such as
 * `feed * carbon_in - product * carbon_out`. Derivatives are exact.
 *
 * @throws IndustryError
 */
export function formulaBalances(texts: readonly string[], flows: readonly string[]): Balances {
  const compiled = texts.map((text) => {
    const sides = text.split("=");
    if (sides.length > 2) throw new IndustryError("balances", said.twoSigns({ balance: text }));
    const expression = sides
      .map((side) => readFormula("balances", side, flows, said.balance()))
      .reduce((left, right) => ({ kind: "call" as const, of: "-", args: [left, right] }));
    const named = variablesOf(expression);
    if (named.length === 0)
      throw new IndustryError("balances", said.noFlow({ balance: text, flows: flows.join(", ") }));
    const slopes = named.map((name) => {
      const slope = derivative(expression, name);
      return {
        at: flows.indexOf(name),
        slope: compileExpression(slope, flows),
        isConstant: variablesOf(slope).length === 0,
      };
    });
    return { value: compileExpression(expression, flows), slopes };
  });
  return {
    names: texts,
    areLinear: compiled.every(({ slopes }) => slopes.every(({ isConstant }) => isConstant)),
    values: (x) => Float64Array.from(compiled, ({ value }) => value(x)),
    jacobian(x) {
      const result = dense(texts.length, flows.length);
      for (const [i, { slopes }] of compiled.entries())
        for (const { at, slope } of slopes) result.data[i * flows.length + at] = slope(x);
      return result;
    },
  };
}

/** Both kinds together. */
export function joinedBalances(first: Balances, second: Balances): Balances {
  return {
    names: [...first.names, ...second.names],
    areLinear: first.areLinear && second.areLinear,
    values: (x) => Float64Array.from([...first.values(x), ...second.values(x)]),
    jacobian(x) {
      const [a, b] = [first.jacobian(x), second.jacobian(x)];
      return dense(a.rows + b.rows, a.columns, Float64Array.from([...a.data, ...b.data]));
    },
  };
}
