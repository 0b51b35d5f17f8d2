import { messages } from "../message/message.ts";
import { type Compiled, compileExpression } from "../numeric/expression/compile-expression.ts";
import { type Expression, withValues } from "../numeric/expression/expression.ts";
import { readExpression } from "../numeric/expression/read-expression.ts";
import { texOf } from "../numeric/expression/tex.ts";
import { texName } from "../numeric/expression/tex-name.ts";
import type { Equation, Total } from "./equation.ts";

const texts = messages("formula", { formula: { en: "formula", zh: "公式" } });

/** The formula of an equation, with variables and constants by name. */
export function formulaOf({ formula, variables, constants }: Equation): Expression {
  return readExpression(formula, [...Object.keys(variables), ...Object.keys(constants)], texts.formula());
}

/** The formula with numbers for the constants. */
export function formulaInNumbers(of: Equation): Expression {
  const values = Object.entries(of.constants).map(([name, { value }]) => [name, value]);
  return withValues(formulaOf(of), Object.fromEntries(values));
}

/** The equation in TeX: its symbol, and the formula with numbers for the constants. */
export function texOfEquation(of: Equation): string {
  return `${texName(of.symbol)} = ${texOf(formulaInNumbers(of))}`;
}

/** A sum over parts, in TeX. */
export function texOfTotal({ symbol }: Total): string {
  return `${texName(symbol)} = \\sum_{i} ${texName(`${symbol}_i`)}`;
}

const compiled = new WeakMap<Equation, Compiled>();

/** The result of the formula for plain numbers, in the units and the order of the variables. */
export function calculate(of: Equation, values: readonly number[]): number {
  let calc = compiled.get(of);
  if (!calc) {
    calc = compileExpression(formulaInNumbers(of), Object.keys(of.variables));
    compiled.set(of, calc);
  }
  return calc(values);
}
