import { type Expression, operations, readExpression } from "../expression.ts";
import { UncertaintyError } from "../uncertainty-error.ts";
import type { Columns } from "./uncertain-inputs.ts";

/** A model over columns: from the values of each variable, draw by draw, the result of each draw. */
export type Model = (columns: Columns) => Float64Array;

/** A model from a function of one draw. */
export function modelOf(names: readonly string[], f: (draw: Readonly<Record<string, number>>) => number): Model {
  return (columns) => {
    const draw: Record<string, number> = {};
    return columns[0]!.map((_, i) => {
      for (const [at, name] of names.entries()) draw[name] = columns[at]![i]!;
      return f(draw);
    });
  };
}

/** A model from arithmetic; it is evaluated operation by operation over whole columns. */
export function expressionModel(text: string, names: readonly string[]): Model {
  const expression = readExpression(text, names);
  return (columns) => evaluate(expression, names, columns, columns[0]!.length);
}

function evaluate(expression: Expression, names: readonly string[], columns: Columns, n: number): Float64Array {
  if (expression.kind === "number") return new Float64Array(n).fill(expression.value);
  if (expression.kind === "variable") return columns[names.indexOf(expression.name)]!.slice();
  const args = expression.args.map((arg) => evaluate(arg, names, columns, n));
  const { apply } = operations[expression.of]!;
  const [a, b] = [args[0]!, args[1]];
  if (args.length === 1) for (let i = 0; i < n; i++) a[i] = apply(a[i]!);
  else if (args.length === 2) for (let i = 0; i < n; i++) a[i] = apply(a[i]!, b![i]!);
  else for (let i = 0; i < n; i++) a[i] = apply(...args.map((arg) => arg[i]!));
  return a;
}

/** Runs the model and refuses a result that is no number, naming the draw and what stood in it. */
export function runModel(model: Model, names: readonly string[], columns: Columns, first: number): Float64Array {
  const y = model(columns);
  if (y.length !== columns[0]!.length)
    throw new UncertaintyError("model", `The model gave ${y.length} results for ${columns[0]!.length} draws.`);
  for (let i = 0; i < y.length; i++) {
    if (Number.isFinite(y[i])) continue;
    const values = names.map((name, at) => `${name} = ${columns[at]![i]}`).join(", ");
    throw new UncertaintyError(
      "model",
      `The model gives ${y[i]} in draw ${first + i}, where ${values}. Narrow the variable at fault, e.g. by a truncated distribution.`,
    );
  }
  return y;
}
