import { messages } from "../../message/message.ts";
import { comparators, type Expression, ExpressionError } from "../../numeric/expression/expression.ts";
import { operations } from "../../numeric/expression/operations.ts";
import { readExpression } from "../../numeric/expression/read-expression.ts";
import { UncertaintyError } from "../uncertainty-error.ts";
import type { Columns } from "./uncertain-inputs.ts";

const texts = messages("uncertainty", {
  model: { en: "model", zh: "模型" },
  resultCount: {
    en: "The model gave {count} results for {draws} draws.",
    zh: "模型对 {draws} 次抽样给出了 {count} 个结果。",
  },
  drawNotFinite: {
    en: "The model returns {value} in draw {draw}, where {values}. Narrow the variable that causes it, e.g. with a truncated distribution.",
    zh: "模型在第 {draw} 次抽样中得 {value}，其中 {values}。请收窄有问题的变量，例如用截断分布。",
  },
});

/** A model over columns: computes the result of each draw from the columns of the variables. */
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

/** A model from arithmetic (see readExpression); it is evaluated operation by operation over whole columns. */
export function expressionModel(text: string, names: readonly string[]): Model {
  const expression = readModel(text, names);
  return (columns) => evaluate(expression, names, columns, columns[0]!.length);
}

function readModel(text: string, names: readonly string[]): Expression {
  try {
    return readExpression(text, names, texts.model());
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new UncertaintyError("model", error.said);
  }
}

function evaluate(expression: Expression, names: readonly string[], columns: Columns, n: number): Float64Array {
  if (expression.kind === "number") return new Float64Array(n).fill(expression.value);
  if (expression.kind === "variable") return columns[names.indexOf(expression.name)]!.slice();
  if (expression.kind === "choice") return choose(expression, names, columns, n);
  const args = expression.args.map((arg) => evaluate(arg, names, columns, n));
  const { apply } = operations[expression.of]!;
  const [a, b] = [args[0]!, args[1]];
  if (args.length === 1) for (let i = 0; i < n; i++) a[i] = apply(a[i]!);
  else if (args.length === 2) for (let i = 0; i < n; i++) a[i] = apply(a[i]!, b![i]!);
  else for (let i = 0; i < n; i++) a[i] = apply(...args.map((arg) => arg[i]!));
  return a;
}

/** Both branches are evaluated over all draws; the branch that a draw does not take (a division by zero) is ignored. */
function choose(
  { condition, yes, no }: Extract<Expression, { kind: "choice" }>,
  names: readonly string[],
  columns: Columns,
  n: number,
): Float64Array {
  const [left, right, a, b] = [condition.left, condition.right, yes, no].map((part) =>
    evaluate(part, names, columns, n),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array];
  const compare = comparators[condition.of];
  for (let i = 0; i < n; i++) if (!compare(left[i]!, right[i]!)) a[i] = b[i]!;
  return a;
}

/** Runs the model and throws if a result is not finite, naming the draw and its values. */
export function runModel(model: Model, names: readonly string[], columns: Columns, first: number): Float64Array {
  const y = model(columns);
  if (y.length !== columns[0]!.length)
    throw new UncertaintyError("model", texts.resultCount({ count: y.length, draws: columns[0]!.length }));
  for (let i = 0; i < y.length; i++) {
    if (Number.isFinite(y[i])) continue;
    const values = names.map((name, at) => `${name} = ${columns[at]![i]}`).join(", ");
    throw new UncertaintyError("model", texts.drawNotFinite({ value: y[i], draw: first + i, values }));
  }
  return y;
}
